"""The member `meta`: registered keys of the meta tables, as their schemas say."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from copydesk.content.types import Meta, Types
from copydesk.rest.meta_write import check_meta
from copydesk.rest.page import Page
from copydesk.rest.resource import VIEW, Field
from copydesk.store.php import maybe_unserialize
from copydesk.wire.schema import Schema, nullable
from copydesk.wire.schema_check import check
from copydesk.wire.schema_clean import clean

Values = Mapping[str, Sequence[str]]
EMPTY: Mapping[str, Any] = {
    "string": "",
    "integer": 0,
    "number": 0,
    "boolean": False,
    "array": [],
    "object": [],
}


def meta_field(
    object_type: str,
    subtype: str,
    types: Types,
    load: Callable[[Page], Mapping[int, Values]],
    *,
    context: tuple[str, ...] = VIEW,
) -> Field:
    """The field `meta` of an object type; `load` gives all values of the page's rows by id and key."""
    keys = types.meta_of(object_type, subtype)
    properties = {meta.name: _published(meta) for meta in keys}
    schema: Schema = {"description": "Meta fields.", "type": "object", "properties": properties or []}

    def read(row: Any, page: Page) -> Any:
        if not keys:
            return []
        values, prefix = page.load(load).get(row.id, {}), page.call.db.prefix
        return {meta.name: read_meta(meta, values, prefix) for meta in keys}

    shown = {name: nullable(one) for name, one in properties.items()}
    return Field("meta", schema, read, context, check=check_meta, shows={**schema, "properties": shown})


def _published(meta: Meta) -> Schema:
    schema = dict(meta.schema)
    return schema if meta.single else {"type": "array", "items": schema}


def read_meta(meta: Meta, values: Values, prefix: str = "wp_") -> Any:
    """A key's value as its type; what does not fit the type is shown as null (recorded)."""
    stored = values.get(prefix + meta.key if meta.is_prefixed else meta.key)
    if meta.single:
        return _prepared(meta, stored[0]) if stored else _default(meta)
    return [_prepared(meta, text) for text in stored or ()]


def _default(meta: Meta) -> Any:
    if meta.default is not None:
        return meta.default
    if "default" in meta.schema:
        default = meta.schema["default"]
        # A default that the schema itself refuses is shown as null (recorded: _wp_note_status).
        return default if check(default, meta.schema, meta.key) is None else None
    return EMPTY.get(str(meta.schema.get("type")), None)


def _prepared(meta: Meta, text: str) -> Any:
    value = maybe_unserialize(text)
    schema = meta.schema
    kind = schema.get("type")
    if kind in ("integer", "number", "boolean") and value == "":
        return EMPTY[str(kind)]
    if kind == "array" and isinstance(value, dict):
        value = list(value.values())
    if check(value, schema, meta.key) is not None:
        return None
    prepared = clean(value, schema, meta.key)
    return json.loads(json.dumps(prepared)) or [] if kind == "object" else prepared
