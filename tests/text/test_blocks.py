"""Blocks as readers see them: what the server adds to saved ones."""

import pytest

from copydesk.text.blocks.block import Block, BlockType
from copydesk.text.blocks.hooks import settle_blocks
from copydesk.text.blocks.loop import DEEPEST
from copydesk.text.blocks.registry import build_block_types
from copydesk.text.blocks.render import render_blocks
from copydesk.text.facts import (
    AttachedMediaNeed,
    AttachmentNeed,
    Facts,
    IconNeed,
    PostMetaNeed,
    PublicMetaNeed,
    SiteFacts,
    ThemeFacts,
)
from copydesk.text.rendering import Rendering
from tests.text.a_rendering import SITE, a_picture, a_post, a_rendering, a_sound
from tests.text.cases_reader import Case, load_cases, title_of

DEEP = 10_000


@pytest.mark.parametrize("case", load_cases("blocks"), ids=title_of)
def test_blocks(case: Case) -> None:
    assert render_blocks(case.input, a_rendering()) == case.expected


def test_a_text_without_comments_is_handed_back() -> None:
    assert render_blocks("<p>Rates</p>", a_rendering()) == "<p>Rates</p>"


@pytest.mark.parametrize("name", ["group", "list", "paragraph", "quote", "desk/unknown", "details"])
def test_depth_costs_no_recursion(name: str) -> None:
    text = f"<!-- wp:{name} --><div>" * DEEP + f"</div><!-- /wp:{name} -->" * DEEP
    assert render_blocks(text, a_rendering()).endswith("</div></div>")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- wp:paragraph --><p \x00class='\udcff'>\udc80</p><!-- /wp:paragraph -->",
        '<!-- wp:group {"layout":[],"style":[],"className":5,"metadata":"x"} --><div>x</div><!-- /wp:group -->',
        '<!-- wp:heading {"style":{"elements":"x","layout":7,"background":true}} --><h2<!-- /wp:heading -->',
        '<!-- wp:tabs {"style":{"spacing":{"blockGap":[]}}} /--><!-- wp:accordion-item /--><!-- wp:file /-->',
        '<!-- wp:video {"id":"7"} --><video></video><!-- /wp:video --><!-- wp:cover {"minHeight":[]} /-->',
        "<!-- wp:paragraph {bad} --><p>x</p><!-- /wp:paragraph --><!-- wp:button {} --><a<!-- /wp:button -->",
    ],
)
def test_nothing_raises(text: str) -> None:
    render_blocks(text, a_rendering())


def test_a_plugin_adds_blocks() -> None:
    def render_ticker(block: Block, html: str, rendering: Rendering) -> str:
        return f"<b>{(block.attrs or {})['rate']}{html}</b>"

    ticker = BlockType("desk/ticker", render_ticker, attributes={"rate": {"type": "number", "default": 5}})
    rendering = a_rendering()
    rendering.block_types = build_block_types(ticker)
    assert render_blocks("<!-- wp:desk/ticker -->!<!-- /wp:desk/ticker -->", rendering) == "<b>5!</b>"


def test_a_theme_has_its_own_gaps_and_variations() -> None:
    theme = ThemeFacts(root_padding=False, block_gap="9px", style_variations={"core/group": ("dark",)})
    site = SiteFacts(
        home="", siteurl="", name="", description="", timezone=SITE.timezone, now=SITE.now, theme=theme
    )
    text = '<!-- wp:group {"className":"is-style-dark","layout":{"type":"grid"}} --><div></div><!-- /wp:group -->'
    html = render_blocks(text, Rendering(Facts(site)))
    assert "is-style-dark--1" in html
    assert html != render_blocks(text, a_rendering())
    text = '<!-- wp:group {"layout":{"type":"constrained"}} --><div></div><!-- /wp:group -->'
    assert "has-global-padding" not in render_blocks(text, Rendering(Facts(site)))


def test_a_picture_that_can_be_enlarged_gets_a_button() -> None:
    text = (
        '<!-- wp:image {"lightbox":{"enabled":true}} --><figure><img src="a.jpg"></figure><!-- /wp:image -->'
    )
    html = render_blocks(text, a_rendering())
    assert html == render_blocks(text, a_rendering())
    assert 'class="wp-lightbox-container"' in html
    assert 'src="a.jpg"><button' in html
    linked = text.replace('"enabled":true}', '"enabled":true},"linkDestination":"media"')
    assert "<button" not in render_blocks(linked, a_rendering())
    gallery = render_blocks(f"<!-- wp:gallery --><figure>{text}</figure><!-- /wp:gallery -->", a_rendering())
    assert 'data-wp-interactive="core/gallery"' in gallery


def test_a_gallery_shows_what_was_uploaded_to_the_post() -> None:
    text = (
        '<!-- wp:gallery {"dynamicContent":{"source":"core/attached-media"},"align":"wide","columns":2} /-->'
    )
    rendering = a_rendering()
    rendering.facts.learn({AttachedMediaNeed(7, "image"): (a_picture(3), a_picture(4, caption="A & B"))})
    html = render_blocks(text, rendering)
    assert html.startswith(
        '<figure class="wp-block-gallery alignwide has-nested-images columns-2 is-cropped '
    )
    assert html.index('data-id="4"') < html.index('data-id="3"')
    assert '<figcaption class="wp-element-caption">A &amp; B</figcaption>' in html


def test_a_gallery_of_nothing_is_left_out() -> None:
    rendering = a_rendering()
    assert render_blocks('<!-- wp:gallery {"dynamicContent":{"source":"desk/all"}} /-->', rendering) == ""
    text = '<!-- wp:gallery {"dynamicContent":{"source":"core/attached-media"}} /-->'
    rendering.facts.learn({AttachedMediaNeed(7, "image"): (a_sound(3),)})
    assert render_blocks(text, rendering) == ""


