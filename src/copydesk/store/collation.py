"""Comparing and ordering texts as MariaDB does under utf8mb4_unicode_520_ci, for SQLite.

WordPress's columns compare without regard to case and accents, and sort by the Unicode Collation Algorithm,
of which only the first level counts: a text is the row of its characters' primary weights, characters without
weight are as good as absent, and blanks at the end do not count. `sort_key` turns a text into a text that
SQLite's own bytewise order sorts that way.

`LIKE` is stranger. It goes character by character: `é` is `e`, but `ß` is not `ss`, and a lone accent is a
character of its own. `fold_characters` therefore replaces each character by the first of those that weigh the
same, and nothing else.
"""

import re
import unicodedata
from functools import lru_cache

from copydesk.store.collation_rules import WEIGHTS

_ASCII = bytes(range(128))
_BLANK = 0x20A
_RULE = re.compile(r"([0-9a-f]+)(?:([+~*])([0-9a-f]+))?(?:=([0-9a-f.]+))?(?:/(\d))?")
_HAN = frozenset(
    (0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29)
)

Weights = tuple[int, ...]


@lru_cache(maxsize=20_000)
def sort_key(text: str | None) -> str | None:
    """Two texts are equal to MariaDB when their keys are equal, and sort as their keys do."""
    if text is None:
        return None
    blank = chr(_BLANK)
    return text.translate(_keys()).rstrip(blank) + blank


def fold_characters(text: bytes) -> bytes:
    """Every character (of UTF-8) replaced by the plainest one that `LIKE` takes for the same."""
    if not text.isascii():
        others = text.translate(None, _ASCII)
        folds = _folds()
        # Texts are long, their characters outside of ASCII few: only those are looked up.
        for char in set(others.decode("utf-8", "replace")) & folds.keys():
            text = text.replace(char.encode(), folds[char])
    return text.lower()


def contains_folded(text: bytes | None, needle: bytes) -> bool:
    """Whether `needle`, folded already, stands in `text`. As it is, most often; folding takes longer than looking."""
    return text is not None and (needle in text or needle in fold_characters(text))


class _Keys(dict[int, str]):
    """The part of a key that a character makes; computed for those without a rule."""

    def __missing__(self, number: int) -> str:
        key = self[number] = _key(_computed(number))
        return key


@lru_cache(maxsize=1)
def _keys() -> _Keys:
    return _Keys({number: _key(weights) for number, weights in _weights().items()})


def _key(weights: Weights) -> str:
    # The numbers of surrogates are no characters; moved up they keep their place behind the others.
    return "".join(chr(weight if weight < 0xD800 else weight + 0x10000) for weight in weights)


@lru_cache(maxsize=1)
def _folds() -> dict[str, bytes]:
    """Characters that are the same as a plainer one; those of ASCII are left to `lower`."""
    first: dict[Weights, str] = {}
    folds: dict[str, bytes] = {}
    for number, weights in sorted(_weights().items()):
        char = chr(number)
        plain = first.setdefault(weights, char)
        if plain != char and number >= 0x80:
            folds[char] = plain.encode()
    return folds


@lru_cache(maxsize=1)
def _weights() -> dict[int, Weights]:
    weights: dict[int, Weights] = {}
    derived: list[int] = []
    for rule in _RULE.finditer(WEIGHTS):
        start, kind, length = int(rule[1], 16), rule[2], int(rule[3] or "1", 16)
        numbers = range(start, start + length)
        if kind == "*":
            derived.extend(numbers)
        elif kind == "~":
            weights.update(dict.fromkeys(numbers, ()))
        else:
            given = tuple(int(weight, 16) for weight in rule[4].split("."))
            step = int(rule[5] or "1")
            for place, number in enumerate(numbers):
                weights[number] = (given[0] + place * step, *given[1:])
    for number in derived:
        parts = unicodedata.normalize("NFKD", chr(number))
        weights[number] = sum((weights.get(ord(part), _computed(ord(part))) for part in parts), ())
    return weights


def _computed(number: int) -> Weights:
    """The weights of characters without a rule: Chinese ones, their first extension, the rest."""
    if 0x4E00 <= number <= 0x9FA5 or number in _HAN:
        block = 0xFB40
    elif 0x3400 <= number <= 0x4DB5:
        block = 0xFB80
    else:
        block = 0xFBC0
    return block + (number >> 15), (number & 0x7FFF) | 0x8000
