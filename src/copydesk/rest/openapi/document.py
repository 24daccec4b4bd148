"""The whole description: routes, components, and how callers say who they are."""

from collections.abc import Mapping
from typing import Any

from copydesk.auth.sessions import cookie_names
from copydesk.rest.openapi.answers import Components, refer_to
from copydesk.rest.openapi.arguments import GLOBAL_ARGUMENTS
from copydesk.rest.openapi.operations import Spot, describe_operation, response
from copydesk.rest.openapi.paths import path_of
from copydesk.rest.page import Call
from copydesk.wire.schema import Schema

VERSION = "3.1.1"
SPOKEN = "7.1"  # of WordPress
EVERYWHERE = """\
The content API of this site, as WordPress 7.1 speaks it. Every route also answers `HEAD` and `OPTIONS`; the \
latter with the schema of its resource as WordPress publishes it.

Beside the arguments named here, every route takes `_envelope` (status and headers inside the body, for clients \
that cannot see them), `_jsonp` (the answer as a call of this function), `_pretty` (for people) and `_method` \
(instead of the method of the request)."""

HEADERS: Mapping[str, Schema] = {
    "X-WP-Total": {"description": "How many items there are.", "schema": {"type": "integer"}},
    "X-WP-TotalPages": {"description": "How many pages they fill.", "schema": {"type": "integer"}},
}
CALLERS: tuple[Mapping[str, Any], ...] = ({}, {"applicationPassword": []}, {"session": [], "nonce": []})


def describe_api(call: Call) -> dict[str, Any]:
    """The description of the API that answers the call."""
    components = Components(call)
    paths: dict[str, dict[str, Any]] = {}
    for route in call.api.routes:
        spot = Spot(route, *path_of(route.pattern))
        described = paths.setdefault(spot.path, {})
        for endpoint in route.endpoints:
            for method in endpoint.methods:
                operation = describe_operation(method, endpoint, spot, components=components)
                described.setdefault(method.lower(), operation)
    return {
        "openapi": VERSION,
        "info": {"title": call.site.name or "Copydesk", "version": SPOKEN, "description": EVERYWHERE},
        "servers": [{"url": call.site.rest_url("").rstrip("/")}],
        "security": CALLERS,
        "paths": paths,
        "components": {
            "schemas": components.schemas,
            "parameters": GLOBAL_ARGUMENTS,
            "headers": HEADERS,
            "responses": {"Refused": response("The request is refused.", refer_to("Problem"))},
            "securitySchemes": _schemes(call),
        },
    }


def _schemes(call: Call) -> dict[str, Schema]:
    return {
        "applicationPassword": {
            "type": "http",
            "scheme": "basic",
            "description": "A login with one of its application passwords.",
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": cookie_names(call.site.siteurl).logged_in,
            "description": "The cookie of a login on this site. Without a nonce the caller is a stranger.",
        },
        "nonce": {
            "type": "apiKey",
            "in": "header",
            "name": "X-WP-Nonce",
            "description": "A nonce of the session.",
        },
    }
