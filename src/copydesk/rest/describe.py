"""What the API says about itself: the schema of a resource, the answer to `OPTIONS`, the entry of a route."""

from collections.abc import Mapping
from typing import Any

from copydesk.rest.page import Call
from copydesk.rest.resource import Field, Param, Resource
from copydesk.rest.route import Endpoint, Route
from copydesk.wire.schema import Schema

DRAFT = "http://json-schema.org/draft-04/schema#"

# What of an argument's schema is published, in the order of the protocol's own listing.
PUBLISHED = (
    "title", "description", "type", "default", "enum", "items", "properties", "format", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems",
    "maxItems", "uniqueItems", "patternProperties", "additionalProperties", "minProperties", "maxProperties",
    "oneOf", "anyOf",
)  # fmt: skip


def resource_schema(resource: Resource, call: Call) -> Schema:
    """The schema of a resource's items."""
    schema: Schema = {
        "$schema": DRAFT,
        "title": resource.title,
        "type": "object",
        "properties": {field.name: _field_schema(field) for field in resource.fields if not field.hidden},
    }
    if resource.schema_links:
        href = f"{call.site.rest_url(resource.route().lstrip('/'))}/{{{resource.id_name}}}"
        schema["links"] = [{**link, "href": href} for link in resource.schema_links]
    return schema


def _field_schema(field: Field) -> Schema:
    said = field.schema if field.is_bare else {**field.schema, "context": list(field.context)}
    return {**said, "readonly": True} if field.readonly else said


def describe_endpoint(endpoint: Endpoint) -> dict[str, Any]:
    """An endpoint with its arguments, as the index and `OPTIONS` list it."""
    said: dict[str, Any] = {"methods": list(endpoint.methods)}
    if endpoint.allow_batch or endpoint.denies_batch:
        said["allow_batch"] = {"v1": endpoint.allow_batch}
    said["args"] = {name: _argument(param) for name, param in endpoint.params.items()} or []
    return said


def _argument(param: Param) -> Mapping[str, Any]:
    published = {name: value for name, value in param.schema.items() if name in PUBLISHED}
    return {**published, "required": param.required}


def describe_route(route: Route, call: Call, *, with_schema: bool = False) -> dict[str, Any]:
    """The entry of a route; it has a link to itself where its pattern names nothing."""
    said: dict[str, Any] = {
        "namespace": route.namespace,
        "methods": list(route.methods),
        "endpoints": [describe_endpoint(endpoint) for endpoint in route.endpoints],
    }
    if with_schema and route.schema:
        said["schema"] = route.schema(call)
    if "(" not in route.pattern:
        said["_links"] = {"self": [{"href": call.site.rest_url(route.pattern.lstrip("/"))}]}
    return said
