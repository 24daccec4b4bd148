"""The border of a picture within a block, whose wrapper does not carry it."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.text.blocks.attributes import members, words_of
from copydesk.text.blocks.supports.styles import border_declarations
from copydesk.text.blocks.supports.values import css_value, kebab

_SIDES = ("top", "right", "bottom", "left")


def border_style(attrs: Mapping[str, Any]) -> str:
    """Declarations, each with its semicolon."""
    border = dict(members(members(attrs.get("style")).get("border")))
    if attrs.get("borderColor"):
        border["color"] = f"var:preset|color|{words_of(attrs['borderColor'])}"
    around = border_declarations({key: value for key, value in border.items() if key not in _SIDES})
    return "".join(f"{declaration};" for declaration in (*around, *_of_sides(border)))


def _of_sides(border: Mapping[str, Any]) -> Iterator[str]:
    for side in _SIDES:
        for part in ("color", "style", "width"):
            if value := css_value(members(border.get(side)).get(part)):
                yield f"border-{side}-{part}:{value}"


def border_classes(attrs: Mapping[str, Any]) -> list[str]:
    named = words_of(attrs.get("borderColor"))
    colored = named or members(members(attrs.get("style")).get("border")).get("color")
    return [
        *(["has-border-color"] if colored else []),
        *([f"has-{kebab(named)}-border-color"] if named else []),
    ]
