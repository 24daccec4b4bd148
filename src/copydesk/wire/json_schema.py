"""The published dialect of schemas as JSON Schema 2020-12, the dialect of OpenAPI 3.1.

Two directions need two schemas. An argument's says what may be sent: enumerations and bounds hold. An
answer's says what may come back, and there the published schema promises too much: rows hold what PHP wrote
years ago, so enumerations are only examples; dates have no offset; an object without members is PHP's empty
array; and a member that a context leaves out is not there.
"""

from collections.abc import Mapping
from typing import Any

from copydesk.wire.schema import Schema, types_of

EITHER_WAY = ("title", "description")
BOUNDS = (
    "minimum", "maximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems",
    "minProperties", "maxProperties",
)  # fmt: skip

# Formats of answers by those of the dialect; the others (`email`, `hex-color` …) may be the empty string.
ANSWERED_FORMATS = {"date-time": "date-time-local", "uri": "iri-reference"}


def argument_schema(schema: Mapping[str, Any]) -> Schema:
    """What may be sent."""
    said: Schema = {name: schema[name] for name in (*EITHER_WAY, *BOUNDS, "format") if name in schema}
    kinds = _kinds(schema)
    if kinds:
        said["type"] = kinds if len(kinds) > 1 else kinds[0]
    if "enum" in schema:
        said["enum"] = enumerated(schema)
    if "default" in schema:
        said |= _default(schema["default"], kinds, said.get("enum"))
    said |= _exclusive_bounds(schema)
    return said | _below(schema, argument_schema) | _required(schema)


def answer_schema(schema: Mapping[str, Any], context: str) -> Schema:
    """What answers of a context hold."""
    said: Schema = {name: schema[name] for name in EITHER_WAY if name in schema}
    kinds = _kinds(schema)
    if "object" in kinds and "array" not in kinds:
        kinds.append("array")
        said["maxItems"] = 0
    if kinds:
        said["type"] = kinds if len(kinds) > 1 else kinds[0]
    if "enum" in schema:
        said["examples"] = enumerated(schema)
    if schema.get("format") in ANSWERED_FORMATS:
        said["format"] = ANSWERED_FORMATS[schema["format"]]
    below = _below(_in_context(schema, context), lambda inner: answer_schema(inner, context))
    if below.get("additionalProperties") is False:  # plugins of PHP add members without saying so
        del below["additionalProperties"]
    if "oneOf" in below:
        below["anyOf"] = below.pop("oneOf")
    return said | below


def _kinds(schema: Mapping[str, Any]) -> list[str]:
    """The types; WordPress's own `bool` (recorded: templates) is no type elsewhere."""
    return ["boolean" if kind == "bool" else kind for kind in types_of(schema)]


def enumerated(schema: Mapping[str, Any]) -> list[Any]:
    """The values of an enumeration; PHP's may have keys."""
    values = schema["enum"]
    return list(values.values() if isinstance(values, Mapping) else values)


def _default(value: Any, kinds: list[str], allowed: list[Any] | None) -> Schema:
    """The default as a value of its type; one that could not be sent says that nothing was sent."""
    if (value is None and "null" not in kinds) or (allowed and value not in allowed):
        return {}
    if kinds == ["array"] and not isinstance(value, list):
        return {"default": [value]}
    return {"default": {} if kinds == ["object"] and value == [] else value}


def _exclusive_bounds(schema: Mapping[str, Any]) -> Schema:
    """Draft 4 has a boolean beside the bound where later ones have the bound itself."""
    pairs = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
    return {name: schema[bound] for name, bound in pairs if schema.get(name) is True and bound in schema}


def _required(schema: Mapping[str, Any]) -> Schema:
    """Draft 3 says it at the member, later ones say it at the object."""
    said = schema.get("required")
    if isinstance(said, list):
        return {"required": said} if said else {}
    names = [name for name, below in members_of(schema).items() if below.get("required") is True]
    return {"required": names} if names else {}


def members_of(schema: Mapping[str, Any]) -> Mapping[str, Schema]:
    """The properties of an object. PHP publishes none, and members of any kind, as empty arrays."""
    return {name: one or {} for name, one in (schema.get("properties") or {}).items()}


def _in_context(schema: Mapping[str, Any], context: str) -> Mapping[str, Any]:
    members = members_of(schema)
    shown = {name: one for name, one in members.items() if context in one.get("context", (context,))}
    return {**schema, "properties": shown}


def _below(schema: Mapping[str, Any], convert: Any) -> Schema:
    """What the schema says of its items, members and alternatives."""
    said: Schema = {}
    if "items" in schema:
        said["items"] = convert(schema["items"])
    for name in ("properties", "patternProperties"):
        if schema.get(name):
            said[name] = {key: convert(one or {}) for key, one in schema[name].items()}
    extra = schema.get("additionalProperties")
    if extra is not None:
        said["additionalProperties"] = convert(extra) if isinstance(extra, Mapping) else extra
    for combine in ("anyOf", "oneOf"):
        if combine in schema:
            said[combine] = [convert(one) for one in schema[combine]]
    return said
