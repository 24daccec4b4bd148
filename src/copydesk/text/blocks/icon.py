"""Icons: a drawing of the site's set, with the block's looks on the drawing itself."""

from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import find_tag, set_attributes
from copydesk.text.blocks.supports.styles import (
    border_declarations,
    box_declarations,
    color_looks,
    style_group,
)
from copydesk.text.blocks.supports.values import css_value, kebab
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.facts import IconNeed
from copydesk.text.rendering import Rendering

_SILENT = {"aria-hidden": "true", "focusable": "false"}


def render_icon(block: Block, html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    name = attrs.get("icon")
    drawing = rendering.facts.ask(IconNeed(name)) if isinstance(name, str) and name else None
    if not drawing:
        return ""
    drawing = _with_looks(_with_label(drawing, attrs), attrs)
    return f"<div {wrapper_attributes(block, rendering)}>{drawing}\n</div>"


def _with_label(drawing: str, attrs: dict[str, Any]) -> str:
    """Read out by its label, or not at all."""
    label = attrs.get("ariaLabel")
    classes = " ".join(_classes(attrs))
    values = {
        **({"role": "img", "aria-label": str(label)} if label else _SILENT),
        **({"class": classes} if classes else {}),
    }
    return set_attributes(drawing, find_tag(drawing, "svg"), values)


def _classes(attrs: dict[str, Any]) -> list[str]:
    classes = color_looks(attrs, {"color": {"gradients": True}}, 0)[0]
    named = attrs.get("borderColor")
    if named or style_group(attrs, "border").get("color"):
        classes.append("has-border-color")
    return [*classes, f"has-{kebab(str(named))}-border-color"] if named else classes


def _with_looks(drawing: str, attrs: dict[str, Any]) -> str:
    width = css_value(style_group(attrs, "dimensions").get("width"))
    declarations = [
        *color_looks(attrs, {"color": {"gradients": True}}, 0)[1],
        *border_declarations(style_group(attrs, "border")),
        *([f"width:{width}"] if width else []),
        *box_declarations("padding", style_group(attrs, "spacing").get("padding")),
    ]
    if not declarations:
        return drawing
    return set_attributes(drawing, find_tag(drawing, "svg"), {"style": ";".join(declarations) + ";"})


ICON = core_block("core/icon", render_icon)
