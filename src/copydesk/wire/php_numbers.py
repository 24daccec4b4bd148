"""Whole numbers as PHP makes them of anything."""

import math
import re
from typing import Any

MOST, LEAST = 2**63 - 1, -(2**63)

_START = re.compile(r"[ \t\n\r\v\f]*([+-]?\d+)(\.\d*)?([eE][+-]?\d+)?", re.ASCII)
_MOST_DIGITS = 25  # of a number, its sign and the zeros before it


def whole(value: Any) -> int:
    """The number that a text begins with, else 0; of other values what stands for them in 64 bits.

    >>> whole("12 posts"), whole("1e3"), whole("x"), whole([0]), whole(10**30)
    (12, 1000, 0, 1, 9223372036854775807)
    """
    if isinstance(value, str):
        value = _of_text(value)
    elif not isinstance(value, int | float):
        return 1 if value else 0
    if isinstance(value, float) and not math.isfinite(value):
        return 0
    return min(max(int(value), LEAST), MOST)


def _of_text(text: str) -> int | float:
    found = _START.match(text)
    if not found:
        return 0
    digits, _, exponent = found.groups()
    if exponent:
        return min(max(float(found[0]), LEAST), MOST)
    sign = -1 if digits[0] == "-" else 1
    return sign * int(digits.lstrip("+-").lstrip("0")[:_MOST_DIGITS] or 0)
