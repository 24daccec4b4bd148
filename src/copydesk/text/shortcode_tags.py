"""Where shortcodes stand in a text, and what their attributes say.

A shortcode is `[name attributes]`, `[name attributes /]`, or either form of opening with everything up to
the first `[/name]`. Attributes hold no `]`, quoted or not. Only registered names count: any other bracket
is text. One bracket more on both sides, `[[name]]`, says that the shortcode is meant to be read, not run.
The same name does not nest: the first closing tag ends the first opening one.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

CORE_SHORTCODES = frozenset({"gallery", "caption", "wp_caption", "embed", "audio", "video", "playlist"})

Attributes = dict[str, str]

# Two kinds of space that editors paste in; inside a value they become plain spaces as well.
_PASTED_SPACE = re.compile("[\u00a0\u200b]+")
_ATTRIBUTE = re.compile(
    r"""(?P<key>[\w-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s'"]+))(?!\S)"""
    r"""|"(?P<lone_double>[^"]*)"(?!\S)|'(?P<lone_single>[^']*)'(?!\S)|(?P<word>\S+)""",
    re.ASCII,
)
_BEYOND_INTEGERS = 19  # PHP numbers on behind integers only
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.)|\Z)", re.DOTALL)
_C_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "v": "\v", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One shortcode; `text[start:end]` is all of it, extra brackets included."""

    start: int
    end: int
    name: str
    attributes: str  # as written, white space included
    content: str | None  # None: it does not enclose anything
    self_closing: bool
    before: str  # "[" when one more bracket stands before it
    after: str  # "]" when one more bracket stands behind it

    @property
    def escaped(self) -> bool:
        """Written to be read: `[[name]]`."""
        return bool(self.before and self.after)


@lru_cache(maxsize=64)
def opening_pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Matches the opening tag of any of the names. Groups: bracket before, name, attributes, slash."""
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"\[(\[?)({either})(?![\w-])([^\]/]*+(?:/(?!\])[^\]/]*+)*+)(/?)\]",
        re.ASCII,
    )


class Closings:
    """Finds the closing tag that follows a place; remembers each, so that a whole text costs one search."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def after(self, name: str, place: int) -> int:
        """Where the first `[/name]` at or after `place` begins; -1 when there is none."""
        found = self._next.get(name, 0)
        if 0 <= found < place:
            found = self._text.find(f"[/{name}]", place)
            self._next[name] = found
        return found


def find_shortcodes(text: str, names: Collection[str] = CORE_SHORTCODES) -> Iterator[Shortcode]:
    """Every shortcode of the text from left to right; those inside another's content are not looked for."""
    if "[" not in text:
        return
    opening = opening_pattern(frozenset(names))
    closings = Closings(text)
    place = 0
    last = text.rfind("]") + 1  # an opening tag behind it never ends: looking there for an end takes long
    while found := opening.search(text, place, last):
        before, name, attributes, slash = found.groups()
        end = found.end()
        content = None
        closing = -1 if slash else closings.after(name, end)
        if closing >= 0:
            content = text[end:closing]
            end = closing + len(name) + 3
        after = text[end : end + 1]
        after = after if after == "]" else ""
        place = end + len(after)
        yield Shortcode(found.start(), place, name, attributes, content, bool(slash), before, after)


def parse_attributes(text: str) -> Attributes:
    """The attributes by name in lower case; values without a name are numbered from "0"."""
    attributes: Attributes = {}
    number = 0
    for found in _ATTRIBUTE.finditer(_PASTED_SPACE.sub(" ", text)):
        key = found["key"]
        value = next((group for group in found.groups()[1:] if group is not None), "")
        if key is None:
            if not value:
                continue
            key, number = str(number), number + 1
        elif key == "0":  # PHP takes the name "0" for no name, and drops the value
            continue
        elif key.isdecimal() and key[0] != "0" and len(key) < _BEYOND_INTEGERS:
            number = max(number, int(key) + 1)
        attributes[key.lower()] = _without_open_tag(_unescape(value))
    return attributes


def _unescape(value: str) -> str:
    """Backslash escapes as in C; an unknown one loses its backslash."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(_escaped_character, value)


def _escaped_character(found: re.Match[str]) -> str:
    hexadecimal, octal, letter = found.groups()
    if hexadecimal or octal:
        code = int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 0xFF
        return chr(code) if code < 0x80 else chr(0xDC00 + code)
    return _C_ESCAPES.get(letter, letter) if letter else ""


def _without_open_tag(value: str) -> str:
    """A value with a `<` that no `>` closes could swallow the page behind it: it counts as empty."""
    return "" if value.rfind("<") > value.rfind(">") else value
