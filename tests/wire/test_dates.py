"""Dates of requests, answers and the database."""

from datetime import UTC, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from copydesk.wire.dates import (
    EMPTY_DATE,
    DatePair,
    format_rest_date,
    gmt_of_local,
    is_rest_date,
    local_of_gmt,
    parse_rest_date,
    site_zone,
)

OSLO = ZoneInfo("Europe/Oslo")
MANUAL = site_zone("", 5.75)


def test_zone_is_a_city_or_an_offset() -> None:
    assert site_zone("Europe/Oslo") == OSLO
    assert site_zone("", -3.5).utcoffset(None) == timedelta(hours=-3.5)
    assert site_zone("Atlantis/Main_Street", 2).utcoffset(None) == timedelta(hours=2)
    assert site_zone("../etc/passwd", 1).utcoffset(None) == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "is_gmt", "local", "gmt"),
    [
        ("2024-07-01T12:00:00", False, "2024-07-01 12:00:00", "2024-07-01 10:00:00"),
        ("2024-07-01 12:00:00", True, "2024-07-01 14:00:00", "2024-07-01 12:00:00"),
        ("2024-07-01T12:00:00.5Z", False, "2024-07-01 14:00:00", "2024-07-01 12:00:00"),
        ("2024-07-01T12:00:00-04:00", True, "2024-07-01 18:00:00", "2024-07-01 16:00:00"),
        ("2024-03-31T02:30:00", False, "2024-03-31 02:30:00", "2024-03-31 01:30:00"),
        ("2024-04-31T00:00:60", False, "2024-05-01 00:01:00", "2024-04-30 22:01:00"),
    ],
)
def test_date_of_a_request_is_a_pair(text: str, is_gmt: bool, local: str, gmt: str) -> None:
    assert parse_rest_date(text, OSLO, is_gmt=is_gmt) == DatePair(local, gmt)
    assert is_rest_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2024-07-01",
            "2024-07-01T12:00",
            " 2024-07-01T12:00:00",
            "2024-07-01T12:00:00+0200",
            "1719835200",
        ),
        *("2024-07-01t12:00:00z", "2024-13-01T12:00:00", "2024-07-01T25:00:00", "2024-07-01T12:00:00Zulu"),
    ],
)
def test_other_texts_are_refused(text: str) -> None:
    assert parse_rest_date(text, OSLO) is None
    assert not is_rest_date(text)


@pytest.mark.parametrize(
    ("stored", "zone", "text"),
    [
        ("2024-07-01 12:00:00", OSLO, "2024-07-01T12:00:00"),
        ("2024-07-31 12:00:00", MANUAL, "2024-07-31T12:00:00"),
        ("2024-03-31 02:30:00", OSLO, "2024-03-31T03:30:00"),  # a time that is skipped moves on
        ("2024-03-28 02:30:00", MANUAL, "2024-03-28T02:30:00"),
        ("2024-03-10 02:30:00", ZoneInfo("America/Chicago"), "2024-03-10T03:30:00"),
        ("2024-02-30 00:00:00", OSLO, "2024-03-01T00:00:00"),
        ("2024-07-01 12:00:00Z", OSLO, "2024-07-01T12:00:00"),
        ("0001-01-02 00:00:00", OSLO, "0001-01-02T00:00:00"),
        ("2024-07-01", UTC, "2024-07-01T00:00:00"),
        (EMPTY_DATE, OSLO, None),
        ("no date", OSLO, None),
        ("", OSLO, None),
    ],
)
def test_stored_date_is_answered_with_a_t(stored: str, zone: tzinfo, text: str | None) -> None:
    assert format_rest_date(stored, zone) == text


def test_local_and_gmt_dates_are_made_from_each_other() -> None:
    assert gmt_of_local("2024-01-01 00:30:00", OSLO) == "2023-12-31 23:30:00"
    assert local_of_gmt("2023-12-31 23:30:00", OSLO) == "2024-01-01 00:30:00"
    assert gmt_of_local("2024-01-01T00:30:00Z", OSLO) == "2024-01-01 00:30:00"
    assert gmt_of_local(EMPTY_DATE, UTC) == "-0001-11-30 00:00:00"
    assert gmt_of_local("", OSLO) is None
    assert local_of_gmt("", OSLO) is None
