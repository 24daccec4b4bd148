"""Searching posts, terms and post formats in one list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from copydesk.content.types import Types
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Page
from copydesk.rest.params import EXCLUDE, INCLUDE, PAGING, SEARCH, context_param
from copydesk.rest.resource import MISSING, Field, Link, Param, Resource, Verbs
from copydesk.rest.resources import post_loading
from copydesk.rest.resources import terms as term_fields
from copydesk.rest.resources.search_hits import (
    ANY,
    FORMAT,
    FORMATS,
    POST,
    TERM,
    Hit,
    clean_subtypes,
    find_hits,
    post_subtypes,
    term_subtypes,
)
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post, Term
from copydesk.wire.schema import array, string

SHOWN = ("view", "embed")


def search_resource(types: Types) -> Resource:
    """The resource of search results."""
    subtypes = [*post_subtypes(types), *term_subtypes(types)]
    kinds = [POST, TERM, FORMAT]
    return Resource(
        base="search",
        title="search-result",
        fields=tuple(_fields(kinds, subtypes)),
        links=tuple(_links(types)),
        verbs=Verbs(find_hits),
        params={
            **context_param("view", "embed"),
            **PAGING,
            **SEARCH,
            "type": Param(string("Only things of this kind.", enum=kinds, default=POST)),
            "subtype": Param(
                array(
                    "Only things of these types or taxonomies.",
                    {"enum": [*subtypes, ANY], "type": "string"},
                    default=ANY,
                ),
                clean=clean_subtypes,
            ),
            **EXCLUDE,
            **INCLUDE,
        },
        allow_batch=False,
    )


def _fields(kinds: Sequence[str], subtypes: Sequence[str]) -> Iterator[Field]:
    either = {"description": "The id, or the name of a format.", "type": ["integer", "string"]}
    yield Field("id", either, context=SHOWN, readonly=True)
    yield Field("title", string("The title or name."), read_title, SHOWN, readonly=True)
    yield Field("url", string("The address.", format="uri"), read_url, SHOWN, readonly=True)
    yield Field("type", string("The kind of thing.", enum=list(kinds)), read_type, SHOWN, readonly=True)
    kind = string("The post type.", enum=list(subtypes))
    yield Field("subtype", kind, read_subtype, SHOWN, readonly=True)


def load_pages(page: Page) -> Mapping[str, Page]:
    """The rows behind the hits as pages of their own resources, by subtype."""
    rows: dict[str, list[Any]] = {}
    for hit in page.rows:
        if hit.row is not None:
            rows.setdefault(hit.subtype, []).append(hit.row)
    api = page.call.api
    bases = {name: one.rest_base for name, one in api.types.posts.items()}
    bases |= {name: one.rest_base for name, one in api.types.taxonomies.items()}
    return {name: Page(page.call, api.resource(bases[name]), found) for name, found in rows.items()}


def page_of(hit: Hit, page: Page) -> Page:
    return page.load(load_pages)[hit.subtype]


def read_title(hit: Hit, page: Page) -> str:
    if isinstance(hit.row, Post):
        return page_of(hit, page).load(post_loading.load_titles)[hit.row.id]
    return hit.row.name if hit.row else FORMATS[str(hit.id)]


def read_url(hit: Hit, page: Page) -> str:
    if isinstance(hit.row, Post):
        return page_of(hit, page).load(post_loading.load_links)[hit.row.id]
    if isinstance(hit.row, Term):
        return term_fields.read_link(hit.row, page_of(hit, page))
    return page.call.site.permalinks.term_link("post_format", f"post-format-{hit.id}")


def read_type(hit: Hit, page: Page) -> str:
    """WP 7.1: of terms the taxonomy, although the schema has other ideas (recorded)."""
    return hit.subtype if hit.type == TERM else hit.type


def read_subtype(hit: Hit, page: Page) -> Any:
    return hit.subtype if hit.type == POST else MISSING


def _links(types: Types) -> Iterator[Link]:
    for name in post_subtypes(types):
        yield _self_link(name, types.posts[name].rest_base, load_whole_posts)
        yield _about_link(name, "types")
    for name in term_subtypes(types):
        yield _self_link(name, types.taxonomies[name].rest_base, load_terms)
        yield _about_link(name, "taxonomies")
    yield Link("collection", lambda hit, page: page.call.url("search"))


def _self_link(name: str, base: str, load: Callable[[Page], Mapping[Any, Any]]) -> Link:
    """The link to hits of one post type or taxonomy, by which they are embedded as such."""

    def href(hit: Hit, page: Page) -> str | None:
        return page.call.url(f"{base}/{hit.id}") if hit.subtype == name else None

    def about(hit: Hit, page: Page) -> Mapping[str, Any]:
        return {"embeddable": True, **read_hints(hit.row, page_of(hit, page))}

    def load_own(page: Page) -> Mapping[Any, Any]:
        found = page.load(load)
        return {hit.id: found[hit.id] for hit in page.rows if hit.subtype == name and hit.id in found}

    return Link("self", href, about, target=base, load=load_own)


def _about_link(name: str, base: str) -> Link:
    return Link("about", lambda hit, page: page.call.url(f"{base}/{name}") if hit.subtype == name else None)


def load_whole_posts(page: Page) -> Mapping[Any, Any]:
    """The posts found, with their long texts."""
    return load_posts(page.call.db, [hit.id for hit in page.rows if isinstance(hit.row, Post)])


def load_terms(page: Page) -> Mapping[Any, Any]:
    return {hit.id: hit.row for hit in page.rows if isinstance(hit.row, Term)}
