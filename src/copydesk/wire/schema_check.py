"""Checks a value against a schema the way WordPress does.

The dialect is lenient where query strings force it to be: "5" is an integer, "true" a boolean, "1,2" a
list, and "" an object. Lists count as objects too, which is why an empty `categories=` matches both forms
of that argument (recorded: rest_one_of_multiple_matches).
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.text.emails import is_email
from copydesk.text.lists import parse_list
from copydesk.wire.dates import is_rest_date
from copydesk.wire.formats import is_hex_color, is_ip_address, is_uuid
from copydesk.wire.schema import Schema, types_of

NUMBER = re.compile(r"[ \t\n\r\v\f]*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[ \t\n\r\v\f]*", re.ASCII)


MOST_DIGITS = 4000  # Python refuses to read more at once


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a value does not fit: the protocol's code, a sentence, and facts for programs."""

    code: str
    message: str
    data: Mapping[str, Any] | None = None


def is_number(value: object) -> bool:
    """True for numbers and numeric strings."""
    if isinstance(value, str):
        return NUMBER.fullmatch(value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def to_number(value: Any) -> int | float:
    """The number of a value that passed `is_number`; whole ones keep all their digits."""
    if not isinstance(value, str):
        return value  # type: ignore[no-any-return]  # a number by now
    try:
        return int(value[:MOST_DIGITS])
    except ValueError:
        return float(value)


def is_integer(value: object) -> bool:
    """True for whole numbers: 5, "5", 5.0, " 5"."""
    if isinstance(value, int):
        return not isinstance(value, bool)
    if not is_number(value):
        return False
    parsed = float(value)  # type: ignore[arg-type]  # is_number has seen to it
    return math.isfinite(parsed) and parsed == math.floor(parsed)


def is_boolean(value: object) -> bool:
    if isinstance(value, str):
        return value.lower() in ("true", "false", "1", "0")
    return isinstance(value, bool) or (isinstance(value, int) and value in (0, 1))


def is_list(value: object) -> bool:
    """True for lists and for scalars, which are read as lists with commas; keys may have gaps, not names."""
    if isinstance(value, Mapping):
        return all(isinstance(key, int) for key in value)
    return value is not None


def is_object(value: object) -> bool:
    return value == "" or isinstance(value, Mapping | list)


TYPE_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": is_integer,
    "number": is_number,
    "boolean": is_boolean,
    "array": is_list,
    "object": is_object,
    "null": lambda value: value is None,
}


