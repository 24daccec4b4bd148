"""Core block types out of their table: `core_block("core/archives", render_archives)`."""

from typing import Any

from copydesk.text.blocks.block import BlockType, EnterBlock, RenderBlock
from copydesk.text.blocks.declared_rules import DECLARED, INJECTED


def core_block(
    name: str,
    render: RenderBlock | None = None,
    *,
    enter: EnterBlock | None = None,
    finish: RenderBlock | None = None,
    own_tags_only: bool = False,
    skip_inner_blocks: bool = False,
) -> BlockType:
    """The declared type of that name, with its renderer."""
    declared = DECLARED[name]
    return BlockType(
        name=name,
        render=render,
        enter=enter,
        finish=finish,
        attributes=_attributes(declared),
        supports=declared.get("supports", {}),
        uses_context=declared.get("uses_context", ()),
        provides_context=declared.get("provides_context", {}),
        own_tags_only=own_tags_only,
        skip_inner_blocks=skip_inner_blocks,
    )


def _attributes(declared: dict[str, Any]) -> dict[str, Any]:
    injected = ("lock", "metadata", *declared.get("injected", "").split())
    return {**declared.get("own", {}), **{attribute: INJECTED[attribute] for attribute in injected}}
