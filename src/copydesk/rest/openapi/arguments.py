"""Arguments as OpenAPI has them: of the path, of the query, of a body.

Lists are written with commas. An argument that takes a list or an object (a condition on terms) becomes one
for the list and one for each member in brackets: `tags=1,2`, `tags[operator]=AND`.
"""

from collections.abc import Iterable, Iterator, Mapping

from copydesk.rest.openapi.paths import Place
from copydesk.rest.resource import Param
from copydesk.rest.route import Endpoint
from copydesk.wire.json_schema import argument_schema
from copydesk.wire.schema import Schema, types_of

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

GLOBAL_ARGUMENTS: Mapping[str, Schema] = {
    "_fields": {
        "name": "_fields",
        "in": "query",
        "description": "Only these members; a member of a member is named with a dot.",
        "style": "form",
        "explode": False,
        "schema": {"type": "array", "items": {"type": "string"}},
    },
    "_embed": {
        "name": "_embed",
        "in": "query",
        "description": "The links whose targets are wanted inside the answer, by their relation; `1` means all.",
        "style": "form",
        "explode": False,
        "schema": {"type": "array", "items": {"type": "string"}},
    },
}


def path_arguments(places: Iterable[Place], params: Mapping[str, Param]) -> list[Schema]:
    """The places of a path; what is declared of them says more than their pattern."""
    return [_path_argument(place, params.get(place.name, Param({"type": "string"}))) for place in places]


def _path_argument(place: Place, param: Param) -> Schema:
    schema = argument_schema({"type": "string", **param.schema})
    schema.pop("default", None)
    if schema["type"] == "integer" and place.pattern == r"[\d]+":
        schema.setdefault("minimum", 0)
    elif schema["type"] == "string":
        schema["pattern"] = f"^(?:{place.pattern})$"
        if "/" in place.pattern:
            schema["description"] = (
                f"{schema.get('description', '')} Slashes in it are sent as they are.".strip()
            )
    return {"name": place.name, "in": "path", "required": True, **_described(schema)}


def query_arguments(places: Iterable[Place], endpoint: Endpoint) -> Iterator[Schema]:
    """The arguments of a query string."""
    named = {place.name for place in places}
    for name, param in endpoint.params.items():
        if name not in named:
            yield from _query_argument(name, param)


def _query_argument(name: str, param: Param) -> Iterator[Schema]:
    kinds = [types_of(one) for one in param.schema.get("oneOf", ())]
    if ["object"] in kinds:
        yield from _alternatives(name, param.schema["oneOf"])
        return
    schema = argument_schema(param.schema)
    said: Schema = {"name": name, "in": "query", "required": param.required, **_style(schema)}
    yield {**said, **_described(schema)}


def _alternatives(name: str, alternatives: Iterable[Schema]) -> Iterator[Schema]:
    """A list, or the members of an object instead: just one of both forms may be sent."""
    for one in alternatives:
        if "object" not in types_of(one):
            yield from _query_argument(name, Param(one))
            continue
        for member, schema in one["properties"].items():
            yield from _query_argument(f"{name}[{member}]", Param(schema))


def _style(schema: Schema) -> Schema:
    kinds = types_of(schema)
    if "array" in kinds:
        return {"style": "form", "explode": False}
    return {"style": "deepObject", "explode": True} if "object" in kinds else {}


def _described(schema: Schema) -> Schema:
    """A description belongs to the argument, not to its schema."""
    description = schema.pop("description", "")
    return {**({"description": description} if description else {}), "schema": schema}


def body_schema(places: Iterable[Place], endpoint: Endpoint) -> Schema:
    """What the body of a write holds."""
    named = {place.name for place in places}
    params = {name: param for name, param in endpoint.params.items() if name not in named}
    required = [name for name, param in params.items() if param.required]
    return {
        "type": "object",
        "properties": {name: argument_schema(param.schema) for name, param in params.items()},
        **({"required": required} if required else {}),
    }
