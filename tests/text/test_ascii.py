"""Case and white space of ASCII."""

from copydesk.text.ascii import lower, remove_controls, strip


def test_only_ascii_letters_have_a_case() -> None:
    assert lower("ABC") == "abc"
    assert lower("\u00c9 \u212aK") == "\u00c9 \u212ak"


def test_only_ascii_space_is_trimmed() -> None:
    assert strip(" \0\v\t\u00a0x\u00a0\r\n") == "\u00a0x\u00a0"


def test_controls_go_and_line_ends_stay() -> None:
    assert remove_controls("plain") == "plain"
    assert remove_controls("\0a\tb\x0b\nc\x7f\r\x1f") == "a\tb\nc\x7f\r"
