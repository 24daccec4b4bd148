"""core/comments-pagination and its links, on sites that cut comments into pages."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import link_color
from copydesk.text.blocks.page_links import shown_pages
from copydesk.text.blocks.query_links import arrow
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.blocks.threads import ThreadPage, thread_page
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_CLASS = "wp-block-comments-pagination"
_WORDS = {"next": "Newer Comments", "previous": "Older Comments"}


def render_pagination(block: Block, html: str, rendering: Rendering) -> str:
    post = post_around(rendering)
    if not html.strip() or post is None or post.password_required:
        return ""
    return f"<div {wrapper_attributes(block, rendering, link_color(block.attrs or {}))}>{html}</div>"


def _page(rendering: Rendering) -> tuple[PostFacts, ThreadPage] | None:
    post = post_around(rendering)
    if post is None or not is_set(rendering.facts.site.options.get("page_comments")):
        return None
    return post, thread_page(post, rendering)


def render_next(block: Block, _html: str, rendering: Rendering) -> str:
    return _link(block, "next", 1, rendering)


def render_previous(block: Block, _html: str, rendering: Rendering) -> str:
    return _link(block, "previous", -1, rendering)


def _link(block: Block, kind: str, step: int, rendering: Rendering) -> str:
    found = _page(rendering)
    if found is None or not 1 <= found[1].number + step <= found[1].pages:
        return ""
    post, page = found
    words = words_of((block.attrs or {}).get("label")) or _WORDS[kind]
    sign = arrow(f"{_CLASS}-{kind}", words_of(rendering.context.get("comments/paginationArrow")))
    text = f"{words}{sign}" if kind == "next" else f"{sign}{words}"
    href = escape_url(_address(post, page.number + step))
    return f'<a href="{href}" {wrapper_attributes(block, rendering)}>{text}</a>'


def render_numbers(block: Block, _html: str, rendering: Rendering) -> str:
    found = _page(rendering)
    if found is None or found[1].pages <= 1:
        return ""
    post, page = found
    links = "\n".join(_number(number, post, page) for number in shown_pages(page.number, page.pages))
    return f"<div {wrapper_attributes(block, rendering)}>{links}</div>"


def _number(number: int | None, post: PostFacts, page: ThreadPage) -> str:
    if number is None:
        return '<span class="page-numbers dots">&hellip;</span>'
    if number == page.number:
        return f'<span aria-current="page" class="page-numbers current">{number:,}</span>'
    return f'<a class="page-numbers" href="{escape_url(_address(post, number))}">{number:,}</a>'


def _address(post: PostFacts, number: int) -> str:
    if "?" in post.link:
        return f"{post.link}&cpage={number}#comments"
    return f"{post.link.rstrip('/')}/comment-page-{number}/#comments"


BLOCKS = (
    core_block("core/comments-pagination", render_pagination),
    core_block("core/comments-pagination-next", render_next),
    core_block("core/comments-pagination-previous", render_previous),
    core_block("core/comments-pagination-numbers", render_numbers),
)
