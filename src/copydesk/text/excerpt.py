"""What of a post's content may stand in its excerpt.

Blocks: words do, media and anything dynamic do not. Groups and columns are looked into, and of what stands
in them only words again, however deep. A block of words that holds others is shown only if all of these are
words without blocks of their own: a quote of paragraphs is, a list is not (its items are blocks, since 6.1).
"""

import re
from collections.abc import Iterator

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.loop import render_parsed
from copydesk.text.blocks.parse import read_blocks
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.rendering import Rendering

_WORDS = "freeform heading html list media-text paragraph preformatted pullquote quote table verse"
WORDS = frozenset(f"core/{name}" for name in _WORDS.split())
WRAPPERS = frozenset({"core/columns", "core/column", "core/group"})

_FOOTNOTE = re.compile(
    r'<sup data-fn="[^"]+" class="[^"]+">\s*<a href="[^"]+" id="[^"]+">\d+</a>\s*</sup>', re.ASCII
)


def remove_footnotes(html: str) -> str:
    """Takes out the marks that point to footnotes."""
    return _FOOTNOTE.sub("", html) if "data-fn=" in html else html


def remove_blocks(content: str, rendering: Rendering) -> str:
    """The blocks with words, rendered; a text without blocks as it is."""
    if "<!-- wp:" not in content:
        return content
    if not rendering.block_types:
        rendering.block_types = BLOCK_TYPES
    kept = [shown for block in read_blocks(content) for shown in _shown(block)]
    return render_parsed(kept, rendering)


def _shown(block: Block) -> Iterator[Block]:
    if not _may_show(block):
        return
    if not block.inner_blocks:
        yield block
    elif block.name in WRAPPERS:
        yield from _inside(block)
    elif all(_is_plain(inner) for inner in block.inner_blocks):
        yield block


def _inside(wrapper: Block) -> Iterator[Block]:
    stack = [iter(wrapper.inner_blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif block.inner_blocks and _may_show(block):
            stack.append(iter(block.inner_blocks))
        elif _may_show(block):
            yield block


def _may_show(block: Block) -> bool:
    if block.name in WRAPPERS:
        metadata = (block.attrs or {}).get("metadata")
        return not isinstance(metadata, dict) or metadata.get("blockVisibility") is not False
    return block.name is None or block.name in WORDS


def _is_plain(block: Block) -> bool:
    return (block.name is None or block.name in WORDS) and not block.inner_blocks
