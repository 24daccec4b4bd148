"""Query strings as PHP reads and WordPress writes them."""

from typing import Any

import pytest

from copydesk.wire.query import MAX_DEPTH, MAX_VARIABLES, format_query, parse_pairs, parse_query


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("", {}),
        ("a=1&b=2", {"a": "1", "b": "2"}),
        ("a=1&a=2", {"a": "2"}),
        ("a", {"a": ""}),
        ("a&&b=", {"a": "", "b": ""}),
        ("=1&%20=2", {}),
        ("a=x%20y+z", {"a": "x y z"}),
        ("a.b=1&c%20d=2", {"a_b": "1", "c_d": "2"}),
        ("a=%ff", {"a": "\udcff"}),
        ("a=1%00&b%00c=2", {"a": "1\0", "b": "2"}),
    ],
)
def test_arguments_are_read(text: str, arguments: Any) -> None:
    assert parse_query(text) == arguments


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a[]=1&a[]=2", ["1", "2"]),
        ("a[0]=1&a[1]=2", ["1", "2"]),
        ("a[1]=1&a[]=2", {1: "1", 2: "2"}),
        ("a[x]=1&a[]=2", {"x": "1", 0: "2"}),
        ("a[-1]=1&a[01]=2", {-1: "1", "01": "2"}),
        ("a[x][]=1&a[x][]=2", {"x": ["1", "2"]}),
        ("a=1&a[]=2", ["2"]),
        ("a[]=1&a=2", "2"),
        ("a[[]=1", {"[": "1"}),
        ("a[x]y[z]=1", {"x": "1"}),
        ("a[]", [""]),
    ],
)
def test_brackets_make_arrays(text: str, value: Any) -> None:
    assert parse_query(text)["a"] == value


def test_lonely_bracket_is_an_underscore() -> None:
    assert parse_query("a[x=1") == {"a_x": "1"}
    assert parse_query("a[x][y=1") == {"a": {"x": "1"}}


def test_there_is_an_end_to_depth_and_number() -> None:
    assert len(parse_query("&".join(f"a{number}" for number in range(2000)))) == MAX_VARIABLES
    value = parse_query("a" + "[x]" * 5000 + "=1")["a"]
    depth = 0
    while isinstance(value, dict):
        value, depth = value["x"], depth + 1
    assert depth == MAX_DEPTH


def test_parts_of_forms_are_read_alike() -> None:
    assert parse_pairs([("a[]", "x&y"), ("a[]", "z"), ("b", "1")]) == {"a": ["x&y", "z"], "b": "1"}


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ({}, ""),
        ({"a": "x y", "b": 5}, "a=x+y&b=5"),
        ({"a": True, "b": False}, "a=1&b"),
        ({"a": "", "b": None, "c": "1"}, "a&c=1"),
        ({"_fields": "id,slug"}, "_fields=id%2Cslug"),
        ({"a": ["x", "y"]}, "a%5B0%5D=x&a%5B1%5D=y"),
        ({"a": {"terms": [1], "x": None}}, "a%5Bterms%5D%5B0%5D=1"),
    ],
)
def test_arguments_are_written(arguments: Any, text: str) -> None:
    assert format_query(arguments) == text


def test_what_is_written_is_read_back() -> None:
    arguments = {"a": ["1", "2"], "b": {"x": "ü", "y": ["&", "="]}, "c": ""}
    assert parse_query(format_query(arguments)) == arguments
