"""Reads dates as people and databases write them: the part of PHP's date reader that stored dates meet.

Read are `2025-06-21`, `2025-06-21 10:55[:15[.5]]` (or with a `T`), two-digit years, `20250621105515`,
`20250621T105515`, `21 June 2025`, `June 21, 2025` and `@1750483515`, each with `Z` or an offset if wished.
Months and days run to 12 and 31 whatever the month, and zeros count backwards: `2025-02-30` is March 2,
`0000-00-00` November 30 of the year -1. What depends on the present (`now`, `tomorrow`) is not read.
"""

import re
from dataclasses import dataclass

from copydesk.text.calendar import seconds_of

_DAY = r"(?P<day>[0-2]?\d|3[01])"
_ORDINAL_DAY = _DAY + "(?:st|nd|rd|th)?"
_NAMED_MONTH = r"(?P<month_name>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_TIME = r"(?P<hour>[01]?\d|2[0-4])(?::?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d|60)(?:[.,]\d+)?)?)"
_DIGITS_OF_TIME = r"(?:t?(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?P<second>[0-5]\d|60))?"
_EAST = r"(?P<sign>[+-])(?P<east>\d\d?)(?::?(?P<east_minutes>[0-5]\d))?"
_ZONE = rf"(?:\s*(?:(?P<utc>Z|UTC|GMT)|(?:GMT|UTC)?{_EAST}))?"

_ISO = rf"(?P<year>\d{{4}}|\d\d)-(?P<month>0?\d|1[0-2])-{_DAY}(?:(?:\s*t|\s+){_TIME})?"
_COMPACT = rf"{_YEAR}(?P<month>0\d|1[0-2])(?P<day>[0-2]\d|3[01]){_DIGITS_OF_TIME}"
_DAY_FIRST = rf"{_ORDINAL_DAY}[ .\t-]*{_NAMED_MONTH}[ .,\t-]*{_YEAR}(?:(?:,?\s+|\s*t){_TIME})?"
_MONTH_FIRST = rf"{_NAMED_MONTH}[ .\t-]*{_ORDINAL_DAY}[ .,\t]+{_YEAR}(?:,?\s+{_TIME})?"
_SHAPES = tuple(
    re.compile(rf"\s*{shape}{_ZONE}\s*\Z", re.IGNORECASE | re.ASCII)
    for shape in (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST)
)
_TIMESTAMP = re.compile(r"\s*@(-?\d{1,18})\s*\Z", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A wall time in seconds, and the offset written beside it, if any."""

    wall: int
    offset: int | None = None


def read_date(text: str) -> ReadDate | None:
    """The date a text says, or None when it says none."""
    for shape in _SHAPES:
        found = shape.match(text)
        if found:
            return _from_parts(found.groupdict())
    found = _TIMESTAMP.match(text)
    return ReadDate(int(found[1]), 0) if found else None


def _from_parts(parts: dict[str, str | None]) -> ReadDate | None:
    month = _MONTH_NAMES.get((parts.get("month_name") or "").lower()) or int(parts.get("month") or -1)
    if month < 0:
        return None
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    wall = seconds_of(_year(parts["year"] or ""), month, int(parts["day"] or 0), hour, minute, second)
    return ReadDate(wall, _offset(parts))


def _year(digits: str) -> int:
    """Two digits mean 1970 to 2069."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def _offset(parts: dict[str, str | None]) -> int | None:
    if parts["utc"]:
        return 0
    if not parts["sign"]:
        return None
    seconds = int(parts["east"] or 0) * 3600 + int(parts["east_minutes"] or 0) * 60
    return -seconds if parts["sign"] == "-" else seconds
