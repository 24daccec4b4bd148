"""How far an import has come, item by item, so that one that was interrupted goes on where it stopped."""

from dataclasses import astuple, dataclass, fields
from typing import Any

from sqlalchemy import Delete, Insert, Select, bindparam, delete, insert, select

from copydesk.store.database import Db
from copydesk.store.failures import MissingTableError
from copydesk.store.own_tables import own
from copydesk.store.tables import Tables
from copydesk.store.work import Work


@dataclass(frozen=True, slots=True)
class ImportItem:
    """An item of a source (a URL, an id) in a state that the importer gives a name to."""

    source: str
    item: str
    state: str
    note: str
    changed_at: str


_COLUMNS = tuple(field.name for field in fields(ImportItem))


def load_import_items(db: Db, source: str, state: str | None = None) -> dict[str, ImportItem]:
    """The items of a source by name, all of them or those in one state."""
    try:
        rows = db.rows(_items, {"source": source, "state": state}, state is not None)
    except MissingTableError:
        return {}
    return {row[1]: ImportItem(*row) for row in rows}


def save_import_item(work: Work, item: ImportItem) -> None:
    """Notes an item, in place of what was noted about it."""
    params = dict(zip(_COLUMNS, astuple(item), strict=True))
    work.execute(_delete_item, params)
    work.execute(_insert, params)


def forget_import(work: Work, source: str) -> int:
    """Everything noted about a source; how many items there were."""
    return work.execute(_delete_source, {"source": source})


def _items(t: Tables, in_state: bool = False) -> Select[Any]:
    imports = own(t).imports
    found = select(imports).where(imports.c.source == bindparam("source")).order_by(imports.c.item)
    return found.where(imports.c.state == bindparam("state")) if in_state else found


def _insert(t: Tables) -> Insert:
    return insert(own(t).imports).values({name: bindparam(name) for name in _COLUMNS})


def _delete_item(t: Tables) -> Delete:
    imports = own(t).imports
    return delete(imports).where(imports.c.source == bindparam("source"), imports.c.item == bindparam("item"))


def _delete_source(t: Tables) -> Delete:
    imports = own(t).imports
    return delete(imports).where(imports.c.source == bindparam("source"))
