"""The line that says when and where: alone, or run into the first paragraph.

    Published: November 20, 2026 | Lisbon/Madrid        alone
    LISBON, Nov 20 (Tidewire) — The harbour board …     run in

A place in plain letters counts only beside a date or an agency, otherwise every sentence with a dash would
have a dateline; capitals alone are enough, unless they are a desk's word such as UPDATE. The search is
confined to the beginning of the text.
"""

import re
from dataclasses import dataclass

from copydesk.text.article_rules import DESK_WORDS, FIRST_WORDS

REACH = 160  # characters within which a run-in dateline must have ended

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_WEEKDAY})?(?:{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+{_MONTH}(?:,?\s+\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?!\w)"
)
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)"

_ALONE = re.compile(
    r"(?P<label>(?:first\s+)?(?:published|updated|posted)|last\s+updated)(?:\s+on)?\s*(?::\s*|\s)"
    rf"(?P<date>{_DATE}{_TIME}?)(?:\s*[|•·,–—-]\s*(?P<places>[^\d|•·:]{{2,80}}))?\s*",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"(?:by|edited|written|reported|with|from|min|source)\b", re.IGNORECASE)

_WORD = r"[^\W\d_][^\W\d_.’'-]*(?:[.’'-][^\W\d_]*){0,3}"
_NAME = rf"{_WORD}(?:\s+{_WORD}){{0,3}}"
_PLACE = rf"{_NAME}(?:,\s+{_NAME})?"
_RUN_IN = re.compile(
    rf"\s*(?P<places>{_PLACE}(?:\s*/\s*{_PLACE}){{0,3}}?)"
    rf"(?:,?\s+(?P<date>(?i:{_DATE})))?(?:,?\s*\((?P<agency>[^\W\d_][\w .&’'/-]{{1,30}})\))?"
    r"\s*(?:[—–]|--|(?<=\s)-(?=\s)|:(?=\s))\s*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """When and where, in the words of the text. `label` is empty when the line is run in."""

    label: str
    date: str
    places: tuple[str, ...]
    agency: str = ""
    text: str = ""


def parse_own_line(text: str) -> Dateline | None:
    """The dateline that this whole line is."""
    match = _ALONE.fullmatch(text) if len(text) <= REACH else None
    if match is None or _NO_PLACE.match(places := match["places"] or ""):
        return None
    return Dateline(match["label"], match["date"].rstrip(), _split(places), text=text)


def parse_run_in(text: str) -> tuple[Dateline, int] | None:
    """The dateline that a paragraph's text opens with, and where its story begins."""
    match = _RUN_IN.match(text[:REACH])
    if match is None or not text[match.end() :].strip():
        return None
    places, date, agency = match["places"], match["date"] or "", match["agency"] or ""
    first = re.split(r"[\s,/]", places, maxsplit=1)[0].lower()
    if first in FIRST_WORDS or re.match(_WEEKDAY, f"{first} ", re.IGNORECASE):
        return None
    if not (date or agency) and not _is_capitals(places):
        return None
    return Dateline("", date, _split(places), agency, " ".join(match[0].split())), match.end()


def _is_capitals(places: str) -> bool:
    """AUSTIN, Texas/LONDON: what follows a comma may be in plain letters."""
    names = [place.partition(",")[0] for place in places.split("/")]
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", places)]
    return all(name.isupper() and len(name) > 2 for name in names) and not DESK_WORDS.intersection(words)


def _split(places: str) -> tuple[str, ...]:
    return tuple(place.strip() for place in places.split("/") if place.strip())
