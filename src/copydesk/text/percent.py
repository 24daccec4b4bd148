"""Percent-encoding of any text; bytes that are not UTF-8 keep their values."""

from urllib.parse import quote, quote_plus

from copydesk.text.utf8 import to_bytes


def encode_path(text: str, safe: str = "/") -> str:
    """As in a path: a space is `%20`."""
    return quote(to_bytes(text), safe)


def encode_query(text: str, safe: str = "") -> str:
    """As in a query: a space is `+`."""
    return quote_plus(to_bytes(text), safe)
