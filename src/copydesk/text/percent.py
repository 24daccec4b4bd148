"""Percent-encoding of any text, in which bytes that are not UTF-8 keep their values; and what is encoded, out."""

from urllib.parse import quote, quote_plus

from copydesk.text.utf8 import to_bytes

_HEX = "0123456789abcdefABCDEF"


def encode_path(text: str, safe: str = "/") -> str:
    """As in a path: a space is `%20`."""
    return quote(to_bytes(text), safe)


def encode_query(text: str, safe: str = "") -> str:
    """As in a query: a space is `+`."""
    return quote_plus(to_bytes(text), safe)


def remove_octets(text: str, first: str = _HEX, second: str = _HEX) -> str:
    """Drops `%` and two of these digits, also where they come together when others vanish from between."""
    if "%" not in text:
        return text
    kept: list[str] = []
    for character in text:
        kept.append(character)
        if character in second and kept[-3:-2] == ["%"] and kept[-2] in first:
            del kept[-3:]
    return "".join(kept)
