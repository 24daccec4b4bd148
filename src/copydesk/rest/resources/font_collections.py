"""Collections of fonts to install from. Ours are empty: the server fetches no lists from elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call
from copydesk.rest.params import PAGING, context_param
from copydesk.rest.resource import ALL, Field, Link, Resource, Rules, Verbs
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import string

CANNOT_READ = Problem("rest_cannot_read", "You may not see collections of fonts.")
NOT_FOUND = Problem("rest_font_collection_not_found", "There is no such collection of fonts.", 404)


@dataclass(frozen=True, slots=True)
class FontCollection:
    """Fonts that come from one hand."""

    slug: str
    name: str
    description: str

    @property
    def id(self) -> str:
        return self.slug


COLLECTIONS = (FontCollection("google-fonts", "Google Fonts", "Its list is not kept here."),)


def font_collection_parts() -> Iterator[Resource | Route]:
    """The resource, and the route of one collection."""
    collections = Resource(
        base="font-collections",
        title="font-collection",
        fields=FIELDS,
        links=(
            Link("self", lambda one, page: page.call.url(f"font-collections/{one.slug}")),
            Link("collection", lambda one, page: page.call.url("font-collections")),
        ),
        verbs=Verbs(find=find),
        rules=Rules(find=may_read),
        params={**context_param(), **PAGING},
        allow_batch=False,
    )
    yield collections

    def read(call: Call) -> Outcome:
        return Rows(collections, [get(call)])

    yield Route(
        collections.route() + r"/(?P<slug>[\/\w-]+)",
        (Endpoint(("GET",), read, context_param(), permit=may_read),),
        schema=lambda call: resource_schema(collections, call),
    )


def may_read(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_theme_options") else CANNOT_READ


def find(call: Call) -> tuple[tuple[FontCollection, ...], int]:
    per_page = call.params["per_page"]
    first = (call.params["page"] - 1) * per_page
    return COLLECTIONS[first : first + per_page], len(COLLECTIONS)


def get(call: Call) -> FontCollection:
    found = next((one for one in COLLECTIONS if one.slug == call.params["slug"]), None)
    if found is None:
        raise Refused(NOT_FOUND)
    return found


def _list(name: str, description: str) -> Field:
    return Field(name, {"description": description, "type": "array"}, lambda one, page: [], ALL)


FIELDS = (
    Field("slug", string("The name."), context=ALL, readonly=True),
    Field("name", string("The name for people."), context=ALL),
    Field("description", string("What is in it."), context=ALL),
    _list("font_families", "Its fonts."),
    _list("categories", "Kinds of fonts in it."),
)
