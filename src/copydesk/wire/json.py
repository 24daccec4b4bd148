"""JSON on the wire: values to PHP's bytes, and documents that keep the bytes they came with.

A standing document is stored as text. `split_object` cuts it into its members without changing a byte,
`Raw` carries such a piece through `encode` untouched, and `respell` brings a document written by another
hand (spaces, `/` without a backslash, literal characters) to PHP's spelling, so that all look alike here.
Text that is not JSON is a ValueError.
"""

import json
import re
from typing import Any, NoReturn

from copydesk.text.json_spelling import JsonError, Raw, from_php, spell

__all__ = [
    "JsonError",
    "Raw",
    "encode",
    "from_php",
    "indent",
    "parse",
    "respell",
    "split_array",
    "split_object",
]

_SPACE = re.compile(r"[ \t\n\r]*+")
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*+"|[][{},:]|[^][{},:"]++')


def encode(value: object, *, pretty: bool = False) -> bytes:
    """The body PHP would send for a value. A float that is not a finite number is JsonError."""
    text = spell(value)
    return (indent(text) if pretty else text).encode("utf-8", "surrogateescape")


def split_object(text: str) -> dict[str, str]:
    """The members of an object, each as the exact text it has. Of equal keys the last counts, as in PHP."""
    members: dict[str, str] = {}
    at = _pass(text, _space(text, 0), "{")
    while text[at : at + 1] != "}":
        if members:
            at = _pass(text, at, ",")
        if text[at : at + 1] != '"':
            raise json.JSONDecodeError("a name expected", text, at)
        key, at = _read(text, at)
        start = _pass(text, _space(text, at), ":")
        _, end = _read(text, start)
        members[key] = text[start:end]
        at = _space(text, end)
    if _space(text, at + 1) != len(text):
        raise json.JSONDecodeError("text after the object", text, at + 1)
    return members


def split_array(text: str) -> list[str]:
    """The items of a list, each as the exact text it has."""
    items: list[str] = []
    at = _pass(text, _space(text, 0), "[")
    while text[at : at + 1] != "]":
        if items:
            at = _pass(text, at, ",")
        _, end = _read(text, at)
        items.append(text[at:end])
        at = _space(text, end)
    if _space(text, at + 1) != len(text):
        raise json.JSONDecodeError("text after the list", text, at + 1)
    return items


def parse(text: str) -> Any:
    """The value of a document, to be encoded again: fractions stay `Raw`, so that no digit changes."""
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise JsonError("nested too deeply") from None


def respell(text: str) -> str:
    """Any JSON text in PHP's compact spelling; the order of keys and the spelling of numbers stay."""
    return spell(parse(text))


def indent(text: str) -> str:
    """Compact JSON text as PHP prints it for people: four spaces, empty lists and objects on one line."""
    out: list[str] = []
    line = "\n"
    for piece in _PIECE.findall(text):
        if piece in "}]":
            line = line[:-4]
            empty = out[-1][0] in "{["
            out[-1] = out[-1][0] if empty else out[-1]
            out.append(piece if empty else line + piece)
        elif piece in "{[":
            line += "    "
            out.append(piece + line)
        else:
            out.append({",": "," + line, ":": ": "}.get(piece, piece))
    return "".join(out)


def _integer(digits: str) -> int | Raw:
    """Digits stay text where Python would lose the sign (`-0`) or refuse to count them."""
    return Raw(digits) if digits == "-0" or len(digits) > 20 else int(digits)


def _refuse(word: str) -> NoReturn:
    raise JsonError(f"{word} is not JSON")


_DECODER = json.JSONDecoder(parse_float=Raw, parse_int=_integer, parse_constant=_refuse)


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    assert found
    return found.end()


def _pass(text: str, at: int, character: str) -> int:
    """The place after a character that must stand here, and after the white space behind it."""
    if text[at : at + 1] != character:
        raise json.JSONDecodeError(f"{character} expected", text, at)
    return _space(text, at + 1)


def _read(text: str, at: int) -> tuple[Any, int]:
    """The value that begins here, and the place after it."""
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        raise JsonError("nested too deeply") from None
