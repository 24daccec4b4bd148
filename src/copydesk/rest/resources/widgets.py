"""Widgets, one by one. Only who may change the design of the site sees them."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.content.widgets import INACTIVE, Widget, find_widget_ids, load_widgets
from copydesk.rest.compile import UPDATE, writable_params
from copydesk.rest.describe import resource_schema
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import ALL, EDIT, Field, Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.resources.widget_forms import render_form
from copydesk.rest.resources.widget_types import KINDS, WidgetType, may_manage
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.php import serialize
from copydesk.text.utf8 import to_bytes
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema, boolean, mapping, string

NOT_FOUND = Problem("rest_widget_not_found", "There is no such widget.", 404)
FORCE = {"force": Param(boolean("Delete for good instead of making it inactive."))}


def widget_routes() -> Iterator[Route]:
    """The routes of all widgets and of one."""
    widgets = widget_resource()

    def get(call: Call) -> Outcome:
        return Rows(widgets, [get_widget(call)])

    def find(call: Call) -> Outcome:
        return Rows(widgets, find_widgets(call), is_collection=True)

    params = {**context_param(), "sidebar": Param(string("Only widgets of this sidebar."))}
    yield Route(
        widgets.route(),
        (
            Endpoint(("GET",), find, params, permit=may_manage, allow_batch=True),
            _write(("POST",), writable_params(widgets, creating=True)),
        ),
        schema=lambda call: resource_schema(widgets, call),
        collection_of=widgets,
    )
    yield Route(
        widgets.route() + r"/(?P<id>[\w\-]+)",
        (
            Endpoint(("GET",), get, context_param(), permit=may_manage, allow_batch=True),
            _write(UPDATE, writable_params(widgets, creating=False)),
            _write(("DELETE",), FORCE),
        ),
        schema=lambda call: resource_schema(widgets, call),
        item_of=widgets,
    )


def _write(methods: tuple[str, ...], params: Mapping[str, Param]) -> Endpoint:
    return Endpoint(methods, not_yet, params, permit=may_manage, writes=True, allow_batch=True)


def widget_resource() -> Resource:
    """How a widget is shown."""
    return Resource(
        base="widgets",
        title="widget",
        fields=FIELDS,
        links=(
            Link("self", lambda widget, page: page.call.url(f"widgets/{widget.id}"), read_hints),
            Link("collection", lambda widget, page: page.call.url("widgets")),
            Link("about", read_kind_address, target="widget-types", load=load_kinds),
            Link("wp:sidebar", lambda widget, page: page.call.url(f"sidebars/{widget.sidebar}/")),
        ),
        verbs=Verbs(update=not_yet, delete=not_yet),
        rules=Rules(read=_may_touch, update=_may_touch, delete=_may_touch),
    )


def _may_touch(widget: Widget, page: Page) -> Problem | None:
    return may_manage(page.call)


def find_widgets(call: Call) -> list[Widget]:
    sidebar = call.params.get("sidebar")
    if sidebar and sidebar != INACTIVE:
        return []
    return load_widgets(call.db, call.site, find_widget_ids(call.db, call.site))


def get_widget(call: Call) -> Widget:
    widget_id = call.params["id"]
    if widget_id not in find_widget_ids(call.db, call.site):
        raise Refused(NOT_FOUND)
    return load_widgets(call.db, call.site, [widget_id])[0]


def read_kind_address(widget: Widget, page: Page) -> str | None:
    return page.call.url(f"widget-types/{widget.kind}") if widget.kind in KINDS else None


def load_kinds(page: Page) -> Mapping[str, WidgetType]:
    return {widget.id: KINDS[widget.kind] for widget in page.rows if widget.kind in KINDS}


def read_instance(widget: Widget, page: Page) -> Mapping[str, Any] | None:
    """The settings, signed so that they can be sent back, and plain."""
    if widget.instance is None:
        return None
    written, keys = serialize(widget.instance), page.call.site.keys
    return {
        "encoded": base64.b64encode(to_bytes(written)).decode(),
        "hash": keys.sign(written) if keys else "",
        "raw": widget.instance,
    }


def _in_editing(schema: Schema) -> Schema:
    return {**schema, "context": ["edit"]}


INSTANCE: Schema = {
    **mapping(
        "The settings.",
        {
            "encoded": _in_editing(string("The settings as text.")),
            "hash": _in_editing(string("The signature of the text.")),
            "raw": _in_editing(mapping("The settings as they are.")),
        },
    ),
    "default": None,
}
FIELDS = (
    Field("id", string("The id."), context=ALL),
    Field("id_base", string("The kind."), lambda widget, page: widget.kind, ALL),
    Field("sidebar", string("Where it stands.", default=INACTIVE, required=True), context=ALL),
    Field("rendered", string("As HTML; empty while it is inactive."), lambda w, p: "", ALL, readonly=True),
    Field(
        "rendered_form",
        string("The form for its settings."),
        lambda widget, page: render_form(widget),
        EDIT,
        readonly=True,
    ),
    Field("instance", INSTANCE, read_instance, EDIT),
    Field("form_data", string("The form, as it was sent."), lambda w, p: None, ()),
)
