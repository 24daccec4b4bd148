"""Lists written in one string: `1,2, 3`, `news sport`."""

import re

_BETWEEN = re.compile(r"[\s,]+", re.ASCII)
_LEADING_INTEGER = re.compile(r"[+-]?(\d{1,18})", re.ASCII)


def parse_list(text: str) -> list[str]:
    """The words of a list, separated by commas or white space."""
    return [word for word in _BETWEEN.split(text) if word]


def parse_ids(text: str) -> list[int]:
    """The numbers of a list without their signs, each once; a word is 0."""
    return list(dict.fromkeys(map(_id_of, parse_list(text))))


def _id_of(word: str) -> int:
    found = _LEADING_INTEGER.match(word)
    return int(found[1]) if found else 0
