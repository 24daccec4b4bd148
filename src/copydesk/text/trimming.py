"""The beginning of a text: so many words, or so many characters."""

import re

from copydesk.text.ascii import strip
from copydesk.text.strip_tags import strip_all_tags

_WORD = re.compile(r"[^\n\r\t ]+")
_CUT_ENTITY = re.compile(r"&[^;\s]{0,6}\Z", re.ASCII)
_LONGEST_ENTITY = 7


def trim_words(html: str, count: int = 55, more: str = "&hellip;") -> str:
    """The first words without tags, single spaces between; `more` follows only if words are left out."""
    text = strip_all_tags(html)
    if count < 0:  # as PHP has it: all but the last word
        return " ".join(_WORD.findall(text)[:-1]) + more
    words: list[str] = []
    for found in _WORD.finditer(text):
        if len(words) == count:
            return " ".join(words) + more
        words.append(found[0])
    return " ".join(words)


def first_characters(html: str, count: int, more: str = "") -> str:
    """The first characters without tags, and without half an entity at the end."""
    text = strip_all_tags(html, remove_breaks=True)
    start = text[:count]
    tail = max(len(start) - _LONGEST_ENTITY, 0)
    found = _CUT_ENTITY.search(start, tail)
    if found:
        start = start[: found.start()]
    return start if start == text else strip(start) + more
