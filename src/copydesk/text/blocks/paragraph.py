"""Paragraphs: since WP 7.1 the server adds the class that other blocks are saved with."""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.rendering import Rendering

_CLASS = "wp-block-paragraph"


def add_paragraph_class(block: Block, html: str, rendering: Rendering) -> str:
    """Only the first `<p>` of a block gets it."""
    plain = html.find("<p>")
    if plain >= 0 and "<" not in html[:plain]:
        return f'{html[:plain]}<p class="{_CLASS}">{html[plain + 3 :]}'
    return add_classes(html, find_tag(html, "p"), [_CLASS])


PARAGRAPH = core_block("core/paragraph", finish=add_paragraph_class, own_tags_only=True)
