"""Every public function of the rooms `text` and `wire`, each as a function of one text.

Arguments are made by their types (hostile.py), so a new function is found and tested without being named here;
only those whose arguments must fit together have a line of their own.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, get_type_hints

import copydesk.text
import copydesk.wire
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.defaults import with_defaults
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.blocks.supports.opening_tag import (
    add_classes,
    find_tag,
    find_tags,
    read_attributes,
    set_attributes,
    set_attributes_of_all,
)
from copydesk.text.json_spelling import spell
from copydesk.text.kses_attributes import clean_attributes
from copydesk.text.kses_rules import POST
from copydesk.wire.json import indent
from copydesk.wire.schema import Schema
from copydesk.wire.schema_check import FORMATS, TYPE_CHECKS, best_type, check
from copydesk.wire.schema_clean import clean
from tests.text.hostile import made

Function = Callable[[str], Any]

ENOUGH = 2_000


def public_functions(*rooms: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """By name: `text.autop.autop`."""
    for room in rooms:
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if inspect.isfunction(value) and value.__module__ == found.name and name[0] != "_":
                    yield f"{found.name}.{name}".removeprefix("copydesk."), value


def of_one_text(function: Callable[..., Any]) -> Function:
    """The first argument that is a text gets all of it, others the beginning."""
    hints = get_type_hints(function)
    wanted = [
        one for one in inspect.signature(function).parameters.values() if one.kind is not one.VAR_KEYWORD
    ]
    first = next((one.name for one in wanted if hints[one.name] in (str, str | None)), "")

    def call(text: str) -> Any:
        arguments = {
            one.name: _argument(function, hints[one.name], text if one.name == first else text[:ENOUGH])
            for one in wanted
        }
        _enter(function, arguments)
        named = {one.name: arguments.pop(one.name) for one in wanted if one.kind is one.KEYWORD_ONLY}
        return _exhausted(function(*arguments.values(), **named))

    return call


def _argument(function: Callable[..., Any], hint: Any, text: str) -> Any:
    return a_block(function, text) if hint is Block else made(hint, text)


def _enter(function: Callable[..., Any], arguments: dict[str, Any]) -> None:
    """Some blocks are prepared before they are rendered."""
    declared = RENDERED_BY.get(function)
    if declared and declared.enter and declared.enter is not function:
        declared.enter(arguments["block"], arguments["rendering"])


RENDERED_BY = {
    function: declared
    for declared in BLOCK_TYPES.values()
    for function in (declared.render, declared.enter, declared.finish)
}


def a_block(function: Callable[..., Any], text: str) -> Block:
    """The block that the function renders, with its defaults and the text where it may say something."""
    declared = RENDERED_BY.get(function)
    if declared is None:
        return Block("core/group", {"className": text, "style": text}, [], text, [text])
    attrs = dict.fromkeys(("className", "align", "content", "label", *declared.attributes), text)
    return with_defaults(Block(declared.name, attrs, [], text, [text]), declared)


def _exhausted(answer: Any) -> Any:
    return list(answer) if isinstance(answer, Iterator) else answer


# Functions whose arguments must fit together.
OWN: dict[str, Function] = {
    "text.blocks.supports.opening_tag.read_attributes": lambda text: [
        read_attributes(text, tag) for tag in find_tags(text)
    ],
    "text.blocks.supports.opening_tag.set_attributes": lambda text: set_attributes(
        text, find_tag(text), {"class": text, "a": True}
    ),
    "text.blocks.supports.opening_tag.set_attributes_of_all": lambda text: set_attributes_of_all(
        text, ((tag, {"a": "b"}) for tag in find_tags(text))
    ),
    "text.blocks.supports.opening_tag.add_classes": lambda text: add_classes(text, find_tag(text), [text]),
    "text.kses_attributes.clean_attributes": lambda text: clean_attributes("a", text, POST),
    "text.json_spelling.spell": lambda text: spell({text: [text, 1.5]}, hexed="<>&'\""),
    "wire.json.indent": lambda text: indent(spell([text, {text: []}])),
    "wire.schema_check.best_type": lambda text: best_type(text, list(TYPE_CHECKS)),
    "wire.schema_check.check": lambda text: [check(text, schema, "a") for schema in SCHEMAS],
    "wire.schema_clean.clean": lambda text: [
        clean(text, schema, "a") for schema in SCHEMAS if check(text, schema, "a") is None
    ],
}
SCHEMAS: list[Schema] = [
    *({"type": kind} for kind in TYPE_CHECKS),
    *({"type": "string", "format": name} for name in FORMATS),
    {"type": ["null", "array", "string"], "items": {"type": "integer", "minimum": 2, "multipleOf": 2}},
    {"type": "array", "items": {"type": "string", "pattern": "^a+$"}, "uniqueItems": True},
    {"type": "number", "enum": [1, 2.5], "maximum": 9},
    {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "array", "items": {"type": "boolean"}}]},
]
# They are given what this program says, never what a stranger says.
OURS_ONLY = {
    "text.blocks.declared.core_block",
    "text.json_spelling.is_packed",
    "wire.schema_check.alternatives",
    "wire.schema_check.to_number",
}
OURS_ONLY_MODULES = ("wire.schema.", "wire.json_schema.")
# They answer with an error of their own that a text is none of theirs.
REFUSING = {"wire.json.parse", "wire.json.respell", "wire.json.split_array", "wire.json.split_object"}

_FOUND = dict(public_functions(copydesk.text, copydesk.wire))
EVERY_FUNCTION: dict[str, Function] = {
    name: OWN.get(name) or of_one_text(function)
    for name, function in _FOUND.items()
    if name not in OURS_ONLY and not name.startswith(OURS_ONLY_MODULES)
}
NOT_FOUND = {*OWN, *OURS_ONLY, *REFUSING} - _FOUND.keys()
