"""The query of a query block, as the blocks inside it find it in their context.

Surprises: posts that stick are lifted to the top, beyond the number asked for and on every page, unless the
query asks for terms, authors, words or a sticky state. What is no known post type shows posts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.text.blocks.around import post_around, visit_around
from copydesk.text.blocks.attributes import is_set, members, numbers_of, whole_number, words_of
from copydesk.text.blocks.needs import (
    MainQueryNeed,
    PostsFound,
    PostsNeed,
    PostsQuery,
    PostTypeNeed,
    Sticky,
    TermsMatch,
)
from copydesk.text.blocks.page_links import parse_query
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering

_STICKY: dict[str, Sticky] = {"only": "only", "exclude": "without", "ignore": "anywhere"}
_DEFAULT_NUMBER = 10


@dataclass(frozen=True, slots=True)
class QueryPage:
    """The part of a query's posts that is shown. `key` is what names the page in addresses."""

    posts: tuple[PostFacts, ...]
    total: int
    number: int  # the page, from 1
    pages: int
    per_page: int
    key: str = ""
    link_pattern: str = ""  # of the pages of a main query, with `{page}`

    @property
    def is_main(self) -> bool:
        return not self.key


def query_page(rendering: Rendering) -> QueryPage:
    query = members(rendering.context.get("query"))
    if is_set(query.get("inherit")):
        return _main_page(rendering)
    query_id = rendering.context.get("queryId")
    key = "query-page" if query_id is None else f"query-{words_of(query_id)}-page"
    number = _page_asked_for(key, rendering)
    per_page = _per_page(query, rendering)
    found = rendering.facts.ask(PostsNeed(_posts_query(query, per_page, number, rendering))) or PostsFound()
    pages = -(-found.total // per_page) if per_page > 0 else 1
    most = whole_number(query.get("pages"))
    return QueryPage(found.posts, found.total, number, min(pages, most) if most > 0 else pages, per_page, key)


def _main_page(rendering: Rendering) -> QueryPage:
    main = rendering.facts.ask(MainQueryNeed())
    if main is None:
        return QueryPage((), 0, 1, 0, _DEFAULT_NUMBER)
    pages = -(-main.found.total // main.per_page)
    return QueryPage(
        main.found.posts, main.found.total, main.page, pages, main.per_page, link_pattern=main.page_link
    )


def _page_asked_for(key: str, rendering: Rendering) -> int:
    asked = parse_query(visit_around(rendering).request).get(key)
    return max(whole_number(asked), 1)


def _per_page(query: Mapping[str, Any], rendering: Rendering) -> int:
    number = whole_number(query.get("perPage"))
    if number:
        return max(number, -1)
    return whole_number(rendering.facts.site.options.get("posts_per_page")) or _DEFAULT_NUMBER


def _posts_query(query: Mapping[str, Any], per_page: int, page: int, rendering: Rendering) -> PostsQuery:
    terms = tuple(_terms(query))
    authors = numbers_of(query.get("author"))
    search = words_of(query.get("search"))
    formats = query.get("format")
    sticky = _STICKY.get(words_of(query.get("sticky")))
    narrowed = terms or authors or search or formats
    return PostsQuery(
        types=(_post_type(query, rendering),),
        number=per_page,
        offset=whole_number(query.get("offset")) + per_page * (page - 1) if per_page > 0 else 0,
        order_by=words_of(query.get("orderBy")) or "date",
        ascending=words_of(query.get("order")).lower() == "asc",
        search=search,
        authors=authors,
        without=(*numbers_of(query.get("exclude")), *_current_post(query, rendering)),
        parents=numbers_of(query.get("parents")),
        terms=terms,
        formats=tuple(words_of(name) for name in formats) if isinstance(formats, list) else (),
        sticky=sticky or ("anywhere" if narrowed else "first"),
        with_private=True,
    )


def _post_type(query: Mapping[str, Any], rendering: Rendering) -> str:
    name = words_of(query.get("postType"))
    if name and name != "post" and rendering.facts.ask(PostTypeNeed(name)) is not None:
        return name
    return "post"


def _current_post(query: Mapping[str, Any], rendering: Rendering) -> tuple[int, ...]:
    post = post_around(rendering) if is_set(query.get("excludeCurrent")) else None
    return (post.id,) if post else ()


def _terms(query: Mapping[str, Any]) -> Iterator[TermsMatch]:
    """`taxQuery` by taxonomy, since 7.0 also what to leave out; before 5.9 categories and tags."""
    wanted = members(query.get("taxQuery"))
    refused: Mapping[str, Any] = {}
    if "include" in wanted or "exclude" in wanted:
        wanted, refused = members(wanted.get("include")), members(wanted.get("exclude"))
    old = {"category": query.get("categoryIds"), "post_tag": query.get("tagIds")}
    for taxonomy, ids in (*old.items(), *wanted.items()):
        if numbers := numbers_of(ids):
            yield TermsMatch(taxonomy, numbers, with_children=False)
    for taxonomy, ids in refused.items():
        if numbers := numbers_of(ids):
            yield TermsMatch(taxonomy, numbers, with_children=False, negated=True)
