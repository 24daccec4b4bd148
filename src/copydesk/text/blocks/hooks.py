"""Where plugins of WordPress hook blocks into a content: we have none, but passing it leaves traces.

WordPress puts the content into a block, reads it, writes it again and takes the outer comments off. So blocks
left open are closed, a closing comment too many closes the outer block instead, and a content of `0` is lost.
"""

from copydesk.text.blocks.parse import parse_blocks, read_blocks
from copydesk.text.blocks.serialize import serialize_blocks

_OPENING, _CLOSING = "<!-- wp:post-content -->", "<!-- /wp:post-content -->"


def settle_blocks(content: str) -> str:
    """The content as the next step of the pipeline gets it."""
    if "<!--" not in content:
        return "" if content == "0" else content
    if _is_settled(content):
        return content
    settled = serialize_blocks(parse_blocks(_OPENING + content + _CLOSING))
    return settled[settled.find("-->") + 3 : settled.rfind("<!--")]


def _is_settled(content: str) -> bool:
    """True for what editors write: every block closed, no comment astray, all in the one spelling."""
    blocks = read_blocks(content)
    is_astray = any(block.name is None and "<!--" in block.inner_html for block in blocks)
    return not is_astray and serialize_blocks(blocks) == content
