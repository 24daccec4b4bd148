"""The Gregorian calendar and clocks of zones, in plain seconds.

Python's `datetime` ends at the years 1 and 9999; PHP knows neither end, and WordPress's empty date
`0000-00-00 00:00:00` is the last day of November of the year -1 to it. So moments are counted in seconds
since 1970 (a *timestamp* in UTC, a *wall* as read off a local clock), and `datetime` is only asked for the
offset of a zone, in a year it knows.

A wall time that a clock shows twice or never has one answer in PHP, and it is not Python's: see `to_utc`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

DAY = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CYCLE_SECONDS = 146_097 * DAY  # 400 years: weekdays and leap years repeat
_FIRST = -62_135_510_400  # a day after the year 1 began, and before the year 9999 ended
_LAST = 253_402_214_400
_ZERO = timedelta(0)


@dataclass(frozen=True, slots=True)
class Offset:
    """What a zone's clock shows at some moment: seconds east of Greenwich, letters, summer time or not."""

    seconds: int
    letters: str
    is_summer: bool


def days_of(year: int, month: int, day: int) -> int:
    """Days since 1970; months and days beyond the calendar roll over, as in PHP."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    # Years counted from March: the leap day comes last, and a month's first day is a straight line.
    if month < 3:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 719_469


def date_of(days: int) -> tuple[int, int, int]:
    """Year, month and day, from days since 1970."""
    days += 719_468
    cycle, rest = divmod(days, 146_097)
    year = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    day_of_year = rest - (365 * year + year // 4 - year // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    return 400 * cycle + year + (month > 9), month + (3 if month < 10 else -9), day


def seconds_of(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    return days_of(year, month, day) * DAY + hour * 3600 + minute * 60 + second


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def offset_at(timestamp: int, zone: tzinfo) -> Offset:
    """What the clocks of a zone show at a moment."""
    if not isinstance(zone, ZoneInfo):
        seconds = _manual_seconds(zone)
        return Offset(seconds, format_offset(seconds), False)
    local = (_EPOCH + timedelta(seconds=_in_known_years(timestamp))).astimezone(zone)
    return Offset(_whole_seconds(local.utcoffset()), local.tzname() or "", bool(local.dst()))


def to_utc(wall: int, zone: tzinfo) -> int:
    """The timestamp at which a zone's clocks show a wall time.

    The first guess is the offset at the moment when Greenwich shows that time. In the hour that is shown
    twice it decides, so zones west of Greenwich get the first occurrence and the others the second.
    A time that is skipped is counted on from before the change.
    """
    if not isinstance(zone, ZoneInfo):
        return wall - _manual_seconds(zone)
    guess = offset_at(wall, zone).seconds
    shown = offset_at(wall - guess, zone).seconds
    if shown == guess or offset_at(wall - shown, zone).seconds == shown:
        return wall - shown
    return wall - min(guess, shown)


def format_offset(seconds: int, separator: str = ":") -> str:
    """`+05:30`; odd seconds of times before zones are cut off."""
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    return f"{sign}{seconds // 3600:02}{separator}{seconds % 3600 // 60:02}"


def manual_zone(hours: float) -> tzinfo:
    """The zone of a site that has only an offset (5.5, -3.5) and no city."""
    return timezone(timedelta(seconds=round(hours * 3600)))


def _in_known_years(timestamp: int) -> int:
    if timestamp < _FIRST:
        return _FIRST
    if timestamp > _LAST:
        return timestamp - _CYCLE_SECONDS * -((_LAST - timestamp) // _CYCLE_SECONDS)
    return timestamp


def _manual_seconds(zone: tzinfo) -> int:
    return _whole_seconds(zone.utcoffset(None))


def _whole_seconds(offset: timedelta | None) -> int:
    return int((offset or _ZERO).total_seconds())
