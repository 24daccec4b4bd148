"""core/navigation-link, core/navigation-submenu, core/home-link: the items of a menu."""

from collections.abc import Mapping
from typing import Any

from copydesk.text.blocks.around import visit_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.loop import render_parsed
from copydesk.text.blocks.menu_colors import overlay_colors
from copydesk.text.blocks.navigation_rules import SUBMENU_ICON
from copydesk.text.blocks.shown import clean_markup
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import PostNeed
from copydesk.text.rendering import Rendering
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.urls import escape_url

_CLASS = "wp-block-navigation"
_POST_TYPES = ("post", "page")


def render_link(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    if not is_set(attrs.get("label")) or not _target_is_public(attrs, rendering):
        return ""
    current = _is_current(attrs, rendering)
    inner = _items(block, rendering)
    classes = [
        f"{_CLASS}-item",
        *(["has-child"] if inner else []),
        *(["current-menu-item"] if current else []),
    ]
    mark = 'aria-current="page"' if current else ""
    icon = (
        f'<span class="{_CLASS}__submenu-icon">{SUBMENU_ICON}</span>'
        if inner and _shows_icons(rendering)
        else ""
    )
    below = f'<ul class="{_CLASS}__submenu-container">{inner}</ul>' if inner else ""
    link = f'<a class="{_CLASS}-item__content" {mark}{_link_attributes(attrs)}>{_label(attrs)}</a>'
    return f"<li {wrapper_attributes(block, rendering, classes)}>{link}{icon}{below}</li>"


def _target_is_public(attrs: Mapping[str, Any], rendering: Rendering) -> bool:
    """A link to a post that is gone or no longer public vanishes."""
    post_id = whole_number(attrs.get("id"))
    is_post = attrs.get("kind") == "post-type" or attrs.get("type") in _POST_TYPES
    if not post_id or not is_post:
        return True
    post = rendering.facts.ask(PostNeed(post_id))
    return post is not None and post.status == "publish"


def _is_current(attrs: Mapping[str, Any], rendering: Rendering) -> bool:
    item_id = whole_number(attrs.get("id"))
    return bool(item_id and attrs.get("kind")) and visit_around(rendering).object_id == item_id


def _shows_icons(rendering: Rendering) -> bool:
    return is_set(rendering.context.get("showSubmenuIcon"))


def _link_attributes(attrs: Mapping[str, Any]) -> str:
    url, title = words_of(attrs.get("url")), words_of(attrs.get("title"))
    rel = words_of(attrs.get("rel"))
    return (
        (f' href="{escape_url(url)}"' if url else "")
        + (' target="_blank"  ' if is_set(attrs.get("opensInNewTab")) else "")
        + (f' rel="{escape_attribute(rel)}"' if rel else "")
        + (f' title="{escape_attribute(title)}"' if title else "")
    )


def _label(attrs: Mapping[str, Any]) -> str:
    label = clean_markup(words_of(attrs.get("label")))
    description = words_of(attrs.get("description"))
    below = (
        f'<span class="{_CLASS}-item__description">{clean_markup(description)}</span>' if description else ""
    )
    return f'<span class="{_CLASS}-item__label">{label}</span>{below}'


def render_submenu(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    if not is_set(attrs.get("label")) or not _target_is_public(attrs, rendering):
        return ""
    opens = submenu_opening(rendering)
    has_items = bool(block.inner_blocks)
    current = _is_current(attrs, rendering)
    classes = [f"{_CLASS}-item", *(["has-child"] if has_items else [])]
    classes += [f"open-{opens}"] if has_items and opens else []
    classes += ["current-menu-item"] if current else []
    head = _submenu_head(attrs, opens, current=current, has_items=has_items)
    below = _submenu_list(block, rendering) if has_items else ""
    return f"<li {wrapper_attributes(block, rendering, classes)}>{head}{below}</li>"


def submenu_opening(rendering: Rendering) -> str:
    """How submenus of the menu around open; empty outside of menus, and where they have no icons."""
    how = words_of(rendering.context.get("submenuVisibility"))
    if how == "click" or is_set(rendering.context.get("openSubmenusOnClick")):
        return "on-click"
    if how == "always":
        return "always"
    return "on-hover-click" if _shows_icons(rendering) else ""


def _submenu_head(attrs: Mapping[str, Any], opens: str, *, current: bool, has_items: bool) -> str:
    name = escape_attribute(f"{strip_all_tags(words_of(attrs.get('label')))} submenu")
    toggle = f"{_CLASS}-submenu__toggle"
    if opens == "on-click" and has_items:
        return (
            f'<button aria-label="{name}" class="{_CLASS}-item__content {toggle}" >'
            f'{_label(attrs)}</button><span class="{_CLASS}__submenu-icon">{SUBMENU_ICON}</span>'
        )
    mark = ' aria-current="page"' if current else ""
    link = f'<a class="{_CLASS}-item__content"{_link_attributes(attrs)}{mark}>{_label(attrs)}</a>'
    if opens != "on-hover-click" or not has_items:
        return link
    return (
        f'{link}<button aria-label="{name}" class="{_CLASS}__submenu-icon {toggle}" >{SUBMENU_ICON}</button>'
    )


def _submenu_list(block: Block, rendering: Rendering) -> str:
    """The list has the colours of what the menu opens, besides the block's own looks."""
    colors = overlay_colors(rendering.context)
    style = ";".join(declaration.replace(": ", ":", 1) for declaration in colors.declarations)
    classes = [f"{_CLASS}__submenu-container", *colors.classes]
    wrapper = wrapper_attributes(block, rendering, classes, style=style)
    return f"<ul {wrapper}>{_items(block, rendering)}</ul>"


def _items(block: Block, rendering: Rendering) -> str:
    """The blocks inside, without what stands between them."""
    return render_parsed([inner for inner in block.inner_blocks if inner.name], rendering)


def render_home_link(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    mark = 'aria-current="page"' if visit_around(rendering).is_front_page else ""
    target = ' target="_blank"' if is_set(attrs["opensInNewTab"]) else ""
    label = clean_markup(words_of(attrs.get("label"))) or "Home"
    home = escape_url(rendering.facts.site.home)
    return (
        f"<li {wrapper_attributes(block, rendering, [f'{_CLASS}-item'])}>"
        f'<a class="wp-block-home-link__content {_CLASS}-item__content" href="{home}" '
        f'rel="home" {mark}{target}>{label}</a></li>'
    )


BLOCKS = (
    core_block("core/navigation-link", render_link, skip_inner_blocks=True),
    core_block("core/navigation-submenu", render_submenu, skip_inner_blocks=True),
    core_block("core/home-link", render_home_link),
)
