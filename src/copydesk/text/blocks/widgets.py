"""core/widget-group, core/legacy-widget: widgets of the time before blocks."""

from copydesk.text.blocks.attributes import words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.escape import escape_html
from copydesk.text.rendering import Rendering


def render_widget_group(block: Block, html: str, _rendering: Rendering) -> str:
    title = words_of((block.attrs or {}).get("title"))
    heading = f'<h2 class="widget-title">{escape_html(title)}</h2>' if title else ""
    return f'{heading}<div class="wp-widget-group__inner-blocks">{html}</div>'


def render_legacy_widget(_block: Block, _html: str, _rendering: Rendering) -> str:
    """No widgets are registered."""
    return ""


BLOCKS = (
    core_block("core/widget-group", render_widget_group),
    core_block("core/legacy-widget", render_legacy_widget),
)
