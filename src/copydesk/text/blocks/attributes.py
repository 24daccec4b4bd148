"""Attribute values of blocks, read as PHP reads them: JSON says `5`, `"5"` and `5.0` for the same thing."""

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.text.rendering import Rendering


def is_set(value: Any) -> bool:
    """Whether PHP takes the value for true: `"0"` and empty lists are not, `"false"` is."""
    return bool(value) and value != "0"


def whole_number(value: Any, default: int = 0) -> int:
    """The integer a value begins with; `default` for lists, objects and nothing."""
    if isinstance(value, str):
        return _leading_number(value)
    if not isinstance(value, int | float):
        return default
    try:
        return int(value)
    except (ValueError, OverflowError):
        return 0


def _leading_number(text: str) -> int:
    text = text.strip(" \t\n\r\v\f")
    end = 1 if text[:1] in ("+", "-") else 0
    while end < len(text) and text[end] in "0123456789":
        end += 1
    try:
        return int(text[:end])
    except ValueError:  # no digit, or more of them than Python converts
        return 0


def words_of(value: Any) -> str:
    """The value as text; empty for lists and objects."""
    if isinstance(value, bool) or value is None:
        return "1" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if isinstance(value, Mapping | Sequence) and not isinstance(value, str) else str(value)


def members(value: Any) -> Mapping[str, Any]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def numbers_of(value: Any) -> tuple[int, ...]:
    """A list of ids, from a list or from text with commas; what is no id is left out."""
    if isinstance(value, str):
        value = value.split(",")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = [value]
    if isinstance(value, Mapping):
        value = list(value.values())
    if not isinstance(value, list | tuple):
        return ()
    return tuple(number for number in map(whole_number, value) if number)


def unique_id(rendering: Rendering, prefix: str) -> str:
    """An id of the page; all that ask here are numbered together."""
    rendering.counters["unique"] += 1
    return f"{prefix}{rendering.counters['unique']}"


def numbered_id(rendering: Rendering, prefix: str) -> str:
    """An id of the page; each prefix is numbered for itself."""
    rendering.counters[prefix] += 1
    return f"{prefix}{rendering.counters[prefix]}"
