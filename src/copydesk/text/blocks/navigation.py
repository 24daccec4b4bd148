"""core/navigation: a menu, and on small screens a button that opens it in a window.

The menu's items come from the blocks inside; from the post that `ref` names; or, without both, from the menu
of the site that was made last. A menu of a post takes that post's title as its name, with a number when there
are several of a name on the page.

Items that are list items stand in one list as long as they follow each other, anything else between lists.
WordPress renders the blocks inside twice and shows the second time; we render once, and count on as if.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.text.blocks.around import fresh_context
from copydesk.text.blocks.attributes import is_set, members, unique_id, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.budget import may_show, pay
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.loop import render_parsed
from copydesk.text.blocks.menu_colors import menu_colors, overlay_colors
from copydesk.text.blocks.navigation_directives import add_submenu_directives
from copydesk.text.blocks.navigation_rules import CLOSE_ICON, NAV_DIRECTIVES, OPEN_ICONS, RESPONSIVE
from copydesk.text.blocks.needs import NavigationNeed
from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.supports.opening_tag import find_tag
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import PostFacts, PostNeed
from copydesk.text.rendering import Rendering

_CLASS = "wp-block-navigation"
_IN_LIST_ITEM = frozenset({"core/site-title", "core/site-logo"})
_NO_MENU = PostFacts(0)
_ALL_PAGES = PostFacts(0, content="<!-- wp:page-list /-->")
_MOST_IDS = 1_000_000


def render_navigation(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    menu = _menu_post(block, rendering)
    items: Sequence[Block] = block.inner_blocks
    context: Mapping[str, Any] = {**rendering.context, **_provided(attrs)}
    rendering.counters["unique"] += _ids_inside(block)
    if menu is not None:
        items = [item for item in parse_blocks(menu.content) if item.name]
        # A menu from a post has all attributes as context; one saved in place only those declared.
        context = {**attrs, **_custom_colors(attrs)}
    if not may_show(rendering):
        return ""
    with fresh_context(rendering, context):
        content = pay(_items(block, items, rendering), len(items), rendering)
    if not content:
        return ""
    name = _name(attrs, menu, rendering)
    return _nav(block, content, name, rendering)


def _menu_post(block: Block, rendering: Rendering) -> PostFacts | None:
    ref = whole_number((block.attrs or {}).get("ref"))
    if ref:
        post = rendering.facts.ask(PostNeed(ref))
        return post if post is not None and post.status == "publish" else _NO_MENU
    if any(inner.name for inner in block.inner_blocks):
        return None
    return rendering.facts.ask(NavigationNeed()) or _ALL_PAGES


def _provided(attrs: Mapping[str, Any]) -> dict[str, Any]:
    """The block context that the type declares; the walk gives it only to blocks that it renders itself."""
    return {key: attrs[name] for key, name in BLOCK.provides_context.items() if name in attrs}


def _ids_inside(block: Block) -> int:
    """How many ids rendering the blocks inside takes: one per form, and per menu twice what is inside it."""
    count = 0
    stack = [(inner, 1) for inner in block.inner_blocks]
    while stack:
        inner, times = stack.pop()
        if inner.name in ("core/search", "core/navigation"):
            count += times
        times = min(times * 2, _MOST_IDS) if inner.name == "core/navigation" else times
        stack.extend((below, times) for below in inner.inner_blocks)
    return count


def _custom_colors(attrs: Mapping[str, Any]) -> dict[str, Any]:
    kinds = {"customTextColor": "rgbTextColor", "customBackgroundColor": "rgbBackgroundColor"}
    return {custom: attrs[rgb] for custom, rgb in kinds.items() if rgb in attrs}


def _items(block: Block, items: Sequence[Block], rendering: Rendering) -> str:
    list_attributes = wrapper_attributes(
        block,
        rendering,
        [f"{_CLASS}__container", *_classes(block)],
        style=";".join(menu_colors(block.attrs or {}).declarations),
    )
    out: list[str] = []
    list_is_open = False
    for item in items:
        html = render_parsed([item], rendering)
        if html and item.name in _IN_LIST_ITEM:
            html = f'<li class="{_CLASS}-item">{html}</li>'
        is_item = find_tag(html, "li") is not None
        if is_item != list_is_open:
            out.append(f"<ul {list_attributes}>" if is_item else "</ul>")
            list_is_open = is_item
        out.append(html)
    if list_is_open:
        out.append("</ul>")
    return add_submenu_directives("".join(out)).strip()


def _name(attrs: Mapping[str, Any], menu: PostFacts | None, rendering: Rendering) -> str:
    name = words_of(attrs.get("ariaLabel"))
    if not name and menu is not None and attrs.get("ref") is not None:
        name = menu.title
    if not name:
        return ""
    rendering.counters[f"menu {name}"] += 1
    count = rendering.counters[f"menu {name}"]
    return name if count == 1 else f"{name} {count}"


def _classes(block: Block) -> list[str]:
    attrs = block.attrs or {}
    layout = members(attrs.get("layout"))
    justify = words_of(layout.get("justifyContent")) or words_of(attrs.get("itemsJustification"))
    orientation = layout.get("orientation", attrs.get("orientation"))
    decoration = words_of(members(members(attrs.get("style")).get("typography")).get("textDecoration"))
    return [
        *menu_colors(attrs).classes,
        *(["is-responsive"] if _is_responsive(attrs) else []),
        *([f"items-justified-{justify}"] if justify else []),
        *(["is-vertical"] if orientation == "vertical" else []),
        *(["no-wrap"] if layout.get("flexWrap") == "nowrap" else []),
        *([f"has-text-decoration-{decoration}"] if decoration else []),
    ]


def _is_responsive(attrs: Mapping[str, Any]) -> bool:
    """`isResponsive` is how menus before 5.9 say it."""
    return is_set(attrs.get("isResponsive")) or words_of(attrs["overlayMenu"]) not in ("", "never")


def _nav(block: Block, content: str, name: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    style = ";".join(menu_colors(attrs).declarations)
    wrapper = wrapper_attributes(block, rendering, _classes(block), style=style, aria_label=name)
    if not _is_responsive(attrs):
        return f"<nav {wrapper}>{content}</nav>"
    return f"<nav {wrapper}{NAV_DIRECTIVES}>{_window(attrs, content, rendering)}</nav>"


def _window(attrs: Mapping[str, Any], content: str, rendering: Rendering) -> str:
    colors = overlay_colors(attrs)
    hidden = ["hidden-by-default"] if attrs["overlayMenu"] == "always" else []
    always = ["always-shown"] if attrs["overlayMenu"] == "always" else []
    has_icon = is_set(attrs["hasIcon"])
    icon = OPEN_ICONS.get(words_of(attrs["icon"]), OPEN_ICONS["handle"])
    style = escape_attribute(";".join(colors.declarations))
    return RESPONSIVE.format(
        open_label=' aria-label="Open menu"' if has_icon else "",
        open_classes=" ".join((f"{_CLASS}__responsive-container-open", *always)),
        open_content=icon if has_icon else "Menu",
        classes=" ".join((f"{_CLASS}__responsive-container", *hidden, *colors.classes)),
        style=f'style="{style}"' if style else "",
        modal_id=unique_id(rendering, "modal-"),
        close_label=' aria-label="Close menu"' if has_icon else "",
        close_content=CLOSE_ICON if has_icon else "Close",
        content=content,
        overlay="",
    )


BLOCK = core_block("core/navigation", render_navigation, skip_inner_blocks=True)
