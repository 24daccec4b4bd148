"""The walk over blocks: each is prepared, its inner blocks rendered, then itself, then what supports add.

All blocks write into one list of pieces, so that text is not copied once for each level it stands in: most saved
blocks only have their first piece changed, where their own tags are. What a renderer gets is
joined, and what it answers takes the place of the pieces.

Renderers that show their inner blocks themselves (a query loop) call `render_inner_blocks`, with the block
context of each turn put into `rendering.context` before. Everything else is a walk with a stack of our own,
so that depth costs nothing; only those renderers nest in Python, at most `DEEPEST` of them.
"""

from dataclasses import dataclass
from typing import Any

from copydesk.text.blocks.block import Block, BlockType
from copydesk.text.blocks.defaults import with_defaults
from copydesk.text.blocks.supports.bindings import bind
from copydesk.text.blocks.supports.opening_tag import find_tag
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.steps import finish, prepare
from copydesk.text.rendering import Rendering

DEEPEST = 50


@dataclass(slots=True)
class _Open:
    """A block whose inner blocks are being rendered."""

    shown: Shown
    context: dict[str, Any]  # around the block
    first_piece: int
    content_done: int = 0
    inner_done: int = 0


def render_parsed(blocks: list[Block], rendering: Rendering) -> str:
    """Blocks in a row, as html."""
    root = Block(None, {}, blocks, "", [None] * len(blocks))
    return render_inner_blocks(root, rendering)


def render_inner_blocks(block: Block, rendering: Rendering) -> str:
    """What stands inside a block: its own html with its inner blocks rendered where they stand."""
    if rendering.depth >= DEEPEST:
        return ""
    rendering.depth += 1
    pieces: list[str] = []
    stack = [_Open(Shown(block, None, None, rendering), rendering.context, 0)]
    while stack:
        top = stack[-1]
        inner = _advance(top, pieces)
        if inner is not None:
            _enter(inner, stack, pieces, rendering)
            continue
        stack.pop()
        if stack:
            _leave(top, pieces)
            rendering.context = top.context
    rendering.depth -= 1
    return "".join(pieces)


def _advance(top: _Open, pieces: list[str]) -> Block | None:
    """Takes text up to the next inner block, which is the answer; None at the end."""
    content = top.shown.block.inner_content
    for place in range(top.content_done, len(content)):
        piece = content[place]
        if piece is None:
            top.content_done = place + 1
            top.inner_done += 1
            return top.shown.block.inner_blocks[top.inner_done - 1]
        pieces.append(piece)
    top.content_done = len(content)
    return None


def _enter(block: Block, stack: list[_Open], pieces: list[str], rendering: Rendering) -> None:
    """Renders a block without inner blocks at once; opens one that has some."""
    if block.name is None:
        pieces.append(block.inner_html)
        return
    declared = rendering.block_types.get(block.name)
    shown = Shown(block, declared, stack[-1].shown.block, rendering)
    shown.block = prepare(shown)
    opened = _Open(shown, rendering.context, len(pieces))
    if declared is not None:
        _enter_context(shown.block, declared, rendering)
    if block.inner_blocks and not (declared and declared.skip_inner_blocks):
        stack.append(opened)
    else:
        pieces.append(_render(shown, "" if block.inner_blocks else block.inner_html))
        rendering.context = opened.context


def _enter_context(block: Block, declared: BlockType, rendering: Rendering) -> None:
    if declared.provides_context:
        attrs = with_defaults(block, declared).attrs or {}
        provided = {key: attrs[name] for key, name in declared.provides_context.items() if name in attrs}
        rendering.context = {**rendering.context, **provided}
    if declared.enter is not None:
        declared.enter(block, rendering)


def _leave(closed: _Open, pieces: list[str]) -> None:
    """Renders a block whose inner blocks have been rendered."""
    first = closed.first_piece
    if _shows_in_first_piece(closed.shown) and find_tag(pieces[first]) is not None:
        pieces[first] = _render(closed.shown, pieces[first])
        return
    html = "".join(pieces[first:])
    del pieces[first:]
    pieces.append(_render(closed.shown, html))


def _shows_in_first_piece(shown: Shown) -> bool:
    """`metadata` may hide all of a block."""
    declared = shown.declared
    made = declared is not None and (declared.render is not None or declared.finish is not None)
    own = not made or (declared is not None and declared.own_tags_only)
    return own and "metadata" not in shown.attrs and shown.block.inner_content[0] is not None


def _render(shown: Shown, html: str) -> str:
    declared = shown.declared
    if "metadata" in shown.attrs:
        html = bind(shown, html)
    if declared is not None and declared.render is not None:
        html = declared.render(with_defaults(shown.block, declared), html, shown.rendering)
    html = finish(shown, html)
    return declared.finish(shown.block, html, shown.rendering) if declared and declared.finish else html
