"""Blocks whose html is made when they are shown; each type is in the file of its block."""

from copydesk.text.blocks.block import BlockType

DYNAMIC: tuple[BlockType, ...] = ()
