"""Numbers for readers: thousands grouped, sizes of files, spans of time."""

from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite

from copydesk.text.floats import format_float

_EXACT = Context(prec=1100, rounding=ROUND_HALF_UP)  # more digits than any float has
_SIZES = ("YB", "ZB", "EB", "PB", "TB", "GB", "MB", "KB", "B")
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_SPANS = (
    (365 * _DAY, "year"),
    (30 * _DAY, "month"),
    (7 * _DAY, "week"),
    (_DAY, "day"),
    (_HOUR, "hour"),
    (_MINUTE, "minute"),
    (1, "second"),
)


def format_number(number: float, decimals: int = 0) -> str:
    """`1,234.50`; halves are rounded away from zero, as the number is written, not as it is stored."""
    if not isfinite(number):
        return format_float(number).lower()
    places = Decimal(1).scaleb(-abs(decimals))
    rounded = Decimal(repr(number)).quantize(places, context=_EXACT)
    return f"{abs(rounded) if rounded.is_zero() else rounded:,f}"


def format_size(size_bytes: float, decimals: int = 0) -> str | None:
    """`1.5 MB`, in units of 1024; None for a size below nothing."""
    if size_bytes == 0:
        return "0 B"
    for power, unit in zip(range(8, -1, -1), _SIZES, strict=True):
        if size_bytes >= 1024**power:
            return f"{format_number(size_bytes / 1024**power, decimals)} {unit}"
    return None


def format_span(seconds: int) -> str:
    """A span of time in its largest unit, rounded: `2 hours`."""
    seconds = max(1, abs(seconds))
    unit, word = next((unit, word) for unit, word in _SPANS if seconds >= unit)
    count = (2 * seconds + unit) // (2 * unit)
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
