"""Whole numbers as PHP makes them of anything."""

import pytest

from copydesk.wire.php_numbers import LEAST, MOST, whole


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", 12),
        (" 12 posts", 12),
        ("-7.9", -7),
        ("1e3", 1000),
        ("1e999", MOST),
        ("-1e999", LEAST),
        ("", 0),
        ("posts", 0),
        ("٣", 0),
        ("0" * 5000 + "8", 8),
        ("9" * 5000, MOST),
        ("-" + "9" * 5000, LEAST),
        (10**30, MOST),
        (10**400, MOST),
        (2.9, 2),
        (float("nan"), 0),
        (True, 1),
        (None, 0),
        ([], 0),
        ({"a": 1}, 1),
    ],
)
def test_anything_is_some_number(value: object, expected: int) -> None:
    assert whole(value) == expected
