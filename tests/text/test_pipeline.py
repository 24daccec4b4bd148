"""Whole texts through all their steps."""

import json
from dataclasses import replace
from typing import Any

import pytest

from copydesk.text.facts import AttachmentNeed, PostFacts
from copydesk.text.pipeline import (
    CONTENT,
    CONTENT_AFTER_BLOCKS,
    CONTENT_WITH_BLOCKS,
    excerpt_text,
    render_alone,
    render_comment,
    render_content,
    render_description,
    render_excerpt,
    render_marked_title,
    render_title,
)
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import with_shortcodes
from tests.text.a_rendering import SITE, UPLOADS, a_picture, a_post, a_rendering, a_sound
from tests.text.fixture_site import SHARED


def shown(content: str, **values: Any) -> str:
    post = a_post(content=content, **values)
    return render_content(post, a_rendering(a_picture(5), post=post))


def test_a_classic_content() -> None:
    assert shown('It\'s "Wordpress" :)\n\n[caption width=9]<img src="x"> c[/caption]') == (
        "<p>It&#8217;s &#8220;WordPress&#8221; 🙂</p>\n"
        '<figure style="width: 9px" class="wp-caption alignnone"><img decoding="async" src="x">'
        '<figcaption class="wp-caption-text">c</figcaption></figure>\n'
    )


def test_a_content_with_blocks_is_given_no_paragraphs() -> None:
    assert shown("a\n\nb<!-- wp:html -->c<!-- /wp:html -->") == "a\n\nbc"


def test_blocks_of_a_preview_stand_alone() -> None:
    markup = '<!-- wp:paragraph --><p>"Rates"</p><!-- /wp:paragraph -->'
    assert render_alone(markup, a_rendering()) == '<p class="wp-block-paragraph">"Rates"</p>'


def test_steps_are_named_once_and_paragraphs_move() -> None:
    names = [name for name, _step in CONTENT]
    assert len(set(names)) == len(names)
    assert [name for name, _step in CONTENT_WITH_BLOCKS] == [name for name in names if name != "paragraphs"]
    late = [name for name, _step in CONTENT_AFTER_BLOCKS]
    assert sorted(late) == sorted(names)
    assert late.index("paragraphs") == late.index("spelling") - 1


def test_behind_a_content_with_blocks_shortcodes_keep_their_paragraphs() -> None:
    post = a_post(content="[gallery ids=5]")
    late = render_content(post, a_rendering(a_picture(5), post=post), after_blocks=True)
    assert late.startswith("<p><div id='gallery-1'")
    assert shown("[gallery ids=5]").startswith("<div id='gallery-1'")
    blocks = a_post(content="<!-- wp:html -->c<!-- /wp:html -->")
    assert render_content(blocks, a_rendering(post=blocks), after_blocks=True) == "c"


def test_pictures_of_a_gallery_get_their_loading_attributes_in_front() -> None:
    assert '<img loading="lazy" decoding="async" width="150"' in shown("[gallery ids=5]")


def test_nothing_of_a_protected_post_is_shown() -> None:
    post = a_post(content="secret", excerpt="secret", has_password=True, password_required=True)
    rendering = a_rendering(post=post)
    assert render_content(post, rendering) == ""
    assert render_excerpt(post, rendering) == ""
    assert "secret" not in excerpt_text(post, rendering)


def test_a_plugin_s_shortcode_runs_and_typography_leaves_it_alone() -> None:
    post = a_post(content='[price of="a"] "b"')
    rendering = a_rendering(post=post)
    rendering.shortcodes = with_shortcodes({"price": lambda attributes, *_: f"<{attributes['of']}>"})
    assert render_content(post, rendering) == "<p><a> &#8220;b&#8221;</p>\n"


def test_an_old_address_of_the_site_is_secured_when_the_site_says_so() -> None:
    text = "http://news.example/a"
    post = a_post(content=text)
    moved = replace(SITE, options={"https_migration_required": "1"})
    rendering = a_rendering(post=post)
    assert render_content(post, rendering) == f"<p>{text}</p>\n"
    rendering.facts.site = moved
    assert render_content(post, rendering) == "<p>https://news.example/a</p>\n"


def test_smilies_may_be_switched_off() -> None:
    post = a_post(content=":)")
    rendering = a_rendering(post=post)
    rendering.facts.site = replace(SITE, options={"use_smilies": ""})
    assert render_content(post, rendering) == "<p>:)</p>\n"


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"title": ' Wordpress\'s "best" & '}, "WordPress&#8217;s &#8220;best&#8221; &#038;"),
        ({"title": "x", "status": "private"}, "x"),
    ],
)
def test_titles(values: dict[str, Any], title: str) -> None:
    post = a_post(**values)
    assert render_title(post, a_rendering()) == title


def test_pages_say_when_a_post_is_private_or_protected() -> None:
    rendering = a_rendering()
    assert render_marked_title(a_post(title="x", status="private"), rendering) == "Private: x"
    assert render_marked_title(a_post(title="", has_password=True), rendering) == "Protected:"
    assert render_marked_title(a_post(title="x"), rendering) == "x"


def excerpt(**values: Any) -> str:
    post = a_post(**values)
    return render_excerpt(post, a_rendering(post=post))


