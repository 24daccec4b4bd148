"""Galleries of pictures: each gets a number on the page, for rules in the page's style sheet."""

from copydesk.text.blocks.attributes import unique_id
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.lightbox import has_lightbox, page_id
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag, set_attributes
from copydesk.text.json_spelling import spell
from copydesk.text.rendering import Rendering

IN_GALLERY = "core/gallery"


def enter_gallery(block: Block, rendering: Rendering) -> None:
    rendering.context = {**rendering.context, IN_GALLERY: True}


def render_gallery(block: Block, html: str, rendering: Rendering) -> str:
    name = unique_id(rendering, "wp-block-gallery-")
    if (tag := find_tag(html)) is None:
        return html
    html = add_classes(html, tag, [name])
    if not any(has_lightbox(image.attrs or {}) for image in block.inner_blocks):
        return html
    context = spell({"galleryId": page_id(rendering, html)})
    return set_attributes(html, tag, {"data-wp-context": context, "data-wp-interactive": "core/gallery"})


GALLERY = core_block("core/gallery", render_gallery, enter=enter_gallery)
