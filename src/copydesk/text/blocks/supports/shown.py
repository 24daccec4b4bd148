"""A block on its way to html, as the steps of `steps.py` see it."""

from dataclasses import dataclass
from typing import Any

from copydesk.text.blocks.block import Block, BlockType
from copydesk.text.rendering import Rendering


@dataclass(slots=True)
class Shown:
    """`attrs` are the block's as written; `supports` are its type's, none where the type is unknown."""

    block: Block
    declared: BlockType | None
    parent: Block | None
    rendering: Rendering

    @property
    def attrs(self) -> dict[str, Any]:
        return self.block.attrs or {}

    @property
    def supports(self) -> Any:
        return self.declared.supports if self.declared else {}
