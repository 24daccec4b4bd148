"""Schemas of arguments and answers: constructors for the JSON Schema dialect that WordPress publishes.

A schema is a plain dict, so that it can be published as it is. Checking is in `schema_check`, the
conversion of accepted values in `schema_clean`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]


def _schema(kind: str | list[str], description: str, extra: Mapping[str, Any]) -> Schema:
    said = {"description": description} if description else {}
    return {**said, "type": kind, **{name: value for name, value in extra.items() if value is not None}}


def string(description: str = "", **extra: Any) -> Schema:
    return _schema("string", description, extra)


def integer(description: str = "", **extra: Any) -> Schema:
    return _schema("integer", description, extra)


def number(description: str = "", **extra: Any) -> Schema:
    return _schema("number", description, extra)


def boolean(description: str = "", **extra: Any) -> Schema:
    return _schema("boolean", description, extra)


def array(description: str, items: Mapping[str, Any], **extra: Any) -> Schema:
    return _schema("array", description, {"items": dict(items), **extra})


def mapping(
    description: str = "", properties: Mapping[str, Mapping[str, Any]] | None = None, **extra: Any
) -> Schema:
    """An object."""
    return _schema("object", description, {"properties": properties, **extra})


def nullable(schema: Schema) -> Schema:
    """The same, or null."""
    kind = schema["type"]
    return {**schema, "type": [*(kind if isinstance(kind, list) else [kind]), "null"]}


def types_of(schema: Mapping[str, Any]) -> Sequence[str]:
    kind = schema.get("type", ())
    return [kind] if isinstance(kind, str) else kind
