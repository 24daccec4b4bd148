"""Dates on the wire and in the database.

WordPress stores every date twice, as the wall time of the site and in UTC, both `YYYY-MM-DD HH:MM:SS`
without a zone, and answers with the same digits and a `T`. A site's zone is a city (`ZoneInfo`) or just an
offset (`timezone`); which instant a wall time means is settled in `text.calendar`.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from copydesk.text.calendar import DAY, date_of, manual_zone, offset_at, to_utc
from copydesk.text.date_reader import read_date

EMPTY_DATE = "0000-00-00 00:00:00"
_REST_DATE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::\d\d)?)?", re.ASCII)
_CITY = re.compile(r"[A-Za-z0-9_+/-]{1,64}", re.ASCII)
_ORDINARY = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d", re.ASCII
)


@dataclass(frozen=True, slots=True)
class DatePair:
    """One moment as the database holds it: local and GMT."""

    local: str
    gmt: str


def site_zone(name: str, hours: float = 0.0) -> tzinfo:
    """The zone of a site: its city, or else the offset in hours."""
    if not _CITY.fullmatch(name):
        return manual_zone(hours)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return manual_zone(hours)


def is_rest_date(text: str) -> bool:
    """Whether a request may give this as a date."""
    return bool(_REST_DATE.fullmatch(text)) and read_date(text) is not None


def parse_rest_date(text: str, zone: tzinfo, *, is_gmt: bool = False) -> DatePair | None:
    """The date of a request, or None when it is none; without a zone it is local, or GMT if so named."""
    date = read_date(text) if _REST_DATE.fullmatch(text) else None
    if date is None:
        return None
    if date.offset is None and not is_gmt:
        return DatePair(format_stored(date.wall), format_stored(to_utc(date.wall, zone)))
    timestamp = date.wall - (date.offset or 0)
    return DatePair(format_stored(timestamp + offset_at(timestamp, zone).seconds), format_stored(timestamp))


def format_rest_date(stored: str, zone: tzinfo) -> str | None:
    """A stored date as answers show it; None when it is empty or no date.

    PHP reads the digits as a wall time of the site (those of GMT too), so a time that its clocks skip
    moves on.
    """
    if stored == EMPTY_DATE:
        return None
    if _ORDINARY.fullmatch(stored) and not _is_skipped(stored, zone):
        return f"{stored[:10]}T{stored[11:]}"
    date = read_date(stored)
    if date is None:
        return None
    wall = date.wall
    if date.offset is None:
        timestamp = to_utc(wall, zone)
        wall = timestamp + offset_at(timestamp, zone).seconds
    return format_stored(wall).replace(" ", "T")


def gmt_of_local(stored: str, zone: tzinfo) -> str | None:
    """The GMT date of a stored local date; None when it is no date."""
    timestamp = read_timestamp(stored, zone)
    return None if timestamp is None else format_stored(timestamp)


def local_of_gmt(stored: str, zone: tzinfo) -> str | None:
    """The local date of a stored GMT date; None when it is no date."""
    timestamp = read_timestamp(stored, UTC)
    return None if timestamp is None else format_stored(timestamp + offset_at(timestamp, zone).seconds)


def read_timestamp(stored: str, zone: tzinfo) -> int | None:
    """Seconds since 1970 of a date written in a zone (or with its own offset)."""
    date = read_date(stored)
    if date is None:
        return None
    return to_utc(date.wall, zone) if date.offset is None else date.wall - date.offset


def format_stored(seconds: int) -> str:
    """Seconds since 1970 as the database writes a date."""
    days, rest = divmod(seconds, DAY)
    year, month, day = date_of(days)
    digits = f"-{-year:04}" if year < 0 else f"{year:04}"
    return f"{digits}-{month:02}-{day:02} {rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"


def _is_skipped(stored: str, zone: tzinfo) -> bool:
    """Whether the zone's clocks never show this time. Python reads such a time with two offsets, too."""
    if not isinstance(zone, ZoneInfo) or stored < "0002":
        return False
    time = datetime.fromisoformat(stored).replace(tzinfo=zone)
    before, after = time.utcoffset(), time.replace(fold=1).utcoffset()
    return before is not None and after is not None and before < after
