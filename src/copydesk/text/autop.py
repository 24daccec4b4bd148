"""Paragraphs for texts written without them: blank lines part paragraphs, single line breaks become `<br />`.

This knows tags only by their names and never looks for pairs, so its HTML is unbalanced by design: a blank
line inside a `<div>` gives `<div>a</p>\\n<p>b</div>`, because that is what WordPress serves.

The order:
1. `<pre>` elements are lifted out; an empty one keeps the place of each until the end.
2. Block tags get a blank line before them, closing ones after them; two `<br>` in a row are a blank line.
3. Line breaks inside tags and comments are set aside.
4. Elements that are parts of others (options, sources, captions) swallow the white space around them.
5. What blank lines part is wrapped in `<p>`, all of it, block tags too.
6. The wrapping is taken back from block tags: all of it if the tag is alone, else the end that touches it.
7. Line breaks become `<br />`, see line_breaks.py.

Surprises: in step 6 a block tag is one whose name *begins* like a block's, so `<param>` (`<p`), `<track>`
(`<tr`) and `<link>` (`<li`) count, in step 2 they do not. `<P>` is no block. Step 2 also happens inside
comments. A tag with a line break inside ends at that break as far as step 6 is concerned.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.text.ascii import PATTERN_SPACE, strip
from copydesk.text.line_breaks import add_line_breaks, drop_needless_breaks
from copydesk.text.paragraph_tags import ASIDE, BLOCK, BLOCK_NAMES, BLOCK_TAG
from copydesk.text.tags import change_markup

_SET_ASIDE = f" {ASIDE} "
_PLACE_OF_PRE = f"<pre {ASIDE}></pre>"

_TWO_BREAKS = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.ASCII)
_BLOCK_OPENS = re.compile(rf"<(?=(?:{BLOCK_NAMES})[\s/>])", re.ASCII)
_BLOCK_CLOSES = re.compile(rf"<(?:/(?:{BLOCK_NAMES})|hr\s*/?)>", re.ASCII)
_BREAK_IN_TAG = re.compile(r"<[^<>\n]*\n")
_BLANK_LINES = re.compile(r"\n\s*\n", re.ASCII)

_REST_OF_TAG = rf"[^>{ASIDE}]*[>{ASIDE}]"
_EMPTY = re.compile(r"<p>\s*</p>", re.ASCII)
_CLOSED_WITHIN = re.compile(r"<p>([^<]+)</(div|address|form)>")
_LONE_BLOCK = re.compile(rf"<p>\s*({BLOCK}{_REST_OF_TAG})\s*</p>", re.ASCII)
_ITEM = re.compile(r"<p>(?=<li)(?:([^\n]+?)</p>|([^\n]+))")  # a line without an end is stepped over at once
_QUOTE = re.compile(rf"<p><blockquote({_REST_OF_TAG})", re.IGNORECASE)
_BLOCK_FIRST = re.compile(rf"<p>\s*({BLOCK}{_REST_OF_TAG})", re.ASCII)
_BLOCK_LAST = re.compile(rf"({BLOCK_TAG})\s*</p>", re.ASCII)


class _Part(NamedTuple):
    """A tag that belongs so closely to its parent that the white space beside it goes."""

    tag: re.Pattern[str]
    before: bool
    after: bool


def _part(tag: str, *, before: bool = False, after: bool = False) -> _Part:
    return _Part(re.compile(f"({tag})"), before, after)


def _tag(opening: str, ends: str = ">") -> str:
    """From the last such opening to the end of the tag."""
    end = re.escape(ends) + ASIDE
    return rf"{opening}(?:(?!{opening})[^{end}])*+[{end}]"


_PARTS_OF_OBJECTS = (
    _part(_tag("<object"), after=True),
    _part("</object>", before=True),
    _part(_tag("</?(?:param|embed)"), before=True, after=True),
)
_PARTS_OF_MEDIA = (
    _part(_tag(r"[<\[](?:audio|video)", ">]"), after=True),
    _part(r"[<\[]/(?:audio|video)[>\]]", before=True),
    _part(_tag("<(?:source|track)"), before=True, after=True),
)
# A text that contains this has such parts. What comes first is done first.
_PARTS = {
    "<option": (_part("<option", before=True), _part("</option>", after=True)),
    "</object>": _PARTS_OF_OBJECTS,
    "<source": _PARTS_OF_MEDIA,
    "<track": _PARTS_OF_MEDIA,
    "<figcaption": (_part(_tag("<figcaption"), before=True), _part("</figcaption>", after=True)),
}


def autop(html: str, *, br: bool = True) -> str:
    """Wraps what blank lines part in `<p>`; with `br`, single line breaks become `<br />`."""
    if not strip(html):
        return ""
    text, lifted = _lift_pre(html.replace(ASIDE, "\ufffd") + "\n")
    text = _swallow(_set_breaks_aside(_part_blocks(text)))
    text = _unwrap_blocks("".join(_paragraphs(text)))
    text = drop_needless_breaks(add_line_breaks(text) if br else text)
    return _put_back(text, lifted)


def _lift_pre(html: str) -> tuple[str, list[str]]:
    """The text with an empty `<pre>` for each, and what was lifted."""
    if "<pre" not in html:
        return html, []
    *parts, rest = html.split("</pre>")
    kept, lifted = [], []
    for part in parts:
        before, opening, inside = part.partition("<pre")
        kept.append(before)
        if opening:  # a closing tag without an opening one is lost
            kept.append(_PLACE_OF_PRE)
            lifted.append(f"{opening}{inside}</pre>")
    kept.append(rest)
    return "".join(kept), lifted


def _put_back(text: str, lifted: list[str]) -> str:
    if lifted:
        pieces = text.split(_PLACE_OF_PRE)
        text = "".join(piece for pair in zip(pieces, lifted, strict=False) for piece in pair) + pieces[-1]
    return text.replace(_SET_ASIDE, "\n").replace(ASIDE, "\n")


def _part_blocks(text: str) -> str:
    if "<" in text:
        text = _TWO_BREAKS.sub("\n\n", text)
        text = _BLOCK_OPENS.sub("\n\n<", text)
        text = _BLOCK_CLOSES.sub(lambda found: f"{found[0]}\n\n", text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _set_breaks_aside(text: str) -> str:
    if _BREAK_IN_TAG.search(text) or "<!" in text:
        return change_markup(text, lambda markup: markup.replace("\n", _SET_ASIDE))
    return text


def _swallow(text: str) -> str:
    for sign, parts in _PARTS.items():
        if sign in text:
            for part in parts:
                text = _swallow_beside(text, part)
    return text


def _swallow_beside(text: str, part: _Part) -> str:
    pieces = part.tag.split(text)
    if part.before:
        pieces[:-1:2] = [piece.rstrip(PATTERN_SPACE) for piece in pieces[:-1:2]]
    if part.after:
        pieces[2::2] = [piece.lstrip(PATTERN_SPACE) for piece in pieces[2::2]]
    return "".join(pieces)


def _paragraphs(text: str) -> Iterator[str]:
    for piece in _BLANK_LINES.split(text):
        if piece:
            yield f"<p>{piece.strip(chr(10))}</p>\n"


def _unwrap_blocks(text: str) -> str:
    text = _EMPTY.sub("", text)
    text = _CLOSED_WITHIN.sub(r"<p>\1</p></\2>", text)
    text = _LONE_BLOCK.sub(r"\1", text)
    if "<p><li" in text:
        text = _ITEM.sub(lambda found: found[1] or found[0], text)
    text = _QUOTE.sub(r"<blockquote\1<p>", text).replace("</blockquote></p>", "</p></blockquote>")
    text = _BLOCK_FIRST.sub(r"\1", text)
    return _BLOCK_LAST.sub(r"\1", text)
