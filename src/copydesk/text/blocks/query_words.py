"""core/query-title, core/query-total, core/query-no-results: what a list says about itself."""

from copydesk.text.blocks.attributes import is_set, members, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import MainQuery, MainQueryNeed, PostTypeNeed
from copydesk.text.blocks.own_classes import link_color, text_align
from copydesk.text.blocks.post_title import heading_tag
from copydesk.text.blocks.queries import QueryPage, query_page
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_html
from copydesk.text.rendering import Rendering

_ARCHIVE_PREFIX = {
    "category": "Category: ",
    "tag": "Tag: ",
    "author": "Author: ",
    "year": "Year: ",
    "month": "Month: ",
    "day": "Day: ",
    "post-type-archive": "Archives: ",
    "tax": "",
}


def render_query_title(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    title = _title(block, rendering)
    if not title:
        return ""
    tag = heading_tag(attrs["level"], 1)
    return f"<{tag} {wrapper_attributes(block, rendering, text_align(attrs))}>{title}</{tag}>"


def _title(block: Block, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    kind = words_of(attrs.get("type"))
    if kind == "post-type":
        return _post_type_title(block, rendering)
    if kind not in ("archive", "search"):
        return ""
    main = rendering.facts.ask(MainQueryNeed())
    if main is None:
        return ""
    return _search_title(block, main) if kind == "search" else _archive_title(block, main)


def _post_type_title(block: Block, rendering: Rendering) -> str:
    query = members(rendering.context.get("query"))
    name = words_of(query.get("postType")) or (rendering.post.type if rendering.post else "")
    post_type = rendering.facts.ask(PostTypeNeed(name)) if name else None
    if post_type is None:
        return ""
    if is_set((block.attrs or {})["showPrefix"]):
        return f"Post Type: &#8220;{post_type.singular}&#8221;"
    return post_type.singular


def _search_title(block: Block, main: MainQuery) -> str:
    if main.kind != "search":
        return ""
    if not is_set((block.attrs or {})["showSearchTerm"]):
        return "Search results"
    return f"Search results for: &#8220;{escape_html(main.search)}&#8221;"


def _archive_title(block: Block, main: MainQuery) -> str:
    if main.kind not in _ARCHIVE_PREFIX:
        return ""
    if not is_set((block.attrs or {})["showPrefix"]):
        return main.title
    return f"{_ARCHIVE_PREFIX[main.kind]}<span>{main.title}</span>"


def render_query_total(block: Block, _html: str, rendering: Rendering) -> str:
    page = query_page(rendering)
    if (block.attrs or {})["displayType"] == "range-display":
        words = _range(page)
    else:
        results = "result" if page.total == 1 else "results"
        words = f"{page.total} {results} found"
    return f"<div {wrapper_attributes(block, rendering)}>{words}</div>"


def _range(page: QueryPage) -> str:
    start = (page.number - 1) * page.per_page + 1
    end = min(start + page.per_page - 1, page.total) if page.per_page > 0 else page.total
    if start >= end:
        return f"Displaying {end} of {page.total}"
    return f"Displaying {start} – {end} of {page.total}"


def render_no_results(block: Block, html: str, rendering: Rendering) -> str:
    if not html.strip() or query_page(rendering).total > 0:
        return ""
    wrapper = wrapper_attributes(block, rendering, link_color(block.attrs or {}))
    return f"<div {wrapper}>{html}</div>"


BLOCKS = (
    core_block("core/query-title", render_query_title),
    core_block("core/query-total", render_query_total),
    core_block("core/query-no-results", render_no_results),
)
