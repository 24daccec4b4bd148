"""The declarations and classes that a block's attributes come to, one function for each group of supports.

Each takes the attributes and the declared supports, and answers classes and `property:value` pairs in the
order in which WordPress writes them. `wrapper.py` puts the groups together.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from copydesk.text.blocks.supports.values import (
    css_value,
    fluid_size,
    is_serialized,
    kebab,
    px_value,
    support,
)

Attrs: TypeAlias = Mapping[str, Any]
Looks: TypeAlias = tuple[list[str], list[str]]  # classes, declarations

_TYPOGRAPHY = (
    ("fontStyle", "__experimentalFontStyle", "font-style"),
    ("fontWeight", "__experimentalFontWeight", "font-weight"),
    ("lineHeight", "lineHeight", "line-height"),
    ("textColumns", "textColumns", "column-count"),
    ("textDecoration", "__experimentalTextDecoration", "text-decoration"),
    ("textTransform", "__experimentalTextTransform", "text-transform"),
    ("letterSpacing", "__experimentalLetterSpacing", "letter-spacing"),
    ("writingMode", "__experimentalWritingMode", "writing-mode"),
    ("textIndent", "textIndent", "text-indent"),
)
_CORNERS = {
    "topLeft": "top-left",
    "topRight": "top-right",
    "bottomLeft": "bottom-left",
    "bottomRight": "bottom-right",
}
_NAMED_BACKGROUNDS = {"background-color": "background-color", "background": "gradient-background"}
_SIDES = ("top", "right", "bottom", "left")
_DIMENSIONS = (
    ("aspectRatio", "aspect-ratio"),
    ("height", "height"),
    ("minHeight", "min-height"),
    ("width", "width"),
    ("minWidth", "min-width"),
)


def style_group(attrs: Attrs, group: str) -> Mapping[str, Any]:
    """`style.spacing` and the like; empty when the attribute is not what it should be."""
    style = attrs.get("style")
    found = style.get(group) if isinstance(style, dict) else None
    return found if isinstance(found, dict) else {}


def color_looks(attrs: Attrs, supports: Attrs, widest_px: float) -> Looks:
    group = supports.get("color")
    if not group or not is_serialized(supports, "color"):
        return [], []
    classes: list[str] = []
    declarations: list[str] = []
    custom = style_group(attrs, "color")
    if _has_color(group, "text") and is_serialized(supports, "color", "text"):
        named = attrs.get("textColor")
        value = None if named else css_value(custom.get("text"))
        if named or value:
            classes += ["has-text-color", *([f"has-{kebab(str(named))}-color"] if named else [])]
        declarations += [f"color:{value}"] if value else []
    backgrounds: list[Looks] = []
    if _has_color(group, "background") and is_serialized(supports, "color", "background"):
        backgrounds.append(
            _background("background-color", attrs.get("backgroundColor"), custom.get("background"))
        )
    if support(group, "gradients") and is_serialized(supports, "color", "gradients"):
        backgrounds.append(_background("background", attrs.get("gradient"), custom.get("gradient")))
    for more_classes, more_declarations in backgrounds:
        classes += more_classes
        declarations += more_declarations
    return list(dict.fromkeys(classes)), declarations


def _has_color(group: Any, feature: str) -> bool:
    """Text and background come with `color` unless they are refused."""
    return group is True or support(group, feature) is not False


def _background(css_property: str, named: Any, custom: Any) -> Looks:
    """A colour or a gradient: by its name, or as it is."""
    if named:
        return ["has-background", f"has-{kebab(str(named))}-{_NAMED_BACKGROUNDS[css_property]}"], []
    value = css_value(custom)
    return (["has-background"], [f"{css_property}:{value}"]) if value else ([], [])


def typography_looks(attrs: Attrs, supports: Attrs, widest_px: float) -> Looks:
    if not supports.get("typography") or not is_serialized(supports, "typography"):
        return [], []
    classes: list[str] = []
    declarations: list[str] = []
    custom = style_group(attrs, "typography")
    if support(supports, "typography", "fontSize") and is_serialized(supports, "typography", "fontSize"):
        if named := attrs.get("fontSize"):
            classes.append(f"has-{kebab(str(named))}-font-size")
        elif size := fluid_size(custom.get("fontSize"), widest_px):
            declarations.append(f"font-size:{size}")
    declarations += _typography_declarations(custom, supports)
    family = attrs.get("fontFamily")
    if family and support(supports, "typography", "__experimentalFontFamily"):
        classes.append(f"has-{kebab(str(family))}-font-family")
    align = custom.get("textAlign")
    if align and support(supports, "typography", "textAlign"):
        classes.append(f"has-text-align-{align}")
    return classes, declarations


def _typography_declarations(custom: Mapping[str, Any], supports: Attrs) -> Iterator[str]:
    for key, feature, css in _TYPOGRAPHY:
        if support(supports, "typography", feature) and is_serialized(supports, "typography", key):
            value = css_value(custom.get(key))
            if value:
                yield f"{css}:{value}"


def border_looks(attrs: Attrs, supports: Attrs, widest_px: float) -> Looks:
    group = supports.get("__experimentalBorder")
    if not group or not is_serialized(supports, "__experimentalBorder"):
        return [], []
    custom = {part: value for part, value in style_group(attrs, "border").items() if _has_part(group, part)}
    named = attrs.get("borderColor") if support(group, "color") else None
    classes = ["has-border-color"] if named or custom.get("color") else []
    classes += [f"has-{kebab(str(named))}-border-color"] if named else []
    return classes, list(border_declarations(custom if not named else {**custom, "color": None}))


def _has_part(group: Any, part: str) -> bool:
    """Sides come with colour or width."""
    if part in _SIDES:
        return bool(support(group, "color") or support(group, "width"))
    return bool(support(group, part))


def border_declarations(border: Mapping[str, Any]) -> Iterator[str]:
    """All around, then side by side."""
    if color := css_value(border.get("color")):
        yield f"border-color:{color}"
    yield from _radius_declarations(border.get("radius"))
    if line := css_value(border.get("style")):
        yield f"border-style:{line}"
    if width := px_value(border.get("width")):
        yield f"border-width:{width}"
    for side in _SIDES:
        yield from _side_declarations(side, border.get(side))


def _radius_declarations(radius: Any) -> Iterator[str]:
    if isinstance(radius, dict):
        for corner, length in radius.items():
            if corner in _CORNERS and (value := px_value(length)):
                yield f"border-{_CORNERS[corner]}-radius:{value}"
    elif value := px_value(radius):
        yield f"border-radius:{value}"


def _side_declarations(side: str, of_side: Any) -> Iterator[str]:
    if isinstance(of_side, dict):
        for part in ("width", "color", "style"):
            if value := css_value(of_side.get(part)):
                yield f"border-{side}-{part}:{value}"


def spacing_looks(attrs: Attrs, supports: Attrs, widest_px: float) -> Looks:
    if not is_serialized(supports, "spacing"):
        return [], []
    custom = style_group(attrs, "spacing")
    declarations: list[str] = []
    for kind in ("padding", "margin"):
        if support(supports, "spacing", kind) and is_serialized(supports, "spacing", kind):
            declarations += box_declarations(kind, custom.get(kind))
    return [], declarations


def box_declarations(kind: str, box: Any) -> Iterator[str]:
    """Sides in the order in which the block names them, or one value for all."""
    if not isinstance(box, dict):
        if value := css_value(box):
            yield f"{kind}:{value}"
        return
    for side, length in box.items():
        if side in _SIDES and (value := css_value(length)) not in (None, ""):
            yield f"{kind}-{side}:{value}"


def dimension_looks(attrs: Attrs, supports: Attrs, widest_px: float) -> Looks:
    custom = style_group(attrs, "dimensions")
    declarations = [
        f"{css}:{value}"
        for key, css in _DIMENSIONS
        if support(supports, "dimensions", key)
        and is_serialized(supports, "dimensions", key)
        and (value := css_value(custom.get(key)))
    ]
    return [], declarations


def shadow_looks(attrs: Attrs, supports: Attrs, widest_px: float) -> Looks:
    style = attrs.get("style")
    value = css_value(style.get("shadow")) if isinstance(style, dict) else None
    if not value or not supports.get("shadow") or not is_serialized(supports, "shadow"):
        return [], []
    return [], [f"box-shadow:{value}"]


LOOKS: tuple[Callable[[Attrs, Attrs, float], Looks], ...] = (
    color_looks,
    typography_looks,
    border_looks,
    spacing_looks,
    dimension_looks,
    shadow_looks,
)
