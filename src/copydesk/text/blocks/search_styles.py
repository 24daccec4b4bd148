"""What supports make for the parts of a search form, which carry it instead of the form.

A border belongs to the box around field and button when the button is inside it, else to both of them.
Round corners belong to both, and to such a box a little rounder.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.text.blocks.attributes import members, whole_number, words_of
from copydesk.text.blocks.supports.values import css_value, fluid_size, kebab, px_value
from copydesk.text.css import filter_css
from copydesk.text.escape import escape_attribute

_SIDES = ("top", "right", "bottom", "left")
_CORNERS = {
    "topLeft": "top-left",
    "topRight": "top-right",
    "bottomLeft": "bottom-left",
    "bottomRight": "bottom-right",
}
_BOX_PADDING = "4px"
_TYPOGRAPHY = {
    "fontFamily": "font-family",
    "letterSpacing": "letter-spacing",
    "fontWeight": "font-weight",
    "fontStyle": "font-style",
    "lineHeight": "line-height",
    "textTransform": "text-transform",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Classes of an element of the form, and its style attribute with a space before it."""

    classes: tuple[str, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class SearchLooks:
    label: Part
    box: Part
    field: Part
    button: Part


def search_looks(attrs: Mapping[str, Any], widest_px: float) -> SearchLooks:
    position = words_of(attrs["buttonPosition"])
    inside = position == "button-inside"
    style = members(attrs.get("style"))
    border, border_classes = list(_border(members(style.get("border")))), tuple(_border_classes(attrs))
    corners = list(_corners(members(style.get("border")).get("radius")))
    outer = [] if inside else border
    outer_classes = () if inside else border_classes
    colors, color_classes = list(_colors(attrs)), tuple(_color_classes(attrs))
    typography, typography_classes = list(_typography(style, widest_px)), tuple(_typography_classes(attrs))
    decoration = list(_decoration(style))
    of_field = colors if position == "no-button" else []
    box = [*_width(attrs), *(border + [_rounder(corner) for corner in corners] if inside else [])]
    return SearchLooks(
        label=Part(typography_classes, _style(typography + decoration)),
        box=Part(border_classes if inside else (), _style(box)),
        field=Part(
            (*outer_classes, *(color_classes if of_field else ()), *typography_classes),
            _style(outer + corners + of_field + typography),
        ),
        button=Part(
            (*color_classes, *typography_classes, *outer_classes),
            _style(outer + corners + colors + typography + decoration),
        ),
    )


def _style(declarations: list[str]) -> str:
    css = filter_css("".join(f"{declaration};" for declaration in declarations))
    return f' style="{escape_attribute(css)}"' if css else ""


def _width(attrs: Mapping[str, Any]) -> Iterator[str]:
    width, unit = whole_number(attrs.get("width")), words_of(attrs.get("widthUnit"))
    if width and unit:
        yield f"width: {width}{unit}"


def _border(border: Mapping[str, Any]) -> Iterator[str]:
    for part in ("width", "color", "style"):
        if value := css_value(border.get(part)):
            yield f"border-{part}: {value}"
        for side in _SIDES:
            if value := css_value(members(border.get(side)).get(part)):
                yield f"border-{side}-{part}: {value}"


def _border_classes(attrs: Mapping[str, Any]) -> Iterator[str]:
    named = attrs.get("borderColor")
    if named or members(members(attrs.get("style")).get("border")).get("color"):
        yield "has-border-color"
    if named:
        yield f"has-{kebab(words_of(named))}-border-color"


def _corners(radius: Any) -> Iterator[str]:
    if isinstance(radius, Mapping):
        for corner, name in _CORNERS.items():
            if value := px_value(radius.get(corner)):
                yield f"border-{name}-radius: {value}"
    elif value := px_value(radius):
        yield f"border-radius: {value}"


def _rounder(corner: str) -> str:
    """Around field and button, for a box whose padding lies between."""
    name, _, value = corner.partition(": ")
    return f"{name}: calc({value} + {_BOX_PADDING})" if whole_number(value) else corner


def _colors(attrs: Mapping[str, Any]) -> Iterator[str]:
    colors = members(members(attrs.get("style")).get("color"))
    for key, name in (("text", "color"), ("background", "background-color"), ("gradient", "background")):
        if value := css_value(colors.get(key)):
            yield f"{name}: {value}"


def _color_classes(attrs: Mapping[str, Any]) -> Iterator[str]:
    colors = members(members(attrs.get("style")).get("color"))
    text, background, gradient = (attrs.get(name) for name in ("textColor", "backgroundColor", "gradient"))
    if text or colors.get("text"):
        yield "has-text-color"
    if text:
        yield f"has-{kebab(words_of(text))}-color"
    if background or gradient or colors.get("background") or colors.get("gradient"):
        yield "has-background"
    if background:
        yield f"has-{kebab(words_of(background))}-background-color"
    if gradient:
        yield f"has-{kebab(words_of(gradient))}-gradient-background"


def _typography(style: Mapping[str, Any], widest_px: float) -> Iterator[str]:
    custom = members(style.get("typography"))
    if size := fluid_size(custom.get("fontSize"), widest_px):
        yield f"font-size: {size}"
    for key, name in _TYPOGRAPHY.items():
        if value := css_value(custom.get(key)):
            yield f"{name}: {value}"


def _decoration(style: Mapping[str, Any]) -> Iterator[str]:
    if value := css_value(members(style.get("typography")).get("textDecoration")):
        yield f"text-decoration: {value}"


def _typography_classes(attrs: Mapping[str, Any]) -> Iterator[str]:
    if size := attrs.get("fontSize"):
        yield f"has-{kebab(words_of(size))}-font-size"
    if family := attrs.get("fontFamily"):
        yield f"has-{kebab(words_of(family))}-font-family"
