"""The colours of a menu, and of what it opens, from the attributes of a menu or from its block context."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.text.blocks.attributes import words_of
from copydesk.text.blocks.supports.values import kebab


@dataclass(frozen=True, slots=True)
class MenuColors:
    classes: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()  # `color: red`, without semicolons


def menu_colors(attrs: Mapping[str, Any]) -> MenuColors:
    """`rgbTextColor` is how menus before 5.9 keep a custom colour."""
    return _colors(
        (words_of(attrs.get("textColor")), _custom(attrs, "Text")),
        (words_of(attrs.get("backgroundColor")), _custom(attrs, "Background")),
    )


def _custom(attrs: Mapping[str, Any], kind: str) -> str:
    return words_of(attrs.get(f"rgb{kind}Color")) or words_of(attrs.get(f"custom{kind}Color"))


def overlay_colors(attrs: Mapping[str, Any]) -> MenuColors:
    """Of submenus, and of the window."""
    return _colors(
        (words_of(attrs.get("overlayTextColor")), words_of(attrs.get("customOverlayTextColor"))),
        (words_of(attrs.get("overlayBackgroundColor")), words_of(attrs.get("customOverlayBackgroundColor"))),
    )


def _colors(text: tuple[str, str], background: tuple[str, str]) -> MenuColors:
    classes: list[str] = []
    declarations: list[str] = []
    for (named, custom), kind, suffix, css in (
        (text, "text-color", "color", "color"),
        (background, "background", "background-color", "background-color"),
    ):
        if named or custom:
            classes.append(f"has-{kind}")
        if named:
            classes.append(f"has-{kebab(named)}-{suffix}")
        elif custom:
            declarations.append(f"{css}: {custom}")
    return MenuColors(tuple(classes), tuple(declarations))
