"""Pictures: in a gallery they carry the number of their file."""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.gallery import IN_GALLERY
from copydesk.text.blocks.lightbox import add_lightbox, has_lightbox
from copydesk.text.blocks.supports.opening_tag import find_tag, read_attributes, set_attributes
from copydesk.text.rendering import Rendering


def render_image(block: Block, html: str, rendering: Rendering) -> str:
    """A picture without an address is left out."""
    tag = find_tag(html, "img")
    if tag is None or not read_attributes(html, tag).get("src"):
        return ""
    number = (block.attrs or {}).get("id")
    if number and rendering.context.get(IN_GALLERY):
        html = set_attributes(html, tag, {"data-id": str(number)})
    return html


def finish_image(block: Block, html: str, rendering: Rendering) -> str:
    return add_lightbox(html, rendering) if html and has_lightbox(block.attrs or {}) else html


IMAGE = core_block("core/image", render_image, finish=finish_image)
