"""A post cut in two at its first `<!--more-->`, for clients that edit teaser and rest in separate fields."""

from typing import NamedTuple

from copydesk.text.ascii import PATTERN_SPACE

_MARK, _END = "<!--more", "-->"


class Extended(NamedTuple):
    """The teaser, the rest, and the author's words for the link between them."""

    main: str
    extended: str = ""
    more_text: str = ""


def split_extended(content: str) -> Extended:
    """Cuts at the first mark that stands on one line; white space goes around a part of a single line."""
    start, end = content.find(_MARK), 0
    while start >= 0:
        label = start + len(_MARK)
        end = end if end >= label else content.find(_END, label)
        if end < 0:
            break
        line_break = content.find("\n", label, end)
        if line_break < 0:
            rest = content[end + len(_END) :]
            return Extended(_trim(content[:start]), _trim(rest), _trim(content[label:end]))
        start = content.find(_MARK, line_break)
    return Extended(_trim(content))


def _trim(part: str) -> str:
    """Blanks at the end of the line stay: only line breaks are trimmed there."""
    if "\n" in part.strip(PATTERN_SPACE):
        return part
    return part.lstrip(PATTERN_SPACE).partition("\n")[0]
