"""Lists: those saved before the class came to be get it now."""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tags
from copydesk.text.rendering import Rendering


def add_list_class(block: Block, html: str, rendering: Rendering) -> str:
    for tag in find_tags(html):
        if tag.name in ("ul", "ol"):
            return add_classes(html, tag, ["wp-block-list"])
    return html


LIST = core_block("core/list", add_list_class)