def test_an_author_s_excerpt_is_dressed_but_its_shortcodes_do_not_run() -> None:
    assert excerpt(excerpt='"a" [gallery] :)', content="b") == "<p>&#8220;a&#8221; [gallery] 🙂</p>\n"
    assert excerpt(excerpt="0", content="b") == "<p>0</p>\n"


def test_an_automatic_excerpt_is_cut_and_says_so() -> None:
    assert excerpt(content="<b>word</b> " * 56) == f"<p>{'word ' * 54}word [&hellip;]</p>\n"
    assert excerpt(excerpt=" ", content="a[gallery]b<!--more-->c") == "<p>ab</p>\n"
    assert excerpt(content="[gallery]") == ""
    assert excerpt(content="a ]]> b") == "<p>a ]]&gt; b</p>\n"


def test_an_excerpt_may_be_shorter_or_longer() -> None:
    post = a_post(content="a b c")
    assert render_excerpt(post, a_rendering(post=post), 2) == "<p>a b [&hellip;]</p>\n"
    assert render_excerpt(post, a_rendering(post=post), 0) == "<p> [&hellip;]</p>\n"


def test_comments_are_linked_balanced_and_dressed() -> None:
    assert render_comment("<b>see http://a.example\n\nx", a_rendering()) == (
        '<p><b>see <a href="http://a.example" rel="nofollow ugc">http://a.example</a></p>\n<p>x</b></p>\n'
    )


def test_descriptions_of_terms() -> None:
    assert render_description('"a"\nb & [gallery]', a_rendering()) == (
        "<p>&#8220;a&#8221;<br />\nb &#038; [gallery]</p>\n"
    )


def attachment(**values: Any) -> PostFacts:
    return a_post(5, type="attachment", **values)


def test_an_attachment_shows_itself_before_its_description() -> None:
    post = attachment(content="Words")
    html = render_content(post, a_rendering(a_picture(5), post=post))
    assert html.startswith(
        f'<p class="attachment"><a href=\'{UPLOADS}/2025/06/port.jpg\'><img loading="lazy" '
    )
    assert html.endswith(" /></a></p>\n<p>Words</p>\n")
    sound = replace(a_sound(5), title="Sound")
    assert render_content(attachment(), a_rendering(sound, post=attachment())).startswith("<audio ")
    paper = replace(sound, mime_type="application/pdf", url=f"{UPLOADS}/a.pdf", file="a.pdf")
    assert render_content(attachment(), a_rendering(paper, post=attachment())) == (
        f"<p class=\"attachment\"><a href='{UPLOADS}/a.pdf'>Sound</a></p>\n"
    )


def test_a_film_shows_its_cover() -> None:
    film = replace(
        a_sound(5),
        mime_type="video/mp4",
        url=f"{UPLOADS}/f.mp4",
        metadata={"width": 320, "height": 240},
        thumbnail=6,
    )
    html = render_content(attachment(), a_rendering(film, a_picture(6), post=attachment()))
    assert f'width="320" height="240" poster="{UPLOADS}/2025/06/port.jpg"' in html


def test_a_film_of_unknown_size_and_without_cover() -> None:
    film = replace(a_sound(5), mime_type="video/mp4", url=f"{UPLOADS}/f.mp4", metadata={})
    html = render_content(attachment(), a_rendering(film, post=attachment()))
    assert 'width="640" height="360" preload' in html


def test_shortcodes_are_wordpress_s_own_when_none_are_handed_in() -> None:
    post = a_post(content="[gallery]")
    rendering = a_rendering(post=post)
    rendering.shortcodes = {}
    assert render_content(post, rendering) == "\n"
    assert render_description("[gallery]", rendering) == "[gallery]\n"


def test_rendering_twice_gives_the_same() -> None:
    post = a_post(content="[gallery ids=5][audio src=/a.mp3][caption id=a width=9 caption=b]x[/caption]")

    def show() -> str:
        return render_content(post, a_rendering(a_picture(5), post=post))

    assert show() == show()


def test_needs_of_all_steps_are_open_after_one_round() -> None:
    post = a_post(content='<img class="wp-image-1" src="x">[gallery ids="2,3"][playlist ids=4]')
    rendering = a_rendering(post=post)
    render_content(post, rendering)
    assert {need.id for need in rendering.facts.unanswered if isinstance(need, AttachmentNeed)} == {
        1,
        2,
        3,
        4,
    }


STRANGE = [
    "\0",
    "\udc80\ud800",
    "<",
    "[",
    "&",
    "<!-- wp:x",
    "<p " * 99,
    "\n" * 99,
    "a" * 9999,
    "]]>",
    "<!--more",
    "'\"",
]


@pytest.mark.parametrize("text", STRANGE)
def test_no_text_is_refused(text: str) -> None:
    post = a_post(content=text, title=text)
    rendering: Rendering = a_rendering(post=post)
    render_content(post, rendering)
    render_title(post, rendering)
    render_excerpt(post, rendering)
    render_comment(text, rendering)


@pytest.mark.skipif(not SHARED.exists(), reason="the seed is not beside this checkout")
def test_the_founding_article_renders_to_itself() -> None:
    document = json.loads((SHARED.parent / "seed" / "post-10751.json").read_text(encoding="utf-8"))
    rendered = document["content"]["rendered"]
    assert shown(rendered) == rendered
