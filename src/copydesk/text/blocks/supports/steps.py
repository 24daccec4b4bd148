"""The order of what happens to every block: before it is rendered, and to its html after."""

from collections.abc import Callable
from typing import TypeAlias

from copydesk.text.blocks.block import Block, BlockType
from copydesk.text.rendering import Rendering

Before: TypeAlias = Callable[[Block, BlockType | None, Rendering], Block | None]
After: TypeAlias = Callable[[Block, BlockType | None, str, Rendering], str]

BEFORE: tuple[Before, ...] = ()
AFTER: tuple[After, ...] = ()


def prepare(block: Block, declared: BlockType | None, rendering: Rendering) -> Block | None:
    """The block to render, or None when it is not shown."""
    prepared: Block | None = block
    for step in BEFORE:
        if prepared is None:
            return None
        prepared = step(prepared, declared, rendering)
    return prepared


def finish(block: Block, declared: BlockType | None, html: str, rendering: Rendering) -> str:
    for step in AFTER:
        html = step(block, declared, html, rendering)
    return html
