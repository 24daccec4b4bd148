"""Texts with bytes that are not UTF-8."""

import pytest

from copydesk.text.utf8 import is_valid_utf8, replace_invalid_utf8, to_bytes


@pytest.mark.parametrize(
    ("data", "replaced"),
    [
        (b"ascii", "ascii"),
        ("caf\u00e9 \U0001f600".encode(), "caf\u00e9 \U0001f600"),
        (b"caf\xe9!", "caf\ufffd!"),
        (b"\xf0\x9f\x98x", "\ufffdx"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd"),
    ],
)
def test_each_broken_character_is_replaced_once(data: bytes, replaced: str) -> None:
    text = data.decode("utf-8", "surrogateescape")
    assert is_valid_utf8(text) is (text == replaced)
    assert replace_invalid_utf8(text) == replaced


def test_surrogates_that_stand_for_no_byte_are_replaced_too() -> None:
    assert replace_invalid_utf8("a\ud800\udc80b") == "a\ufffd\ufffdb"


def test_any_text_has_bytes() -> None:
    assert to_bytes("caf\u00e9\udce9") == b"caf\xc3\xa9\xe9"
    assert to_bytes("\ud800") == b"\xed\xa0\x80"
