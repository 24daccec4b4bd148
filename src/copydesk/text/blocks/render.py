"""The step of the pipeline: a text with block comments in, html out."""

from copydesk.text.blocks.loop import render_parsed
from copydesk.text.blocks.parse import read_blocks
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.rendering import Rendering


def render_blocks(content: str, rendering: Rendering) -> str:
    """Every block as readers see it; text between blocks, and a text without blocks, stays as it is."""
    if "<!--" not in content:
        return content
    if not rendering.block_types:
        rendering.block_types = BLOCK_TYPES
    return render_parsed(read_blocks(content), rendering)
