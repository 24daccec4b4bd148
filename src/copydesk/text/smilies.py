"""Turns typed smilies into emoji: `:)` becomes 🙂 where it stands as a word of its own.

White space, the ends of the text and tags part words; two smilies that touch are one word and stay. Code,
preformatted text, scripts, styles and text areas stay as they are: from the first that opens to the first end
tag of its kind. A tag ends on its own line, or it is text; text that begins with such a `<` stays, too.
"""

import re
from collections.abc import Callable, Iterator

from copydesk.text.smilies_rules import EMOJI, PICTURES

_TAG = re.compile(r"<[^>\n]*>?")
_SILENT = re.compile(r"<(code|pre|style|script|textarea)[^>]*>")
_SPACE = "\r\n\t \u00a0"
_MARKS = "|".join(re.escape(mark) for mark in sorted((*EMOJI, *PICTURES), key=len, reverse=True))
_LAST_OF_WORD = re.compile(rf"(?:{_MARKS})(?=\Z|[{_SPACE}]|&nbsp;)")
_LAST_OF_PIECE = re.compile(rf"(?:{_MARKS})(?=\Z|[{_SPACE}<]|&nbsp;)")


def convert_smilies(html: str, siteurl: str) -> str:
    """Replaces the smilies of a text; the one that is a picture is fetched from below `siteurl`."""
    if not _LAST_OF_PIECE.search(html):
        return html
    replace = _replacer(siteurl)
    silenced_until = ""
    output: list[str] = []
    for piece in _pieces(html):
        if not silenced_until:
            found = _SILENT.match(piece)
            silenced_until = f"</{found[1]}>" if found else ""
        is_words = not silenced_until and not piece.startswith("<")
        output.append(_LAST_OF_WORD.sub(replace, piece) if is_words else piece)
        if piece == silenced_until:
            silenced_until = ""
    return "".join(output)


def _pieces(html: str) -> Iterator[str]:
    """Texts and tags."""
    done = 0
    for found in _TAG.finditer(html):
        if found[0].endswith(">"):
            yield html[done : found.start()]
            yield found[0]
            done = found.end()
    yield html[done:]


def _replacer(siteurl: str) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        if not _begins_word(found.string, found.start()):
            return found[0]
        return EMOJI.get(found[0]) or _picture(found[0], siteurl)

    return replace


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in _SPACE or text.endswith("&nbsp;", 0, place)


def _picture(mark: str, siteurl: str) -> str:
    address = f"{siteurl}/wp-includes/images/smilies/{PICTURES[mark]}"
    return f'<img src="{address}" alt="{mark}" class="wp-smiley" style="height: 1em; max-height: 1em;" />'
