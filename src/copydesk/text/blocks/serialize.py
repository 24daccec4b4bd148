"""Blocks out as text with block comments: the inverse of `parse_blocks`, in one spelling."""

import json
import re
from collections.abc import Iterable
from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.json_spelling import JsonError, spell

# What would end an HTML comment or upset a filter over markup, and the escapes that are spelled out too.
_ESCAPES = {
    "--": "\\u002d\\u002d",
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    '\\"': "\\u0022",
    "\\\\": "\\u005c",
}
_TO_ESCAPE = re.compile(r'--|[<>&]|\\[\\"]')


def serialize_blocks(blocks: Iterable[Block]) -> str:
    """Walks with a list of what is left to write, last first, so that depth costs nothing."""
    written: list[str] = []
    left: list[Block | str] = [*reversed([*blocks])]
    while left:
        part = left.pop()
        if isinstance(part, str):
            written.append(part)
        else:
            left.extend(_parts(part))
    return "".join(written)


def serialize_block_attributes(attrs: dict[str, Any]) -> str:
    """JSON that may stand in a comment; empty when there is no JSON for a value (infinity)."""
    try:
        text = _spell(attrs)
    except JsonError:
        return ""
    if "{}" in text or '{"0":' in text:
        text = _spell(json.loads(text, object_pairs_hook=_listed))
    return _TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)


def _spell(value: Any) -> str:
    return spell(value, escape_slashes=False, escape_unicode=False)


def _parts(block: Block) -> list[Block | str]:
    """The comments of a block and what is between them, last first."""
    inner = iter(block.inner_blocks)
    content: list[Block | str] = [next(inner) if piece is None else piece for piece in block.inner_content]
    if block.name is None:
        return content[::-1]
    name = block.name.removeprefix("core/")
    attrs = serialize_block_attributes(block.attrs) + " " if block.attrs else ""
    # PHP takes "0" for empty too (WP 7.1), and the zero is lost.
    if all(isinstance(piece, str) for piece in content) and block.inner_html in ("", "0"):
        return [f"<!-- wp:{name} {attrs}/-->"]
    return [f"<!-- /wp:{name} -->", *content[::-1], f"<!-- wp:{name} {attrs}-->"]


def _listed(pairs: list[tuple[str, Any]]) -> Any:
    """PHP knows one kind of array: an empty object is a list, and so is one with the keys 0, 1, 2 …"""
    if [key for key, _ in pairs] == [str(place) for place in range(len(pairs))]:
        return [value for _, value in pairs]
    return dict(pairs)
