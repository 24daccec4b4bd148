"""JSON as PHP spells it."""

import json
import math
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.floats import format_float
from copydesk.text.json_spelling import JsonError, Raw, from_php, is_packed, spell

FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | FLOATS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "-0"),
        (3.0, "3"),
        (0.25, "0.25"),
        (0.0001, "0.0001"),
        (0.00001, "1.0e-5"),
        (-1.5e-9, "-1.5e-9"),
        (1e15, "1000000000000000"),
        (1e16, "10000000000000000"),
        (1.2345678901234568e16, "12345678901234568"),
        (1e17, "1.0e+17"),
        (2.5e300, "2.5e+300"),
        (math.nan, "NAN"),
        (math.inf, "INF"),
        (-math.inf, "-INF"),
    ],
)
def test_float_is_written_as_php_writes_it(number: float, text: str) -> None:
    assert format_float(number) == text


def test_float_in_serialised_values_has_a_big_e() -> None:
    assert format_float(1e25, "E") == "1.0E+25"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a/b", r'"a\/b"'),
        ("é\u2028😀", r'"\u00e9\u2028\ud83d\ude00"'),
        ("\x7f\\u007f", '"\x7f\\\\u007f"'),
        ({"a": [1.0, (2.5, None)]}, '{"a":[1,[2.5,null]]}'),
        ({}, "{}"),
        ([], "[]"),
        (["broken \udce9\udce9 and \udce6\udc97", "\ud800"], '["broken ?? and ?","???"]'),
        ({"\udcff": "😀"}, r'{"?":"\ud83d\ude00"}'),
        ("😀", r'"\ud83d\ude00"'),
    ],
)
def test_value_is_spelled_as_php_spells_it(value: object, text: str) -> None:
    assert spell(value) == text


def test_spelling_can_be_readable() -> None:
    assert spell("é/\u2028\u2029", escape_slashes=False, escape_unicode=False) == '"é/\\u2028\\u2029"'
    assert spell(["é\udcff"], escape_unicode=False) == '["é?"]'


def test_spelling_can_be_safe_in_markup() -> None:
    text = spell({"a": "<b> & 'c' \"d\" \\"}, hexed="<>&'\"")
    assert text == r'{"a":"\u003Cb\u003E \u0026 \u0027c\u0027 \u0022d\u0022 \\"}'
    assert json.loads(text) == {"a": "<b> & 'c' \"d\" \\"}


def test_raw_text_is_written_untouched_at_any_depth() -> None:
    value = [Raw('{"a":1}'), {"b": Raw('"/é"'), "c": [Raw("[ ]")]}, {"": "null"}]
    assert spell(value) == '[{"a":1},{"b":"/é","c":[[ ]]},{"":"null"}]'


def test_text_that_imitates_the_mark_of_raw_stays_text() -> None:
    text = '{"null":0,"null":0}'
    assert json.loads(spell([Raw("1"), text, {"null": 0}])) == [1, text, {"null": 0}]


def test_raw_survives_broken_text_beside_it() -> None:
    assert spell([Raw("1"), "\udcff", "😀"]) == r'[1,"?","\ud83d\ude00"]'


@pytest.mark.parametrize("value", [math.nan, [math.inf], {"a": -math.inf}])
def test_endless_numbers_have_no_json(value: object) -> None:
    with pytest.raises(JsonError):
        spell(value)


def test_other_types_have_no_json() -> None:
    with pytest.raises(TypeError):
        spell({1, 2})


def test_endless_nesting_has_no_json() -> None:
    value: list[Any] = []
    for _ in range(10_000):
        value = [value]
    with pytest.raises(JsonError):
        spell(value)
    with pytest.raises(JsonError):
        from_php(value)


@given(VALUES)
def test_spelled_value_reads_back(value: Any) -> None:
    def numbers(item: Any) -> Any:
        return int(item) if isinstance(item, float) and item.is_integer() and abs(item) < 1e17 else item

    assert repr(walk(json.loads(spell(value)), numbers)) == repr(walk(value, numbers))


def walk(value: Any, change: Any) -> Any:
    if isinstance(value, list):
        return [walk(item, change) for item in value]
    if isinstance(value, dict):
        return {key: walk(item, change) for key, item in value.items()}
    return change(value)


def test_php_arrays_become_lists_where_their_keys_count_up() -> None:
    assert from_php({0: "a", 1: {"x": {}}}) == ["a", {"x": []}]
    assert from_php({0: "a", 2: "b"}) == {0: "a", 2: "b"}
    assert from_php([(1.5,)]) == [[1.5]]


def test_objects_become_objects_without_what_is_private() -> None:
    thing = SimpleNamespace(props={"a": {}, "\0*\0b": 1})
    assert spell(from_php({0: thing, 1: SimpleNamespace(props={})})) == '[{"a":[]},{}]'


def test_packed_means_counting_from_zero() -> None:
    assert is_packed({})
    assert is_packed({0: "a", 1: "b"})
    assert not is_packed({1: "a"})
    assert not is_packed({"0": "a"})
    assert not is_packed({False: "a"})
