"""Line breaks of paragraphs: where they become `<br />`, and where a `<br />` is in the way.

Every line break becomes one, even those between paragraphs; those beside block tags are then taken out again,
written ones too. In script, style, svg and math line breaks stay. `<br>` and `<br/>` take the usual form.
"""

import re
from collections.abc import Iterator

from copydesk.text.ascii import PATTERN_SPACE
from copydesk.text.paragraph_tags import ASIDE, BLOCK

_CODE = re.compile("<(script|style|svg|math)")
_ENDS_OF_TAG = frozenset({">", ASIDE})
_BLOCK = re.compile(BLOCK)
_BEFORE_BLOCK = re.compile(r"<br />(?=\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol))", re.ASCII)


def add_line_breaks(html: str) -> str:
    """Puts `<br />` before each line break, unless one is there already."""
    html = html.replace("<br>", "<br />").replace("<br/>", "<br />")
    return "".join(
        _break_lines(piece) if place % 2 == 0 else piece for place, piece in enumerate(_split(html))
    )


def drop_needless_breaks(html: str) -> str:
    """Takes out the `<br />` beside block tags, and a line break at the end of the last paragraph."""
    if "<br />" in html:
        html = _BEFORE_BLOCK.sub("", _drop_after_blocks(html))
    return html[:-6] + "</p>\n" if html.endswith("\n</p>\n") else html


def _split(html: str) -> Iterator[str]:
    """Text at even places, elements whose line breaks stay at odd ones."""
    done, start = 0, 0
    unclosed: set[str] = set()
    while found := _CODE.search(html, start):
        start = found.end()
        closing = f"</{found[1]}>"
        end = -1 if closing in unclosed else html.find(closing, start)
        if end < 0:
            unclosed.add(closing)
            continue
        yield html[done : found.start()]
        done = start = end + len(closing)
        yield html[found.start() : done]
    yield html[done:]


def _break_lines(text: str) -> str:
    lines = text.split("\n")
    output: list[str] = []
    open_run = False  # the white space before this line is all in the output
    for line in lines[:-1]:
        words = line.rstrip(PATTERN_SPACE)
        if words.endswith("<br />"):
            # The first white space behind a written break stays as it is; only what follows is a break again.
            output.append(words + (f"{line[len(words)]}<br />\n" if len(line) > len(words) else "\n"))
            open_run = len(line) == len(words)
        elif words or open_run or not output:
            output.append(f"{words}<br />\n")
            open_run = False
    output.append(lines[-1])
    return "".join(output)


def _drop_after_blocks(html: str) -> str:
    output: list[str] = []
    *pieces, rest = html.split("<br />")
    for piece in pieces:
        words = piece.rstrip(PATTERN_SPACE)
        output.append(words if _ends_in_block(words) else f"{piece}<br />")
    return "".join(output) + rest


def _ends_in_block(words: str) -> bool:
    if words[-1:] not in _ENDS_OF_TAG:
        return False
    last = words.rfind(">", 0, -1)
    if ASIDE in words:
        last = max(last, words.rfind(ASIDE, 0, -1))
    return _BLOCK.search(words, last + 1) is not None
