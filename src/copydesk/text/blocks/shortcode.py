"""Shortcodes in a block of their own: paragraphs around them, the shortcode itself is run by a later step."""

from copydesk.text.autop import autop
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.rendering import Rendering


def render_shortcode(block: Block, html: str, rendering: Rendering) -> str:
    return html if block.inner_blocks else autop(html)


SHORTCODE = core_block("core/shortcode", render_shortcode)
