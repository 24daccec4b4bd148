"""The site's name and logo, its search form and log-in links, and blocks kept elsewhere."""

from collections import Counter
from dataclasses import replace

import pytest

from copydesk.text.blocks import budget
from copydesk.text.blocks.attributes import is_set, numbers_of, whole_number, words_of
from copydesk.text.blocks.needs import PatternNeed, TemplatePartFacts, TemplatePartNeed, Visit
from copydesk.text.blocks.render import render_blocks
from copydesk.text.facts import AttachmentFacts, AttachmentNeed, Facts, PostNeed
from copydesk.text.rendering import Rendering
from tests.text.a_block import HOME, a_news, show
from tests.text.a_rendering import SITE, a_picture, a_sound


def on_site(markup: str, **values: object) -> str:
    return render_blocks(markup, Rendering(Facts(replace(SITE, **values))))  # type: ignore[arg-type]  # by name


def test_the_name_of_the_site() -> None:
    assert show("<!-- wp:site-title /-->", visit=Visit(is_front_page=True)) == (
        f'<h1 class="wp-block-site-title"><a href="{HOME}" target="_self" rel="home" aria-current="page">News</a></h1>'
    )
    assert (
        show('<!-- wp:site-title {"level":0,"isLink":false} /-->')
        == '<p class="wp-block-site-title">News</p>'
    )
    assert on_site("<!-- wp:site-title /-->", name="") == ""


def test_what_the_site_says_of_itself() -> None:
    assert on_site("<!-- wp:site-tagline /-->", description="Sea &amp; rail") == (
        '<p class="wp-block-site-tagline">Sea &amp; rail</p>'
    )
    assert show("<!-- wp:site-tagline /-->") == ""


def logo(attrs: str = "", attachment: AttachmentFacts | None = None, **more: object) -> str:
    answers = {AttachmentNeed(9): attachment or a_picture(9)}
    options = {"site_logo": "9"}
    return show(f"<!-- wp:site-logo {{{attrs}}} /-->", answers, options=options, **more)  # type: ignore[arg-type]  # by name


def test_the_logo_of_the_site() -> None:
    html = logo(visit=Visit(is_front_page=True))
    assert html.startswith(
        f'<div class="is-default-size wp-block-site-logo"><a href="{HOME}/" class="custom-logo-link" rel="home" '
        'aria-current="page"><img '
    )
    assert 'class="custom-logo" alt="Alt 9"' in html
    small = logo('"width":120,"linkTarget":"_blank"')
    assert 'rel="home" target="_blank"><img width="120" height="80"' in small
    assert logo('"isLink":false').startswith('<div class="is-default-size wp-block-site-logo"><img')


def test_no_logo() -> None:
    assert show("<!-- wp:site-logo /-->") == ""
    assert logo(attachment=a_sound(9)) == ""


SEARCH = f'<form role="search" method="get" action="{HOME}/" class="wp-block-search__'


def test_the_search_form() -> None:
    assert show('<!-- wp:search {"label":"Find","placeholder":"Words"} /-->') == (
        f'{SEARCH}button-outside wp-block-search__text-button wp-block-search" >'
        '<label class="wp-block-search__label" for="wp-block-search__input-1" >Find</label>'
        '<div class="wp-block-search__inside-wrapper" ><input class="wp-block-search__input" '
        'id="wp-block-search__input-1" placeholder="Words" value="" type="search" name="s" required />'
        '<button aria-label="Search" class="wp-block-search__button wp-element-button" type="submit" >Search</button>'
        "</div></form>"
    )


def test_a_search_form_that_opens() -> None:
    html = show('<!-- wp:search {"buttonPosition":"button-only","buttonUseIcon":true,"showLabel":false} /-->')
    assert (
        'data-wp-interactive="core/search"\n\t\t data-wp-context=\'{"isSearchInputVisible":false,'
        '"inputId":"wp-block-search__input-1",' in html
    )
    assert '<label class="wp-block-search__label screen-reader-text" ' in html
    assert '<input aria-hidden="true" class="wp-block-search__input" data-wp-bind--aria-hidden=' in html
    assert 'placeholder=""  value="" type="search"' in html
    assert (
        '<button  aria-expanded="false"  class="wp-block-search__button has-icon wp-element-button" data-wp'
        in html
    )
    assert 'data-wp-on--click="actions.openSearchInput"  ><svg class="search-icon"' in html


