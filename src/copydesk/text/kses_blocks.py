"""The attributes of blocks, cleaned before the text around them.

In the comment that opens a block, `<` is spelled `\\u003c`, so nobody who reads the text sees the markup that
a block may print later. Therefore every name and every text among the attributes is cleaned as a text of its
own, and the blocks are written again; on the way, a block that was never closed gets its closing comment.
"""

import re
from collections.abc import Callable
from typing import Any

from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.serialize import serialize_blocks

Clean = Callable[[str], str]

_BLOCK = re.compile(r"<!--\s+/?wp:")
_MOST_GROWTH = 8
_SHORT = 10_000
_LONG_END = re.compile(r"<!--(.*?)--->")


def clean_blocks(html: str, clean: Clean) -> str:
    """The html with cleaned block attributes."""
    if "--->" in html:
        html = "\n".join(_shorten_ends(line) for line in html.split("\n"))
    if not _BLOCK.search(html):
        return html
    blocks = parse_blocks(html)
    waiting = list(blocks)
    while waiting:
        block = waiting.pop()
        if block.attrs:
            block.attrs = _clean_value(block.attrs, clean)
        waiting.extend(block.inner_blocks)
    cleaned = serialize_blocks(blocks)
    # Blocks that overlap because they are never closed multiply the text: nobody writes this but attackers.
    if len(cleaned) > _MOST_GROWTH * len(html) + _SHORT:
        return _BLOCK.sub(lambda comment: f"&lt;{comment[0][1:]}", html)
    return cleaned


def _shorten_ends(line: str) -> str:
    """Browsers end a comment at `--->` too, block parsers do not."""
    end = line.rfind("--->") + 4
    return _LONG_END.sub(lambda found: f"<!--{found[1].rstrip('-')}-->", line[:end]) + line[end:]


def _clean_value(value: Any, clean: Clean) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean_value(item, clean) for item in value]
    if isinstance(value, dict):
        return {clean(name): _clean_value(item, clean) for name, item in value.items()}
    return value
