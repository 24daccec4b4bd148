"""Calendars, clocks of zones, reading and writing dates, and numbers for readers."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.calendar import date_of, days_of, format_offset, is_leap, manual_zone, offset_at, to_utc
from copydesk.text.date_reader import ReadDate, read_date
from copydesk.text.dates import DateWords, format_date, format_plain_date, format_stored_date
from copydesk.text.numbers import format_number, format_size, format_span

OSLO = ZoneInfo("Europe/Oslo")
CHICAGO = ZoneInfo("America/Chicago")
KABUL = manual_zone(4.5)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(text: str) -> int:
    """A wall time as seconds."""
    return int((datetime.fromisoformat(text).replace(tzinfo=UTC) - EPOCH).total_seconds())


@given(st.datetimes())
def test_calendar_agrees_with_pythons_where_that_reaches(moment: datetime) -> None:
    days = (moment - datetime(1970, 1, 1)).days  # noqa: DTZ001 - without a zone on both sides
    assert days_of(moment.year, moment.month, moment.day) == days
    assert date_of(days) == (moment.year, moment.month, moment.day)


@given(st.integers(-10_000_000, 10_000_000))
def test_days_come_back_from_their_date_in_any_year(days: int) -> None:
    assert days_of(*date_of(days)) == days


def test_months_and_days_roll_over() -> None:
    assert date_of(days_of(2025, 2, 30)) == (2025, 3, 2)
    assert date_of(days_of(2025, 0, 0)) == (2024, 11, 30)
    assert date_of(days_of(0, 0, 0)) == (-1, 11, 30)
    assert date_of(days_of(2024, 14, 1)) == (2025, 2, 1)


def test_leap_years() -> None:
    assert [year for year in (1900, 2000, 2023, 2024) if is_leap(year)] == [2000, 2024]


@given(st.integers(-(2**40), 2**40), st.sampled_from([OSLO, CHICAGO, KABUL, UTC]))
def test_clock_is_asked_in_any_year(timestamp: int, zone: tzinfo) -> None:
    offset = offset_at(timestamp, zone).seconds
    assert abs(offset) <= 12 * 3600
    assert offset_at(to_utc(timestamp + offset, zone), zone).seconds in (offset, offset - 3600, offset + 3600)


@pytest.mark.parametrize(
    ("wall", "zone", "utc"),
    [
        ("2024-07-01 12:00:00", OSLO, "2024-07-01 10:00:00"),
        ("2024-03-31 02:30:00", OSLO, "2024-03-31 01:30:00"),  # skipped
        ("2024-10-27 02:30:00", OSLO, "2024-10-27 01:30:00"),  # twice: the second, east of Greenwich
        ("2024-03-10 02:30:00", CHICAGO, "2024-03-10 08:30:00"),
        ("2024-11-03 01:30:00", CHICAGO, "2024-11-03 06:30:00"),  # twice: the first, west of it
        ("2024-07-01 12:00:00", KABUL, "2024-07-01 07:30:00"),
    ],
)
def test_wall_time_means_one_moment(wall: str, zone: tzinfo, utc: str) -> None:
    assert to_utc(seconds(wall), zone) == seconds(utc)


def test_far_years_have_the_clocks_of_known_ones() -> None:
    summer = days_of(12_024, 7, 1) * 86_400
    assert offset_at(summer, OSLO).letters == "CEST"
    assert offset_at(days_of(-500, 7, 1) * 86_400, OSLO).seconds == 43 * 60


def test_offsets_are_written_without_seconds() -> None:
    assert format_offset(-17_762) == "-04:56"
    assert format_offset(20_700, "") == "+0545"


@pytest.mark.parametrize(
    ("text", "wall", "offset"),
    [
        ("2024-05-06 07:08:09", "2024-05-06 07:08:09", None),
        ("2024-05-06T07:08:09.25Z", "2024-05-06 07:08:09", 0),
        ("2024-05-06 07:08 +05:30", "2024-05-06 07:08:00", 19_800),
        ("2024-05-06 07:08:09 GMT-3", "2024-05-06 07:08:09", -10_800),
        ("24-5-6", "2024-05-06", None),
        ("88-05-06", "1988-05-06", None),
        ("20240506T070809", "2024-05-06 07:08:09", None),
        ("20240506", "2024-05-06", None),
        (" 6th May 2024, 7:08 ", "2024-05-06 07:08:00", None),
        ("Sept. 6, 2024", "2024-09-06", None),
        ("@86400", "1970-01-02", 0),
    ],
)
def test_dates_are_read(text: str, wall: str, offset: int | None) -> None:
    assert read_date(text) == ReadDate(seconds(wall), offset)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2024-13-01", "2024-05-32", "2024-05-06 25:00", "2024-05-06 07:08:61", "6 Mai 2024"),
        *("@", "1" * 500, "\ud800", "2024-05-06 07:08:09 junk", " " * 100_000 + "x"),
    ],
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert read_date(text) is None


MOMENT = seconds("2024-05-06 07:08:09")

LETTERS = [
    ("d D j l N S w z", "06 Mon 6 Monday 1 th 1 126"),
    ("W F m M n t L o", "19 May 05 May 5 31 1 2024"),
    ("Y y X x", "2024 24 +2024 2024"),
    ("a A B g G h H i s u v", "am AM 338 9 9 09 09 08 09 000000 000"),
    ("e I O P p T Z", "Europe/Oslo 1 +0200 +02:00 +02:00 CEST 7200"),
    ("c", "2024-05-06T09:08:09+02:00"),
    ("r", "Mon, 06 May 2024 09:08:09 +0200"),
    ("U", str(MOMENT)),
    (r"\Y\e\a\r: Y\\", "Year: 2024\\"),
]


@pytest.mark.parametrize(("pattern", "text"), LETTERS)
def test_letters_of_a_format(pattern: str, text: str) -> None:
    assert format_date(pattern, MOMENT, OSLO) == text


def test_backslash_at_the_end_stays() -> None:
    assert format_date("\\", MOMENT, OSLO) == "\\"


@pytest.mark.parametrize(
    ("day", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st")],
)
def test_ordinal_suffix(day: int, text: str) -> None:
    assert format_date("jS", days_of(2024, 5, day) * 86_400, UTC) == text


def test_iso_weeks_belong_to_the_year_of_their_thursday() -> None:
    assert format_date("o-W N", days_of(2021, 1, 3) * 86_400, ZoneInfo("UTC")) == "2020-53 7"


def test_years_before_christ_and_after_9999() -> None:
    early = days_of(-1, 11, 30) * 86_400
    assert format_date("Y y x", early, UTC) == "-0001 -1 -0001"
    assert format_date("x X", days_of(12_024, 1, 1) * 86_400, UTC) == "+12024 +12024"


def test_offset_without_a_city_has_two_names() -> None:
    assert format_date("e T P p", MOMENT, KABUL) == "+04:30 GMT+0430 +04:30 +04:30"
    assert format_plain_date("e T", MOMENT, KABUL) == "+04:30 +04:30"
    assert format_date("p e", MOMENT, ZoneInfo("UTC")) == "Z UTC"


def test_words_are_those_of_the_language() -> None:
    norwegian = DateWords(days=("søndag", "mandag"), half_days=("f.m.", "e.m.", "F.M.", "E.M."))
    assert format_date("l A", MOMENT, OSLO, norwegian) == "mandag F.M."
    assert format_plain_date("l A", MOMENT, OSLO) == "Monday AM"


def test_stored_date_is_local() -> None:
    assert format_stored_date("H:i P", "2024-05-06 07:08:09", OSLO) == "07:08 +02:00"
    assert format_stored_date("H:i", "2024-05-06T07:08:09Z", OSLO) == "09:08"
    assert format_stored_date("H:i", "never", OSLO) is None


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (1234567, 0, "1,234,567"),
        (1234.565, 2, "1,234.57"),
        (-2.5, 0, "-3"),
        (-0.3, 0, "0"),
        (1e21, 1, "1,000,000,000,000,000,000,000.0"),
        (5e-324, 2, "0.00"),
        (float("inf"), 2, "inf"),
        (float("nan"), 0, "nan"),
    ],
)
def test_number_is_grouped_and_rounded(number: float, decimals: int, text: str) -> None:
    assert format_number(number, decimals) == text


@pytest.mark.parametrize(
    ("size", "decimals", "text"),
    [
        (0, 2, "0 B"),
        (1, 0, "1 B"),
        (1536, 1, "1.5 KB"),
        (5 * 1024**3, 0, "5 GB"),
        (1024**8, 0, "1 YB"),
        (-1, 0, None),
    ],
)
def test_size_is_told_in_its_largest_unit(size: int, decimals: int, text: str | None) -> None:
    assert format_size(size, decimals) == text


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (0, "1 second"),
        (-45, "45 seconds"),
        (89, "1 minute"),
        (90, "2 minutes"),
        (7200, "2 hours"),
        (86_400 * 6, "6 days"),
        (86_400 * 15, "2 weeks"),
        (86_400 * 80, "3 months"),
        (86_400 * 800, "2 years"),
    ],
)
def test_span_is_told_in_its_largest_unit(span: int, text: str) -> None:
    assert format_span(span) == text


def test_moments_agree_with_pythons_clock() -> None:
    moment = EPOCH + timedelta(seconds=MOMENT)
    assert format_date("Y-m-d H:i:s", MOMENT, OSLO) == moment.astimezone(OSLO).strftime("%Y-%m-%d %H:%M:%S")
