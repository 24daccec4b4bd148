"""core/query-pagination and its links: to the pages before and after, and to pages by number."""

from copydesk.text.blocks.around import visit_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import link_color
from copydesk.text.blocks.page_links import format_query, query_without, shown_pages, with_query
from copydesk.text.blocks.queries import QueryPage, query_page
from copydesk.text.blocks.query_links import FOLLOW_IN_PLACE, arrow
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_html
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_CLASS = "wp-block-query-pagination"
_WORDS = {"next": "Next Page", "previous": "Previous Page"}


def render_pagination(block: Block, html: str, rendering: Rendering) -> str:
    if not html.strip():
        return ""
    wrapper = wrapper_attributes(block, rendering, link_color(block.attrs or {}), aria_label="Pagination")
    return f"<nav {wrapper}>{html}</nav>"


def render_next(block: Block, _html: str, rendering: Rendering) -> str:
    page = query_page(rendering)
    if page.number >= page.pages:
        return ""
    return _link(block, "next", page, rendering)


def render_previous(block: Block, _html: str, rendering: Rendering) -> str:
    page = query_page(rendering)
    if page.number <= 1:
        return ""
    return _link(block, "previous", page, rendering)


def _link(block: Block, kind: str, page: QueryPage, rendering: Rendering) -> str:
    attrs, context = block.attrs or {}, rendering.context
    words = escape_html(words_of(attrs.get("label"))) or _WORDS[kind]
    shows_label = is_set(context.get("showLabel", True))
    label = words if shows_label else ""
    sign = arrow(f"{_CLASS}-{kind}", words_of(context.get("paginationArrow")))
    text = f"{label}{sign}" if kind == "next" else f"{sign}{label}"
    named = {} if shows_label else {"aria_label": words}
    wrapper = wrapper_attributes(block, rendering, **named)
    number = page.number + 1 if kind == "next" else page.number - 1
    href = escape_url(_address(page, number, rendering))
    return f'<a {_directives(kind, rendering)}href="{href}" {wrapper}>{text}</a>'


def _directives(kind: str, rendering: Rendering) -> str:
    if not is_set(rendering.context.get("enhancedPagination")):
        return ""
    return (
        f'data-wp-key="query-pagination-{kind}"{FOLLOW_IN_PLACE} '
        'data-wp-on--mouseenter="core/query::actions.prefetch" '
        'data-wp-watch="core/query::callbacks.prefetch" '
    )


def _address(page: QueryPage, number: int, rendering: Rendering) -> str:
    if page.is_main:
        return page.link_pattern.replace("{page}", str(number))
    return with_query(visit_around(rendering).request, page.key, number)


def render_numbers(block: Block, _html: str, rendering: Rendering) -> str:
    page = query_page(rendering)
    if page.pages <= 1:
        return ""
    keyed = is_set(rendering.context.get("enhancedPagination"))
    middle = whole_number((block.attrs or {})["midSize"])
    links = [
        _number(number, page, rendering, key=f'data-wp-key="index-{place}" ' if keyed else "")
        for place, number in enumerate(shown_pages(page.number, page.pages, middle))
    ]
    joined = "\n".join(links)
    return f"<div {wrapper_attributes(block, rendering)}>{joined}</div>"


def _number(number: int | None, page: QueryPage, rendering: Rendering, *, key: str) -> str:
    if number is None:
        return f'<span {key}class="page-numbers dots">&hellip;</span>'
    if number == page.number:
        return f'<span {key}aria-current="page" class="page-numbers current">{number:,}</span>'
    follow = f"{FOLLOW_IN_PLACE[1:]} " if key else ""
    href = escape_url(_number_address(page, number, rendering))
    return f'<a {key}{follow}class="page-numbers" href="{href}">{number:,}</a>'


def _number_address(page: QueryPage, number: int, rendering: Rendering) -> str:
    """The query alone; away from page 1 it carries an empty `cst`, so that the way back is an address too."""
    if page.is_main:
        return _address(page, number, rendering)
    values = {page.key: str(number)} if number > 1 else {}
    if page.number > 1:
        values["cst"] = ""
    return f"?{format_query({**values, **query_without(visit_around(rendering).request, page.key)})}"


BLOCKS = (
    core_block("core/query-pagination", render_pagination),
    core_block("core/query-pagination-next", render_next),
    core_block("core/query-pagination-previous", render_previous),
    core_block("core/query-pagination-numbers", render_numbers),
)
