"""core/page-list: the published pages, as a tree; inside a menu as its items."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.text.blocks.around import visit_around
from copydesk.text.blocks.attributes import is_set, whole_number
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.menu_colors import menu_colors, overlay_colors
from copydesk.text.blocks.navigation_links import submenu_opening
from copydesk.text.blocks.navigation_rules import SUBMENU_ICON
from copydesk.text.blocks.needs import PagesNeed
from copydesk.text.blocks.shown import clean_markup
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute, escape_html
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.urls import escape_url

_CLASS = "wp-block-pages-list__item"
_MENU = "wp-block-navigation"
_TOGGLE = f"{_MENU}-submenu__toggle"


@dataclass(frozen=True, slots=True)
class _Look:
    """How items are shown: whether as those of a menu, and how what is below them opens."""

    in_menu: bool
    opens: str
    classes_below: str
    style_below: str
    current: int  # the page the reader is at
    front_page: int


def render_page_list(block: Block, _html: str, rendering: Rendering) -> str:
    below: dict[int, list[PostFacts]] = {}
    for page in rendering.facts.ask(PagesNeed()) or ():
        below.setdefault(page.parent, []).append(page)
    items = _items(whole_number((block.attrs or {})["parentPageID"]), below, _look(rendering))
    if not items or is_set(rendering.context.get("core/isInsideSubmenu")):
        return items
    colors = menu_colors(rendering.context)
    wrapper = wrapper_attributes(block, rendering, colors.classes, style=";".join(colors.declarations))
    return f"<ul {wrapper}>{items}</ul>"


def _look(rendering: Rendering) -> _Look:
    context: Mapping[str, Any] = rendering.context
    colors = overlay_colors(context)
    in_menu = "showSubmenuIcon" in context
    return _Look(
        in_menu=in_menu,
        opens=submenu_opening(rendering) if in_menu else "",
        classes_below=" ".join(colors.classes),
        style_below="".join(f"{declaration};" for declaration in colors.declarations),
        current=visit_around(rendering).object_id,
        front_page=whole_number(rendering.facts.site.options.get("page_on_front")),
    )


def _items(top: int, below: dict[int, list[PostFacts]], look: _Look) -> str:
    """Takes pages out of `below` as they are shown, so that pages above themselves end."""
    out: list[str] = []
    stack: list[tuple[PostFacts, int] | str] = [(page, 0) for page in reversed(below.pop(top, []))]
    while stack:
        step = stack.pop()
        if isinstance(step, str):
            out.append(step)
            continue
        page, depth = step
        children = below.pop(page.id, [])
        out.append(_open_item(page, look, depth=depth, has_children=bool(children)))
        if children:
            out.append(f'<ul class="{_MENU}__submenu-container">')
            stack.append("</ul></li>")
            stack.extend((child, depth + 1) for child in reversed(children))
        else:
            out.append("</li>")
    return "".join(out)


def _open_item(page: PostFacts, look: _Look, *, depth: int, has_children: bool) -> str:
    title = clean_markup(page.title) or "(no title)"
    style = f' style="{escape_attribute(look.style_below)}"' if depth and look.style_below else ""
    item = f'<li class="{_item_classes(page, look, depth=depth, has_children=has_children)}"{style}>'
    name = escape_attribute(f"{strip_all_tags(title)} submenu")
    content_class = f" {_MENU}-item__content" if look.in_menu else ""
    if has_children and look.opens == "on-click":
        icon = f'<span class="wp-block-page-list__submenu-icon {_MENU}__submenu-icon">{SUBMENU_ICON}</span>'
        return (
            f'{item}<button aria-label="{name}" class="{content_class} {_TOGGLE}" >'
            f"{escape_html(title)}</button>{icon}"
        )
    mark = ' aria-current="page"' if page.id == look.current else ""
    link = f'<a class="{_CLASS}__link{content_class}" href="{escape_url(page.link)}"{mark}>{title}</a>'
    if not has_children or look.opens != "on-hover-click":
        return f"{item}{link}"
    return (
        f'{item}{link}<button aria-label="{name}" class="{_MENU}__submenu-icon {_TOGGLE}" '
        f">{SUBMENU_ICON}</button>"
    )


def _item_classes(page: PostFacts, look: _Look, *, depth: int, has_children: bool) -> str:
    """A page below others ends its classes with those of the colours, or with a space."""
    classes = [_CLASS]
    if page.id == look.current:
        classes.append("current-menu-item")
    if has_children:
        classes.append("has-child")
    if look.in_menu:
        classes += [f"{_MENU}-item", *([f"open-{look.opens}"] if look.opens else [])]
    if depth:
        classes.append(look.classes_below)
    if page.id == look.front_page:
        classes.append("menu-item-home")
    return escape_attribute(" ".join(classes))


BLOCK = core_block("core/page-list", render_page_list)
