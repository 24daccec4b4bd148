"""Blocks saved as html to which the server adds something, apart from what supports add to any block."""

from copydesk.text.blocks.block import BlockType

STATIC: tuple[BlockType, ...] = ()
