"""Shortcodes found, and their attributes read."""

import pytest

from copydesk.text.shortcode_tags import find_shortcodes, parse_attributes


def found_in(text: str, *names: str) -> list[str]:
    return [text[code.start : code.end] for code in find_shortcodes(text, names or ("note", "side-note"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", []),
        ("[other]", []),
        ("[note]", ["[note]"]),
        ("[note /] x [/note]", ["[note /]"]),
        ("[note]x[/note]y", ["[note]x[/note]"]),
        ("[note]a[note]b[/note]c[/note]", ["[note]a[note]b[/note]"]),
        ("[note][side-note]", ["[note]", "[side-note]"]),
        ("[notes] [note-x]", []),
        ("[side-note]", ["[side-note]"]),
        ("[[note]]", ["[[note]]"]),
        ("[note", []),
        ("[note a='/x/y'] z", ["[note a='/x/y']"]),
        ('[note a="]"]', ['[note a="]']),
        ("[/note] [note]", ["[note]"]),
    ],
)
def test_registered_names_are_found(text: str, found: list[str]) -> None:
    assert found_in(text) == found


def test_parts_of_a_shortcode() -> None:
    (code,) = find_shortcodes('-[[note a="1"]in[/note]]-', {"note"})
    assert (code.name, code.attributes, code.content) == ("note", ' a="1"', "in")
    assert code.escaped
    assert not code.self_closing


def test_one_bracket_more_on_one_side_is_no_escape() -> None:
    (code,) = find_shortcodes("[[note]", {"note"})
    assert (code.before, code.after, code.escaped) == ("[", "", False)


def test_no_names_no_shortcodes() -> None:
    assert list(find_shortcodes("[note]", frozenset())) == []


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("", {}),
        ("one=\"1\" TWO='2' three=3", {"one": "1", "two": "2", "three": "3"}),
        ("\"a b\" 'c d' e", {"0": "a b", "1": "c d", "2": "e"}),
        ("a=1 a=2", {"a": "2"}),
        ("5=x y", {"5": "x", "6": "y"}),
        ("0=x y", {"0": "y"}),
        ("a\u00a0=\u200b'b\u00a0c'", {"a": "b c"}),
        ('a=""', {"a": ""}),
        ('""', {}),
        ("a='<b' c='<b>' d='<b> <'", {"a": "", "c": "<b>", "d": ""}),
        (r"a='\n\x41\101\q\\'", {"a": "\nAAq\\"}),
        ("a='\\xe9'", {"a": "\udce9"}),
        ("word\\", {"0": "word"}),
    ],
)
def test_attributes(text: str, attributes: dict[str, str]) -> None:
    assert parse_attributes(text) == attributes
