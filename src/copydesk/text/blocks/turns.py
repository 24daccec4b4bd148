"""The blocks inside a template, rendered once for each post, comment or term.

Each turn counts as a block of no known type with the attributes of the template: what goes by attributes
alone is added to it as well, the class for coloured elements for example (recorded).
"""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.budget import may_show, pay
from copydesk.text.blocks.loop import render_inner_blocks
from copydesk.text.blocks.supports.elements import add_elements_class
from copydesk.text.blocks.supports.placement import add_placement
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.rendering import Rendering


def render_turn(block: Block, rendering: Rendering) -> str:
    if not may_show(rendering):
        return ""
    shown = Shown(block, None, None, rendering)
    html = add_elements_class(shown, render_inner_blocks(block, rendering))
    return pay(add_placement(shown, html), len(block.inner_blocks), rendering)
