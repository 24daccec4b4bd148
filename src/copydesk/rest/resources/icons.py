"""Icons that editors may put into texts, and their collections. There are no pages: lists are whole.

A plugin of the editor may know what an icon looks like; here only the names are known, and drawings are empty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.rest.compile import route_for
from copydesk.rest.page import Call
from copydesk.rest.params import PAGING, SEARCH, context_param
from copydesk.rest.resource import ALL, Field, Param, Resource, Rules, Verbs
from copydesk.rest.resources.icon_rules import LABELS, NAMES
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import string

CANNOT_VIEW = Problem("rest_cannot_view", "You may not see which icons there are.")
NO_ICON = Problem("rest_icon_not_found", "There is no such icon.", 404)
NO_COLLECTION = Problem("rest_icon_collection_not_found", "There is no such collection of icons.", 404)

SLUG = "[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"
COLLECTION = Param(string("Only icons of this collection.", pattern="^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$"))


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon; its name has the collection in front."""

    name: str
    label: str
    collection: str
    content: str = ""

    @property
    def id(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Collection:
    """Icons that come from one hand."""

    slug: str
    label: str
    description: str

    @property
    def id(self) -> str:
        return self.slug


CORE = Collection("core", "WordPress", "Default icon collection.")
COLLECTIONS = (CORE,)
ICONS = tuple(
    Icon(f"{CORE.slug}/{name}", LABELS.get(name) or name.replace("-", " ").title(), CORE.slug)
    for name in NAMES
)


def icon_parts() -> Iterator[Resource | Route]:
    """Icons, those of a collection, one of them; then the collections."""
    icons = Resource(
        base="icons",
        title="icon",
        fields=ICON_FIELDS,
        verbs=Verbs(find=find_icons),
        rules=Rules(find=may_view),
        params={**context_param(), **PAGING, **SEARCH, "collection": COLLECTION},
        allow_batch=False,
    )
    yield icons

    def find_in(call: Call) -> Outcome:
        get_collection(call, "collection")
        return Rows(icons, find_icons(call)[0], is_collection=True)

    def get(call: Call) -> Outcome:
        return Rows(icons, [get_icon(call)])

    inside = {"collection": COLLECTION, **context_param(), **PAGING, **SEARCH}
    single = {"name": Param(string("The icon's name, with its collection.")), **context_param()}
    for pattern, run, params in (
        (f"(?P<collection>{SLUG})", find_in, inside),
        (f"(?P<name>{SLUG}/{SLUG})", get, single),
    ):
        endpoint = Endpoint(("GET",), run, params, permit=may_view)
        yield route_for(icons, f"{icons.route()}/{pattern}", (endpoint,), single=run is get)
    yield Resource(
        base="icon-collections",
        title="icon-collection",
        fields=COLLECTION_FIELDS,
        verbs=Verbs(find=find_collections, get=lambda call: get_collection(call, "slug")),
        rules=Rules(find=may_view, get=may_view),
        params={**context_param(), **PAGING, **SEARCH},
        id_name="slug",
        id_pattern=SLUG,
        id_schema=string("The collection's name."),
        allow_batch=False,
    )


def may_view(call: Call) -> Problem | None:
    return None if may_edit_any(call) else CANNOT_VIEW


def find_icons(call: Call) -> tuple[Sequence[Icon], None]:
    collection, search = call.params.get("collection"), (call.params.get("search") or "").lower()
    return [
        icon
        for icon in ICONS
        if (not collection or icon.collection == collection)
        and (search in icon.name.lower() or search in icon.label.lower())
    ], None


def get_icon(call: Call) -> Icon:
    found = next((icon for icon in ICONS if icon.name == call.params["name"]), None)
    if found is None:
        raise Refused(NO_ICON)
    return found


def find_collections(call: Call) -> tuple[Sequence[Collection], None]:
    search = (call.params.get("search") or "").lower()
    return [one for one in COLLECTIONS if search in one.slug or search in one.label.lower()], None


def get_collection(call: Call, name: str) -> Collection:
    found = next((one for one in COLLECTIONS if one.slug == call.params[name]), None)
    if found is None:
        raise Refused(NO_COLLECTION)
    return found


def _field(name: str, description: str) -> Field:
    return Field(name, string(description), context=ALL, readonly=True)


ICON_FIELDS = (
    _field("name", "The name, with its collection."),
    _field("label", "The name for people."),
    _field("content", "The drawing as SVG."),
    _field("collection", "The collection it belongs to."),
)
COLLECTION_FIELDS = (
    _field("slug", "The name."),
    _field("label", "The name for people."),
    _field("description", "What is in it."),
)
