"""core/comments-title: how many answers there are, and to what."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_classes
from copydesk.text.blocks.post_title import heading_tag
from copydesk.text.blocks.shown import title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.rendering import Rendering


def render_comments_title(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    if post is None or post.password_required or not post.comment_count:
        return ""
    title = f"&#8220;{title_of(post)}&#8221;" if is_set(attrs["showPostTitle"]) else ""
    words = _words(post.comment_count, title, counts=is_set(attrs["showCommentsCount"]))
    tag = heading_tag(attrs["level"])
    wrapper = wrapper_attributes(block, rendering, text_classes(attrs))
    return f'<{tag} id="comments" {wrapper}>{words}</{tag}>'


def _words(count: int, title: str, *, counts: bool) -> str:
    responses = "response" if count == 1 else "responses"
    number = "One" if count == 1 else f"{count:,}"
    words = f"{number} {responses}" if counts else responses.capitalize()
    return f"{words} to {title}" if title else words


BLOCK = core_block("core/comments-title", render_comments_title)