def test_looks_of_a_search_form_with_the_button_inside() -> None:
    html = show(
        '<!-- wp:search {"buttonPosition":"button-inside","width":50,"widthUnit":"%",'
        '"borderColor":"ink","textColor":"ink",'
        '"gradient":"dawn","style":{"border":{"radius":"3px","width":"2px","top":{"color":"#123"}},'
        '"typography":{"fontSize":"10px","textDecoration":"underline"}}} /-->'
    )
    box = "width: 50%;border-width: 2px;border-top-color: #123;border-radius: calc(3px + 4px)"
    assert (
        f'class="wp-block-search__inside-wrapper has-border-color has-ink-border-color"  style="{box}">'
        in html
    )
    assert 'required  style="border-radius: 3px;font-size: 10px"/>' in html
    assert (
        'class="wp-block-search__button has-text-color has-ink-color has-background has-dawn-gradient-background '
        'wp-element-button" type="submit"  style="border-radius: 3px;font-size: 10px;text-decoration: underline">'
        in html
    )


def test_looks_of_a_search_form_without_a_button() -> None:
    html = show(
        '<!-- wp:search {"buttonPosition":"no-button","backgroundColor":"sea","fontSize":"small","fontFamily":"serif",'
        '"style":{"color":{"text":"#123"},"border":{"color":"#456","radius":{"topLeft":"0","bottomRight":"2px"}}},'
        '"query":{"post_type":"post","x":[1]}} /-->'
    )
    assert (
        '<input class="wp-block-search__input has-border-color has-text-color has-background has-sea-background-color '
        'has-small-font-size has-serif-font-family"' in html
    )
    assert (
        'style="border-color: #456;border-top-left-radius: 0px;border-bottom-right-radius: 2px;color: #123"/>'
        in html
    )
    assert (
        '<input type="hidden" name="post_type" value="post" /><input type="hidden" name="x" value="" />'
        in html
    )
    assert "<button" not in html
    spaced = show('<!-- wp:search {"style":{"typography":{"letterSpacing":"2px"}}} /-->')
    assert "letter-spacing: 2px" in spaced
    assert "has-dawn-gradient-background" in show('<!-- wp:search {"gradient":"dawn"} /-->')
    assert "wp-block-search__text-button" not in show('<!-- wp:search {"buttonPosition":"no-button"} /-->')
    assert show('<!-- wp:search {"buttonPosition":""} /-->').startswith(f"{SEARCH}text-button")
    square = show('<!-- wp:search {"buttonPosition":"button-inside","style":{"border":{"radius":"0"}}} /-->')
    assert 'inside-wrapper"  style="border-radius: 0px">' in square


@pytest.mark.parametrize(
    ("attrs", "visit", "html"),
    [
        (
            "",
            Visit(address=f"{HOME}/a/"),
            f'<a href="{HOME}/wp-login.php?redirect_to=https%3A%2F%2Fnews.example%2Fa%2F">Log in</a>',
        ),
        ('"redirectToCurrent":false', Visit(), f'<a href="{HOME}/wp-login.php">Log in</a>'),
        ('"displayLoginAsForm":true', Visit(address=f"{HOME}/a/"), f'name="redirect_to" value="{HOME}/a/" />'),
        (
            '"redirectToCurrent":false',
            Visit(user_name="Mira", logout_nonce="n"),
            f'<a href="{HOME}/wp-login.php?action=logout&#038;_wpnonce=n">Log out</a>',
        ),
    ],
)  # fmt: skip
def test_logging_in_and_out(attrs: str, visit: Visit, html: str) -> None:
    shown = show(f"<!-- wp:loginout {{{attrs}}} /-->", visit=visit)
    state = "in" if visit.user_name else "out"
    assert shown.startswith(f'<div class="logged-{state} ')
    assert html in shown


def social(link: str, around: str = "") -> str:
    return show(
        f"<!-- wp:social-links {{{around}}} --><ul><!-- wp:social-link {{{link}}} /--></ul><!-- /wp:social-links -->"
    )


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("x.example/me", "https://x.example/me"),
        ("me@mail.example", "mailto:me@mail.example"),
        ("#", "#"),
        ("/feed/", "/feed/"),
        ("https://x.example/?a=1&b=2", "https://x.example/?a=1&#038;b=2"),
    ],
)
def test_addresses_of_services(url: str, href: str) -> None:
    assert f'<a href="{href}" class="wp-block-social-link-anchor"><svg' in social(
        f'"service":"x","url":"{url}"'
    )


def test_an_address_that_is_none() -> None:
    assert '<a href="http://' in social('"service":"x","url":"http://["')
    assert "<li" not in social('"service":"x"')


def test_services_by_name_and_colour() -> None:
    html = social(
        '"service":"mood","url":"#","label":"A & B","rel":"me"',
        '"iconColor":"ink","iconColorValue":"#123","iconBackgroundColor":"sea","iconBackgroundColorValue":"#eee",'
        '"openInNewTab":true,"showLabels":true',
    )
    assert (
        '<li style="color:#123;background-color:#eee" class="wp-social-link wp-social-link-mood has-ink-color '
        'has-sea-background-color wp-block-social-link"><a rel="me noopener nofollow" target="_blank" href="#"'
        in html
    )
    assert '<span class="wp-block-social-link-label">A &amp; B</span>' in html
    assert '<a rel="me" href="#"' in social('"service":"x","url":"#","rel":" me "')
    assert "wp-social-link-Icon" in social('"url":"#"')


