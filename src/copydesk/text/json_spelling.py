"""JSON as PHP spells it.

PHP escapes every slash (`\\/`) and everything that is not ASCII, writes floats its own way (`1.0` is `1`)
and leaves DEL alone. All the rest is what Python's C encoder writes, so the encoder does the work and the
differences are put in afterwards, each only where it occurs:

- slashes: a slash can only stand in a string, so one `replace` over the whole text is enough;
- floats: the encoder cannot be told, so a value with floats is copied with `Raw` in their place;
- `Raw`: text that is JSON already (a standing document). The encoder is handed `_MARK` for it, a value
  whose text no other value can have: an object with the same key twice, and with quotes that would be
  escaped inside a string. The text is then cut at the marks;
- bytes that are not UTF-8 (lone surrogates here): PHP refuses them, WordPress tries again with `?`.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from copydesk.text.floats import format_float

_MARK = {None: 0, "null": 0}
_MARK_TEXT = '{"null":0,"null":0}'
_LONE_SURROGATES = re.compile("[\ud800-\udfff]+")


class JsonError(ValueError):
    """PHP has no JSON for this value: an infinite number, or nesting deeper than it follows."""


@dataclass(frozen=True, slots=True)
class Raw:
    """JSON text that is written as it is, wherever it stands in a value."""

    text: str


def spell(value: object, *, escape_slashes: bool = True, escape_unicode: bool = True, hexed: str = "") -> str:
    """The JSON text of a value; characters of `hexed` (any of `<>&'"`) are written as `\\u00XX`.

    Lists are JSON lists and dicts JSON objects; for values out of PHP's hands see `from_php`.
    """
    try:
        text, raws = _dump(value, escape_unicode)
    except RecursionError:
        raise JsonError("nested too deeply") from None
    if "\\u007f" in text:
        text = _replace_escape(text, "\\u007f", "\x7f")
    if escape_slashes:
        text = text.replace("/", "\\/")
    if not escape_unicode:
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    if hexed:
        text = _hex(text, hexed)
    return _fill_marks(text, raws) if raws else text


def from_php(value: object) -> object:
    """A value of PHP's for JSON: arrays whose keys are 0, 1, 2 … become lists, objects lose what is private.

    In PHP an array is one thing (a dict here) and an object another (anything with `props`).
    """
    try:
        return _from_php(value)
    except RecursionError:
        raise JsonError("nested too deeply") from None


def _from_php(value: object) -> object:
    if isinstance(value, dict):
        if is_packed(value):
            return [_from_php(item) for item in value.values()]
        return {key: _from_php(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_from_php(item) for item in value]
    if isinstance(value, float):
        return float(value)
    props = getattr(value, "props", None)
    if isinstance(props, dict):
        return {str(key): _from_php(item) for key, item in props.items() if "\0" not in str(key)}
    return value


def is_packed(array: dict[Any, Any]) -> bool:
    """Whether the keys are 0, 1, 2 … in this order: a list, as far as PHP's JSON is concerned."""
    return all(key == place and type(key) is int for place, key in enumerate(array))


def _dump(value: object, escape_unicode: bool) -> tuple[str, list[str]]:
    raws: list[str] = []

    def mark(found: object) -> object:
        if not isinstance(found, Raw):
            raise TypeError(f"{type(found).__name__} has no JSON text")
        raws.append(found.text)
        return _MARK

    if _has_float(value):
        value = _copy(value, _without_float)
    text = _dumps(value, mark, escape_unicode)
    if ("\\ud" in text or not escape_unicode) and _has_lone_surrogate(value):
        raws.clear()
        text = _dumps(_copy(value, _without_lone_surrogate), mark, escape_unicode)
    return text, raws


def _dumps(value: object, default: Callable[[object], object], escape_unicode: bool) -> str:
    return json.dumps(
        value, default=default, ensure_ascii=escape_unicode, check_circular=False, separators=(",", ":")
    )


def _has_float(value: object) -> bool:
    open_values: list[Any] = [value]
    for item in open_values:
        kind = type(item)
        if kind is str or kind is int:
            continue
        if kind is dict:
            open_values.extend(item.values())
        elif kind is list or kind is tuple:
            open_values.extend(item)
        elif kind is float:
            return True
    return False


def _has_lone_surrogate(value: object) -> bool:
    open_values = [value]
    for item in open_values:
        if isinstance(item, str):
            if _LONE_SURROGATES.search(item):
                return True
        elif isinstance(item, dict):
            open_values.extend(item)
            open_values.extend(item.values())
        elif isinstance(item, list | tuple):
            open_values.extend(item)
    return False


def _copy(value: object, change: Callable[[object], object]) -> object:
    if isinstance(value, dict):
        return {change(key): _copy(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_copy(item, change) for item in value]
    return change(value)


def _without_float(value: object) -> object:
    if not isinstance(value, float):
        return value
    text = format_float(value)
    if text.endswith(("F", "N")):
        raise JsonError(f"{text} has no JSON text")
    return Raw(text)


def _without_lone_surrogate(value: object) -> object:
    if not isinstance(value, str):
        return value
    return _LONE_SURROGATES.sub(_question_marks, value)


def _question_marks(run: re.Match[str]) -> str:
    """One mark for each piece that a decoder of UTF-8 gives up on."""
    try:
        lost = run[0].encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        lost = run[0].encode("utf-8", "surrogatepass")
    return "?" * len(lost.decode("utf-8", "replace"))


def _hex(text: str, hexed: str) -> str:
    for character in hexed:
        code = f"\\u{ord(character):04X}"
        text = _replace_escape(text, '\\"', code) if character == '"' else text.replace(character, code)
    return text


def _replace_escape(text: str, escape: str, by: str) -> str:
    """Replaces an escape, but not its look-alike behind an escaped backslash."""
    return "\\\\".join(piece.replace(escape, by) for piece in text.split("\\\\"))


def _fill_marks(text: str, raws: list[str]) -> str:
    first, *rest = text.split(_MARK_TEXT)
    return first + "".join(raw + piece for raw, piece in zip(raws, rest, strict=True))
