"""Texts whose bytes are not UTF-8: in a `str` such bytes travel as lone surrogates (`surrogateescape`)."""

import re

_SURROGATES = re.compile("[\ud800-\udfff]+")


def is_valid_utf8(text: str) -> bool:
    """Whether the text can be written as UTF-8."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def to_bytes(text: str) -> bytes:
    """The bytes a text stands for, those that are not UTF-8 included."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # surrogates that stand for no byte
        return text.encode("utf-8", "surrogatepass")


def replace_invalid_utf8(text: str) -> str:
    """Puts one U+FFFD in the place of each run of bytes that belong together and are not UTF-8."""
    return text if is_valid_utf8(text) else _SURROGATES.sub(_replacement, text)


def _replacement(run: re.Match[str]) -> str:
    try:
        return run[0].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # surrogates that stand for no byte
        return "\ufffd" * len(run[0])
