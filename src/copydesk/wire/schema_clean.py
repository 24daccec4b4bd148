"""Converts a value that passed its schema to what the code works with: "5" to 5, "1,2" to [1, 2]."""

from collections.abc import Callable, Mapping
from typing import Any

from copydesk.text.fields import clean_line
from copydesk.text.urls import clean_url
from copydesk.wire.schema import types_of
from copydesk.wire.schema_check import (
    alternatives,
    best_type,
    check,
    list_items,
    object_members,
    to_number,
)


def clean(value: Any, schema: Mapping[str, Any], name: str) -> Any:
    """The value as its schema's type. Values must have passed `check`."""
    for combine in ("anyOf", "oneOf"):
        if combine in schema:
            choice = next((c for c in alternatives(schema, combine) if check(value, c, name) is None), None)
            if choice is not None:
                return clean(value, choice, name)
    types = types_of(schema)
    if not types:
        return value
    kind = best_type(value, types) if len(types) > 1 else types[0]
    return CLEAN[kind](value, schema, name) if kind else value


def _clean_list(value: Any, schema: Mapping[str, Any], name: str) -> list[Any]:
    items = list_items(value)
    if "items" in schema:
        items = [clean(item, schema["items"], f"{name}[{index}]") for index, item in enumerate(items)]
    return items


def _clean_object(value: Any, schema: Mapping[str, Any], name: str) -> dict[Any, Any]:
    known = schema.get("properties") or {}
    extra = schema.get("additionalProperties", True)
    cleaned = {}
    for key, item in object_members(value).items():
        if key in known:
            cleaned[key] = clean(item, known[key], f"{name}[{key}]")
        elif isinstance(extra, Mapping):
            cleaned[key] = clean(item, extra, f"{name}[{key}]")
        elif extra:
            cleaned[key] = item
    return cleaned


def to_bool(value: Any) -> bool:
    """A boolean argument: "false", "0" and empty are false."""
    return value.lower() not in ("false", "0", "") if isinstance(value, str) else bool(value)


def _clean_string(value: Any, schema: Mapping[str, Any], name: str) -> str:
    text = value if isinstance(value, str) else str(value)
    rule = FORMATS.get(schema.get("format", ""))
    return rule(text) if rule else text


FORMATS: Mapping[str, Callable[[str], str]] = {
    "date-time": clean_line,
    "email": clean_line,
    "ip": clean_line,
    "uuid": clean_line,
    "hex-color": clean_line,
    "text-field": clean_line,
    "uri": clean_url,
}

CLEAN: Mapping[str, Callable[[Any, Mapping[str, Any], str], Any]] = {
    "string": _clean_string,
    "integer": lambda value, schema, name: int(to_number(value)),
    "number": lambda value, schema, name: float(value) if isinstance(value, str) else value,
    "boolean": lambda value, schema, name: to_bool(value),
    "null": lambda value, schema, name: None,
    "array": _clean_list,
    "object": _clean_object,
}
