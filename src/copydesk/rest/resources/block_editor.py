"""Routes of the block editor: a menu to start from, facts of an address, the export of templates."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from copydesk.rest.describe import resource_schema
from copydesk.rest.hints import read_hints
from copydesk.rest.index import namespace_route
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import ALL, Field, Link, Param, Resource, Verbs, not_yet
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.posts import PostQuery, find_posts
from copydesk.store.rows import Post
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import integer, string
from copydesk.wire.schema_check import Failure

CANNOT_CREATE = Problem("rest_cannot_create", "You may not make navigation menus.")
NO_MENU = Problem("no_fallback_menu", "There is no menu to start from.", 404)
CANNOT_VIEW_URL = Problem("rest_cannot_view_url_details", "You may not ask for facts of an address.")
NO_RESPONSE = Problem("no_response", "The server does not fetch pages from elsewhere.", 404)
CANNOT_EXPORT = Problem("rest_cannot_export_templates", "You may not export templates.")

NAMESPACE = "wp-block-editor/v1"
MENU = "wp_navigation"


def block_editor_routes() -> Iterator[Route]:
    """The namespace and its routes."""
    yield namespace_route(NAMESPACE)
    url = Param(string("The address.", format="uri"), required=True, check=check_address)
    yield _route("url-details", Endpoint(("GET",), read_address, {"url": url}, permit=may_look))
    yield _route("export", Endpoint(("GET",), not_yet, permit=may_export))
    yield Route(
        f"/{NAMESPACE}/navigation-fallback",
        (Endpoint(("GET",), read_fallback, permit=may_make_menus),),
        NAMESPACE,
        lambda call: resource_schema(FALLBACK, call),
    )


def _route(path: str, endpoint: Endpoint) -> Route:
    return Route(f"/{NAMESPACE}/{path}", (endpoint,), NAMESPACE)


def check_address(value: Any, call: Call) -> Failure | None:
    try:
        parts = urlsplit(str(value))
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_good = False
    return None if is_good else Failure("", "This is not a web address.")


def may_look(call: Call) -> Problem | None:
    return None if may_edit_any(call) else CANNOT_VIEW_URL


def read_address(call: Call) -> Outcome:
    """A server that fetches what clients name could be led to places that only it can reach."""
    raise Refused(NO_RESPONSE)


def may_export(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_theme_options") else CANNOT_EXPORT


def may_make_menus(call: Call) -> Problem | None:
    return None if call.viewer.can(call.api.types.posts[MENU].capabilities.create_posts) else CANNOT_CREATE


def read_fallback(call: Call) -> Outcome:
    """The menu published last."""
    found, _ = find_posts(call.db, PostQuery(types=(MENU,), statuses=("publish",), limit=1, counted=False))
    if not found:
        raise Refused(NO_MENU)
    return Rows(FALLBACK, found)


def read_menu_hints(post: Post, page: Page) -> Mapping[str, Any]:
    """What the caller may do to the menu itself."""
    return read_hints(post, Page(page.call, page.call.api.resource("navigation"), page.rows))


def load_menus(page: Page) -> Mapping[int, Post]:
    return {post.id: post for post in page.rows}


FALLBACK = Resource(
    base="navigation-fallback",
    title="navigation-fallback",
    namespace=NAMESPACE,
    fields=(Field("id", integer("The id of the menu."), context=ALL, readonly=True),),
    links=(
        Link(
            "self",
            lambda post, page: page.call.url(f"navigation/{post.id}"),
            read_menu_hints,
            target="navigation",
            load=load_menus,
        ),
    ),
    verbs=Verbs(),
)
