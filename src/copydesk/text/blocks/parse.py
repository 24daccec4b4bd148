"""Text with block comments in, blocks out; every character of the text is in some block.

The grammar is one of comments, `<!-- wp:name {json} -->…<!-- /wp:name -->` and `<!-- wp:name {json} /-->`:

- The JSON ends at the first `}` that white space and the comment's end follow, wherever that is: also
  inside a string, also beyond a `-->`. JSON that does not decode leaves a block with attributes `None`.
- A closing comment closes the innermost open block, whatever name it says. One too many turns all that
  follows the last comment into text.
- One block left open at the end takes the rest of the text. Several do not nest: the innermost comes first,
  each with everything after its own comment, so that the text appears several times.

The last rule lets a megabyte of opening comments grow without end; beyond `MOST_REPEATED` characters we keep
the rest as plain text instead.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn, TypeAlias

from copydesk.text.blocks.block import Block

MOST_REPEATED = 16_000_000

_COMMENT = re.compile(
    r"<!--\s++(?P<closer>/)?wp:(?P<name>(?:[a-z][a-z0-9_-]*+/)?[a-z][a-z0-9_-]*+)\s++"
    r"(?:(?P<json>\{)|(?P<void>/)?-->)",
    re.ASCII,
)
_JSON_END = re.compile(r"\}\s++(?P<void>/)?-->", re.ASCII)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST_JSON = 512
_SMALLEST_INTEGER, _LARGEST_INTEGER = -(2**63), 2**63 - 1

_Attrs: TypeAlias = dict[str, Any] | None


@dataclass(slots=True)
class _Open:
    """A block whose closing comment has not come: where it starts, and how far its content has been taken."""

    block: Block
    text_start: int  # of the text between the comment before and this one
    start: int
    taken: int


@lru_cache(maxsize=4)
def read_blocks(content: str) -> list[Block]:
    """As `parse_blocks`, for those who change nothing: content and excerpt of a post look at the same blocks."""
    return parse_blocks(content)


def parse_blocks(content: str) -> list[Block]:
    """The blocks at the top level, text between them included."""
    blocks: list[Block] = []
    stack: list[_Open] = []
    position = 0
    for found, attrs, void, end in _comments(content):
        start = found.start()
        if void:
            _add(blocks, stack, Block(_name(found), attrs), content, (position, start, end))
        elif not found["closer"]:
            stack.append(_Open(Block(_name(found), attrs), position, start, end))
        elif stack:
            closed = stack.pop()
            _close(closed, content[closed.taken : start], nested=bool(stack))
            _add(blocks, stack, closed.block, content, (closed.text_start, closed.start, end))
        else:
            break
        position = end
    if _repeats_too_much(content, stack):
        position = stack[0].text_start
        stack.clear()
    for unclosed in reversed(stack):
        _close(unclosed, content[unclosed.taken :], nested=False)
        _add(blocks, [], unclosed.block, content, (unclosed.text_start, unclosed.start, len(content)))
    if not stack:
        _add_text(blocks, content[position:])
    return blocks


def _comments(content: str) -> Iterator[tuple[re.Match[str], _Attrs, bool, int]]:
    """Each block comment: its match, its attributes, whether it is a block of its own, where it ends."""
    position = 0
    json_may_end = True
    while found := _COMMENT.search(content, position):
        position = found.end()
        if not found["json"]:
            yield found, {}, bool(found["void"]), position
        elif json_may_end:
            if json_end := _JSON_END.search(content, position):
                attrs = _decode(content[position - 1 : json_end.start() + 1])
                position = json_end.end()
                yield found, attrs, bool(json_end["void"]), position
            else:
                json_may_end = False


def _name(found: re.Match[str]) -> str:
    name = found["name"]
    return name if "/" in name else "core/" + name


def _add(
    blocks: list[Block], stack: list[_Open], block: Block, content: str, span: tuple[int, int, int]
) -> None:
    """Puts a block into the open one, or at the top level. `span`: its text before, its start, its end."""
    text_start, start, end = span
    if not stack:
        _add_text(blocks, content[text_start:start])
        blocks.append(block)
        return
    parent = stack[-1]
    if text := content[parent.taken : start]:
        parent.block.inner_content.append(text)
    parent.block.inner_blocks.append(block)
    parent.block.inner_content.append(None)
    parent.taken = end


def _add_text(blocks: list[Block], text: str) -> None:
    if text:
        blocks.append(Block(None, {}, [], text, [text]))


def _close(closed: _Open, rest: str, *, nested: bool) -> None:
    block = closed.block
    if rest or nested:
        block.inner_content.append(rest)
    block.inner_html = "".join(filter(None, block.inner_content))


def _repeats_too_much(content: str, stack: list[_Open]) -> bool:
    return sum(len(content) - unclosed.taken for unclosed in stack[1:]) > MOST_REPEATED


def _decode(text: str) -> _Attrs:
    """JSON as PHP reads it: no lone surrogates, no invalid UTF-8, no deeper than 512, integers of 64 bits."""
    if text == "{}":
        return {}
    if _is_too_deep(text):
        return None
    try:
        value = json.loads(text, parse_int=_integer, parse_constant=_refuse)
    except ValueError:
        return None
    may_hold_surrogates = "\\u" in text or not text.isascii()
    if may_hold_surrogates and _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        return None
    return value if isinstance(value, dict) else None


def _integer(digits: str) -> int | float:
    number = float(digits)
    if abs(number) <= 2**63:
        exact = int(digits)
        if _SMALLEST_INTEGER <= exact <= _LARGEST_INTEGER:
            return exact
    return number


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _is_too_deep(text: str) -> bool:
    if text.count("{") + text.count("[") <= _DEEPEST_JSON:
        return False
    depth = 0
    for bracket in re.findall(r"[{}\[\]]", _STRING.sub("", text)):
        depth += 1 if bracket in "{[" else -1
        if depth > _DEEPEST_JSON:
            return True
    return False
