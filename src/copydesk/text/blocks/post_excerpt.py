"""core/post-excerpt: a post's excerpt, cut to a number of words, and a link to all of it."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_classes
from copydesk.text.blocks.shown import clean_markup
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.rendering import Rendering
from copydesk.text.trimming import trim_words
from copydesk.text.urls import escape_url

_CLASS = "wp-block-post-excerpt"
_EXCERPT_WORDS = 55


def render_post_excerpt(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    if post is None:
        return ""
    excerpt = rendering.render_excerpt(post, rendering, _EXCERPT_WORDS) if rendering.render_excerpt else ""
    excerpt = trim_words(excerpt, whole_number(attrs["excerptLength"]))
    more = _more(block, post.link)
    if more and is_set(attrs["showMoreOnNewLine"]):
        rest = f'</p><p class="{_CLASS}__more-text">{more}</p>'
    else:
        rest = f" {more}</p>"
    wrapper = wrapper_attributes(block, rendering, text_classes(attrs))
    return f'<div {wrapper}><p class="{_CLASS}__excerpt">{excerpt}{rest}</div>'


def _more(block: Block, link: str) -> str:
    text = words_of((block.attrs or {}).get("moreText"))
    if not is_set(text):
        return ""
    return f'<a class="{_CLASS}__more-link" href="{escape_url(link)}">{clean_markup(text)}</a>'


BLOCK = core_block("core/post-excerpt", render_post_excerpt)
