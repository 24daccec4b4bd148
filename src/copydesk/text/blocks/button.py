"""Buttons: one without a text is left out, one with a width says so."""

import re
from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import (
    add_classes,
    find_tag,
    read_attributes,
    set_attributes,
)
from copydesk.text.blocks.supports.styles import style_group
from copydesk.text.rendering import Rendering

_TAG = re.compile(r"<[^>]*+>")
_CONTENT = re.compile(r"<(?:img|svg)\b", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_NAMED_WIDTHS = frozenset({"25", "50", "75", "100"})


def render_button(block: Block, html: str, rendering: Rendering) -> str:
    last = html.rfind(">") + 1  # a tag that begins behind it never ends
    if not (_TAG.sub("", html[:last]) + html[last:]).strip() and not _CONTENT.search(html):
        return ""
    width = _percent(style_group(block.attrs or {}, "dimensions").get("width"))
    tag = find_tag(html)
    if width is None or tag is None:
        return html
    style = read_attributes(html, tag).get("style", "")
    html = set_attributes(html, tag, {"style": f"--wp--block-button--width: {width}; {style}".rstrip()})
    classes = ["has-custom-width", "wp-block-button__width"]
    classes += [f"wp-block-button__width-{width}"] if width in _NAMED_WIDTHS else []
    return add_classes(html, find_tag(html), classes)


def _percent(width: Any) -> str | None:
    found = _PERCENT.fullmatch(width) if isinstance(width, str) else None
    return found[1] if found else None


BUTTON = core_block("core/button", render_button)
