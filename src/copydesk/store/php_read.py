"""Reads PHP's serialised values, in one pass and with a stack of its own instead of recursion.

Values are numbered from 1 in the order they stand (keys are not values), and a reference names one by
number: `a:2:{i:0;a:0:{}i:1;R:2;}` holds the same empty array twice. A reference into an array that is
still open would make a circle; readers get None there. An `R` takes no number itself, an `r` does.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from copydesk.store.php_values import (
    MAX_INT,
    PhpCustom,
    PhpEnum,
    PhpObject,
    PhpReference,
    PhpSyntaxError,
    SpelledFloat,
    array_key,
)
from copydesk.text.floats import format_float

_MAX_DEPTH = 4096  # PHP reads no deeper
_TOKEN = re.compile(
    rb'N(?P<null>;)|(?P<end>\})|b:(?P<bool>[01]);|i:(?P<int>[+-]?\d{1,4000});|s:(?P<string>\d{1,18}):"'
    rb"|a:(?P<array>\d{1,18}):\{|d:(?P<float>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NAN);"
    rb"|R:(?P<shared>\d{1,18});|r:(?P<same>\d{1,18});"
    rb'|O:(?P<object>\d{1,18}):"|E:(?P<enum>\d{1,18}):"|C:(?P<custom>\d{1,18}):"'
)
_COUNT = re.compile(rb":(\d{1,18}):\{")


@dataclass(slots=True)
class _Open:
    """An array, or the properties of an object, that is being filled."""

    items: dict[int | str, Any]
    left: int
    is_array: bool
    key: int | str | None = None


class Reader:
    """One text, and how far it has been read."""

    def __init__(self, data: bytes, *, keep_references: bool) -> None:
        self._data = data
        self._at = 0
        self._keep_references = keep_references
        self._slots: list[Any] = []
        self._open: list[_Open] = []

    def read(self) -> Any:
        """The value the text begins with."""
        value = self._value(*self._token())
        while self._open:
            self._go_on(self._open[-1])
        return value

    def _go_on(self, array: _Open) -> None:
        """Reads a key, a value or the end of the innermost array."""
        kind, digits = self._token()
        if array.key is not None:
            key, array.key = array.key, None
            array.items[key] = self._value(kind, digits)
        elif array.left:
            array.left -= 1
            array.key = self._key(kind, digits, array.is_array)
        elif kind == "end":
            self._open.pop()
        else:
            raise PhpSyntaxError("an array holds more than it says")

    def _token(self) -> tuple[str, bytes]:
        found = _TOKEN.match(self._data, self._at)
        if not found:
            raise PhpSyntaxError(f"no value at byte {self._at}")
        self._at = found.end()
        kind = found.lastgroup or ""
        return kind, found[kind]

    def _key(self, kind: str, digits: bytes, is_array: bool) -> int | str:
        if kind == "string":
            key = self._text(digits)
            return array_key(key) if is_array else key
        if kind == "int":
            return _int(digits)
        raise PhpSyntaxError("a key is neither number nor text")

    def _value(self, kind: str, digits: bytes) -> Any:
        if kind == "string":
            value: Any = self._text(digits)
        elif kind in _SCALARS:
            value = _SCALARS[kind](digits)
        elif kind in ("shared", "same"):
            return self._reference(kind, int(digits))
        elif kind == "end":
            raise PhpSyntaxError("an array ends too early")
        else:
            return self._large(kind, digits)
        self._slots.append(value)
        return value

    def _large(self, kind: str, digits: bytes) -> Any:
        place = len(self._slots)
        self._slots.append(None)  # numbered before what is inside it
        if kind == "array":
            value: Any = self._enter(int(digits), is_array=True)
        else:
            value = self._named(kind, digits)
        self._slots[place] = value
        return value

    def _named(self, kind: str, digits: bytes) -> PhpObject | PhpEnum | PhpCustom:
        if kind == "enum":
            return PhpEnum(self._text(digits))
        name = self._text(digits, b'"')
        count = _COUNT.match(self._data, self._at)
        if not count:
            raise PhpSyntaxError("an object does not say how long it is")
        self._at = count.end()
        if kind == "custom":
            return PhpCustom(name, self._text(count[1], b"}"))
        return PhpObject(name, self._enter(int(count[1]), is_array=False))

    def _enter(self, count: int, *, is_array: bool) -> dict[int | str, Any]:
        if len(self._open) == _MAX_DEPTH:
            raise PhpSyntaxError("arrays are nested too deeply")
        items: dict[int | str, Any] = {}
        self._open.append(_Open(items, count, is_array))
        return items

    def _text(self, digits: bytes, end: bytes = b'";') -> str:
        start, self._at = self._at, self._at + int(digits)
        if not self._data.startswith(end, self._at):
            raise PhpSyntaxError("a text is not as long as it says")
        text = self._data[start : self._at].decode("utf-8", "surrogateescape")
        self._at += len(end)
        return text

    def _reference(self, kind: str, slot: int) -> Any:
        if not 1 <= slot <= len(self._slots):
            raise PhpSyntaxError("a reference to nothing")
        value = self._slots[slot - 1]
        if kind == "same":
            self._slots.append(value)
        if self._keep_references:
            return PhpReference("r" if kind == "same" else "R", slot)
        items = value.props if isinstance(value, PhpObject) else value
        return None if any(items is array.items for array in self._open) else value


def _int(digits: bytes) -> int:
    """Numbers that are too large stop at PHP's largest."""
    return int(digits) if len(digits) < 19 else max(-MAX_INT - 1, min(MAX_INT, int(digits)))


def _float(digits: bytes) -> float:
    value = float(digits)
    if format_float(value, "E").encode() == digits:
        return value
    spelled = SpelledFloat(value)
    spelled.digits = digits.decode()
    return spelled


_SCALARS: dict[str, Callable[[bytes], Any]] = {
    "int": _int,
    "bool": lambda digits: digits == b"1",
    "float": _float,
    "null": lambda _: None,
}
