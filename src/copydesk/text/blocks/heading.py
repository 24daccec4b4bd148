"""Headings: those saved before the class came to be get it now."""

import re

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tags
from copydesk.text.rendering import Rendering

_HEADING = re.compile(r"h[1-6]")


def add_heading_class(block: Block, html: str, rendering: Rendering) -> str:
    for tag in find_tags(html):
        if _HEADING.fullmatch(tag.name):
            return add_classes(html, tag, ["wp-block-heading"])
    return html


HEADING = core_block("core/heading", add_heading_class)
