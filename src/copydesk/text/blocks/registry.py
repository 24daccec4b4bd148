"""All block types by name. A block that computes something has a file of its own with its type in it."""

from collections.abc import Mapping

from copydesk.text.blocks.block import BlockType
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.declared_rules import DECLARED
from copydesk.text.blocks.dynamic import DYNAMIC
from copydesk.text.blocks.static import STATIC


def build_block_types(*more: BlockType) -> Mapping[str, BlockType]:
    """WordPress's own and `more` (a plugin's), which win."""
    declared = (core_block(name) for name in DECLARED)
    return {block_type.name: block_type for block_type in (*declared, *STATIC, *DYNAMIC, *more)}


BLOCK_TYPES = build_block_types()
