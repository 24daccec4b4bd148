"""Headings: those saved before the class came to be get it now."""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import add_classes, first_of
from copydesk.text.rendering import Rendering

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def add_heading_class(block: Block, html: str, rendering: Rendering) -> str:
    return add_classes(html, first_of(html, _HEADINGS), ["wp-block-heading"])


HEADING = core_block("core/heading", add_heading_class, own_tags_only=True)
