"""Where patterns and navigation menus differ from other posts: they are read for their markup.

A pattern shows no HTML but its raw title and content, to all who may read it, and its way of being synced
as a member of its own. A menu shows its markup also where it is embedded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from copydesk.content.types import Types
from copydesk.rest.page import Page
from copydesk.rest.resource import ALL, VIEW, Field
from copydesk.store.meta import load_meta
from copydesk.store.rows import Post
from copydesk.wire.schema import Schema

SYNC_STATUS = "wp_pattern_sync_status"
Fields = Iterable[Field]


def vary_fields(type_name: str, fields: Fields, types: Types) -> Iterator[Field]:
    """The fields of a type, changed if it is one of these."""
    if type_name == "wp_block":
        return _pattern_fields(fields)
    if type_name == "wp_navigation":
        return _menu_fields(fields)
    return iter(fields)


def _pattern_fields(fields: Fields) -> Iterator[Field]:
    for field in fields:
        if field.name in ("title", "content"):
            schema = _with_members(field.schema, raw=VIEW, rendered=None)
            yield replace(field, schema=schema, read=_without(field, "rendered"))
        elif field.name == "meta":
            yield replace(field, read=_without(field, SYNC_STATUS))
        else:
            yield field
    yield SYNC_FIELD


def _menu_fields(fields: Fields) -> Iterator[Field]:
    shown = ("edit", "embed")
    for field in fields:
        if field.name == "title":
            yield replace(field, schema=_with_members(field.schema, raw=shown))
        elif field.name == "content":
            schema = _with_members(field.schema, raw=shown, rendered=ALL, block_version=shown)
            yield replace(field, schema=schema, context=ALL)
        else:
            yield replace(field, context=ALL) if field.name == "status" else field


def _with_members(schema: Schema, **contexts: tuple[str, ...] | None) -> Schema:
    """An object's schema with its members in other contexts; None takes a member out."""
    members = {
        name: {**member, "context": list(contexts.get(name) or member["context"])}
        for name, member in schema["properties"].items()
        if contexts.get(name, ()) is not None
    }
    return {**schema, "properties": members}


def _without(field: Field, name: str) -> Callable[[Post, Page], Any]:
    def read(post: Post, page: Page) -> Any:
        return {key: value for key, value in _read(field, post, page).items() if key != name} or []

    return read


def read_sync_status(post: Post, page: Page) -> str:
    """What the answer's meta says; nothing where the answer has none (recorded)."""
    if page.call.context == "embed" or not page.wants("meta"):
        return ""
    return page.load(load_sync_statuses).get(post.id, "")


def load_sync_statuses(page: Page) -> Mapping[int, str]:
    """The ways in which the page's patterns are synced; those that are fully synced say nothing."""
    meta = load_meta(page.call.db, "post", [post.id for post in page.rows], (SYNC_STATUS,))
    return {post_id: values[SYNC_STATUS][0] for post_id, values in meta.items() if values}


SYNC_FIELD = Field(SYNC_STATUS, {}, read_sync_status, readonly=True, made_from=("meta",), hidden=True)


def _read(field: Field, post: Post, page: Page) -> Mapping[str, Any]:
    value: Mapping[str, Any] = field.read(post, page) if field.read else {}
    return value
