"""Menus, their items, and lists of pages."""

from typing import Any

import pytest

from copydesk.text.blocks.needs import NavigationNeed, PagesNeed, Visit
from copydesk.text.facts import PostFacts, PostNeed
from tests.text.a_block import HOME, a_news, show

LINK = '<!-- wp:navigation-link {"label":"Ports","url":"/ports/"} /-->'
SUBMENU = (
    '<!-- wp:navigation-submenu {"label":"More <b>news</b>","url":"/more/"} -->'
    f"{LINK}<!-- /wp:navigation-submenu -->"
)


def menu(inside: str = LINK, attrs: str = '"overlayMenu":"never"', **more: Any) -> str:
    return show(f"<!-- wp:navigation {{{attrs}}} -->{inside}<!-- /wp:navigation -->", **more)


def a_menu(number: int, content: str = LINK, **values: object) -> PostFacts:
    return a_news(number, "Main", type="wp_navigation", content=content, **values)


ITEM = (
    '<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content"  '
    'href="/ports/"><span class="wp-block-navigation-item__label">Ports</span></a></li>'
)


def test_a_menu() -> None:
    assert menu() == (
        '<nav class="wp-block-navigation is-layout-flex wp-block-navigation-is-layout-flex">'
        f'<ul class="wp-block-navigation__container wp-block-navigation">{ITEM}</ul></nav>'
    )


def test_items_between_lists() -> None:
    html = menu(f"{LINK}<!-- wp:site-title /-->{LINK}<!-- wp:html --><p>x</p><!-- /wp:html -->{LINK}")
    assert '<li class="wp-block-navigation-item"><h1 class="wp-block-site-title">' in html
    assert f"{ITEM}</ul><p>x</p><ul " in html


def test_a_menu_that_opens_in_a_window() -> None:
    html = menu(attrs='"overlayMenu":"always","customOverlayTextColor":"#123","icon":"menu"')
    assert html.startswith('<nav class="is-responsive wp-block-navigation is-layout-flex')
    assert ' \n\t\t data-wp-interactive="core/navigation" data-wp-context=\'{"overlayOpenedBy":' in html
    assert (
        'aria-label="Open menu" class="wp-block-navigation__responsive-container-open always-shown" \n'
        in html
    )
    assert (
        'class="wp-block-navigation__responsive-container hidden-by-default has-text-color" '
        'style="color: #123" id="modal-1" \n' in html
    )
    assert "M5 5v1.5h14V5H5z" in html
    words = menu(attrs='"hasIcon":false')
    assert ">Menu</button>" in words
    assert ">Close</button>" in words
    assert "is-responsive" in menu(attrs='"isResponsive":true')


def test_looks_of_a_menu() -> None:
    html = menu(
        attrs='"overlayMenu":"never","textColor":"ink","rgbBackgroundColor":"#eee","style":{"typography":'
        '{"textDecoration":"underline"}},"layout":{"type":"flex","justifyContent":"right","orientation":"vertical",'
        '"flexWrap":"nowrap"}'
    )
    assert (
        '<nav style="background-color: #eee" class="has-text-color has-ink-color has-background '
        "items-justified-right is-vertical no-wrap has-text-decoration-underline wp-block-navigation " in html
    )


def test_menus_of_old_that_open_in_a_window() -> None:
    assert "responsive-container" not in menu(attrs='"overlayMenu":"never"')
    assert "responsive-container" in menu(attrs='"overlayMenu":"never","isResponsive":true')


def test_a_menu_of_a_post() -> None:
    answers = {PostNeed(5): a_menu(5, LINK + "\n\n" + LINK)}
    block = '<!-- wp:navigation {"ref":5,"overlayMenu":"never"} /-->'
    html = show(block * 2, answers)
    assert f"{ITEM}{ITEM}</ul>" in html
    assert 'aria-label="Main"><ul' in html
    assert 'aria-label="Main 2"><ul' in html


@pytest.mark.parametrize("post", [None, a_menu(5, status="draft"), a_menu(5, "")])
def test_menus_that_are_gone(post: PostFacts | None) -> None:
    assert show('<!-- wp:navigation {"ref":5} /-->', {PostNeed(5): post}) == ""


def test_where_no_menu_is_named() -> None:
    block = '<!-- wp:navigation {"overlayMenu":"never"} /-->'
    assert ITEM in show(block, {NavigationNeed(): a_menu(5)})
    pages = show(block, {PagesNeed(): (a_news(9, "About", type="page"),)})
    assert f'href="{HOME}/news-9/">About</a>' in pages
    assert "aria-label" not in pages


