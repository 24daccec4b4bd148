"""core/query: the blocks inside list the posts; here is only what lets pages change in place."""

from copydesk.text.blocks.attributes import is_set, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import find_tag, set_attributes
from copydesk.text.rendering import Rendering


def render_query(block: Block, html: str, _rendering: Rendering) -> str:
    attrs = block.attrs or {}
    if not is_set(attrs["enhancedPagination"]) or attrs.get("queryId") is None:
        return html
    tag = find_tag(html)
    if tag is None:
        return html
    query_id = words_of(attrs["queryId"])
    directives = {
        "data-wp-context": "{}",
        "data-wp-interactive": "core/query",
        "data-wp-key": query_id,
        "data-wp-router-region": f"query-{query_id}",
    }
    return set_attributes(html, tag, directives)


BLOCK = core_block("core/query", render_query)
