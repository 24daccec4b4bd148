"""Rows by their ids, each read once: what a snapshot showed, it shows again.

Several parts of an answer ask for the same rows (the post of a comment is its link, its visibility and its
author's right to be seen). Inside `db.reading()` a row that was loaded is remembered until the snapshot ends or
this thread writes.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from copydesk.store.database import Db

Row = TypeVar("Row")


def load_by_id(
    db: Db, kind: str, ids: Iterable[int], load: Callable[[tuple[int, ...]], Mapping[int, Row]]
) -> dict[int, Row]:
    """The rows of a kind, by id; those that do not exist are missing. `load` reads those that are not known."""
    wanted = sorted(set(ids))
    known = db.seat.known
    if known is None:
        return dict(load(tuple(wanted))) if wanted else {}
    rows = known.setdefault(kind, {})
    missing = tuple(row_id for row_id in wanted if row_id not in rows)
    if missing:
        rows.update(dict.fromkeys(missing) | dict(load(missing)))
    return {row_id: rows[row_id] for row_id in wanted if rows[row_id] is not None}


def note_rows(db: Db, kind: str, rows: Mapping[int, object]) -> None:
    """Remembers rows that were found in another way."""
    if db.seat.known is not None:
        db.seat.known.setdefault(kind, {}).update(rows)


def noted_rows(db: Db, kind: str, ids: Iterable[int]) -> dict[int, Any]:
    """Those of the rows that are remembered."""
    rows = (db.seat.known or {}).get(kind, {})
    return {row_id: rows[row_id] for row_id in ids if rows.get(row_id) is not None}
