"""core/post-comments-count, core/post-comments-link: how many comments a post has, and the way to them."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_align, text_classes
from copydesk.text.blocks.shown import title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_count(block: Block, _html: str, rendering: Rendering) -> str:
    post = post_around(rendering)
    if post is None:
        return ""
    wrapper = wrapper_attributes(block, rendering, text_align(block.attrs or {}))
    return f"<div {wrapper}>{post.comment_count}</div>"


def render_link(block: Block, _html: str, rendering: Rendering) -> str:
    post = post_around(rendering)
    if post is None or post.password_required:
        return ""
    title = f'<span class="screen-reader-text"> on {title_of(post)}</span>'
    count = post.comment_count
    words = {0: "No comments", 1: "1 comment"}.get(count, f"{count:,} comments")
    href = escape_url(f"{post.link}#{'comments' if count else 'respond'}")
    attrs = block.attrs or {}
    wrapper = wrapper_attributes(block, rendering, text_classes(attrs))
    return f"<div {wrapper}><a href={href}>{words}{title}</a></div>"


BLOCKS = (
    core_block("core/post-comments-count", render_count),
    core_block("core/post-comments-link", render_link),
)
