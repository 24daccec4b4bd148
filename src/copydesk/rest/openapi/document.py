"""The whole description: routes, components, and how callers say who they are."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.rest.openapi.answers import Components
from copydesk.rest.openapi.arguments import (
    GLOBAL_ARGUMENTS,
    JSON,
    body_of,
    path_arguments,
    query_arguments,
)
from copydesk.rest.openapi.paths import Place, path_of
from copydesk.rest.page import Call
from copydesk.rest.route import Endpoint, Route
from copydesk.wire.schema import Schema

VERSION = "3.1.1"
WITH_BODY = ("POST", "PUT", "PATCH")
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
SECURITY: Mapping[str, Schema] = {
    "applicationPassword": {
        "type": "http",
        "scheme": "basic",
        "description": "A login with one of its application passwords.",
    },
    "nonce": {
        "type": "apiKey",
        "in": "header",
        "name": "X-WP-Nonce",
        "description": "A nonce of the session whose cookie comes with the request (`wordpress_logged_in_…`).",
    },
}


def describe_api(call: Call) -> dict[str, Any]:
    """The description of the API that answers the call."""
    components = Components(call)
    paths: dict[str, dict[str, Any]] = {}
    for route in call.api.routes:
        path, places = path_of(route.pattern)
        described = paths.setdefault(path, {})
        for method, operation in _operations(route, path, places, components):
            described.setdefault(method, operation)
    return {
        "openapi": VERSION,
        "info": {"title": call.site.name or "Copydesk", "version": "7.1", "description": EVERYWHERE},
        "servers": [{"url": call.site.rest_url("").rstrip("/")}],
        "security": [{}, *({name: []} for name in SECURITY)],
        "paths": paths,
        "components": {
            "schemas": components.schemas,
            "parameters": GLOBAL_ARGUMENTS,
            "headers": HEADERS,
            "responses": {"Refused": _response("The request is refused.", _schema_of("Problem"))},
            "securitySchemes": SECURITY,
        },
    }


def _schema_of(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _operations(
    route: Route, path: str, places: tuple[Place, ...], components: Components
) -> Iterator[tuple[str, dict[str, Any]]]:
    for endpoint in route.endpoints:
        for method in endpoint.methods:
            yield (
                method.lower(),
                _operation(method, path, places, route, endpoint=endpoint, components=components),
            )


def _operation(
    method: str,
    path: str,
    places: tuple[Place, ...],
    route: Route,
    *,
    endpoint: Endpoint,
    components: Components,
) -> dict[str, Any]:
    reads = method == "GET"
    query = [] if method in WITH_BODY else list(query_arguments(places, endpoint))
    general = [{"$ref": f"#/components/parameters/{name}"} for name in GLOBAL_ARGUMENTS if reads]
    contexts = contexts_of(endpoint) if reads else ("edit",)
    answered = components.of_route(route, contexts) if reads else _written(route, components)
    return {
        "operationId": operation_id(method, path),
        "tags": [_tag(route)],
        "parameters": [*path_arguments(places, endpoint.params), *query, *general],
        **({"requestBody": body_of(places, endpoint)} if method in WITH_BODY else {}),
        "responses": {
            _success(method, route): _response("Done.", answered, _headers(endpoint) if reads else {}),
            "default": {"$ref": "#/components/responses/Refused"},
        },
    }


def contexts_of(endpoint: Endpoint) -> tuple[str, ...]:
    """The contexts that may be asked for."""
    context = endpoint.params.get("context")
    return tuple(context.schema.get("enum") or ("view",)) if context else ("view",)


def operation_id(method: str, path: str) -> str:
    """A name for programs that are made from the description.

    >>> operation_id("GET", "/wp/v2/posts/{id}")
    'get_posts_id'
    """
    words = path.removeprefix("/wp/v2/").replace("{", "").replace("}", "")
    name = "".join(letter if letter.isalnum() else "_" for letter in words).strip("_")
    return f"{method.lower()}_{name or 'index'}"


def _tag(route: Route) -> str:
    """What routes are grouped by: the first word after the namespace."""
    below = route.pattern.removeprefix(f"/{route.namespace}").strip("/")
    return below.partition("/")[0] or route.namespace or "index"


def _success(method: str, route: Route) -> str:
    return "201" if method == "POST" and not route.item_of else "200"


def _written(route: Route, components: Components) -> Schema:
    resource = route.collection_of or route.item_of
    return components.refer(resource, "edit") if resource else {}


def _headers(endpoint: Endpoint) -> Schema:
    if "per_page" not in endpoint.params:
        return {}
    return {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS}


def _response(description: str, schema: Schema, headers: Schema | None = None) -> Schema:
    said = {"description": description, "content": {JSON: {"schema": schema}}}
    return {**said, "headers": headers} if headers else said
