"""Fields that a site adds to its answers by configuration alone: values of meta, under any name.

PHP sites do this with a snippet in their theme. In `copydesk.toml`:

    [[rest_fields]]
    of = "post"                            # a post type, a taxonomy, "user" or "comment"
    name = " _eael_post_view_count"        # as it is, spaces included
    meta_key = "_eael_post_view_count"
    type = "integer"                       # string, integer, number, boolean, array or object

`default` is shown where there is no value; `single = false` shows all values as a list. The field is in
every context, and not in the published schema (recorded: a snippet's field). It is always today's value,
also in documents that stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from copydesk.content.registrations import RegistrationError
from copydesk.content.types import Types
from copydesk.rest.plugin import ALL, LIVE, Field, Meta, Page, Plugin, RestField, read_meta
from copydesk.store.meta import load_meta

TABLE = "rest_fields"
KEYS = frozenset({"of", "name", "meta_key", "type", "default", "single", "description"})
KINDS = ("string", "integer", "number", "boolean", "array", "object")

MetaKind = Literal["post", "term", "user", "comment"]


def configured_fields(registrations: Mapping[str, Any], types: Types) -> Plugin:
    """The plugin that the tables `rest_fields` of a configuration come to."""
    said = registrations.get(TABLE) or []
    if not isinstance(said, list) or not all(isinstance(one, Mapping) for one in said):
        raise RegistrationError(f"{TABLE} must be a list of tables: write [[{TABLE}]].")
    return Plugin("configured-fields", rest_fields=tuple(_fields(said, types)))


def _fields(said: Sequence[Mapping[str, Any]], types: Types) -> Iterator[RestField]:
    for one in said:
        meta = _read_meta(one, types)
        title = "tag" if meta.subtype == "post_tag" else meta.subtype
        yield RestField(title, _field(str(one["name"]), meta))


def _read_meta(said: Mapping[str, Any], types: Types) -> Meta:
    """What a table declares, as a key of meta; its subtype is what the table calls `of`."""
    for name in ("of", "name", "meta_key"):
        if not isinstance(said.get(name), str) or not said[name]:
            raise RegistrationError(f"A table {TABLE} has no {name}.")
    unknown = sorted(set(said) - KEYS)
    if unknown:
        raise RegistrationError(f"The field {said['name']!r} has an unknown key {unknown[0]}.")
    kind = said.get("type", "string")
    if kind not in KINDS:
        raise RegistrationError(
            f"The field {said['name']!r} has the type {kind}: write one of {', '.join(KINDS)}."
        )
    return Meta(
        object_type=_kind_of(said["of"], types),
        key=said["meta_key"],
        schema={"type": kind, "description": str(said.get("description", ""))},
        subtype=said["of"],
        single=bool(said.get("single", True)),
        default=said.get("default"),
    )


def _kind_of(name: str, types: Types) -> MetaKind:
    """Whose meta it is."""
    if name == "user":
        return "user"
    if name == "comment":
        return "comment"
    if name in types.posts and types.posts[name].rest_base:
        return "post"
    if name in types.taxonomies and types.taxonomies[name].rest_base:
        return "term"
    raise RegistrationError(f"A table {TABLE} is of {name}, which is nothing that the API offers.")


def _field(name: str, meta: Meta) -> Field:
    kind: Any = meta.object_type

    def load(page: Page) -> Mapping[int, Mapping[str, Sequence[str]]]:
        return load_meta(page.call.db, kind, [row.id for row in page.rows], (meta.key,))

    def read(row: Any, page: Page) -> Any:
        return read_meta(meta, page.load(load)[row.id])

    return Field(
        name, {"type": meta.schema["type"]}, read, ALL, readonly=True, made_from=(LIVE,), hidden=True
    )
