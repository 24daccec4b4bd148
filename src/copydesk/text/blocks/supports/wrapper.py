"""The attributes of the element around a dynamic block: `<ul {wrapper_attributes(block, rendering)}>`."""

from collections.abc import Iterable, Mapping
from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.supports.styles import LOOKS
from copydesk.text.blocks.supports.values import is_serialized
from copydesk.text.css import filter_css
from copydesk.text.escape import escape_attribute
from copydesk.text.rendering import Rendering


def wrapper_attributes(
    block: Block,
    rendering: Rendering,
    classes: Iterable[str] = (),
    *,
    style: str = "",
    **attributes: str,
) -> str:
    """The attributes as html, without white space around them; the block's own classes come first.

    `style` is added after what supports make. Of `attributes`, those with a value are written;
    `data_wp_x` stands for `data-wp-x`.
    """
    declared = rendering.block_types.get(block.name or "")
    supports: Mapping[str, Any] = declared.supports if declared else {}
    attrs = block.attrs or {}
    made_classes, declarations = _looks(attrs, supports, rendering.facts.site.theme.wide_px)
    all_classes = [*classes, *_names(block, attrs, supports), *made_classes]
    values = {
        "style": ";".join([*declarations, style] if style else declarations),
        "class": " ".join(dict.fromkeys(" ".join(all_classes).split())),
        "id": _text(attrs.get("anchor")) if supports.get("anchor") else "",
        "aria-label": _text(attrs.get("ariaLabel")) if _has_label(supports) else "",
    }
    for name, value in attributes.items():
        values[name.replace("_", "-")] = value
    return " ".join(f'{name}="{escape_attribute(value)}"' for name, value in values.items() if value)


def _has_label(supports: Mapping[str, Any]) -> bool:
    return bool(supports.get("ariaLabel")) and is_serialized(supports, "ariaLabel")


def _looks(
    attrs: Mapping[str, Any], supports: Mapping[str, Any], widest_px: float
) -> tuple[list[str], list[str]]:
    if not attrs:
        return [], []
    classes: list[str] = []
    declarations: list[str] = []
    for group in LOOKS:
        more_classes, more_declarations = group(attrs, supports, widest_px)
        classes += more_classes
        declarations += filter(None, map(filter_css, more_declarations))
    return classes, declarations


def _names(block: Block, attrs: Mapping[str, Any], supports: Mapping[str, Any]) -> Iterable[str]:
    """Alignment, the editor's own classes, and the class of the block."""
    align = _text(attrs.get("align"))
    if align and supports.get("align"):
        yield f"align{align}"
    if supports.get("customClassName") is not False:
        yield _text(attrs.get("className"))
    if supports.get("className") is not False and block.name:
        yield block_class(block.name)


def block_class(name: str) -> str:
    return "wp-block-" + name.removeprefix("core/").replace("/", "-")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
