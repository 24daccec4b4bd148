"""core/rss: the news of another site. Texts do not reach the network, so it says what WordPress says then."""

from copydesk.text.blocks.attributes import words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.rendering import Rendering

_UNREACHABLE = "<strong>RSS Error:</strong> WP HTTP Error: A valid URL was not provided."
_NO_ADDRESS = "An error has occurred, which probably means the feed is down. Try again later."
_OWN_SITE = "A feed of this site is not shown on it: use <strong>Latest Posts</strong> instead."


def render_rss(block: Block, _html: str, rendering: Rendering) -> str:
    url = words_of((block.attrs or {})["feedURL"])
    site = rendering.facts.site
    if url and url.rstrip("/") in (site.home, site.siteurl):
        return f'<div class="components-placeholder"><div class="notice notice-error">{_OWN_SITE}</div></div>'
    words = _UNREACHABLE if url else _NO_ADDRESS
    return f'<div class="components-placeholder"><div class="notice notice-error">{words}</div></div>'


BLOCK = core_block("core/rss", render_rss)
