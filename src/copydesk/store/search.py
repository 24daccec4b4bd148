"""Searching as WordPress does: which words a text has, which posts have them, and which have them best.

A quoted part is one word. Single letters and the commonest English words do not count; when nothing is left,
or more than nine words are, the whole text is the one word. A word with a leading hyphen must not occur.
"""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, select

from copydesk.store.conditions import Conditions, Form
from copydesk.store.dialects import Containing, contains, sorting
from copydesk.store.tables import Tables

COLUMNS = ("post_title", "post_excerpt", "post_content")

_MAX_WORDS = 9
_MAX_WORDS_FOR_TITLES = 6  # more words are not looked for in titles one by one when sorting
_PART = re.compile(r'"[^"]*(?:"|$)|[^\t ",+]+')
_UNSPOKEN = frozenset(
    (
        "about", "an", "are", "as", "at", "be", "by", "com", "for", "from", "how", "in", "is", "it", "of",
        "on", "or", "that", "the", "this", "to", "was", "what", "when", "where", "who", "will", "with", "www",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Search:
    """A search text, taken apart."""

    words: tuple[str, ...]
    unwanted: tuple[str, ...]
    sentence: str
    exact: bool = False  # a column must be the word, not only contain it


def parse_search(text: str, *, exact: bool = False) -> Search:
    """What a search text asks for; `exact` takes the text as one word."""
    sentence = text.replace("\r", "").replace("\n", "")
    words = [] if exact else [word for part in _PART.findall(sentence) if (word := _word(part))]
    if not words or len(words) > _MAX_WORDS:
        words = [sentence]
    wanted = tuple(word for word in words if not word.startswith("-"))
    unwanted = tuple(word[1:] for word in words if word.startswith("-"))
    return Search(wanted, unwanted, sentence, exact)


def _word(part: str) -> str:
    is_phrase = len(part) > 2 and part[0] == part[-1] == '"'
    word = part.strip("\"'") if is_phrase else part.strip("\"' ")
    is_letter = len(word) == 1 and (word == "-" or (word.isascii() and word.isalpha()))
    return "" if is_letter or word.lower() in _UNSPOKEN else word


def add_search(
    conditions: Conditions, search: Search, columns: tuple[str, ...], *, in_file_names: bool = False
) -> None:
    """Every word in one of the columns, no unwanted word in any."""
    for word in search.words:
        value = word if search.exact else Containing(word)
        conditions.add(_occurs, columns, in_file_names, search.exact, values=(value,))
    for word in search.unwanted:
        conditions.add(_is_absent, columns, in_file_names, values=(Containing(word),))


def by_relevance(conditions: Conditions, search: Search) -> Form:
    """The sort key, smallest first: the whole text in the title, then all words there, then any …"""
    if len(search.words) <= 1:
        words = [Containing(word) for word in search.words] or [Containing(search.sentence)]
        return conditions.form(_title_first, values=words)
    words = [Containing(word) for word in search.words]
    if len(words) > _MAX_WORDS_FOR_TITLES:
        words = []
    return conditions.form(_relevance, values=[Containing(search.sentence), *words])


def _occurs(t: Tables, columns: tuple[str, ...], in_file_names: bool, exact: bool, word: Any) -> Any:
    if exact:
        return or_(*[sorting(t.posts.c[column]) == sorting(word) for column in columns])
    found = [contains(t.posts.c[column], word) for column in columns]
    return or_(*found, _file_name_has(t, word)) if in_file_names else or_(*found)


def _is_absent(t: Tables, columns: tuple[str, ...], in_file_names: bool, word: Any) -> Any:
    absent = [~contains(t.posts.c[column], word) for column in columns]
    return and_(*absent, ~_file_name_has(t, word)) if in_file_names else and_(*absent)


def _file_name_has(t: Tables, word: Any) -> ColumnElement[bool]:
    meta = t.postmeta
    return (
        select(meta.c.meta_id)
        .where(
            meta.c.post_id == t.posts.c.ID,
            meta.c.meta_key == "_wp_attached_file",
            contains(meta.c.meta_value, word),
        )
        .correlate(t.posts)
        .exists()
    )


def _title_first(t: Tables, word: Any) -> ColumnElement[Any]:
    return case((contains(t.posts.c.post_title, word), 0), else_=1)


def _relevance(t: Tables, sentence: Any, *words: Any) -> ColumnElement[Any]:
    title = [contains(t.posts.c.post_title, word) for word in words]
    cases: list[Any] = [(contains(t.posts.c.post_title, sentence), 1)]
    if title:
        cases += [(and_(*title), 2), (or_(*title), 3)]
    cases += [
        (contains(t.posts.c.post_excerpt, sentence), 4),
        (contains(t.posts.c.post_content, sentence), 5),
    ]
    return case(*cases, else_=6)
