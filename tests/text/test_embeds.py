"""Addresses alone on a line, and the embed shortcode."""

import hashlib

import pytest

from copydesk.text.embeds import embed_key, run_embeds
from copydesk.text.facts import EmbedNeed
from copydesk.text.shortcodes import run_shortcodes
from tests.text.a_rendering import a_rendering

KNOWN = "https://tube.example/1"


def run(html: str) -> str:
    rendering = a_rendering()
    rendering.facts.learn(
        {EmbedNeed(7, KNOWN): "<iframe></iframe>", EmbedNeed(7, KNOWN, (("width", "9"),)): "<b></b>"}
    )
    return run_embeds(html, rendering)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("https://a.example/x?a=1&amp;b=2", "https://a.example/x?a=1&b=2"),
        (f"a\n {KNOWN} \nb", "a\n <iframe></iframe> \nb"),
        (f"a {KNOWN}", f"a {KNOWN}"),
        (f"<p class='x'> {KNOWN}\n</p>", "<p class='x'> <iframe></iframe>\n</p>"),
        (f"<p>{KNOWN}</P>", "<p><iframe></iframe></P>"),
        (f"<pre>{KNOWN}</p>", f"<pre>{KNOWN}</p>"),
        (f"<!--\n{KNOWN}\n-->\n{KNOWN}", f"<!--\n{KNOWN}\n-->\n<iframe></iframe>"),
        (f"<a\n{KNOWN}\n", f"<a\n{KNOWN}\n"),
        ("http://a.example/a.mp3", '[audio src="http://a.example/a.mp3" /]'),
        ("http://a.example/a.mp4", '[video src="http://a.example/a.mp4" /]'),
        ("http://www.youtube.com/v/a+b", "https://youtube.com/watch?v=a%2Bb"),
        ("[embed]http://www.youtube.com/embed/ab[/embed]", "https://youtube.com/watch?v=ab"),
        (
            "[embed width=4 height=3]http://a.example/a.mp4[/embed]",
            '[video width="4" height="3" src="http://a.example/a.mp4" /]',
        ),
        (f"[embed]{KNOWN}[/embed]", "<iframe></iframe>"),
        (f'[embed width="9"]{KNOWN}[/embed]', "<b></b>"),
        ('[embed src="http://a.example"]', '<a href="http://a.example">http://a.example</a>'),
        ("[embed][/embed]", ""),
        (f'<b x="[embed]{KNOWN}[/embed]">', f'<b x="[embed]{KNOWN}[/embed]">'),
    ],
)
def test_embeds(html: str, expected: str) -> None:
    assert run(html) == expected


@pytest.mark.parametrize(
    "piece", ["https://", "https://a</p>", "<p>https://a ", "\nhttps://a", "<p <p https://a</p>"]
)
def test_odd_addresses_cost_no_time(piece: str) -> None:
    run(piece * 30_000)


def test_answers_are_kept_where_wordpress_keeps_them() -> None:
    assert (
        embed_key(EmbedNeed(7, "https://video.example/watch?v=embed1")) == "aff2d0edb924d3f3632d96016415c5b0"
    )
    sized = hashlib.md5(b'xa:2:{s:5:"width";s:1:"9";s:6:"height";i:750;}').hexdigest()
    assert embed_key(EmbedNeed(7, "x", (("width", "9"),))) == sized


def test_later_the_embed_shortcode_is_nothing() -> None:
    assert run_shortcodes("a[embed]b[/embed]c", a_rendering()) == "ac"
