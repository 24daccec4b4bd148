"""JSON on the wire: documents keep their bytes."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.wire.json import JsonError, Raw, encode, indent, parse, respell, split_array, split_object

SEED = Path(__file__).parents[3] / "shared/seed/post-10751.json"

DOCUMENT = '{"id":7,"link":"https:\\/\\/x.example\\/","views":1.50,"meta":[],"empty":{}}'


def test_answer_is_bytes_of_ascii() -> None:
    assert encode({"title": "Überschrift"}) == rb'{"title":"\u00dcberschrift"}'


def test_raw_bytes_that_are_no_text_pass_through() -> None:
    assert encode([Raw('"\udcff"')]) == b'["\xff"]'


def test_object_is_cut_into_its_members() -> None:
    members = split_object(DOCUMENT)
    assert list(members) == ["id", "link", "views", "meta", "empty"]
    assert members["link"] == '"https:\\/\\/x.example\\/"'
    assert members["views"] == "1.50"


def test_cutting_tolerates_any_white_space() -> None:
    assert split_object(' \n{ "a" :\t[ 1 , 2 ] ,\r\n"b\\u0063" : {} } ') == {"a": "[ 1 , 2 ]", "bc": "{}"}
    assert split_object("{ }") == {}


def test_of_equal_keys_the_last_counts() -> None:
    assert split_object('{"a":1,"b":2,"a":3}') == {"a": "3", "b": "2"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"a":1',
        '{"a":1,}',
        '{"a" 1}',
        "{a:1}",
        '{"a":}',
        '{"a":NaN}',
        '{"a":1}x',
        '{"a":1 "b":2}',
    ],
)
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        split_object(text)


def test_list_is_cut_into_its_items() -> None:
    assert split_array(' [ {"a": 1} , 1.50,\n"x" ] ') == ['{"a": 1}', "1.50", '"x"']
    assert split_array("[ ]") == []


@pytest.mark.parametrize("text", ["", "{}", "[", "[1", "[1,]", "[1 2]", "[1]x", "[NaN]"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        split_array(text)


@pytest.mark.parametrize(
    "text", ["", "nope", "[1,]", "Infinity", '"\ttab"', "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000]
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        respell(text)


def test_deep_member_is_refused() -> None:
    with pytest.raises(JsonError):
        split_object('{"a":' + "[" * 100_000 + "]" * 100_000 + "}")


def test_respelling_keeps_keys_and_numbers() -> None:
    long_number = "1" * 5000
    text = f'{{ "z":1.50, "a":[-0, 1E3, {long_number}], "é":"a/b" }}'
    assert respell(text) == f'{{"z":1.50,"a":[-0,1E3,{long_number}],"\\u00e9":"a\\/b"}}'


def test_parsed_document_encodes_to_itself() -> None:
    assert encode(parse(DOCUMENT)).decode() == DOCUMENT


def test_pretty_answer_is_indented_by_four() -> None:
    expected = '{\n    "a": [\n        1,\n        {}\n    ],\n    "b": []\n}'
    assert encode({"a": [1, {}], "b": []}, pretty=True).decode() == expected
    assert indent('"[{,:\\""') == '"[{,:\\""'


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | texts
    return st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=20)


@given(st.dictionaries(st.text(), values(st.text())))
def test_members_put_together_are_the_document(value: dict[str, Any]) -> None:
    text = encode(value).decode()
    members = split_object(text)
    assert encode({key: Raw(member) for key, member in members.items()}).decode() == text
    assert respell(json.dumps(value, indent=1, ensure_ascii=False)) == text


@given(values(st.text(alphabet='a"\\{}[]:, é')))
def test_indenting_is_what_pythons_own_does(value: Any) -> None:
    text = encode(value).decode()
    assert indent(text) == json.dumps(json.loads(text), indent=4).replace("/", "\\/").replace(
        "\\u007f", "\x7f"
    )


def test_document_of_the_seed_is_spelled_so_already() -> None:
    if not SEED.exists():
        pytest.skip("the seed document is not beside this checkout")
    text = SEED.read_text()
    assert respell(text) == text
    assert encode(json.loads(text)).decode() == text
    assert encode({key: Raw(member) for key, member in split_object(text).items()}).decode() == text
