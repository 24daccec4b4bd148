"""Dates in words: PHP's format letters, with the site's names for months and days.

`format_date` is the one for readers: the names are translated, and a zone that is only an offset is shown
as `GMT+0530`. `format_plain_date` is PHP's own, for machines.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property

from copydesk.text.calendar import DAY, Offset, date_of, days_of, format_offset, is_leap, offset_at, to_utc
from copydesk.text.date_reader import read_date


@dataclass(frozen=True)
class DateWords:
    """The words of dates in the site's language; abbreviations are given, not cut."""

    months: tuple[str, ...] = (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    )
    short_months: tuple[str, ...] = (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
    days: tuple[str, ...] = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    short_days: tuple[str, ...] = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    half_days: tuple[str, str, str, str] = ("am", "pm", "AM", "PM")


ENGLISH = DateWords()


class LocalTime:
    """A moment as a zone's clocks and calendars show it."""

    def __init__(self, timestamp: int, zone: tzinfo, words: DateWords = ENGLISH) -> None:
        self.timestamp = timestamp
        self.zone = zone
        self.words = words
        self.offset: Offset = offset_at(timestamp, zone)
        self.day_number, self.second_of_day = divmod(timestamp + self.offset.seconds, DAY)
        self.year, self.month, self.day = date_of(self.day_number)
        self.hour = self.second_of_day // 3600

    @cached_property
    def weekday(self) -> int:
        """Sunday is 0."""
        return (self.day_number + 4) % 7

    @cached_property
    def day_of_year(self) -> int:
        """The first of January is 0."""
        return self.day_number - days_of(self.year, 1, 1)

    @cached_property
    def week(self) -> tuple[int, int]:
        """The ISO year and week: a week belongs to the year of its Thursday."""
        thursday = self.day_number - (self.weekday - 1) % 7 + 3
        year = date_of(thursday)[0]
        return year, (thursday - days_of(year, 1, 1)) // 7 + 1

    @property
    def zone_name(self) -> str:
        return getattr(self.zone, "key", None) or self.offset.letters


def format_date(pattern: str, timestamp: int, zone: tzinfo, words: DateWords = ENGLISH) -> str:
    """A moment for readers, in a zone and its site's words."""
    return _fill(pattern, LocalTime(timestamp, zone, words), _LETTERS)


def format_plain_date(pattern: str, timestamp: int, zone: tzinfo) -> str:
    """A moment for machines: English, and zones named as PHP does."""
    return _fill(pattern, LocalTime(timestamp, zone), _PLAIN_LETTERS)


def format_stored_date(pattern: str, stored: str, zone: tzinfo, words: DateWords = ENGLISH) -> str | None:
    """A date of the database (local time, as stored) for readers; None when it is no date."""
    date = read_date(stored)
    if date is None:
        return None
    timestamp = to_utc(date.wall, zone) if date.offset is None else date.wall - date.offset
    return format_date(pattern, timestamp, zone, words)


def _fill(pattern: str, time: LocalTime, letters: dict[str, Callable[[LocalTime], str]]) -> str:
    out: list[str] = []
    characters = iter(pattern)
    for character in characters:
        if character == "\\":
            out.append(next(characters, "\\"))
        else:
            out.append(letters[character](time) if character in letters else character)
    return "".join(out)


def _year_digits(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _short_year(time: LocalTime) -> str:
    """The remainder keeps the sign of the year, as in C."""
    remainder = abs(time.year) % 100
    return f"{-remainder if time.year < 0 else remainder:02}"


def _ordinal_suffix(time: LocalTime) -> str:
    if time.day in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(time.day % 10, "th")


def _days_in_month(time: LocalTime) -> str:
    return str(days_of(time.year, time.month + 1, 1) - days_of(time.year, time.month, 1))


def _swatch_beat(time: LocalTime) -> str:
    """A thousandth of the day in Biel, an hour east of Greenwich."""
    return f"{(time.timestamp + 3600) % DAY * 10 // 864:03}"


def _translated_letters(time: LocalTime) -> str:
    if hasattr(time.zone, "key"):
        return time.offset.letters
    return "GMT" + format_offset(time.offset.seconds, "")


def _half_day(first: int) -> Callable[[LocalTime], str]:
    return lambda time: time.words.half_days[first + (time.hour >= 12)]


def _as(pattern: str) -> Callable[[LocalTime], str]:
    """A letter that stands for several."""
    return lambda time: _fill(pattern, time, _PLAIN_LETTERS)


def _rfc_2822(time: LocalTime) -> str:
    day, month = ENGLISH.short_days[time.weekday], ENGLISH.short_months[time.month - 1]
    return f"{day}, {time.day:02} {month} {_fill('Y H:i:s O', time, _PLAIN_LETTERS)}"


_LETTERS: dict[str, Callable[[LocalTime], str]] = {
    "d": lambda time: f"{time.day:02}",
    "D": lambda time: time.words.short_days[time.weekday],
    "j": lambda time: str(time.day),
    "l": lambda time: time.words.days[time.weekday],
    "N": lambda time: str(time.weekday or 7),
    "S": _ordinal_suffix,
    "w": lambda time: str(time.weekday),
    "z": lambda time: str(time.day_of_year),
    "W": lambda time: f"{time.week[1]:02}",
    "F": lambda time: time.words.months[time.month - 1],
    "m": lambda time: f"{time.month:02}",
    "M": lambda time: time.words.short_months[time.month - 1],
    "n": lambda time: str(time.month),
    "t": _days_in_month,
    "L": lambda time: str(int(is_leap(time.year))),
    "o": lambda time: str(time.week[0]),
    "X": lambda time: ("+" if time.year >= 0 else "") + _year_digits(time.year),
    "x": lambda time: ("+" if time.year > 9999 else "") + _year_digits(time.year),
    "Y": lambda time: _year_digits(time.year),
    "y": _short_year,
    "a": _half_day(0),
    "A": _half_day(2),
    "B": _swatch_beat,
    "g": lambda time: str(time.hour % 12 or 12),
    "G": lambda time: str(time.hour),
    "h": lambda time: f"{time.hour % 12 or 12:02}",
    "H": lambda time: f"{time.hour:02}",
    "i": lambda time: f"{time.second_of_day // 60 % 60:02}",
    "s": lambda time: f"{time.second_of_day % 60:02}",
    "u": lambda _: "000000",
    "v": lambda _: "000",
    "e": lambda time: time.zone_name,
    "I": lambda time: str(int(time.offset.is_summer)),
    "O": lambda time: format_offset(time.offset.seconds, ""),
    "P": lambda time: format_offset(time.offset.seconds),
    "p": lambda time: format_offset(time.offset.seconds) if time.offset.seconds else "Z",
    "T": _translated_letters,
    "Z": lambda time: str(time.offset.seconds),
    "c": _as("Y-m-d\\TH:i:sP"),
    "r": _rfc_2822,
    "U": lambda time: str(time.timestamp),
}
_PLAIN_LETTERS = {**_LETTERS, "T": lambda time: time.offset.letters}
