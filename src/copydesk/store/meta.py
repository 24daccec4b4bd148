"""Meta of posts, terms, users and comments: the four tables have one shape."""

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from sqlalchemy import Select, Table, bindparam, func, select

from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.rows import MetaRow
from copydesk.store.tables import Tables

MetaKind: TypeAlias = Literal["post", "term", "user", "comment"]


def load_meta(
    db: Db, kind: MetaKind, ids: Iterable[int], keys: tuple[str, ...] | None = None
) -> dict[int, dict[str, list[str]]]:
    """For every object its values by key, oldest first; of the given keys only, when some are given."""
    found: dict[int, dict[str, list[str]]] = {object_id: {} for object_id in ids}
    for _, object_id, key, value in _rows(db, kind, tuple(found), keys):
        found[object_id].setdefault(key, []).append(value)
    return found


def find_meta(
    db: Db, kind: MetaKind, ids: Iterable[int], keys: tuple[str, ...] | None = None
) -> list[MetaRow]:
    """The rows themselves, for those who change them."""
    return [MetaRow(*row) for row in _rows(db, kind, tuple(ids), keys)]


def get_meta(db: Db, kind: MetaKind, object_id: int, key: str) -> str | None:
    """The first value of a key."""
    return next((row[3] for row in _rows(db, kind, (object_id,), (key,))), None)


def find_meta_owners(db: Db, kind: MetaKind, key: str, value: str) -> list[int]:
    """The objects that have this value under this key."""
    return [row[0] for row in db.rows(_owners, {"key": key, "value": value}, kind)]


def load_meta_owners(db: Db, kind: MetaKind, key: str, values: Iterable[str]) -> dict[str, list[int]]:
    """For every value the objects that have it under this key, in the order in which they got it."""
    owners: dict[str, list[int]] = {value: [] for value in values}
    if owners:
        for value, object_id in db.rows(_owners_of_values, {"key": key, "values": tuple(owners)}, kind):
            owners.get(value, []).append(object_id)
    return owners


def _rows(
    db: Db, kind: MetaKind, ids: tuple[int, ...], keys: tuple[str, ...] | None
) -> list[tuple[Any, ...]]:
    if not ids or keys == ():
        return []
    if keys is None:
        return db.rows(_meta, {"ids": ids}, (kind, False))
    rows = db.rows(_meta, {"ids": ids, "keys": keys}, (kind, True))
    return [row for row in rows if row[2] in keys]  # the database does not tell `Key` from `key`


def meta_table(t: Tables, kind: MetaKind) -> tuple[Table, str, str]:
    """The table of a kind, with the names of its own id and of its owner's."""
    table: Table = getattr(t, f"{kind}meta")
    return table, "umeta_id" if kind == "user" else "meta_id", f"{kind}_id"


def _meta(t: Tables, shape: tuple[MetaKind, bool]) -> Select[Any]:
    kind, has_keys = shape
    table, row_id, owner = meta_table(t, kind)
    key, value = table.c.meta_key, table.c.meta_value
    found = (
        select(table.c[row_id], table.c[owner], func.coalesce(key, ""), func.coalesce(value, ""))
        .where(in_list(table.c[owner], bindparam("ids")))
        .order_by(table.c[row_id])
    )
    return found.where(in_list(key, bindparam("keys"))) if has_keys else found


def _owners(t: Tables, kind: MetaKind) -> Select[Any]:
    table, row_id, owner = meta_table(t, kind)
    return (
        select(table.c[owner])
        .where(table.c.meta_key == bindparam("key"), table.c.meta_value == bindparam("value"))
        .order_by(table.c[row_id])
    )


def _owners_of_values(t: Tables, kind: MetaKind) -> Select[Any]:
    table, row_id, owner = meta_table(t, kind)
    return (
        select(table.c.meta_value, table.c[owner])
        .where(table.c.meta_key == bindparam("key"), in_list(table.c.meta_value, bindparam("values")))
        .order_by(table.c[row_id])
    )
