"""core/post-terms: a post's terms of one taxonomy, as links."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import TaxonomyNeed
from copydesk.text.blocks.own_classes import text_classes
from copydesk.text.blocks.shown import clean_markup
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_html
from copydesk.text.facts import PostTermsNeed
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_CLASS = "wp-block-post-terms"


def render_post_terms(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post, taxonomy = post_around(rendering), words_of(attrs.get("term"))
    if post is None or not taxonomy or rendering.facts.ask(TaxonomyNeed(taxonomy)) is None:
        return ""
    terms = rendering.facts.ask(PostTermsNeed(post.id, taxonomy))
    if not terms:
        return ""
    separator = escape_html(words_of(attrs["separator"]) or " ")
    links = f'<span class="{_CLASS}__separator">{separator}</span>'.join(
        f'<a href="{escape_url(term.link)}" rel="tag">{term.name}</a>' for term in terms
    )
    classes = [f"taxonomy-{taxonomy}", *text_classes(attrs)]
    wrapper = wrapper_attributes(block, rendering, classes)
    before = clean_markup(f"<div {wrapper}>{_affix(block, 'prefix')}")
    after = clean_markup(f"{_affix(block, 'suffix')}</div>")
    return f"{before}{links}{after}"


def _affix(block: Block, kind: str) -> str:
    text = (block.attrs or {})[kind]
    return f'<span class="{_CLASS}__{kind}">{words_of(text)}</span>' if is_set(text) else ""


BLOCK = core_block("core/post-terms", render_post_terms)
