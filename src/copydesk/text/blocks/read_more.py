"""core/read-more: a link to the post around."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.shown import clean_markup, title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_read_more(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    if post is None:
        return ""
    title = title_of(post)
    words = f": {title}" if title else f"untitled post {post.id}"
    text = clean_markup(words_of(attrs.get("content"))) or "Read more"
    target = escape_attribute(words_of(attrs["linkTarget"]))
    return (
        f'<a {wrapper_attributes(block, rendering)} href="{escape_url(post.link)}" target="{target}">'
        f'{text}<span class="screen-reader-text">{words}</span></a>'
    )


BLOCK = core_block("core/read-more", render_read_more)
