"""Lists: those saved before the class came to be get it now."""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import add_classes, first_of
from copydesk.text.rendering import Rendering


def add_list_class(block: Block, html: str, rendering: Rendering) -> str:
    return add_classes(html, first_of(html, ("ul", "ol")), ["wp-block-list"])


LIST = core_block("core/list", add_list_class, own_tags_only=True)
