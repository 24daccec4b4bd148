"""A block's attributes as its renderer gets them: of the declared type, defaults filled in."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from copydesk.text.blocks.block import Block, BlockType

_NUMERIC = re.compile(r"[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*", re.ASCII)
_BOOLEAN_WORDS = frozenset({"", "0", "1", "true", "false"})


def with_defaults(block: Block, declared: BlockType) -> Block:
    """A copy: values that are not of the declared type are dropped, missing ones filled in.

    What is not declared stays; what has no declared type is not checked.
    """
    attrs = {
        name: value
        for name, value in (block.attrs or {}).items()
        if name not in declared.attributes or _fits(value, declared.attributes[name])
    }
    for name, schema in declared.attributes.items():
        if name not in attrs and "default" in schema:
            attrs[name] = schema["default"]
    return Block(block.name, attrs, block.inner_blocks, block.inner_html, block.inner_content)


def _fits(value: Any, schema: Mapping[str, Any]) -> bool:
    types = schema.get("type")
    if isinstance(types, str):
        types = [types]
    if types and not any(_IS[kind](value) for kind in types if kind in _IS):
        return all(kind not in _IS for kind in types)
    if "minimum" in schema and _is_number(value):
        return bool(schema["minimum"] <= float(value) <= schema["maximum"])
    return "enum" not in schema or value in schema["enum"]


def _is_number(value: Any) -> bool:
    if isinstance(value, str):
        return _NUMERIC.fullmatch(value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_integer(value: Any) -> bool:
    return _is_number(value) and float(value).is_integer()


def _is_boolean(value: Any) -> bool:
    if isinstance(value, str):
        return value.lower() in _BOOLEAN_WORDS
    return value in (True, False)


def _is_list(value: Any) -> bool:
    """One string counts as a list of one; an empty object is an empty list."""
    return not isinstance(value, dict) or not value


def _is_object(value: Any) -> bool:
    return isinstance(value, dict | list) or value == ""


_IS: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "number": _is_number,
    "integer": _is_integer,
    "boolean": _is_boolean,
    "array": _is_list,
    "object": _is_object,
    "null": lambda value: value is None or value == "",
}
