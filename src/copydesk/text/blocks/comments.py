"""core/comments: around all blocks about comments; and what blocks saved before 6.0 came to."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_align
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.rendering import Rendering


def render_comments(block: Block, html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    if post is None or (post.comment_status != "open" and not post.comment_count):
        return ""
    if block.name != "core/post-comments" and not is_set(attrs.get("legacy")):
        return html
    wrapper = wrapper_attributes(block, rendering, ["wp-block-post-comments", *text_align(attrs)])
    return f"<div {wrapper}></div>"


BLOCKS = (
    core_block("core/comments", render_comments),
    core_block("core/post-comments", render_comments),
)
