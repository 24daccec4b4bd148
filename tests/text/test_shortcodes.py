"""Shortcodes run, nest, hide in tags, and are taken out."""

import pytest

from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import with_shortcodes
from copydesk.text.shortcode_tags import Attributes
from copydesk.text.shortcodes import run_shortcodes, strip_shortcodes
from tests.text.a_rendering import a_rendering


def run_echo(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    return f"({','.join(attributes.values())}|{content})"


def run(html: str) -> str:
    rendering = a_rendering()
    rendering.shortcodes = with_shortcodes(
        {"echo": run_echo, "link": lambda *_: 'javascript:"', "quote": lambda *_: "' x"}
    )
    return run_shortcodes(html, rendering)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("no brackets", "no brackets"),
        ("[unknown] &#91;", "[unknown] &#91;"),
        ("a [echo] b", "a (|None) b"),
        ('[echo a="1" b]', "(1,b|None)"),
        ("[echo]in[/echo] [echo /]", "(|in) (|None)"),
        ("[[echo]x[/echo]] [[echo]] [[echo /]]", "[echo]x[/echo] [echo] [echo /]"),
        ("[[echo] [echo]]", "[(|None) (|None)]"),
        ("[echo] &#91;echo&#93;", "(|None) &#091;echo&#093;"),
        ("<!-- [echo] --> [echo]", "<!-- [echo] --> (|None)"),
        ('<a title="[echo x]">', '<a title="(x|None)">'),
        ("<a title='[echo \"x\"]' b>", "<a title='(x|None)' b>"),
        ('<a href="[link]">', '<a href="&quot;">'),
        ('<a onclick="[echo]">', '<a onclick="[echo]">'),
        ('<p style="[echo]">', '<p style="[echo]">'),
        ("<p [echo]>", "<p (|None)>"),
        ("<p [echo] [/p>", "<p [echo] [/p>"),
        ("<[echo]>", "<(|None)>"),
        ("<p 'x [echo]>", "<p 'x [echo]>"),
        ("</p [echo]>", "</p [echo]>"),
        ("<br class=[echo] />", "<br class=(|None) />"),
        ("<p [x>[echo]", "<p [x>(|None)"),
        ('<p title="[other]" lang="]"[echo]>', '<p title="[other]" lang="]"(|None)>'),
        ('<p style="color:red;[echo]">', '<p style="color:red">'),
        ("<p title=\"x[echo]'y\"z='[echo]'>", "<p title=\"x(|None)&#039;y\"z='[echo]'>"),
        ('<p title [echo]="x">', '<p title (|None)="x">'),
        ("<p title='[quote]'>", "<p title='&#039; x'>"),
    ],
)
def test_running(html: str, expected: str) -> None:
    assert run(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a [echo x]y[/echo] b", "a  b"),
        ("a [other] b", "a [other] b"),
        ("[[echo]] [echo]] [[echo]", "[echo] ] ["),
        ('<a title="[echo]">[echo]</a>', '<a title="[echo]"></a>'),
    ],
)
def test_stripping(html: str, expected: str) -> None:
    assert strip_shortcodes(html, {"echo"}) == expected


@pytest.mark.parametrize(
    "piece", ["[echo ", "[echo]", "[[echo", "<p [echo", "<p [echo] ", "<a b='[echo]", "[/echo]", "<p /  / "]
)
def test_broken_shortcodes_cost_no_time(piece: str) -> None:
    run(piece * 30_000 + "]>")


def test_a_caption_holds_the_picture_and_the_words() -> None:
    picture = '<a href="x"><img src="y" /></a>'
    html = f'[caption id="attachment_5" align="alignleft" width="300"]{picture} Words[/caption]'
    assert run(html) == (
        '<figure id="attachment_5" aria-describedby="caption-attachment-5" style="width: 300px" '
        'class="wp-caption alignleft"><a href="x"><img src="y" /></a>'
        '<figcaption id="caption-attachment-5" class="wp-caption-text">Words</figcaption></figure>'
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("[caption width=9]<img src=x>[/caption]", "<img src=x>"),
        ("[caption]<img src=x> Words[/caption]", "<img src=x>"),
        ("[caption width=9]no picture[/caption]", "no picture"),
        ("[caption width=9]lost <b> <a b> <img src=x> [/caption]", "<a b> <img src=x>"),
        ("[caption width=9 caption=0]x[/caption]", "x"),
    ],
)
def test_a_caption_without_words_or_width_is_its_picture(html: str, expected: str) -> None:
    assert run(html) == expected


def test_shortcodes_run_inside_a_caption() -> None:
    html = "[caption width=9 caption=c]<img src=x>[echo][/caption]"
    assert run(html) == (
        '<figure style="width: 9px" class="wp-caption alignnone"><img src=x>(|None)'
        '<figcaption class="wp-caption-text">c</figcaption></figure>'
    )
