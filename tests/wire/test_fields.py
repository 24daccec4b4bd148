"""`_fields`: which members of an answer are wanted."""

from typing import Any

import pytest

from copydesk.wire.fields import Wanted, parse_fields, pick

POST = {
    "id": 5,
    "title": {"raw": "a", "rendered": "A"},
    "meta": [],
    "tags": [7, 8, 9],
    "content": {"rendered": "", "x": {"y": 1, "z": 2}},
}


def wanted(text: str) -> Wanted:
    found = parse_fields(text)
    assert found is not None
    return found


@pytest.mark.parametrize("value", [None, "", " , ", [], ["", " "], {}])
def test_nothing_named_is_everything(value: Any) -> None:
    assert parse_fields(value) is None


@pytest.mark.parametrize(
    "value", ["id,title", "id title", " id , title ", ["id", " title "], {0: "id", 1: "title"}]
)
def test_names_come_in_many_forms(value: Any) -> None:
    assert parse_fields(value) == wanted("id,title")


def test_what_is_wanted_of_what() -> None:
    some = wanted("id,title.rendered")
    assert [some.has(path) for path in ("id", "id.x", "title", "title.rendered", "title.raw", "date")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip
    assert [some.names(path) for path in ("id", "title", "date")] == [True, False, False]


@pytest.mark.parametrize(
    ("names", "picked"),
    [
        ("id", {"id": 5}),
        ("nope", []),
        ("title", {"title": {"raw": "a", "rendered": "A"}}),
        ("title.raw", {"title": {"raw": "a"}}),
        ("title.raw,title", {"title": {"raw": "a", "rendered": "A"}}),
        ("title.nope", {"title": []}),
        ("id.nope", {"id": 5}),
        ("meta.x", {"meta": []}),
        ("tags.0", {"tags": [7]}),
        ("tags.2", {"tags": {2: 9}}),
        ("content.x.y", {"content": {"x": {"y": 1}}}),
    ],
)
def test_members_are_picked(names: str, picked: Any) -> None:
    assert pick(POST, wanted(names)) == picked


def test_what_has_no_members_stays() -> None:
    assert pick("text", wanted("id")) == "text"
    assert pick(POST, Wanted(is_leaf=True)) is POST
