"""Directories of blocks and patterns that WordPress asks wordpress.org for. This server asks nobody: they
are empty. So is the list of patterns of the theme; those that editors keep are at `blocks`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call
from copydesk.rest.params import OFFSET, PAGING, context_param, ordering
from copydesk.rest.resource import ALL, Field, Param, Resource, Rule, Verbs
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem
from copydesk.wire.schema import Schema, array, boolean, integer, number, string

CANNOT_VIEW_BLOCKS = Problem("rest_block_directory_cannot_view", "You may not look for blocks to install.")
CANNOT_VIEW_DIRECTORY = Problem("rest_pattern_directory_cannot_view", "You may not look for patterns.")
CANNOT_VIEW = Problem("rest_cannot_view", "You may not see which patterns there are.")

ORDERS = [
    "author", "date", "id", "include", "modified", "parent", "relevance", "slug", "include_slugs", "title",
    "favorite_count",
]  # fmt: skip
VIEW_ONLY = ("view",)
SOURCES = [
    "core", "plugin", "theme", "pattern-directory/core", "pattern-directory/theme", "pattern-directory/featured",
]  # fmt: skip


def directory_routes() -> Iterator[Route]:
    """Blocks and patterns to install, then the patterns of the site."""
    yield _route("block-directory/search", "block-directory-item", BLOCK, may_install, BLOCK_PARAMS)
    yield _route(
        "pattern-directory/patterns", "pattern-directory-item", FOUND_PATTERN, _editors(CANNOT_VIEW_DIRECTORY),
        PATTERN_PARAMS,
    )  # fmt: skip
    yield _route("block-patterns/patterns", "block-pattern", PATTERN, _editors(CANNOT_VIEW))
    yield _route("block-patterns/categories", "block-pattern-category", CATEGORY, _editors(CANNOT_VIEW))


def _route(base: str, title: str, fields: tuple[Field, ...], permit: Rule, params: Any = None) -> Route:
    """A list of things that is empty."""
    shown = Resource(base=base, title=title, fields=fields, verbs=Verbs())

    def find(call: Call) -> Outcome:
        return Rows(shown, (), is_collection=True)

    return Route(
        shown.route(),
        (Endpoint(("GET",), find, params or {}, permit=permit),),
        schema=lambda call: resource_schema(shown, call),
    )


def _editors(problem: Problem) -> Callable[[Call], Problem | None]:
    return lambda call: None if may_edit_any(call) else problem


def may_install(call: Call) -> Problem | None:
    can = call.viewer.can
    return None if can("install_plugins") and can("activate_plugins") else CANNOT_VIEW_BLOCKS


def _words(description: str) -> Schema:
    return array(description, string(), uniqueItems=True)


BLOCK_PARAMS = {
    **context_param("view"),
    **PAGING,
    "term": Param(string("Only blocks that match these words.", minLength=1), required=True),
}
BLOCK = (
    Field("name", string("The name, with its namespace."), context=VIEW_ONLY),
    Field("title", string("The name for people."), context=VIEW_ONLY),
    Field("description", string("What it is."), context=VIEW_ONLY),
    Field("id", string("The name of its plugin."), context=VIEW_ONLY),
    Field("rating", number("How it is rated."), context=VIEW_ONLY),
    Field("rating_count", integer("How often it was rated."), context=VIEW_ONLY),
    Field("active_installs", integer("How many sites use it."), context=VIEW_ONLY),
    Field("author_block_rating", number("How the author's blocks are rated."), context=VIEW_ONLY),
    Field("author_block_count", integer("How many blocks the author has."), context=VIEW_ONLY),
    Field("author", string("Who wrote it."), context=VIEW_ONLY),
    Field("icon", string("The address of its icon.", format="uri"), context=VIEW_ONLY),
    Field("last_updated", string("When it was changed.", format="date-time"), context=VIEW_ONLY),
    Field("humanized_updated", string("How long ago that is."), context=VIEW_ONLY),
)

PATTERN_PARAMS = {
    **context_param(),
    "page": PAGING["page"],
    "per_page": Param(integer("How many items a page has.", default=100, minimum=1, maximum=100), early=True),
    "search": Param(string("Only patterns that match these words.", minLength=1)),
    "category": Param(integer("Only patterns of this category.", minimum=1)),
    "keyword": Param(integer("Only patterns with this keyword.", minimum=1)),
    "slug": Param({"description": "Only patterns of these names.", "type": "array"}),
    **OFFSET,
    **ordering("date", ORDERS),
}
FOUND_PATTERN = (
    Field("id", integer("The id.", minimum=1), context=ALL),
    Field("title", string("The name for people.", minLength=1), context=ALL),
    Field("content", string("The blocks.", minLength=1), context=ALL),
    Field("categories", _words("Its categories."), context=ALL),
    Field("keywords", _words("Words it is found by."), context=ALL),
    Field("description", string("What it is.", minLength=1), context=ALL),
    Field("viewport_width", integer("How wide a page it is made for."), context=ALL),
    Field("block_types", _words("Blocks it may be put in for."), context=("view", "embed")),
)


def _pattern_field(name: str, schema: Schema) -> Field:
    return Field(name, schema, context=ALL, readonly=True)


def _list(description: str) -> Schema:
    return {"description": description, "type": "array"}


PATTERN = (
    _pattern_field("name", string("The name.")),
    _pattern_field("title", string("The name for people.")),
    _pattern_field("content", string("The blocks.")),
    _pattern_field("description", string("What it is.")),
    _pattern_field("viewport_width", number("How wide a page it is made for.")),
    _pattern_field("inserter", boolean("Whether it is offered.")),
    _pattern_field("categories", _list("Its categories.")),
    _pattern_field("keywords", _list("Words it is found by.")),
    _pattern_field("block_types", _list("Blocks it may be put in for.")),
    _pattern_field("post_types", _list("Types of posts it is for.")),
    _pattern_field("template_types", _list("Templates it is for.")),
    _pattern_field("source", string("Where it is from.", enum=SOURCES)),
)
CATEGORY = (
    _pattern_field("name", string("The name.")),
    _pattern_field("label", string("The name for people.")),
    _pattern_field("description", string("What is in it.")),
)
