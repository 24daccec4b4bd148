"""PHP's serialised values: read, written, and told from plain texts."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.store.php import (
    PhpCustom,
    PhpEnum,
    PhpObject,
    PhpReference,
    PhpSyntaxError,
    is_serialized,
    maybe_serialize,
    maybe_unserialize,
    parse,
    serialize,
)

ROUND_TRIPS = [
    ("N;", None),
    ("b:0;", False),
    ("i:-42;", -42),
    ("d:0.25;", 0.25),
    ("d:7;", 7.0),
    ("d:1.0E+40;", 1e40),
    ("d:-INF;", -math.inf),
    ('s:6:"smørås";', None),
    ('s:0:"";', ""),
    ('s:11:"a"b;s:1:"c"";', 'a"b;s:1:"c"'),
    ("a:0:{}", {}),
    ('a:2:{i:0;s:1:"x";i:1;a:1:{s:1:"k";b:1;}}', {0: "x", 1: {"k": True}}),
    ('a:2:{s:2:"07";i:1;i:-3;N;}', {"07": 1, -3: None}),
    ('O:8:"stdClass":0:{}', PhpObject("stdClass", {})),
    ('O:3:"Old":2:{s:4:"\0*\0a";i:1;i:5;i:2;}', PhpObject("Old", {"\0*\0a": 1, 5: 2})),
    ('E:11:"Suit:Hearts";', PhpEnum("Suit:Hearts")),
    ('C:5:"Store":3:{a}b}', PhpCustom("Store", "a}b")),
]


@pytest.mark.parametrize(("text", "value"), ROUND_TRIPS, ids=[text for text, _ in ROUND_TRIPS])
def test_value_is_read_and_written_back(text: str, value: object) -> None:
    if text.startswith("s:6"):
        text, value = f's:{len("smørås".encode())}:"smørås";', "smørås"
    assert parse(text) == value
    assert serialize(parse(text)) == text


def test_bytes_that_are_no_text_survive() -> None:
    assert parse(b's:3:"a\xffb";') == "a\udcffb"
    assert serialize("a\udcffb") == 's:3:"a\udcffb";'
    assert serialize("\ud800") == 's:3:"\ud800";'


def test_digits_of_an_older_php_are_kept() -> None:
    text = "a:1:{i:0;d:0.10000000000000001;}"
    assert parse(text) == {0: 0.1}
    assert serialize(parse(text)) == text


def test_not_a_number_is_read() -> None:
    assert math.isnan(parse("d:NAN;"))
    assert serialize(parse("d:NAN;")) == "d:NAN;"


def test_lists_are_arrays_and_digits_are_numbers_as_keys() -> None:
    assert serialize(["a", (True,)]) == 'a:2:{i:0;s:1:"a";i:1;a:1:{i:0;b:1;}}'
    assert serialize({"0": 1, "-5": 2, "05": 3}) == 'a:3:{i:0;i:1;i:-5;i:2;s:2:"05";i:3;}'
    assert serialize({"9223372036854775808": 1}) == 'a:1:{s:19:"9223372036854775808";i:1;}'
    assert parse('a:1:{s:1:"7";i:1;}') == {7: 1}


def test_numbers_stop_at_the_largest() -> None:
    assert parse("i:99999999999999999999;") == 2**63 - 1
    assert parse("i:-99999999999999999999;") == -(2**63)


def test_what_follows_a_value_is_ignored() -> None:
    assert parse("i:1;i:2;") == 1


def test_references_give_the_value_they_name() -> None:
    assert parse("a:3:{i:0;a:1:{i:0;i:5;}i:1;R:2;i:2;R:3;}") == {0: {0: 5}, 1: {0: 5}, 2: 5}
    assert parse('a:3:{i:0;O:1:"A":0:{}i:1;r:2;i:2;R:3;}')[2] == PhpObject("A")


def test_circle_ends_in_none() -> None:
    assert parse("a:1:{i:0;R:1;}") == {0: None}
    assert parse('O:1:"A":1:{s:4:"self";r:1;}') == PhpObject("A", {"self": None})


def test_kept_references_are_written_back() -> None:
    text = 'a:4:{i:0;O:1:"A":0:{}i:1;r:2;i:2;R:3;i:3;a:1:{i:0;R:1;}}'
    value = parse(text, keep_references=True)
    assert value[1] == PhpReference("r", 2)
    assert serialize(value) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "x",
            "i:;",
            "b:2;",
            's:3:"ab";',
            's:1:"ab";',
            "a:1:{}",
            "a:1:{i:0;}",
            "a:1:{i:0;i:1;",
            "a:0:{i:0;i:1;}",
        ),
        *(
            "a:1:{b:1;i:1;}",
            "a:1:{N;i:1;}",
            "}",
            "R:1;",
            "a:1:{i:0;R:9;}",
            "a:1:{i:0;r:0;}",
            'O:1:"A":{}',
            'E:9:"A:B";',
        ),
        *('C:1:"A":5:{ab}', 'O:9:"A":0:{}', "a:2:{i:0;i:1;}", "d:1e;", "a:99999999999999999999:{}"),
    ],
)
def test_broken_text_is_no_value(text: str) -> None:
    with pytest.raises(PhpSyntaxError):
        parse(text)


def test_depth_has_a_limit_and_no_recursion() -> None:
    deep = "a:1:{i:0;" * 4000 + "N;" + "}" * 4000
    assert serialize(parse(deep)) == deep
    with pytest.raises(PhpSyntaxError):
        parse("a:1:{i:0;" * 10_000 + "N;" + "}" * 10_000)


def test_only_values_of_php_can_be_written() -> None:
    with pytest.raises(TypeError):
        serialize({"a": object()})


LOOKS = [
    ("N;", True, True),
    ("i:5;", True, True),
    (" b:1;\n", True, True),
    ("d:1.5E+3;", True, True),
    ('s:1:"a";', True, True),
    ("a:1:{nonsense}", True, True),
    ('E:3:"A:B";', True, True),
    ("i:5; and more", False, True),
    ("a:1:{i:0;N;} and more", False, True),
    ('s:1:"a" ;', False, True),
    ("s:1:a;", False, False),
    ("i:5", False, False),
    ("a:;", False, False),
    ("a:}1:{", False, False),
    ("b:1:", False, False),
    ("plain; text}", False, False),
    ("", False, False),
    ('C:1:"A":0:{}', False, False),
]


@pytest.mark.parametrize(("text", "strict", "loose"), LOOKS, ids=[text for text, _, _ in LOOKS])
def test_serialised_texts_are_told_by_their_look(text: str, strict: bool, loose: bool) -> None:
    assert is_serialized(text) is strict
    assert is_serialized(text, strict=False) is loose


@pytest.mark.parametrize("value", [{"a": 1}, ["x"], PhpObject("A"), PhpEnum("A:B"), "i:5;", " a:0:{}"])
def test_stored_value_comes_back(value: Any) -> None:
    stored = maybe_serialize(value)
    expected = {0: "x"} if value == ["x"] else value
    assert isinstance(stored, str)
    assert maybe_unserialize(stored) == expected


@pytest.mark.parametrize("value", ["plain", "", 5, True, None, 1.5])
def test_simple_values_are_stored_as_they_are(value: object) -> None:
    assert maybe_serialize(value) is value


def test_text_that_only_looks_serialised_is_false() -> None:
    assert maybe_unserialize("a:9:{}") is False
    assert maybe_unserialize("not at all") == "not at all"


SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text()
)
KEYS = st.integers(-(2**63), 2**63 - 1) | st.text().filter(lambda key: not key.lstrip("-").isdigit())
VALUES = st.recursive(SCALARS, lambda inner: st.dictionaries(KEYS, inner), max_leaves=20)


@given(VALUES)
def test_any_value_comes_back(value: object) -> None:
    text = serialize(value)
    assert parse(text) == value
    assert serialize(parse(text, keep_references=True)) == text


@given(st.text(alphabet='abdiOsCERrN:;{}"0123456789'))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse(text)
    except PhpSyntaxError:
        assert maybe_unserialize(text) in (text, False)
