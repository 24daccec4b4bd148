"""Colours for the links, headings and buttons in a block: a numbered class, for the page's style sheet."""

import re
from typing import Any

from copydesk.text.blocks.attributes import numbered_id
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group
from copydesk.text.blocks.supports.values import is_serialized

_ELEMENTS = {
    "link": ("link",),
    "heading": ("heading", "h1", "h2", "h3", "h4", "h5", "h6"),
    "button": ("button",),
}
_CLASS = re.compile(r"\bwp-elements-\d+\b")


def number_elements(shown: Shown) -> Block:
    """Writes the class into `className`, before the inner blocks get theirs."""
    if "style" not in shown.attrs or shown.declared is None or not _has_colors(shown):
        return shown.block
    named = numbered_id(shown.rendering, "wp-elements-")
    own = shown.attrs.get("className")
    attrs = {**shown.attrs, "className": f"{own} {named}" if isinstance(own, str) and own else named}
    block = shown.block
    return Block(block.name, attrs, block.inner_blocks, block.inner_html, block.inner_content)


def add_elements_class(shown: Shown, html: str) -> str:
    named = shown.attrs.get("className")
    found = _CLASS.search(named) if isinstance(named, str) else None
    return add_classes(html, find_tag(html), [found[0]]) if found else html


def _has_colors(shown: Shown) -> bool:
    elements = style_group(shown.attrs, "elements")
    return any(
        is_serialized(shown.supports, "color", feature)
        and any(_is_colored(elements.get(name)) for name in names)
        for feature, names in _ELEMENTS.items()
    )


def _is_colored(element: Any) -> bool:
    if not isinstance(element, dict):
        return False
    states = [element, element.get(":hover")]
    colors = [state.get("color") for state in states if isinstance(state, dict)]
    return any(
        color.get(part)
        for color in colors
        if isinstance(color, dict)
        for part in ("text", "background", "gradient")
    )
