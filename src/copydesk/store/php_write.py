"""Writes PHP's serialised values: the other direction of `php_read`, without recursion as well."""

from collections.abc import Iterable, Iterator
from typing import Any

from copydesk.store.php_values import (
    PhpCustom,
    PhpEnum,
    PhpObject,
    PhpReference,
    SpelledFloat,
    array_key,
)
from copydesk.text.floats import format_float
from copydesk.text.utf8 import to_bytes


def write(value: Any) -> str:
    """The serialised text of a value; lists and tuples are arrays with the keys 0, 1, 2 …"""
    out: list[str] = []
    open_arrays: list[Iterator[Any]] = [iter((value,))]
    while open_arrays:
        for item in open_arrays[-1]:
            inside = _inside(item)
            out.append(_head(item))
            if inside is not None:
                open_arrays.append(inside)
                break
        else:
            open_arrays.pop()
            out.append("}")
    return "".join(out[:-1])


def _inside(value: Any) -> Iterator[Any] | None:
    """The keys and values of an array, in turns."""
    if isinstance(value, dict):
        return _flatten((array_key(key), item) for key, item in value.items())
    if isinstance(value, list | tuple):
        return _flatten(enumerate(value))
    if isinstance(value, PhpObject):
        return _flatten(value.props.items())
    return None


def _flatten(items: Iterable[tuple[Any, Any]]) -> Iterator[Any]:
    for key, item in items:
        yield key
        yield item


def _head(value: Any) -> str:
    """The text of a value, for an array up to its opening brace."""
    if isinstance(value, str):
        return f's:{_length(value)}:"{value}";'
    if value is None:
        return "N;"
    if isinstance(value, bool):
        return f"b:{value:d};"
    if isinstance(value, int):
        return f"i:{value};"
    if isinstance(value, dict | list | tuple):
        return f"a:{len(value)}:{{"
    if isinstance(value, float):
        digits = value.digits if isinstance(value, SpelledFloat) else format_float(value, "E")
        return f"d:{digits};"
    return _rare(value)


def _rare(value: Any) -> str:
    if isinstance(value, PhpObject):
        return f'O:{_length(value.cls)}:"{value.cls}":{len(value.props)}:{{'
    if isinstance(value, PhpReference):
        return f"{value.letter}:{value.slot};"
    if isinstance(value, PhpEnum):
        return f'E:{_length(value.name)}:"{value.name}";'
    if isinstance(value, PhpCustom):
        return f'C:{_length(value.cls)}:"{value.cls}":{_length(value.body)}:{{{value.body}}}'
    raise TypeError(f"PHP has no {type(value).__name__}")


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(to_bytes(text))
