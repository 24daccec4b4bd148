"""Videos of the library: their size, so that the page does not jump when they arrive."""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import find_tag, read_attributes, set_attributes
from copydesk.text.facts import AttachmentNeed
from copydesk.text.rendering import Rendering


def render_video(block: Block, html: str, rendering: Rendering) -> str:
    number = (block.attrs or {}).get("id")
    tag = find_tag(html, "video") if isinstance(number, int) and number > 0 else None
    file = rendering.facts.ask(AttachmentNeed(number)) if tag and isinstance(number, int) else None
    width, height = (file.metadata.get("width"), file.metadata.get("height")) if file else (None, None)
    if tag is None or not width or not height:
        return html
    style = read_attributes(html, tag).get("style", "")
    values = {
        "width": str(width),
        "height": str(height),
        "style": f"{style}aspect-ratio: {width} / {height};",
    }
    return set_attributes(html, tag, values)


VIDEO = core_block("core/video", render_video)
