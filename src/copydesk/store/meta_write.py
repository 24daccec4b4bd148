"""Writing meta of posts, terms, users and comments; values as stored, serialized by the caller."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Delete, Update, bindparam, delete, update

from copydesk.store.dialects import in_list
from copydesk.store.meta import MetaKind, find_meta, meta_table
from copydesk.store.rows import MetaRow
from copydesk.store.tables import Tables
from copydesk.store.work import Work
from copydesk.store.writing import delete_rows, insert_row, insert_rows, put_row


def add_meta(work: Work, kind: MetaKind, object_id: int, *, key: str, value: str) -> int:
    """One more value under a key; the id of its row."""
    return insert_row(work, f"{kind}meta", _values(kind, object_id, key, value))


def set_meta(work: Work, kind: MetaKind, object_id: int, *, key: str, value: str) -> bool:
    """The one value of a key, in place of all it has; whether anything changed."""
    rows = find_meta(work.db, kind, (object_id,), (key,))
    if not rows:
        add_meta(work, kind, object_id, key=key, value=value)
        return True
    stale = tuple(row.id for row in rows if row.value != value)
    if stale:
        work.execute(_set_values, {"ids": stale, "value": value}, kind)
    return bool(stale)


def set_meta_list(work: Work, kind: MetaKind, object_id: int, *, key: str, values: Sequence[str]) -> bool:
    """The values of a key that has several: those it has stay, the others go, new ones come after them."""
    missing = list(values)
    surplus = []
    for row in find_meta(work.db, kind, (object_id,), (key,)):
        if row.value in missing:
            missing.remove(row.value)
        else:
            surplus.append(row.id)
    delete_meta_rows(work, kind, surplus)
    insert_rows(work, f"{kind}meta", [_values(kind, object_id, key, value) for value in missing])
    return bool(missing or surplus)


def delete_meta(work: Work, kind: MetaKind, object_id: int, *, key: str, value: str | None = None) -> int:
    """The values of a key, or those that are `value`; how many went."""
    rows = find_meta(work.db, kind, (object_id,), (key,))
    return delete_meta_rows(work, kind, [row.id for row in rows if value in (None, row.value)])


def delete_meta_rows(work: Work, kind: MetaKind, row_ids: Collection[int]) -> int:
    return delete_rows(work, f"{kind}meta", "umeta_id" if kind == "user" else "meta_id", row_ids)


def delete_all_meta(work: Work, kind: MetaKind, object_ids: Collection[int]) -> int:
    """Everything of objects that go away."""
    return delete_rows(work, f"{kind}meta", f"{kind}_id", object_ids)


def delete_meta_everywhere(work: Work, kind: MetaKind, *, key: str, value: str) -> int:
    """A value under a key, whoever has it: a picture that is deleted is nobody's thumbnail."""
    return work.execute(_delete_value, {"key": key, "value": value}, kind)


def adopt_meta(work: Work, kind: MetaKind, row: MetaRow) -> None:
    """Stores a row under its own id, over whatever is there."""
    row_id = "umeta_id" if kind == "user" else "meta_id"
    put_row(work, f"{kind}meta", {row_id: row.id, **_values(kind, row.object_id, row.key, row.value)})


def _values(kind: MetaKind, object_id: int, key: str, value: str) -> dict[str, Any]:
    return {f"{kind}_id": object_id, "meta_key": key, "meta_value": value}


def _set_values(t: Tables, kind: MetaKind) -> Update:
    table, row_id, _ = meta_table(t, kind)
    return (
        update(table).where(in_list(table.c[row_id], bindparam("ids"))).values(meta_value=bindparam("value"))
    )


def _delete_value(t: Tables, kind: MetaKind) -> Delete:
    table, _, _ = meta_table(t, kind)
    return delete(table).where(table.c.meta_key == bindparam("key"), table.c.meta_value == bindparam("value"))
