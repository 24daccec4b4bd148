"""Typographic marks in one stretch of plain text, as numeric entities: quotes, dashes, dots, times signs.

The start of the text is the start of each piece between two tags, so `"<b>x</b>"` opens twice.
"""

import re

from copydesk.text.quotes import (
    BECOMES,
    CLOSE_DOUBLE,
    CLOSE_SINGLE,
    OPEN_DOUBLE,
    QUOTE,
    SPACE,
    after,
    find_closing_measures,
    spell,
)

# Replaced wherever they stand, before anything else looks at the text.
FIXED = (("...", "&#8230;"), ("``", OPEN_DOUBLE), ("''", CLOSE_DOUBLE), (" (tm)", " &#8482;"))

_BEFORE_SPACE = rf"(?=\Z|[{SPACE}]|&nbsp;)"
_DASH = rf"""
    -(?:
      (?P<em_dash> -- | {after("-")} -{_BEFORE_SPACE} )
    | (?P<en_dash> (?<!xn-)- | {after("-")}{_BEFORE_SPACE} )
    )
"""
_AMPERSAND = r"&(?!\#(?:\d+|[xX][a-fA-F0-9]+);|[a-zA-Z1-4]{1,8};)"
_BECOMES = BECOMES | {"em_dash": "&#8212;", "en_dash": "&#8211;", "ampersand": "&#038;"}

_MARK = re.compile(rf"{QUOTE} | {_DASH} | (?P<ampersand>{_AMPERSAND})", re.VERBOSE | re.ASCII)
_MARK_BUT_QUOTES = re.compile(rf"{_DASH} | (?P<ampersand>{_AMPERSAND})", re.VERBOSE | re.ASCII)
BARE_AMPERSAND = re.compile(_AMPERSAND, re.ASCII)

HAS_PRODUCT = re.compile(r"x(?<=\dx)\d", re.ASCII)
# A number, an x, a number; the first begins a word or follows a point and is not just 0: 0x1f is no product.
_TIMES = re.compile(
    r"(?<![\d.,])(?=[\d.,]++x\d++(?!\w))((?:(?<!\w)(?!0x)|[\d.,]*?[.,](?!0x))\d[\d.,]*)x", re.ASCII
)


def curl(text: str) -> str:
    """Typographic marks in text without tags, in which `FIXED` is replaced already."""
    if "'" not in text and '"' not in text:
        return _MARK_BUT_QUOTES.sub(_become, text) if "&" in text or "-" in text else text
    closing = find_closing_measures(text)
    if not closing:
        return _MARK.sub(_become, text)

    def become(found: re.Match[str]) -> str:
        if found.start() in closing:
            return CLOSE_SINGLE if found[0] == "'" else CLOSE_DOUBLE
        return _become(found)

    return _MARK.sub(become, text)


def multiply(text: str) -> str:
    """The x of 3x4 becomes a times sign; not in chains (3x4x5), nor between spaces."""
    return _TIMES.sub(r"\1&#215;", text) if HAS_PRODUCT.search(text) else text


def _become(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    return _BECOMES.get(kind) or spell(kind, found[0])
