"""Slugs: what titles become in addresses.

A slug is ASCII: accents go, other letters are percent-encoded in lower case, and 200 bytes are the most a
column holds; the cut never splits a letter. Everything is decided on the encoded form, so `%e2%80%94` typed
by hand is the same dash as `—`. A slug that is saved also loses typographic marks and turns slashes into
dashes; one that is looked up keeps them encoded, and its accents.
"""

import re
from urllib.parse import quote, unquote

from copydesk.text.accents import remove_accents
from copydesk.text.ascii import lower
from copydesk.text.entities import drop_references
from copydesk.text.percent import encode_path
from copydesk.text.slugs_rules import DASHES, DROPPED, WIDE_SPACES
from copydesk.text.strip_tags import strip_tags
from copydesk.text.utf8 import is_valid_utf8

MOST_BYTES = 200


def _encoded(characters: str) -> str:
    return "|".join(quote(character).lower() for character in characters)


_STRAY_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_DASH = re.compile(rf"{_encoded(DASHES + WIDE_SPACES)}|/|&(?:nbsp|#160|ndash|#8211|mdash|#8212);")
_DROPPED = re.compile(_encoded(DROPPED))
_TIMES = quote("×").lower()
_UNWANTED = re.compile(r"[^%a-z0-9 _-]")
_SPACES_AND_DASHES = re.compile(r"[ -]+")


def slug_of(title: str, *, fallback: str = "", locale: str = "en_US") -> str:
    """The slug to save for a title, or the fallback when nothing is left of it."""
    return dashed(remove_accents(title, locale), save=True) or fallback


def searched_slug_of(title: str, *, fallback: str = "") -> str:
    """The slug to look for."""
    return dashed(title, save=False) or fallback


def dashed(title: str, *, save: bool) -> str:
    """A title with dashes for spaces, of characters that may stand in an address; accents stay, encoded."""
    text = _STRAY_PERCENT.sub("", strip_tags(title))
    if is_valid_utf8(text):
        # PHP knows one small sigma, Python also the one that ends words.
        text = percent_encode(text.replace("Σ", "σ").lower(), MOST_BYTES)
    text = lower(text)
    if save:
        text = _DROPPED.sub("", _DASH.sub("-", text)).replace(_TIMES, "x")
    text = _without_entities(text).replace(".", "-")
    return _SPACES_AND_DASHES.sub("-", _UNWANTED.sub("", text)).strip("-")


def percent_encode(text: str, most_bytes: int) -> str:
    """A text with what is not ASCII percent-encoded, cut before the first character that goes beyond."""
    pieces: list[str] = []
    left = most_bytes
    for character in text[:most_bytes]:
        piece = character if character.isascii() else encode_path(character).lower()
        left -= len(piece)
        if left < 0:
            break
        pieces.append(piece)
    return "".join(pieces)


def cut_slug(slug: str, most_bytes: int) -> str:
    """A slug cut to so many bytes, between two letters."""
    letters = unquote(slug.replace("+", " "), errors="surrogateescape")
    if letters == slug:
        return slug[:most_bytes].rstrip("-")
    return percent_encode(letters, most_bytes).rstrip("-")


def _without_entities(text: str) -> str:
    """Drops whatever stands between an ampersand and the next semicolon of the line."""
    if "&" not in text or ";" not in text:
        return text
    return "\n".join(map(drop_references, text.split("\n")))
