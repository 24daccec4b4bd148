"""The kit's functions over blocks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.render import render_blocks
from copydesk.text.blocks.serialize import serialize_block_attributes, serialize_blocks
from copydesk.text.pipeline import excerpt_text, run_content
from copydesk.text.rendering import Rendering
from tests.text.fixture_site import render


def decoded(content: str | bytes) -> str:
    return content.decode(errors="surrogateescape") if isinstance(content, bytes) else content


def as_dict(block: Block) -> dict[str, Any]:
    return {
        "blockName": block.name,
        "attrs": block.attrs,
        "innerBlocks": [as_dict(inner) for inner in block.inner_blocks],
        "innerHTML": block.inner_html,
        "innerContent": block.inner_content,
    }


def do_blocks(content: str | bytes, post_id: int = 500, **overrides: Any) -> str:
    def blocks(rendering: Rendering) -> str:
        page = replace(rendering, render_content=run_content, render_excerpt=excerpt_text)
        return render_blocks(decoded(content), page)

    return render(blocks, post_id, **overrides)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "parse_blocks": lambda content: [as_dict(block) for block in parse_blocks(decoded(content))],
    "serialize_blocks": lambda content: serialize_blocks(parse_blocks(decoded(content))),
    "do_blocks": do_blocks,
    "serialize_block_attributes": serialize_block_attributes,
}
