"""One method of one path: its arguments, its body, its answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.rest.openapi.answers import Components
from copydesk.rest.openapi.arguments import (
    FORM,
    GLOBAL_ARGUMENTS,
    JSON,
    body_schema,
    path_arguments,
    query_arguments,
)
from copydesk.rest.openapi.paths import Place
from copydesk.rest.route import Endpoint, Route
from copydesk.wire.schema import Schema

WITH_BODY = ("POST", "PUT", "PATCH")
REFUSED = {"$ref": "#/components/responses/Refused"}
TOTALS = ("X-WP-Total", "X-WP-TotalPages")


@dataclass(frozen=True, slots=True)
class Spot:
    """A route at its path, with the places that the path names."""

    route: Route
    path: str
    places: tuple[Place, ...]


def describe_operation(
    method: str, endpoint: Endpoint, spot: Spot, *, components: Components
) -> dict[str, Any]:
    """What a method does at a path."""
    said: dict[str, Any] = {
        "operationId": operation_id(method, spot.path),
        "tags": [_tag(spot.route)],
        "parameters": path_arguments(spot.places, endpoint.params),
    }
    if method in WITH_BODY:
        said["requestBody"] = _body(endpoint, spot, components)
    else:
        said["parameters"] += query_arguments(spot.places, endpoint)
    if method == "GET":
        said["parameters"] += [{"$ref": f"#/components/parameters/{name}"} for name in GLOBAL_ARGUMENTS]
        shown = components.of_route(spot.route, contexts_of(endpoint))
        headers = TOTALS if "per_page" in endpoint.params else ()
        said["responses"] = {"200": response("What was asked for.", shown, headers)}
    else:
        shown = components.of_change(spot.route, is_deletion=method == "DELETE")
        said["responses"] = {_status(method, spot.route): response("What is there now.", shown)}
    said["responses"]["default"] = REFUSED
    return said


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


def _body(endpoint: Endpoint, spot: Spot, components: Components) -> Mapping[str, Any]:
    """The body, as JSON or as a form; all methods of an endpoint take the same one."""
    name = f"{operation_id(endpoint.methods[0], spot.path)}.body"
    schema = components.keep(name, body_schema(spot.places, endpoint))
    content = {JSON: {"schema": schema}, FORM: {"schema": schema}}
    return {"required": "required" in components.schemas[name], "content": content}


def _status(method: str, route: Route) -> str:
    resource = route.collection_of
    if method == "POST" and resource and resource.verbs.create:
        return "201"
    return "200" if route.item_of else "2XX"


def response(description: str, schema: Schema, headers: tuple[str, ...] = ()) -> Schema:
    """An answer in JSON."""
    said: Schema = {"description": description, "content": {JSON: {"schema": schema}}}
    if headers:
        said["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in headers}
    return said
