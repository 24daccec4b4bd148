"""Where plugins of WordPress hook blocks into a content: we have none, but passing it leaves traces.

WordPress puts the content into a block, reads it, writes it again and takes the outer comments off. So blocks
left open are closed, a closing comment too many closes the outer block instead, and a content of `0` is lost.
"""

from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.serialize import serialize_blocks

_OPENING, _CLOSING = "<!-- wp:post-content -->", "<!-- /wp:post-content -->"


def settle_blocks(content: str) -> str:
    """The content as the next step of the pipeline gets it."""
    if "<!--" not in content:
        return "" if content == "0" else content
    settled = serialize_blocks(parse_blocks(_OPENING + content + _CLOSING))
    return settled[settled.find("-->") + 3 : settled.rfind("<!--")]