def test_menus_in_menus_count_on() -> None:
    search = "<!-- wp:search /-->"
    html = menu(f"<!-- wp:navigation -->{search}<!-- /wp:navigation -->{search}", attrs="")
    assert html.count("<nav") == 2
    assert 'id="modal-9"' in html
    deep = menu("<!-- wp:navigation -->" * 200 + search + "<!-- /wp:navigation -->" * 200)
    assert isinstance(deep, str)


def test_a_menu_names_itself() -> None:
    assert 'aria-label="Top"' in menu(attrs='"ariaLabel":"Top","overlayMenu":"never"')


def test_a_menu_in_itself_ends() -> None:
    inner = '<!-- wp:navigation {"ref":5} /-->'
    assert isinstance(show(inner, {PostNeed(5): a_menu(5, inner + inner + LINK)}), str)


def test_submenus_that_open_by_hover() -> None:
    html = menu(SUBMENU)
    assert (
        '<li data-wp-context="{ &quot;submenuOpenedBy&quot;: { &quot;click&quot;: false, &quot;hover&quot;: false, '
        "&quot;focus&quot;: false }, &quot;type&quot;: &quot;submenu&quot;, &quot;modal&quot;: null, "
        '&quot;previousFocus&quot;: null }" data-wp-interactive="core/navigation"' in html
    )
    assert 'data-wp-on--pointerenter="actions.openMenuOnHover"' in html
    assert (
        'class="wp-block-navigation-item has-child open-on-hover-click wp-block-navigation-submenu">' in html
    )
    assert (
        '<button data-wp-bind--aria-expanded="state.isSubmenuOpen" data-wp-on--click="actions.toggleMenuOnClick" '
        'aria-label="More news submenu" class="wp-block-navigation__submenu-icon wp-block-navigation-submenu__toggle" >'
    ) in html
    assert (
        '<ul data-wp-on--focus="actions.openMenuOnFocus" class="wp-block-navigation__submenu-container'
        in html
    )


def test_submenus_that_open_by_click() -> None:
    html = menu(SUBMENU, '"overlayMenu":"never","submenuVisibility":"click"')
    assert "pointerenter" not in html
    assert 'class="wp-block-navigation-item__content wp-block-navigation-submenu__toggle" ><span' in html
    assert '</span></button><span class="wp-block-navigation__submenu-icon"><svg' in html
    old = menu(SUBMENU, '"overlayMenu":"never","openSubmenusOnClick":true')
    assert "open-on-click" in old


def test_submenus_that_are_open_or_have_no_sign() -> None:
    assert "has-child open-always" in menu(SUBMENU, '"overlayMenu":"never","submenuVisibility":"always"')
    assert "has-child wp-block" in menu(SUBMENU, '"overlayMenu":"never","showSubmenuIcon":false')
    alone = show(SUBMENU)
    assert alone.startswith(
        '<li class="wp-block-navigation-item has-child wp-block-navigation-submenu"><a class='
    )
    assert "<button" not in alone


def test_colours_of_submenus() -> None:
    html = menu(
        SUBMENU, '"overlayMenu":"never","overlayTextColor":"ink","customOverlayBackgroundColor":"#eee"'
    )
    assert (
        'style="background-color:#eee" class="wp-block-navigation__submenu-container has-text-color has-ink-color '
        'has-background wp-block-navigation-submenu">' in html
    )


def test_links_with_all_they_can_have() -> None:
    html = show(
        '<!-- wp:navigation-link {"label":"A & B","description":"D","url":"/x?a=1&b","rel":"me","title":"T",'
        '"opensInNewTab":true} /-->'
    )
    assert (
        '<a class="wp-block-navigation-item__content"  href="/x?a=1&#038;b" target="_blank"   rel="me" title="T">'
        '<span class="wp-block-navigation-item__label">A &amp; B</span>'
        '<span class="wp-block-navigation-item__description">D</span></a></li>' in html
    )


def test_links_with_items_below() -> None:
    html = menu(f'<!-- wp:navigation-link {{"label":"More"}} -->{LINK}<!-- /wp:navigation-link -->')
    assert "wp-block-navigation-item has-child wp-block-navigation-link" in html
    assert f'class="wp-block-navigation__submenu-container">{ITEM}</ul></li>' in html
    assert '<span class="wp-block-navigation__submenu-icon"><svg' in html


