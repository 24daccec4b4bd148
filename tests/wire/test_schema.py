"""Values against schemas: what is accepted, what it becomes, and the codes of what is not."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.wire.schema import Schema, array, boolean, integer, mapping, nullable, number, string
from copydesk.wire.schema_check import check, is_list
from copydesk.wire.schema_clean import clean, to_bool

IDS = array("Ids.", integer())
CLOSED = mapping("Box.", {"a": string()}, additionalProperties=False)
TERMS: Schema = {
    "type": ["object", "array"],
    "oneOf": [
        {"title": "List", "type": "array", "items": {"type": "integer"}},
        {
            "title": "Query",
            "type": "object",
            "properties": {"terms": {"type": "array", "items": {"type": "integer"}}},
            "additionalProperties": False,
        },
    ],
}


def code_of(value: Any, schema: Schema) -> str:
    failure = check(value, schema, "x")
    return failure.code if failure else ""


def accepted(value: Any, schema: Schema) -> Any:
    assert check(value, schema, "x") is None
    return clean(value, schema, "x")


@pytest.mark.parametrize(
    ("value", "schema", "becomes"),
    [
        ("a", string(), "a"),
        ("5", integer(), 5),
        (" 5", integer(), 5),
        ("5.0", integer(), 5),
        (5.0, integer(), 5),
        ("1e2", integer(), 100),
        ("90071992547409931", integer(), 90071992547409931),
        (10**400, integer(), 10**400),
        ("1.5", number(), 1.5),
        (2, number(), 2),
        ("true", boolean(), True),
        ("FALSE", boolean(), False),
        (0, boolean(), False),
        ("1,2 3", IDS, [1, 2, 3]),
        ("", IDS, []),
        (["1", 2], IDS, [1, 2]),
        ({3: "1", 5: "2"}, IDS, [1, 2]),
        (7, IDS, [7]),
        (["a", "b"], array("Any.", {}), ["a", "b"]),
        ("a,b", {"type": "array"}, ["a", "b"]),
        ("", mapping("Box."), {}),
        (["a"], mapping("Box."), {0: "a"}),
        ({"a": "5", "b": 1}, mapping("Box.", {"a": integer()}), {"a": 5, "b": 1}),
        ({"a": "5"}, mapping("Box.", {"b": string()}, additionalProperties=integer()), {"a": 5}),
        ({"a": "5"}, mapping("Box.", {"a": integer()}, additionalProperties=False), {"a": 5}),
        (None, nullable(string()), None),
        (None, {"type": "null"}, None),
        ("x", nullable(string()), "x"),
        ("5", {"type": ["integer", "string"]}, 5),
        (5, {"type": ["string", "integer"]}, 5),
        (True, {"type": ["string", "boolean"]}, True),
        ("", {"type": ["array", "object"]}, []),
        ("", {"type": ["integer", "string"]}, ""),
        ("whatever", {}, "whatever"),
        ("1,2", TERMS, [1, 2]),
        ({"terms": "1,2"}, TERMS, {"terms": [1, 2]}),
        ("5", {"anyOf": [integer(), string()]}, 5),
        ("x", {"anyOf": [integer(), string()]}, "x"),
    ],
)
def test_values_become_what_the_schema_says(value: Any, schema: Schema, becomes: Any) -> None:
    assert accepted(value, schema) == becomes


@pytest.mark.parametrize(
    ("value", "schema", "code"),
    [
        (5, string(), "rest_invalid_type"),
        (["a"], string(), "rest_invalid_type"),
        ("2abc", integer(), "rest_invalid_type"),
        ("", integer(), "rest_invalid_type"),
        (1.5, integer(), "rest_invalid_type"),
        ("1e999", integer(), "rest_invalid_type"),
        (True, integer(), "rest_invalid_type"),
        ("٣", integer(), "rest_invalid_type"),
        ("x", number(), "rest_invalid_type"),
        ("yes", boolean(), "rest_invalid_type"),
        ("", boolean(), "rest_invalid_type"),
        (2, boolean(), "rest_invalid_type"),
        (None, IDS, "rest_invalid_type"),
        ({"a": 1}, IDS, "rest_invalid_type"),
        ("1,x", IDS, "rest_invalid_type"),
        ("text", mapping("Box."), "rest_invalid_type"),
        (None, {"type": ["string", "integer"]}, "rest_invalid_type"),
        (["a"], {"type": ["string", "integer"]}, "rest_invalid_type"),
        ("x", {"type": "null"}, "rest_invalid_type"),
        ("c", string(enum=["a", "b"]), "rest_not_in_enum"),
        ("3", integer(enum=[1, 2]), "rest_not_in_enum"),
        ("", string(minLength=1), "rest_too_short"),
        ("abc", string(maxLength=2), "rest_too_long"),
        ("abc", string(pattern="^[0-9]+$"), "rest_invalid_pattern"),
        ("soon", string(format="date-time"), "rest_invalid_date"),
        ("no address", string(format="email"), "rest_invalid_email"),
        ("300.1.1.1", string(format="ip"), "rest_invalid_ip"),
        ("#ggg", string(format="hex-color"), "rest_invalid_hex_color"),
        ("1-2-3", string(format="uuid"), "rest_invalid_uuid"),
        (0, integer(minimum=1), "rest_out_of_bounds"),
        (101, integer(maximum=100), "rest_out_of_bounds"),
        (1, integer(minimum=1, exclusiveMinimum=True), "rest_out_of_bounds"),
        (9, integer(maximum=9, exclusiveMaximum=True), "rest_out_of_bounds"),
        (5, integer(multipleOf=2), "rest_invalid_multiple"),
        ([], array("Ids.", integer(), minItems=1), "rest_too_few_items"),
        ([1, 2], array("Ids.", integer(), maxItems=1), "rest_too_many_items"),
        ([1, 1], array("Ids.", integer(), uniqueItems=True), "rest_duplicate_items"),
        ({}, mapping("Box.", {"a": string(required=True)}), "rest_property_required"),
        ({}, mapping("Box.", {"a": string()}, required=["a"]), "rest_property_required"),
        ({"b": 1}, CLOSED, "rest_additional_properties_forbidden"),
        ({"a": "x"}, mapping("Box.", {"a": integer()}), "rest_invalid_type"),
        ({"b": "x"}, mapping("Box.", additionalProperties=integer()), "rest_invalid_type"),
        ({"n1": "x"}, mapping("Box.", patternProperties={"^n": integer()}), "rest_invalid_type"),
        ({}, mapping("Box.", minProperties=1), "rest_too_few_properties"),
        ({"a": 1}, mapping("Box.", maxProperties=0), "rest_too_many_properties"),
        ("", TERMS, "rest_one_of_multiple_matches"),
        ("x", TERMS, "rest_no_matching_schema"),
        (5, {"oneOf": [string(), boolean()]}, "rest_no_matching_schema"),
        ("x", {"anyOf": [integer()]}, "rest_no_matching_schema"),
        ({"terms": "x"}, TERMS, "rest_no_matching_schema"),
    ],
)
def test_what_does_not_fit_has_a_code(value: Any, schema: Schema, code: str) -> None:
    assert code_of(value, schema) == code


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("2", integer(enum=[1, 2])),
        ("#fff", string(format="hex-color")),
        ("", string(format="hex-color")),
        ("::1", string(format="ip")),
        ("12345678-1234-1234-1234-123456789abc", string(format="uuid")),
        ("2025-06-10T08:00:00", string(format="date-time")),
        ("a@b.example", string(format="email")),
        ("anything", string(format="unknown")),
        (4, integer(multipleOf=2, minimum=1, maximum=9)),
        ([1, "1"], array("Ids.", {}, uniqueItems=True)),
        ({"n1": 5, "other": "x"}, mapping("Box.", patternProperties={"^n": integer()})),
        ([1, 2], {"type": "array", "minItems": 1, "maxItems": 2}),
        ({"a": 1}, mapping("Box.", minProperties=1, maxProperties=1)),
        ("x", {"properties": []}),
        ({"a": 1}, {"type": "object", "properties": []}),
        ({"a": "x"}, mapping("Box.", {"a": string(), "b": string()}, required=["a"])),
    ],
)
def test_what_fits(value: Any, schema: Schema) -> None:
    assert code_of(value, schema) == ""


def test_failures_name_the_place() -> None:
    failure = check([1, "x"], IDS, "include")
    assert failure is not None
    assert failure.data == {"param": "include[1]"}
    failure = check({"a": {"b": "x"}}, mapping("Box.", {"a": mapping("Box.", {"b": integer()})}), "meta")
    assert failure is not None
    assert failure.data == {"param": "meta[a][b]"}


def test_failures_of_several_forms_name_the_one_that_was_meant() -> None:
    failure = check({"terms": "x"}, TERMS, "categories")
    assert failure is not None
    assert failure.data == {"position": 1}
    failure = check("", TERMS, "categories")
    assert failure is not None
    assert failure.data == {"positions": [0, 1]}


@pytest.mark.parametrize(
    ("value", "schema", "becomes"),
    [
        ("<b>a</b>\n b", string(format="text-field"), "a b"),
        ("javascript:alert(1)", string(format="uri"), ""),
        ("https://a.example/?x=1", string(format="uri"), "https://a.example/?x=1"),
        (5, string(), "5"),
        ("x", {"oneOf": [integer()], "type": "string"}, "x"),
        (["a"], {"type": ["string", "integer"]}, ["a"]),
        ({"a": "x", "b": "y"}, CLOSED, {"a": "x"}),
    ],
)
def test_cleaning(value: Any, schema: Schema, becomes: Any) -> None:
    assert clean(value, schema, "x") == becomes


def test_booleans_of_arguments() -> None:
    assert [to_bool(value) for value in ("true", "0", "", 1, 0, "False")] == [
        True,
        False,
        False,
        True,
        False,
        False,
    ]


def test_lists_may_have_gaps_but_no_names() -> None:
    assert is_list({2: "a", 7: "b"})
    assert not is_list({"a": 1})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(
    JSON,
    st.sampled_from([string(), integer(), number(), boolean(), IDS, mapping("Box."), TERMS, nullable(IDS)]),
)
@settings(max_examples=200, deadline=None)
def test_nothing_raises(value: Any, schema: Schema) -> None:
    if check(value, schema, "x") is None:
        clean(value, schema, "x")
