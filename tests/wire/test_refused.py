"""Refusals, links, and the schemas' own words."""

import pytest

from copydesk.wire.links import format_link_header, has_compact_names
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer, Request
from copydesk.wire.schema import array, boolean, integer, mapping, nullable, number, string, types_of

CANNOT = Problem("rest_forbidden", "No.")


def test_status_depends_on_who_asks() -> None:
    assert CANNOT.body()["data"] == {"status": 401}
    assert CANNOT.body(is_member=True)["data"] == {"status": 403}
    assert Problem("gone", "Gone.", 410).status_for(is_member=True) == 410


def test_refusal_adds_what_it_knows() -> None:
    assert Refused(CANNOT).problem is CANNOT
    refused = Refused(Problem("bad", "Bad.", 400, {"a": 1}), params=["x"])
    assert refused.problem.body() == {
        "code": "bad",
        "message": "Bad.",
        "data": {"status": 400, "a": 1, "params": ["x"]},
    }


def test_data_may_be_anything() -> None:
    assert Problem("a", "A.", 400, None).body() == {"code": "a", "message": "A.", "data": None}
    assert Problem("a", "A.", 400, has_data=False).body() == {"code": "a", "message": "A."}
    assert Problem("a", "A.", 400, "text", more={"x": 1}).body()["data"] == "text"
    assert Problem("a", "A.", 400, "text", more={"x": 1}).body()["x"] == 1
    assert Refused(Problem("a", "A.", 400, "text"), b=1).problem.data == {"b": 1}


def test_link_header_quotes_relations_only() -> None:
    links = [("https://a.example/", {"rel": "next"}), ("/b", {"rel": "alternate", "type": "text/html"})]
    assert (
        format_link_header(links) == '<https://a.example/>; rel="next", </b>; rel="alternate"; type=text/html'
    )


def test_compact_names_need_explaining() -> None:
    assert has_compact_names({"self": [], "wp:term": []})
    assert not has_compact_names({"self": []})


def test_schemas_leave_out_what_is_not_said() -> None:
    assert string() == {"type": "string"}
    assert integer("Size.", minimum=1, maximum=None) == {
        "description": "Size.",
        "type": "integer",
        "minimum": 1,
    }
    assert number()["type"] == "number"
    assert boolean(default=False) == {"type": "boolean", "default": False}
    assert array("Ids.", integer()) == {"description": "Ids.", "type": "array", "items": {"type": "integer"}}
    assert mapping("Box.", {"a": string()})["properties"] == {"a": {"type": "string"}}


@pytest.mark.parametrize(
    ("kind", "types"), [("string", ["string", "null"]), (["a", "b"], ["a", "b", "null"])]
)
def test_nullable_adds_a_type(kind: object, types: list[str]) -> None:
    assert nullable({"type": kind})["type"] == types


def test_types_are_always_a_list() -> None:
    assert types_of({"type": "string"}) == ["string"]
    assert types_of({"type": ["string", "null"]}) == ["string", "null"]
    assert list(types_of({})) == []


def test_requests_and_answers_start_empty() -> None:
    assert Request("GET", "/").query == {}
    assert (Answer(None).status, Answer(None).links) == (200, ())
