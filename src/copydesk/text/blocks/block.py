"""A parsed block, and the declaration of a block type."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from copydesk.text.rendering import Rendering


@dataclass(slots=True)
class Block:
    """One block. `inner_content` holds the pieces of `inner_html`, None where an inner block stands."""

    name: str | None  # with its namespace; None for text between blocks
    attrs: dict[str, Any] | None
    inner_blocks: list["Block"] = field(default_factory=list)
    inner_html: str = ""
    inner_content: list[str | None] = field(default_factory=list)


# (block with its defaults filled in, its inner blocks already rendered into html, state) → html
RenderBlock: TypeAlias = Callable[[Block, str, Rendering], str]

EnterBlock: TypeAlias = Callable[[Block, Rendering], None]


@dataclass(frozen=True, slots=True)
class BlockType:
    """What the server knows of a kind of block; a plugin adds one of these per block."""

    name: str
    render: RenderBlock | None = None  # None: a static block, its saved html is the answer
    enter: EnterBlock | None = None  # before its inner blocks: what they need goes into the context
    finish: RenderBlock | None = None  # the same once more, after supports have added their part
    attributes: Mapping[str, Any] = field(default_factory=dict)
    supports: Mapping[str, Any] = field(default_factory=dict)
    uses_context: tuple[str, ...] = ()
    provides_context: Mapping[str, str] = field(default_factory=dict)  # context key → attribute
    own_tags_only: bool = False  # its renderers change nothing but tags before its first inner block
    skip_inner_blocks: bool = False  # the renderer renders its inner blocks itself (a query loop)
