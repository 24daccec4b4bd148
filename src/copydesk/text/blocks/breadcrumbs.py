"""core/breadcrumbs: the way from the home page to the post around, by its terms or by the pages above it."""

from collections.abc import Iterator

from copydesk.text.blocks.around import post_around, visit_around
from copydesk.text.blocks.attributes import is_set, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import PostAncestorsNeed, PostTypeFacts, PostTypeNeed, TermAncestorsNeed
from copydesk.text.blocks.shown import title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.css import filter_css
from copydesk.text.facts import PostFacts, PostNeed, PostTermsNeed, TermFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_breadcrumbs(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    if post is None or (visit_around(rendering).is_front_page and not is_set(attrs["showOnHomePage"])):
        return ""
    crumbs = list(_crumbs(block, post, rendering))
    if not crumbs:
        return ""
    items = "".join(f"<li>{crumb}</li>" for crumb in crumbs)
    wrapper = wrapper_attributes(block, rendering, style=_separator_style(block), aria_label="Breadcrumbs")
    if not wrapper.startswith("style="):
        wrapper = f'style="" {wrapper}'
    return f"<nav {wrapper}><ol>{items}</ol></nav>"


def _separator_style(block: Block) -> str:
    """Empty for a separator that style attributes may not hold."""
    separator = words_of((block.attrs or {})["separator"]).replace("\\", "\\\\").replace('"', '\\"')
    return filter_css(f'--separator: "{separator}"')


def _crumbs(block: Block, post: PostFacts, rendering: Rendering) -> Iterator[str]:
    attrs = block.attrs or {}
    if is_set(attrs["showHomeItem"]):
        yield _link(f"{rendering.facts.site.home}/", "Home")
    post_type = rendering.facts.ask(PostTypeNeed(post.type))
    if post_type is not None:
        yield from _archive(post_type, rendering)
        if post_type.hierarchical and not is_set(attrs["prefersTaxonomy"]):
            yield from _pages_above(post, rendering)
        else:
            yield from _terms(post, post_type, rendering)
    if is_set(attrs["showCurrentItem"]):
        yield f'<span aria-current="page">{title_of(post) or "(no title)"}</span>'


def _link(address: str, words: str) -> str:
    return f'<a href="{escape_url(address)}">{words}</a>'


def _archive(post_type: PostTypeFacts, rendering: Rendering) -> Iterator[str]:
    """Of posts: the page that lists them, where the front page is another."""
    options = rendering.facts.site.options
    page_id = options.get("page_for_posts", "0")
    if post_type.name == "post" and options.get("show_on_front") == "page" and page_id.isdecimal():
        page = rendering.facts.ask(PostNeed(int(page_id))) if int(page_id) else None
        if page is not None:
            yield _link(page.link, title_of(page))
    elif post_type.archive:
        yield _link(post_type.archive, post_type.label)


def _pages_above(post: PostFacts, rendering: Rendering) -> Iterator[str]:
    for page in reversed(rendering.facts.ask(PostAncestorsNeed(post.id)) or ()):
        yield _link(page.link, title_of(page))


def _terms(post: PostFacts, post_type: PostTypeFacts, rendering: Rendering) -> Iterator[str]:
    """The first term of the first taxonomy that has any, and the terms above it."""
    for taxonomy in post_type.taxonomies:
        terms = rendering.facts.ask(PostTermsNeed(post.id, taxonomy))
        if terms:
            yield from _term_path(terms[0], rendering)
            return


def _term_path(term: TermFacts, rendering: Rendering) -> Iterator[str]:
    above = rendering.facts.ask(TermAncestorsNeed(term.taxonomy, term.id)) if term.parent else ()
    for each in (*reversed(above or ()), term):
        yield _link(each.link, each.name)


BLOCK = core_block("core/breadcrumbs", render_breadcrumbs)
