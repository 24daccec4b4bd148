"""Typography for a whole text: which parts of it are words, and which are left as they are.

Tags, comments and the tags of registered shortcodes stay (a bare `&` in a tag is still escaped), and so does
everything inside code, pre and the like. What remains is curled piece by piece, see typography.py.

Surprises: tag names count only in lower case and only when a space or the end of the tag follows, so `<PRE>`
silences nothing. A closing tag ends the silence only if it belongs to the element that was opened last; an
element that is never closed silences the rest of the text. CDATA sections are ordinary tags here: they end at
the first `>`.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from copydesk.text.shortcode_tags import CORE_SHORTCODES
from copydesk.text.typography import BARE_AMPERSAND, FIXED, HAS_PRODUCT, curl, multiply

SILENT_TAGS = frozenset({"pre", "code", "kbd", "style", "script", "tt"})
SILENT_SHORTCODES = frozenset({"code"})

_MARKUP = r"<(?:!(?=--)(?s:.*?)(?:-->|\Z)|[^>]*>?)"
_MARKUP_PIECES = re.compile(f"({_MARKUP})")


@lru_cache(maxsize=64)
def _pieces(names: frozenset[str]) -> re.Pattern[str]:
    """Splits at markup and at the tags, closing ones too, of the shortcodes with these names."""
    either = "|".join(map(re.escape, sorted(names)))
    shortcode = rf"\[[/\[]?(?:{either})(?=[\s\]/])(?:[^\[\]<>]++|<[^\[\]>]*>)*+\]\]?"
    return re.compile(f"({_MARKUP}|{shortcode})", re.ASCII)


def texturize(html: str, shortcodes: Collection[str] = CORE_SHORTCODES) -> str:
    """Turns straight quotes, hyphens, dots and bare ampersands in the words of a text into entities."""
    mentioned = frozenset(name for name in shortcodes if name in html) if "[" in html else frozenset()
    pieces = (_pieces(mentioned) if mentioned else _MARKUP_PIECES).split(html)
    fixed = [(plain, entity) for plain, entity in FIXED if plain in html]
    has_products = HAS_PRODUCT.search(html) is not None
    silence = _Silence()
    for place, piece in enumerate(pieces):
        if place % 2:
            pieces[place] = silence.step_over(piece)
        elif piece and not silence:
            curled = curl(_replace(piece, fixed))
            pieces[place] = multiply(curled) if has_products else curled
    return "".join(pieces)


def _replace(text: str, pairs: list[tuple[str, str]]) -> str:
    for plain, entity in pairs:
        text = text.replace(plain, entity)
    return text


class _Silence:
    """The elements and shortcodes now open whose text must stay; true while there are any."""

    def __init__(self) -> None:
        self._tags: list[str] = []
        self._shortcodes: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._tags or self._shortcodes)

    def step_over(self, markup: str) -> str:
        if markup[0] == "[":
            if not markup.startswith("[[") and not markup.endswith("]]"):
                _enter_or_leave(markup, self._shortcodes, SILENT_SHORTCODES)
        elif not markup.startswith("<!--"):
            _enter_or_leave(markup, self._tags, SILENT_TAGS)
            if "&" in markup:
                return BARE_AMPERSAND.sub("&#038;", markup)
        return markup


def _enter_or_leave(tag: str, entered: list[str], silent: frozenset[str]) -> None:
    if tag[1:2] != "/":
        name = tag[1:-1].partition(" ")[0]
        if name in silent:
            entered.append(name)
    elif entered and entered[-1] == tag[2:-1].partition(" ")[0]:
        entered.pop()
