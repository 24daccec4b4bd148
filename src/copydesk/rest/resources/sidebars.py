"""Sidebars. Copydesk's pages have none: there is only the list in which inactive widgets rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.content.widgets import INACTIVE, Widget, find_widget_ids, load_widgets
from copydesk.rest.compile import UPDATE, writable_params
from copydesk.rest.describe import resource_schema
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import Field, Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.resources.widget_types import may_manage
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import array, string

NOT_FOUND = Problem("rest_sidebar_not_found", "There is no such sidebar.", 404)
SHOWN = ("embed", "view", "edit")


@dataclass(frozen=True, slots=True)
class Sidebar:
    """A place for widgets, and the ids of those in it."""

    id: str
    name: str
    widgets: Sequence[str]


def sidebar_routes() -> Iterator[Route]:
    """The routes of all sidebars and of one."""
    sidebars = sidebar_resource()

    def find(call: Call) -> Outcome:
        return Rows(sidebars, [inactive(call)], is_collection=True)

    def get(call: Call) -> Outcome:
        return Rows(sidebars, [get_sidebar(call)])

    params = {"id": Param(string("The id of the sidebar.")), **context_param()}
    changes = writable_params(sidebars, creating=False)
    yield Route(
        sidebars.route(),
        (Endpoint(("GET",), find, context_param(), permit=may_manage),),
        schema=lambda call: resource_schema(sidebars, call),
        collection_of=sidebars,
    )
    yield Route(
        sidebars.route() + r"/(?P<id>[\w-]+)",
        (
            Endpoint(("GET",), get, params, permit=may_manage),
            Endpoint(UPDATE, not_yet, changes, permit=may_manage, writes=True),
        ),
        schema=lambda call: resource_schema(sidebars, call),
        item_of=sidebars,
    )


def sidebar_resource() -> Resource:
    """How a sidebar is shown."""
    return Resource(
        base="sidebars",
        title="sidebar",
        fields=FIELDS,
        links=(
            Link("collection", lambda sidebar, page: page.call.url("sidebars")),
            Link("self", lambda sidebar, page: page.call.url(f"sidebars/{sidebar.id}"), read_hints),
            Link(
                "wp:widget",
                lambda sidebar, page: page.call.url(f"widgets?sidebar={sidebar.id}"),
                target="widgets",
                load=load_widgets_inside,
                many=True,
            ),
        ),
        verbs=Verbs(update=not_yet),
        rules=Rules(read=_may_touch, update=_may_touch),
    )


def _may_touch(sidebar: Sidebar, page: Page) -> Problem | None:
    return may_manage(page.call)


def inactive(call: Call) -> Sidebar:
    """The list of inactive widgets."""
    return Sidebar(INACTIVE, "Inactive widgets", find_widget_ids(call.db, call.site))


def get_sidebar(call: Call) -> Sidebar:
    if call.params["id"] != INACTIVE:
        raise Refused(NOT_FOUND)
    return inactive(call)


def load_widgets_inside(page: Page) -> Mapping[str, list[Widget]]:
    """The widgets of the page's sidebars."""
    call = page.call
    return {sidebar.id: load_widgets(call.db, call.site, sidebar.widgets) for sidebar in page.rows}


def _empty(name: str, description: str, **more: str) -> Field:
    return Field(name, string(description, **more), lambda sidebar, page: "", SHOWN, readonly=True)


FIELDS = (
    Field("id", string("The id."), context=SHOWN, readonly=True),
    Field("name", string("The name for people."), context=SHOWN, readonly=True),
    _empty("description", "What stands there."),
    _empty("class", "A class for its element."),
    _empty("before_widget", "Markup before each widget.", default=""),
    _empty("after_widget", "Markup after each widget.", default=""),
    _empty("before_title", "Markup before the title of each widget.", default=""),
    _empty("after_title", "Markup after the title of each widget.", default=""),
    Field(
        "status",
        string("Whether pages show it.", enum=["active", "inactive"]),
        lambda sidebar, page: "inactive",
        SHOWN,
        readonly=True,
    ),
    Field(
        "widgets",
        array("The ids of its widgets.", {"type": ["object", "string"]}, default=[]),
        context=SHOWN,
    ),
)