@pytest.mark.parametrize("block", ["navigation-link", "navigation-submenu"])
def test_links_to_nowhere(block: str) -> None:
    assert show(f"<!-- wp:{block} /-->") == ""
    gone = f'<!-- wp:{block} {{"label":"x","type":"page","id":9}} /-->'
    assert show(gone) == ""
    assert show(gone, {PostNeed(9): a_news(9, status="draft")}) == ""
    assert ">x</span>" in show(gone, {PostNeed(9): a_news(9)})


@pytest.mark.parametrize("block", ["navigation-link", "navigation-submenu"])
def test_links_to_where_the_reader_is(block: str) -> None:
    link = f'<!-- wp:{block} {{"label":"x","kind":"taxonomy","id":9}} /-->'
    assert 'aria-current="page"' in show(link, visit=Visit(object_id=9))
    assert "current-menu-item" in show(link, visit=Visit(object_id=9))
    assert "current" not in show(link)


def test_the_way_home() -> None:
    html = show('<!-- wp:home-link {"opensInNewTab":true} /-->', visit=Visit(is_front_page=True))
    assert html == (
        '<li class="wp-block-navigation-item wp-block-home-link"><a class="wp-block-home-link__content '
        f'wp-block-navigation-item__content" href="{HOME}" rel="home" aria-current="page" target="_blank">Home</a></li>'
    )


@pytest.mark.parametrize(
    ("attrs", "html"),
    [
        ("", 'type="button" aria-label="Close" ><svg'),
        (
            '"displayMode":"text","text":"Shut"',
            'type="button"  ><span class="wp-block-navigation-overlay-close__text">Shut</span>',
        ),
        (
            '"displayMode":"both"',
            '</svg><span class="wp-block-navigation-overlay-close__text">Close</span></button>',
        ),
    ],
)
def test_the_button_that_closes_the_window(attrs: str, html: str) -> None:
    assert html in show(f"<!-- wp:navigation-overlay-close {{{attrs}}} /-->")


PAGES = {
    PagesNeed(): (
        a_news(1, "About & us", type="page"),
        a_news(2, "Team", type="page", parent=1),
        a_news(3, " ", type="page", parent=2),
        a_news(4, "Loop", type="page", parent=4),
    )
}


def test_pages() -> None:
    item = (
        '<li class="wp-block-pages-list__item has-child{}">'
        '<a class="wp-block-pages-list__item__link" href="{}">{}</a>'
    )
    below = '<ul class="wp-block-navigation__submenu-container">'
    assert show("<!-- wp:page-list /-->", PAGES) == (
        f'<ul class="wp-block-page-list">{item.format("", f"{HOME}/news-1/", "About &amp; us")}{below}'
        f'{item.format(" ", f"{HOME}/news-2/", "Team")}{below}<li class="wp-block-pages-list__item ">'
        f'<a class="wp-block-pages-list__item__link" href="{HOME}/news-3/"> </a></li></ul></li></ul></li></ul>'
    )
    assert show('<!-- wp:page-list {"parentPageID":3} /-->', PAGES) == ""


def test_pages_in_a_menu() -> None:
    html = menu(
        "<!-- wp:page-list /-->",
        '"overlayMenu":"never","overlayBackgroundColor":"sea","customOverlayTextColor":"#123"',
        answers=PAGES,
    )
    assert 'class="wp-block-pages-list__item has-child wp-block-navigation-item open-on-hover-click"' in html
    assert (
        'open-on-hover-click has-text-color has-background has-sea-background-color" style="color: #123;">'
        in html
    )
    click = menu("<!-- wp:page-list /-->", '"overlayMenu":"never","submenuVisibility":"click"', answers=PAGES)
    assert (
        'class=" wp-block-navigation-item__content wp-block-navigation-submenu__toggle" >About &amp; us</button>'
        in click
    )
    assert '<span class="wp-block-page-list__submenu-icon wp-block-navigation__submenu-icon">' in click
    plain = menu("<!-- wp:page-list /-->", '"overlayMenu":"never","showSubmenuIcon":false', answers=PAGES)
    assert "<button" not in plain


def test_pages_in_a_submenu() -> None:
    inside = (
        '<!-- wp:navigation-submenu {"label":"x"} --><!-- wp:page-list /--><!-- /wp:navigation-submenu -->'
    )
    assert "wp-block-page-list" not in menu(inside, answers=PAGES)


def test_the_page_the_reader_is_at() -> None:
    html = show("<!-- wp:page-list /-->", PAGES, visit=Visit(object_id=2), options={"page_on_front": "3"})
    assert 'item current-menu-item has-child "><a class="wp-block-pages-list__item__link" ' in html
    assert 'aria-current="page">Team</a>' in html
    assert '<li class="wp-block-pages-list__item  menu-item-home">' in html
