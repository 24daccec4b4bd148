"""Query strings and form bodies as PHP reads them: `a[]=1&a[x][y]=2` becomes nested arrays.

A name is a stem and steps in brackets; each step goes one array deeper, an empty one to the next free index.
What is no array yet becomes one, so of `a=1&a[x]=2` only the second is left. Arrays are dicts here while they
grow, with PHP's keys (decimal integers are integers), and become lists at the end if their keys are 0, 1, 2 …

Surprises: spaces and dots of a stem become underscores, because names were variables once; so does a first
bracket that nothing closes, while a later one ends the name. A name stops at a NUL. Depth and number have
limits, and what goes beyond is left out without a word.
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, TypeAlias
from urllib.parse import unquote_to_bytes

from copydesk.text.percent import encode_query
from copydesk.text.utf8 import to_bytes

# An array is a dict with the keys as PHP keeps them: integers where they look like integers.
Value: TypeAlias = "str | dict[int | str, Value]"
Array: TypeAlias = dict[int | str, Any]

MAX_DEPTH = 64  # PHP's max_input_nesting_level
MAX_VARIABLES = 1000  # PHP's max_input_vars


def parse_query(text: str) -> dict[str, Any]:
    """The arguments of a query string; lists come back as Python lists, other arrays as dicts.

    >>> parse_query("a[]=1&a[]=2&b[x]=3&c")
    {'a': ['1', '2'], 'b': {'x': '3'}, 'c': ''}
    """
    found: Array = {}
    for pair in text.split("&")[:MAX_VARIABLES]:
        if pair:
            name, _, value = pair.partition("=")
            _put(found, _decode(name), _decode(value))
    return {str(name): _lists(value) for name, value in found.items()}


def parse_pairs(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The same for names and values that are decoded already (form parts)."""
    found: Array = {}
    for name, value in islice(pairs, MAX_VARIABLES):
        _put(found, name, value)
    return {str(name): _lists(value) for name, value in found.items()}


def format_query(arguments: Mapping[str, Any]) -> str:
    """A query string as WordPress builds it: an empty value leaves the bare name, null is left out."""
    return "&".join(_formatted(arguments, ""))


def _formatted(values: Mapping[Any, Any], prefix: str) -> Iterable[str]:
    for key, given in values.items():
        value = dict(enumerate(given)) if isinstance(given, list | tuple) else given
        name = f"{prefix}[{key}]" if prefix else str(key)
        if isinstance(value, Mapping):
            yield from _formatted(value, name)
        elif value is not None:
            text = _php_string(value)
            encoded = encode_query(name)
            yield f"{encoded}={encode_query(text)}" if text else encoded


def _php_string(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    return str(value)


def _decode(text: str) -> str:
    return unquote_to_bytes(to_bytes(text.replace("+", " "))).decode("utf-8", "surrogateescape")


def _key(text: str) -> int | str:
    """PHP keeps decimal integers as integers: `01`, `-0` and ` 1` stay strings."""
    digits = text[1:] if text.startswith("-") else text
    if digits.isascii() and digits.isdigit() and len(digits) < 19 and (digits[0] != "0" or text == "0"):
        return int(text)
    return text


def _put(found: Array, name: str, value: Any) -> None:
    name = name.lstrip(" ").split("\0", 1)[0]
    stem, bracket, rest = name.partition("[")
    if not stem:
        return
    stem = stem.replace(" ", "_").replace(".", "_")
    steps: list[str] = []
    while bracket and len(steps) < MAX_DEPTH:
        step, closing, after = rest.partition("]")
        if not closing:
            if not steps:  # PHP turns the first lonely bracket into an underscore
                stem = f"{stem}_{rest}"
            break
        steps.append(step)
        bracket, rest = after[:1] if after[:1] == "[" else "", after[1:]
    _walk(found, _key(stem), steps, value)


def _walk(array: Array, key: int | str, steps: list[str], value: Any) -> None:
    for step in steps:
        inner = array.get(key)
        if not isinstance(inner, dict):
            inner = array[key] = {}
        array = inner
        key = _key(step) if step else _next_index(array)
    array[key] = value


def _next_index(array: Array) -> int:
    return max((key for key in array if isinstance(key, int)), default=-1) + 1


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(item) for key, item in value.items()}
    return list(inner.values()) if list(inner) == list(range(len(inner))) else inner
