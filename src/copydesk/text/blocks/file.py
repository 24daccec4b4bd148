"""Files with a preview: the frame is hidden until the page's script knows that the browser can show it."""

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import Attributes, find_tag, read_attributes, set_attributes
from copydesk.text.rendering import Rendering


def render_file(block: Block, html: str, rendering: Rendering) -> str:
    wrapper, frame = find_tag(html), find_tag(html, "object")
    if not (block.attrs or {}).get("displayPreview") or wrapper is None or frame is None:
        return html
    name = read_attributes(html, frame).get("aria-label")
    values: Attributes = {
        "data-wp-bind--hidden": "!state.hasPdfPreview",
        "hidden": True,
        "aria-label": f"Embed of {name}." if name else "PDF embed",
    }
    html = set_attributes(html, frame, values)
    return set_attributes(html, wrapper, {"data-wp-interactive": "core/file"})


FILE = core_block("core/file", render_file)