def test_an_icon_without_looks_is_silent() -> None:
    rendering = a_rendering()
    rendering.facts.learn({IconNeed("desk/bell"): "<svg></svg>"})
    assert render_blocks('<!-- wp:icon {"icon":"desk/bell"} /-->', rendering) == (
        '<div class="wp-block-icon"><svg aria-hidden="true" focusable="false"></svg>\n</div>'
    )


def test_renderers_within_renderers_end_somewhere() -> None:
    rendering = a_rendering()
    rendering.depth = DEEPEST
    assert render_blocks("<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->", rendering) == ""


def test_what_is_hidden_on_some_screens_must_support_it() -> None:
    text = '<!-- wp:html {"metadata":{"blockVisibility":{"viewport":{"mobile":false}}}} --><b>x</b><!-- /wp:html -->'
    assert render_blocks(text, a_rendering()) == "<b>x</b>"
    heading = text.replace("html", "heading").replace("b>", "h2>")
    assert 'class="wp-block-heading wp-block-hidden-mobile"' in render_blocks(heading, a_rendering())


def test_a_block_without_a_post_around_is_bound_to_nothing() -> None:
    bound = '{"metadata":{"bindings":{"content":{"source":"core/post-data","args":{"field":"link"}}}}}'
    text = f'<!-- wp:paragraph {bound} --><p class="wp-block-paragraph">x</p><!-- /wp:paragraph -->'
    assert render_blocks(text, Rendering(Facts(SITE))) == '<p class="wp-block-paragraph">x</p>'


def test_a_video_says_its_size() -> None:
    rendering = a_rendering()
    text = '<!-- wp:video {"id":3} --><figure><video src="a.mp4"></video></figure><!-- /wp:video -->'
    rendering.facts.learn({AttachmentNeed(3): a_picture(3, width=640, height=360)})
    assert '<video height="360" style="aspect-ratio: 640 / 360;" width="640" src' in render_blocks(
        text, rendering
    )


def footnotes_of(meta: str) -> str:
    rendering = a_rendering()
    rendering.facts.learn({PostMetaNeed(7, "footnotes"): (meta,)})
    return render_blocks("<!-- wp:footnotes /-->", rendering)


def test_footnotes_come_from_meta() -> None:
    assert footnotes_of('[{"id":"n1","content":"A <b>note</b><script>x</script>"}, 5]') == (
        '<ol class="wp-block-footnotes"><li id="n1">A <b>note</b>x '
        '<a href="#n1-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>'
    )


@pytest.mark.parametrize("meta", ["[]", "{}", "not json", ""])
def test_meta_without_notes_shows_nothing(meta: str) -> None:
    assert footnotes_of(meta) == ""


def test_footnotes_of_a_protected_post_are_not_shown() -> None:
    rendering = a_rendering(post=a_post(password_required=True))
    assert render_blocks("<!-- wp:footnotes /-->", rendering) == ""
    assert not rendering.facts.unanswered


def test_a_button_is_bound_to_meta() -> None:
    text = (
        '<!-- wp:button {"metadata":{"bindings":{"url":{"source":"core/post-meta","args":{"key":"shop"}}}}} -->'
        '<div><a href="#">Buy</a></div><!-- /wp:button -->'
    )
    rendering = a_rendering()
    rendering.facts.learn({PublicMetaNeed(7, "shop"): "https://shop.example/?a&b"})
    assert 'href="https://shop.example/?a&amp;b"' in render_blocks(text, rendering)


def test_a_pattern_is_overridden_by_the_page_around() -> None:
    bindings = '{"__default":{"source":"core/pattern-overrides"}}'
    attrs = f'{{"metadata":{{"name":"lead","bindings":{bindings}}}}}'
    text = f"<!-- wp:paragraph {attrs} --><p>Saved</p><!-- /wp:paragraph -->"
    rendering = a_rendering()
    rendering.context["pattern/overrides"] = {"lead": {"content": "Mine"}}
    assert render_blocks(text, rendering) == '<p class="wp-block-paragraph">Mine</p>'


def test_an_icon_wears_its_looks_itself() -> None:
    text = (
        '<!-- wp:icon {"icon":"desk/bell","ariaLabel":"Bell","borderColor":"base","style":{"color":{"text":"red"},'
        '"spacing":{"margin":{"top":"1px"}}}} /-->'
    )
    rendering = a_rendering()
    rendering.facts.learn({IconNeed("desk/bell"): '<svg viewbox="0 0 2 2"></svg>'})
    assert render_blocks(text, rendering) == (
        '<div style="margin-top:1px" class="wp-block-icon"><svg style="color:red;" aria-label="Bell" '
        'class="has-text-color has-border-color has-base-border-color" role="img" viewbox="0 0 2 2"></svg>\n</div>'
    )
    rendering.facts.learn({IconNeed("desk/bell"): None})
    assert render_blocks(text, rendering) == ""


@pytest.mark.parametrize(
    ("content", "settled"),
    [
        ("plain", "plain"),
        ("0", ""),
        ("<!-- wp:a -->x", "<!-- wp:a -->x<!-- /wp:a -->"),
        ("a<!-- /wp:b -->c", "a<!-- /wp:post-content -->c"),
        ('<!-- wp:core/a {"b":1}  -->x<!-- /wp:a -->', '<!-- wp:a {"b":1} -->x<!-- /wp:a -->'),
    ],
)
def test_contents_pass_the_place_of_block_hooks(content: str, settled: str) -> None:
    assert settle_blocks(content) == settled
