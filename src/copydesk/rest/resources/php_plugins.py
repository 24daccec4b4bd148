"""Plugins written in PHP: there are none here. What extends this server is installed with it."""

from collections.abc import Iterator

from copydesk.rest.compile import UPDATE
from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call
from copydesk.rest.params import SEARCH, context_param
from copydesk.rest.resource import ALL, VIEW, Field, Param, Resource, Verbs, not_yet
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema, array, boolean, mapping, string

CANNOT_VIEW_ALL = Problem("rest_cannot_view_plugins", "You may not manage plugins.")
CANNOT_VIEW = Problem("rest_cannot_view_plugin", "You may not manage plugins.")
CANNOT_INSTALL = Problem("rest_cannot_install_plugin", "You may not install plugins.")
NOT_FOUND = Problem("rest_plugin_not_found", "There is no such plugin.", 404)

NAME: Schema = {"type": "string", "pattern": r"[^.\/]+(?:\/[^.\/]+)?"}
STATUSES = ["inactive", "active"]
STATUS = string("Whether it runs.", enum=STATUSES)


def plugin_routes() -> Iterator[Route]:
    """The routes of all plugins and of one."""
    plugins = Resource(base="plugins", title="plugin", fields=FIELDS, verbs=Verbs())

    def find(call: Call) -> Outcome:
        return Rows(plugins, (), is_collection=True)

    filters = {**context_param(), **SEARCH, "status": Param(array("Only these.", string(enum=STATUSES)))}
    new = {
        "slug": Param(string("The name in the directory.", pattern=r"[\w\-]+"), required=True),
        "status": Param({**STATUS, "default": "inactive"}),
    }
    one = {**context_param(), "plugin": Param(NAME)}
    yield Route(
        plugins.route(),
        (
            Endpoint(("GET",), find, filters, permit=may_find),
            Endpoint(("POST",), not_yet, new, permit=may_install, writes=True),
        ),
        schema=lambda call: resource_schema(plugins, call),
        collection_of=plugins,
    )
    yield Route(
        rf"{plugins.route()}/(?P<plugin>{NAME['pattern']})",
        (
            Endpoint(("GET",), not_yet, one, permit=may_touch),
            Endpoint(UPDATE, not_yet, {**one, "status": Param(STATUS)}, permit=may_touch, writes=True),
            Endpoint(("DELETE",), not_yet, one, permit=may_touch, writes=True),
        ),
        schema=lambda call: resource_schema(plugins, call),
        item_of=plugins,
    )


def may_find(call: Call) -> Problem | None:
    return None if call.viewer.can("activate_plugins") else CANNOT_VIEW_ALL


def may_install(call: Call) -> Problem | None:
    return None if call.viewer.can("install_plugins") else CANNOT_INSTALL


def may_touch(call: Call) -> Problem | None:
    if not call.viewer.can("activate_plugins"):
        return CANNOT_VIEW
    raise Refused(NOT_FOUND)


FIELDS = (
    Field("plugin", {"description": "The file of the plugin.", **NAME}, context=ALL, readonly=True),
    Field("status", STATUS, context=ALL),
    Field("name", string("The name."), context=ALL, readonly=True),
    Field("plugin_uri", string("The plugin's website.", format="uri"), context=VIEW, readonly=True),
    Field("author", string("Who wrote it."), context=VIEW, readonly=True),
    Field("author_uri", string("The author's website.", format="uri"), context=VIEW, readonly=True),
    Field(
        "description",
        mapping("What it does.", {"raw": string("As written."), "rendered": string("As HTML.")}),
        context=VIEW,
        readonly=True,
    ),
    Field("version", string("The version."), context=VIEW, readonly=True),
    Field("network_only", boolean("Whether it runs on networks only."), context=ALL, readonly=True),
    Field("requires_wp", string("The least version of WordPress."), context=ALL, readonly=True),
    Field("requires_php", string("The least version of PHP."), context=ALL, readonly=True),
    Field("textdomain", string("The domain of its translations."), context=VIEW, readonly=True),
)
