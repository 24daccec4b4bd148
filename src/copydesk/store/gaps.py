"""What a source could not tell about an object; a later import that knows more closes the gap."""

from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass, fields
from typing import Any

from sqlalchemy import Delete, Insert, Select, bindparam, delete, insert, select

from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.failures import MissingTableError
from copydesk.store.own_tables import own
from copydesk.store.tables import Tables
from copydesk.store.work import Work


@dataclass(frozen=True, slots=True)
class Gap:
    """`name` says what is missing (raw content, the file …), `note` what stands in for it."""

    object_type: str
    object_id: int
    name: str
    note: str


_COLUMNS = tuple(field.name for field in fields(Gap))


def find_gaps(db: Db, object_type: str | None = None, ids: Collection[int] | None = None) -> list[Gap]:
    """All gaps, or those of some objects of a type."""
    params = {"type": object_type, "ids": tuple(ids or ())}
    try:
        rows = db.rows(_gaps, params, (object_type is not None, ids is not None))
    except MissingTableError:
        return []
    return [Gap(*row) for row in rows]


def save_gaps(work: Work, gaps: Iterable[Gap]) -> None:
    """Notes gaps, in place of those of the same name."""
    for gap in gaps:
        close_gaps(work, gap.object_type, gap.object_id, (gap.name,))
        work.execute(_insert, dict(zip(_COLUMNS, astuple(gap), strict=True)))


def close_gaps(work: Work, object_type: str, object_id: int, names: Collection[str] | None = None) -> int:
    """Forgets the gaps of an object, some or all; how many there were."""
    params = {"type": object_type, "id": object_id, "names": tuple(names or ())}
    return work.execute(_delete, params, names is not None)


def _gaps(t: Tables, shape: tuple[bool, bool]) -> Select[Any]:
    of_type, of_ids = shape
    gaps = own(t).gaps
    found = select(gaps).order_by(gaps.c.object_type, gaps.c.object_id, gaps.c.name)
    if of_type:
        found = found.where(gaps.c.object_type == bindparam("type"))
    return found.where(in_list(gaps.c.object_id, bindparam("ids"))) if of_ids else found


def _insert(t: Tables) -> Insert:
    return insert(own(t).gaps).values({name: bindparam(name) for name in _COLUMNS})


def _delete(t: Tables, some: bool = False) -> Delete:
    gaps = own(t).gaps
    found = delete(gaps).where(gaps.c.object_type == bindparam("type"), gaps.c.object_id == bindparam("id"))
    return found.where(in_list(gaps.c.name, bindparam("names"))) if some else found
