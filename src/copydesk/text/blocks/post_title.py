"""core/post-title"""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_classes
from copydesk.text.blocks.shown import title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_post_title(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    title = title_of(post) if post else ""
    if not post or not title:
        return ""
    if is_set(attrs["isLink"]):
        rel = f'rel="{escape_attribute(words_of(attrs["rel"]))}"' if is_set(attrs["rel"]) else ""
        target = escape_attribute(words_of(attrs["linkTarget"]))
        title = f'<a href="{escape_url(post.link)}" target="{target}" {rel}>{title}</a>'
    tag = heading_tag(attrs["level"])
    wrapper = wrapper_attributes(block, rendering, text_classes(attrs))
    return f"<{tag} {wrapper}>{title}</{tag}>"


def heading_tag(level: object, default: int = 2) -> str:
    """`h3` for 3; a paragraph for 0."""
    number = whole_number(level, default)
    return f"h{number}" if number else "p"


BLOCK = core_block("core/post-title", render_post_title)
