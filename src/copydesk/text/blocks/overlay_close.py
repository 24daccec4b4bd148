"""core/navigation-overlay-close: the button that closes the window a menu opens in."""

from copydesk.text.blocks.attributes import words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.navigation_rules import OVERLAY_CLOSE_ICON
from copydesk.text.blocks.shown import clean_markup
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.rendering import Rendering


def render_overlay_close(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    mode = words_of(attrs["displayMode"])
    text = clean_markup(words_of(attrs.get("text"))) or "Close"
    label = 'aria-label="Close"' if mode == "icon" else ""
    icon = OVERLAY_CLOSE_ICON if mode in ("icon", "both") else ""
    words = ""
    if mode in ("text", "both"):
        words = f'<span class="wp-block-navigation-overlay-close__text">{text}</span>'
    return f'<button {wrapper_attributes(block, rendering)} type="button" {label} >{icon}{words}</button>'


BLOCK = core_block("core/navigation-overlay-close", render_overlay_close)
