"""Comparing and ordering texts as MariaDB does under utf8mb4_unicode_520_ci, for SQLite."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=10_000)
def sort_key(text: str) -> str:
    """Two texts are equal to MariaDB when their keys are equal, and sort as their keys do."""
    return fold_characters(text).rstrip(" ")


def fold_characters(text: str) -> str:
    """Every character replaced by the plainest one that MariaDB takes for the same."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def contains_folded(text: str | None, needle: str) -> bool:
    """Whether `needle`, folded already, stands in `text`."""
    return text is not None and needle in fold_characters(text)