@pytest.mark.parametrize(
    ("url", "words"),
    [("", "An error has occurred"), (f"{HOME}/", "A feed of this site"), ("https://x.example", "RSS Error:")],
)
def test_feeds_of_others_are_not_fetched(url: str, words: str) -> None:
    assert words in show(f'<!-- wp:rss {{"feedURL":"{url}"}} /-->')


def test_widgets() -> None:
    assert show('<!-- wp:widget-group {"title":"A & B"} --><p>x</p><!-- /wp:widget-group -->') == (
        '<h2 class="widget-title">A &amp; B</h2><div class="wp-widget-group__inner-blocks"><p>x</p></div>'
    )
    assert (
        show("<!-- wp:widget-group --><!-- /wp:widget-group -->")
        == '<div class="wp-widget-group__inner-blocks"></div>'
    )
    assert show('<!-- wp:legacy-widget {"id":"search-2"} /-->') == ""


BOX = '<!-- wp:block {"ref":5} /-->'


def test_reusable_blocks() -> None:
    box = a_news(5, type="wp_block", content="<!-- wp:html --><i>Box</i><!-- /wp:html -->")
    assert show(BOX + BOX, {PostNeed(5): box}) == "<i>Box</i><i>Box</i>"


@pytest.mark.parametrize(
    "post",
    [
        None,
        a_news(5),
        a_news(5, type="wp_block", status="draft"),
        a_news(5, type="wp_block", has_password=True),
        a_news(5, type="wp_block", content=BOX + BOX),
    ],
)
def test_reusable_blocks_that_are_not_shown(post: object) -> None:
    assert show(BOX, {PostNeed(5): post}) == ""
    assert show("<!-- wp:block /-->") == ""


def test_patterns() -> None:
    block = '<!-- wp:pattern {"slug":"desk/box"} /-->'
    assert show(block, {PatternNeed("desk/box"): f"<i>Box</i>{block}"}) == "<i>Box</i>"
    assert show(block) == ""
    assert show("<!-- wp:pattern /-->") == ""


@pytest.mark.parametrize(
    ("area", "attrs", "tag"),
    [("footer", "", "footer"), ("uncategorized", "", "div"), ("header", '"tagName":"section"', "section")],
)
def test_template_parts(area: str, attrs: str, tag: str) -> None:
    part = TemplatePartFacts("desk//top", '<i>Top</i><!-- wp:template-part {"slug":"top"} /-->', area)
    more = f",{attrs}" if attrs else ""
    html = show(
        f'<!-- wp:template-part {{"slug":"top"{more}}} /-->',
        {TemplatePartNeed("desk", "top"): part},
        options={"stylesheet": "desk"},
    )
    assert html.startswith(f'<{tag} class="wp-block-template-part"><i>Top</i><')
    assert show("<!-- wp:template-part /-->") == ""


def test_blocks_that_show_blocks_end() -> None:
    boxes = {
        PostNeed(number): a_news(
            number, type="wp_block", content=f'<!-- wp:block {{"ref":{number + 1}}} /-->x' * 20
        )
        for number in range(1, 12)
    }
    assert len(show('<!-- wp:block {"ref":1} /-->', boxes)) <= budget.MOST


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("12px", 12),
        ("-3", -3),
        (" +4", 4),
        ("x", 0),
        ("9" * 5000, 0),
        (2.9, 2),
        (float("inf"), 0),
        (None, 0),
        (True, 1),
        ([], 0),
    ],
)
def test_numbers_in_attributes(value: object, number: int) -> None:
    assert whole_number(value) == number


def test_other_values_in_attributes() -> None:
    assert not any(map(is_set, ("0", "", [], None)))
    assert all(map(is_set, ("false", 0.1)))
    values: list[object] = [True, None, 2.0, 2.5, "a", [1], {}]
    assert list(map(words_of, values)) == ["1", "", "2", "2.5", "a", "", ""]
    assert numbers_of(4) == numbers_of("4,x,0") == numbers_of({"a": 4}) == (4,)
    assert numbers_of(None) == numbers_of(True) == ()


@pytest.mark.parametrize("block", ["latest-posts", "navigation", 'block {"ref":1}', "query-no-results"])
def test_a_text_that_has_shown_too_much_shows_no_more(block: str) -> None:
    spent = Counter({"shown from elsewhere": budget.MOST})
    boxes = {PostNeed(1): a_news(1, type="wp_block", content="Text")}
    assert show(f"<!-- wp:{block} /-->", boxes, counters=spent) == ""
