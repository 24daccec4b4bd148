"""Accents off: letters as plain ASCII, for names of files, of users and in addresses."""

import unicodedata

from copydesk.text.accents_rules import DANISH, GERMAN, PLAIN, PLAIN_BYTES, SERBIAN
from copydesk.text.utf8 import is_valid_utf8, to_bytes

_GERMAN = {**PLAIN, **str.maketrans(GERMAN)}
_DANISH = {**PLAIN, **str.maketrans(DANISH)}
_SERBIAN = {**PLAIN, **str.maketrans(SERBIAN)}
_BY_LOCALE = {"da_DK": _DANISH, "sr_RS": _SERBIAN, "bs_BA": _SERBIAN}


def remove_accents(text: str, locale: str = "en_US") -> str:
    """Latin letters without their accents, as the language of the site writes them. Other letters stay."""
    if text.isascii():
        return text
    if not is_valid_utf8(text):
        return _remove_from_bytes(text)
    if locale == "ca":
        text = text.replace("l·l", "ll")
    table = _GERMAN if locale.startswith("de") else _BY_LOCALE.get(locale, PLAIN)
    return unicodedata.normalize("NFC", text).translate(table)


def _remove_from_bytes(text: str) -> str:
    """A text that is not UTF-8 is taken for Latin-1, the letters in it that are UTF-8 as well."""
    pieces = (PLAIN_BYTES.get(byte, "").encode() or bytes((byte,)) for byte in to_bytes(text))
    return b"".join(pieces).decode("utf-8", "surrogateescape")