def list_items(value: Any) -> list[Any]:
    """The items of a value that passed `is_list`."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        return list(value.values())
    return parse_list(value) if isinstance(value, str) else [value]


def object_members(value: Any) -> Mapping[Any, Any]:
    """The members of a value that passed `is_object`."""
    if isinstance(value, list):
        return dict(enumerate(value))
    return value if isinstance(value, Mapping) else {}


def best_type(value: object, types: Sequence[str]) -> str | None:
    """The type that a value of several allowed ones is taken for, the first that it fits; None without one.

    >>> best_type("true", ["boolean", "array"]), best_type("post,page", ["boolean", "array"])
    ('boolean', 'array')
    """
    if value == "" and "string" in types:
        return "string"
    return next((kind for kind in types if TYPE_CHECKS[kind](value)), None)


def check(value: Any, schema: Mapping[str, Any], name: str) -> Failure | None:
    """The first reason why `value` does not fit the schema, or None. `name` is how messages call it."""
    for combine in ("anyOf", "oneOf"):
        if combine in schema:
            failure = _check_combined(value, schema, name, combine)
            if failure:
                return failure
    types = types_of(schema)
    if not types:
        return None
    kind = best_type(value, types) if len(types) > 1 else types[0]
    if kind is None:
        return _wrong_type(name, " or ".join(types))
    if not TYPE_CHECKS[kind](value):
        return _wrong_type(name, kind)
    for rule in (_check_enum, DETAILS[kind]):
        failure = rule(value, schema, name)
        if failure:
            return failure
    return None


def _wrong_type(name: str, kind: str) -> Failure:
    return Failure("rest_invalid_type", f"{name} must be of type {kind}.", {"param": name})


def _check_enum(value: Any, schema: Mapping[str, Any], name: str) -> Failure | None:
    allowed = schema.get("enum")
    if allowed is None or value in allowed or (isinstance(value, str) and _named(value, allowed)):
        return None
    return Failure("rest_not_in_enum", f"{name} must be one of: {', '.join(map(str, allowed))}.")


def _named(value: str, allowed: Sequence[Any]) -> bool:
    """Numbers of an enumeration may come as strings."""
    return is_number(value) and any(
        not isinstance(item, str) and to_number(value) == item for item in allowed
    )


def _check_string(value: str, schema: Mapping[str, Any], name: str) -> Failure | None:
    if len(value) < schema.get("minLength", 0):
        return Failure("rest_too_short", f"{name} must have at least {schema['minLength']} characters.")
    if "maxLength" in schema and len(value) > schema["maxLength"]:
        return Failure("rest_too_long", f"{name} must have at most {schema['maxLength']} characters.")
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return Failure("rest_invalid_pattern", f"{name} does not match the pattern {schema['pattern']}.")
    rule = FORMATS.get(schema.get("format", ""))
    if rule and not rule[0](value):
        return Failure(rule[1], f"{name}: {rule[2]}")
    return None


FORMATS: Mapping[str, tuple[Callable[[str], bool], str, str]] = {
    "date-time": (is_rest_date, "rest_invalid_date", "this is not a date."),
    "email": (is_email, "rest_invalid_email", "this is not an email address."),
    "ip": (is_ip_address, "rest_invalid_ip", "this is not an IP address."),
    "hex-color": (lambda v: v == "" or is_hex_color(v), "rest_invalid_hex_color", "this is not a colour."),
    "uuid": (is_uuid, "rest_invalid_uuid", "this is not a UUID."),
}


def _check_number(value: Any, schema: Mapping[str, Any], name: str) -> Failure | None:
    given = to_number(value)
    low, high = schema.get("minimum"), schema.get("maximum")
    too_low = low is not None and (given <= low if schema.get("exclusiveMinimum") else given < low)
    too_high = high is not None and (given >= high if schema.get("exclusiveMaximum") else given > high)
    if too_low or too_high:
        bounds = " and ".join(
            f"{word} {bound}" for word, bound in (("at least", low), ("at most", high)) if bound is not None
        )
        return Failure("rest_out_of_bounds", f"{name} must be {bounds}.")
    step = schema.get("multipleOf")
    if step and given % step:
        return Failure("rest_invalid_multiple", f"{name} must be a multiple of {step}.")
    return None


def _check_list(value: Any, schema: Mapping[str, Any], name: str) -> Failure | None:
    items = list_items(value)
    if "items" in schema:
        for index, item in enumerate(items):
            failure = check(item, schema["items"], f"{name}[{index}]")
            if failure:
                return failure
    if len(items) < schema.get("minItems", 0):
        return Failure("rest_too_few_items", f"{name} must have at least {schema['minItems']} items.")
    if "maxItems" in schema and len(items) > schema["maxItems"]:
        return Failure("rest_too_many_items", f"{name} must have at most {schema['maxItems']} items.")
    if schema.get("uniqueItems") and len({repr(item) for item in items}) < len(items):
        return Failure("rest_duplicate_items", f"{name} has duplicate items.")
    return None


def _check_object(value: Any, schema: Mapping[str, Any], name: str) -> Failure | None:
    members = object_members(value)
    known = schema.get("properties") or {}
    for required in _required_members(schema):
        if required not in members:
            return Failure("rest_property_required", f"{required} is a required property of {name}.")
    for key, item in members.items():
        below = _member_schema(key, schema, known)
        if below is False:
            return Failure(
                "rest_additional_properties_forbidden", f"{key} is not a valid property of {name}."
            )
        failure = check(item, below, f"{name}[{key}]") if isinstance(below, Mapping) else None
        if failure:
            return failure
    if len(members) < schema.get("minProperties", 0):
        return Failure(
            "rest_too_few_properties", f"{name} must have at least {schema['minProperties']} properties."
        )
    if "maxProperties" in schema and len(members) > schema["maxProperties"]:
        return Failure(
            "rest_too_many_properties", f"{name} must have at most {schema['maxProperties']} properties."
        )
    return None


def _required_members(schema: Mapping[str, Any]) -> Iterator[str]:
    required = schema.get("required")
    if isinstance(required, list):
        yield from required
    else:
        yield from (
            key for key, below in (schema.get("properties") or {}).items() if below.get("required") is True
        )


def _member_schema(key: Any, schema: Mapping[str, Any], known: Mapping[str, Schema]) -> Schema | bool | None:
    """The schema of a member: its own, that of a pattern, or what `additionalProperties` says."""
    if key in known:
        return known[key]
    for pattern, below in schema.get("patternProperties", {}).items():
        if re.search(pattern, str(key)):
            return below  # type: ignore[no-any-return]
    return schema.get("additionalProperties")


DETAILS: Mapping[str, Callable[[Any, Mapping[str, Any], str], Failure | None]] = {
    "string": _check_string,
    "integer": _check_number,
    "number": _check_number,
    "boolean": lambda value, schema, name: None,
    "null": lambda value, schema, name: None,
    "array": _check_list,
    "object": _check_object,
}


def alternatives(schema: Mapping[str, Any], combine: str) -> list[Schema]:
    """The schemas of `anyOf` or `oneOf`, each with the type of the whole where it has none."""
    inherited = {"type": schema["type"]} if "type" in schema else {}
    return [{**inherited, **one} for one in schema[combine]]


def _check_combined(value: Any, schema: Mapping[str, Any], name: str, combine: str) -> Failure | None:
    choices = alternatives(schema, combine)
    failures = [check(value, choice, name) for choice in choices]
    fitting = [position for position, failure in enumerate(failures) if failure is None]
    if combine == "oneOf" and len(fitting) > 1:
        titles = _titles([choices[position] for position in fitting])
        return Failure(
            "rest_one_of_multiple_matches",
            f"{name} fits more than one form{titles}, and must fit just one.",
            {"positions": fitting},
        )
    if fitting:
        return None
    return _no_match(choices, [failure for failure in failures if failure], name)


def _no_match(choices: Sequence[Schema], failures: Sequence[Failure], name: str) -> Failure:
    """The failure of the form that was meant: the only one that failed deeper than by its type."""
    deeper = [
        position
        for position, failure in enumerate(failures)
        if not (failure.code == "rest_invalid_type" and (failure.data or {}).get("param") == name)
    ]
    position = 0 if len(failures) == 1 else deeper[0] if len(deeper) == 1 else None
    if position is None:
        return Failure(
            "rest_no_matching_schema", f"{name} fits none of the forms it may have{_titles(choices)}."
        )
    form = choices[position].get("title", "value")
    return Failure(
        "rest_no_matching_schema",
        f"{name} is not a valid {form}: {failures[position].message}",
        {"position": position},
    )


def _titles(choices: Sequence[Schema]) -> str:
    titles = [choice["title"] for choice in choices if "title" in choice]
    return f" ({', '.join(titles)})" if titles else ""
