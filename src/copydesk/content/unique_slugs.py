"""Slugs that no other post has, and that no other address can be mistaken for.

Pages and other types that form trees share a slug only below different parents; attachments share with
nobody; all other posts only within their type. Drafts keep what they were given: their slug is not in use
yet. Who is in the way is asked from the caller.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from copydesk.content.permalinks import NAME_TAG
from copydesk.text.slugs import MOST_BYTES, cut_slug

_FEEDS = frozenset({"feed", "rdf", "rss", "rss2", "atom", "embed"})
_UNCHECKED = frozenset({"draft", "pending", "auto-draft"})
_NUMBER = re.compile(r"\d+", re.ASCII)
_NUMBERED_PAGE = re.compile(r"(?:page)?\d+", re.ASCII)
_MONTHS = 12
_DAYS = 31


@dataclass(frozen=True, slots=True)
class SlugPlace:
    """The post that wants a slug. `current` is the slug it has in the database."""

    type: str = "post"
    status: str = "publish"
    is_hierarchical: bool = False
    current: str = ""


def unique_slug(slug: str, place: SlugPlace, is_taken: Callable[[str], bool], structure: str = "") -> str:
    """The slug, or the slug with a number behind it. `structure` is the site's permalink structure."""
    if place.status in _UNCHECKED or place.type in ("revision", "user_request"):
        return slug
    if not (is_taken(slug) or _is_reserved(slug, place, structure)):
        return slug
    number = 2
    while True:
        suffix = f"-{number}"
        candidate = cut_slug(slug, MOST_BYTES - len(suffix)) + suffix
        if not is_taken(candidate):
            return candidate
        number += 1


def _is_reserved(slug: str, place: SlugPlace, structure: str) -> bool:
    if slug in _FEEDS:
        return True
    if place.is_hierarchical:
        return bool(_NUMBERED_PAGE.fullmatch(slug))
    return place.type == "post" and slug != place.current and _looks_like_date(slug, structure)


def _looks_like_date(slug: str, structure: str) -> bool:
    """Whether a number would be read as a year, month or day where the structure has the slug."""
    number = int(slug[:18]) if _NUMBER.fullmatch(slug) else 0
    parts = [part for part in structure.split("/") if part]
    if not number or NAME_TAG not in parts:
        return False
    place = parts.index(NAME_TAG)
    before = parts[place - 1] if place else ""
    return (
        place == 0
        or (before == "%year%" and number <= _MONTHS)
        or (before == "%monthnum%" and number <= _DAYS)
    )
