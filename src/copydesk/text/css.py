"""Style attributes, declaration by declaration.

A declaration stays when its property is listed and nothing in its value could do more than look: what a
known function, a gradient or an allowed address covers is taken out of the value, and the rest must be free
of brackets, backslashes, comments and character references. A listed function does not make its
property safe, nor the other way round: `color:rgb(1,2,3)` goes, `color:var(--x)` stays.

The list is cut at every `;`, those inside brackets and references too; the pieces are judged one by
one. A piece without a colon is not a declaration, does nothing, and stays.
"""

import re
from collections.abc import Iterable

from copydesk.text.ascii import remove_controls, strip
from copydesk.text.css_rules import (
    FUNCTIONS,
    GRADIENT_PROPERTIES,
    OWN_FUNCTIONS,
    PROPERTIES,
    URL_PROPERTIES,
)
from copydesk.text.protocols import cut_bad_protocol

_ESCAPED_NUL = re.compile(r"(?<!\\)\\++0+")
_LINE_BREAKS = str.maketrans("", "", "\n\r\t")
_CUSTOM_PROPERTY = re.compile(r"--[a-zA-Z0-9_-]+")
_URL = re.compile(r"url\([^)]+\)")
_ANY_URL = re.compile(r"url\(([^)]+)\)", re.IGNORECASE | re.ASCII)
_RUNS = re.compile(
    r"expression\s*\(", re.IGNORECASE | re.ASCII
)  # only in very old browsers, but there anywhere
_GRADIENT = re.compile(
    r"(?<![\w-])(?:repeating-)?(?:linear|radial|conic)-gradient\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)", re.ASCII
)
_UNSAFE = re.compile(r"[\\(&=}]|/\*")
_BRACKET = re.compile(r"[()]")


def _calls(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(names)})\(", re.ASCII)


_CALLS = _calls(FUNCTIONS)
_OWN_CALLS = {name: _calls((*FUNCTIONS, *own)) for name, own in OWN_FUNCTIONS.items()}


def filter_css(css: str) -> str:
    """The declarations of a style attribute that anybody may write, as they were written."""
    css = strip(_ESCAPED_NUL.sub("", remove_controls(css)).translate(_LINE_BREAKS))
    pieces = [strip(piece) for piece in css.split(";") if piece]
    return ";".join(piece for piece in pieces if _is_allowed(piece))


def _is_allowed(piece: str) -> bool:
    name, colon, value = piece.partition(":")
    if not colon:
        return not _UNSAFE.search(piece)
    name = strip(name)
    is_custom = _CUSTOM_PROPERTY.fullmatch(name) is not None
    if not is_custom and name not in PROPERTIES:
        return False
    if "(" in value:
        inside = value[: value.rfind(")") + 1]
        if _RUNS.search(value) or not all(map(_is_allowed_address, _ANY_URL.findall(inside))):
            return False
        if is_custom or name in URL_PROPERTIES:
            value = _URL.sub("", inside) + value[len(inside) :]
        if is_custom or name in GRADIENT_PROPERTIES:
            value = _GRADIENT.sub("", value)
        value = _without_calls(value, _OWN_CALLS.get(name, _CALLS))
    return not _UNSAFE.search(value)


def _is_allowed_address(address: str) -> bool:
    address = strip(address)
    if address[:1] in ("'", '"') and address[-1:] == address[:1]:
        address = strip(address[1:-1])
    return address != "" and cut_bad_protocol(address) == address


def _without_calls(value: str, opening: re.Pattern[str]) -> str:
    """The value without calls of these functions, each up to the bracket that closes it."""
    kept = []
    place = 0
    while found := opening.search(value, place):
        end = _closing_bracket(value, found.end())
        if not end:  # nor does any bracket further out close
            break
        kept.append(value[place : found.start()])
        place = end
    kept.append(value[place:])
    return "".join(kept)


def _closing_bracket(value: str, place: int) -> int:
    """Where the text goes on behind the bracket opened just before `place`; 0 when it stays open."""
    depth = 1
    for bracket in _BRACKET.finditer(value, place):
        depth += 1 if bracket[0] == "(" else -1
        if not depth:
            return bracket.end()
    return 0
