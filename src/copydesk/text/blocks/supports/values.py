"""Values out of a block's `style` as CSS: presets, sizes that follow the screen, names of classes."""

import math
import re
from typing import Any

from copydesk.text.floats import format_float

_PRESET = "var:"
_SIZE = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(px|em|rem)")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_LARGEST_NUMBER = 1e12  # beyond it there is no sense in fractions
_ROOT_FONT_PX = 16
_SMALLEST_FONT_PX = 14
_NARROWEST_PX = 320


def support(supports: Any, *path: str) -> Any:
    """What a type declares at a path of its supports; None where nothing is declared."""
    for key in path:
        if not isinstance(supports, dict):
            return None
        supports = supports.get(key)
    return supports


def is_serialized(supports: Any, group: str, feature: str = "") -> bool:
    """Whether the wrapper carries what this support makes; some blocks put it elsewhere themselves."""
    skipped = support(supports, group, "__experimentalSkipSerialization")
    return skipped is not True and not (isinstance(skipped, list) and feature in skipped)


def css_value(value: Any) -> str | None:
    """`var:preset|spacing|40` as a custom property; None for what cannot be a value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if not isinstance(value, str):
        return format_float(float(value))
    if value.startswith(_PRESET) and "|" in value:
        return f"var(--wp--{kebab(value[len(_PRESET) :]).replace('|', '--')})"
    return value


_KEBAB_STEPS = (
    (re.compile(r"([a-z])([A-Z])"), r"\1-\2"),
    (re.compile(r"([A-Z])([A-Z][a-z])"), r"\1-\2"),
    (re.compile(r"([A-Za-z])(\d)"), r"\1-\2"),
    (re.compile(r"(\d)([A-Za-z])"), r"\1-\2"),
)


def kebab(name: str) -> str:
    """A preset's name as it stands in classes and custom properties."""
    for pattern, replacement in _KEBAB_STEPS:
        name = pattern.sub(replacement, name)
    return name.lower()


def px_value(value: Any) -> str | None:
    """A bare number is a number of pixels."""
    text = css_value(value)
    return f"{text}px" if text is not None and _NUMBER.fullmatch(text) else text


def fluid_size(size: Any, widest_px: float) -> str | None:
    """A font size that shrinks with the screen down to `_NARROWEST_PX`: `clamp(14px, …, 18px)`.

    Small sizes shrink to three quarters, large ones to a quarter, and none below 14 pixels.
    """
    text = px_value(size)
    found = _SIZE.fullmatch(text) if text else None
    if found is None:
        return text
    number, unit = float(found[1]), found[2]
    root = 1 if unit == "px" else _ROOT_FONT_PX
    if number * root <= _SMALLEST_FONT_PX or number > _LARGEST_NUMBER:
        return text
    factor = min(max(1 - 0.075 * math.log2(number * root), 0.25), 0.75)
    smallest = max(_rounded(number * factor), _SMALLEST_FONT_PX / root)
    narrow = _NARROWEST_PX / 100 / root
    slope = _rounded(100 * (number - smallest) / (widest_px - _NARROWEST_PX) * root)
    start = f"{_short(_rounded(smallest * root / _ROOT_FONT_PX))}{'rem' if unit == 'px' else unit}"
    smallest_text = f"{_short(_rounded(smallest))}{unit}"
    growing = f"{start} + ((1vw - {_short(narrow)}{unit}) * {_short(slope or 1)})"
    return f"clamp({smallest_text}, {growing}, {_short(number)}{unit})"


def _rounded(number: float) -> float:
    return math.floor(number * 1000 + 0.5) / 1000


def _short(number: float) -> str:
    return format_float(number)
