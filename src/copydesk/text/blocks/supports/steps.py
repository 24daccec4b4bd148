"""The order of what happens to every block: before it is rendered, and to its html after."""

from collections.abc import Callable
from typing import TypeAlias

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.supports.background import add_background
from copydesk.text.blocks.supports.dimensions import add_aspect_ratio
from copydesk.text.blocks.supports.duotone import add_duotone
from copydesk.text.blocks.supports.elements import add_elements_class, number_elements
from copydesk.text.blocks.supports.fit_text import fit_text
from copydesk.text.blocks.supports.font_size import make_font_size_fluid
from copydesk.text.blocks.supports.layout import add_layout
from copydesk.text.blocks.supports.placement import add_placement
from copydesk.text.blocks.supports.position import add_position
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.variation import add_variation
from copydesk.text.blocks.supports.visibility import hide

After: TypeAlias = Callable[[Shown, str], str]

AFTER: tuple[After, ...] = (
    add_elements_class,
    make_font_size_fluid,
    add_placement,
    add_layout,
    add_position,
    add_background,
    add_aspect_ratio,
    add_duotone,
    fit_text,
    add_variation,
    hide,
)


def prepare(shown: Shown) -> Block:
    """The block to render."""
    return number_elements(shown)


def finish(shown: Shown, html: str) -> str:
    if not shown.block.attrs:
        return add_layout(shown, html)  # all the others add what attributes ask for
    for step in AFTER:
        html = step(shown, html)
    return html
