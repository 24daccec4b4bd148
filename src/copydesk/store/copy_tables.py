"""Copying a whole site, row by row and value by value, from a dump or a database into another database.

Rows travel in batches and are written in one piece of work. The prefix may change on the way: it is part of
the names of tables, of one option (`wp_user_roles`) and of the users' meta keys (`wp_capabilities` …).
"""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlalchemy import Insert, Select, Table, bindparam, select

from copydesk.store.database import Db
from copydesk.store.dump import CreatedTable, DumpError, read_dump
from copydesk.store.schema import gather_statistics, load_next_ids, save_next_ids
from copydesk.store.tables import Tables, tables_of
from copydesk.store.work import Work, open_work

_BATCH_ROWS = 500
_SIGN = "term_relationships"  # no plugin names a table like this
_SIGN_IN_DUMP = re.compile(rb'CREATE TABLE [^(]*?[`"]?(\w*)term_relationships[`" (]', re.IGNORECASE)

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a table, named without prefix, in the order of `columns`."""

    table: str
    columns: tuple[str, ...]
    rows: Sequence[Values]


@dataclass(frozen=True, slots=True)
class NextId:
    """The id that the next row of a table gets, so that ids of deleted rows do not come back."""

    table: str
    value: int


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows of each table were copied."""

    rows: dict[str, int]


def copy_dump(path: Path, db: Db, prefix: str | None = None) -> Copied:
    """Fills the empty tables of `db` from an SQL dump, gzipped or not; `prefix` is the one in the dump."""
    source_prefix = prefix if prefix is not None else find_prefix(path)
    return _copy(_read_dump_batches(path, source_prefix), db, source_prefix)


def copy_database(source: Db, db: Db) -> Copied:
    """Fills the empty tables of `db` from another database, as it is at one moment."""
    with source.reading():
        return _copy(_read_batches(source), db, source.prefix)


def find_prefix(path: Path) -> str:
    """The prefix of the one site in a dump."""
    with _open(path) as lines:
        found = {match[1].decode() for line in lines if (match := _SIGN_IN_DUMP.match(line))}
    if len(found) == 1:
        return found.pop()
    if found:
        raise DumpError(
            f"{path} holds several sites: say which prefix is meant of {', '.join(sorted(found))}."
        )
    raise DumpError(f"{path} holds no WordPress tables.")


def _copy(source: Iterable[Batch | NextId], db: Db, source_prefix: str) -> Copied:
    next_ids: dict[str, int] = {}
    counts: dict[str, int] = {}
    with open_work(db) as work:
        for item in source:
            if isinstance(item, NextId):
                next_ids[item.table] = item.value
            else:
                _write(work, _renamed(item, source_prefix, db.prefix))
                counts[item.table] = counts.get(item.table, 0) + len(item.rows)
    save_next_ids(db, next_ids)
    gather_statistics(db)
    return Copied(counts)


def _write(work: Work, batch: Batch) -> None:
    table: Table = getattr(work.db.tables, batch.table)
    places = [place for place, name in enumerate(batch.columns) if name in table.c]
    names = [batch.columns[place] for place in places]
    blanks = {name: "" for name in _without_default(table) if name not in names}
    rows = [
        blanks | {name: row[place] for name, place in zip(names, places, strict=True)} for row in batch.rows
    ]
    work.execute_many(_insert, rows, (batch.table, (*blanks, *names)))


def _without_default(table: Table) -> list[str]:
    """Columns that older versions of WordPress may lack and that must have a value."""
    return [
        column.name
        for column in table.c
        if not column.nullable and column.server_default is None and not column.primary_key
    ]


def _insert(t: Tables, shape: tuple[str, tuple[str, ...]]) -> Insert:
    table, columns = shape
    target: Table = getattr(t, table)
    return target.insert().values({name: bindparam(name) for name in columns})


def _read_dump_batches(path: Path, prefix: str) -> Iterator[Batch | NextId]:
    names = {table.name: str(table.info["name"]) for table in tables_of(prefix).all}
    with _open(path) as stream:
        for item in read_dump(stream):
            if isinstance(item, CreatedTable):
                if item.name in names and item.next_id is not None:
                    yield NextId(names[item.name], item.next_id)
            elif item.table in names:
                yield Batch(names[item.table], item.columns, item.rows)


def _read_batches(source: Db) -> Iterator[Batch | NextId]:
    for counting, value in load_next_ids(source).items():
        yield NextId(counting, value)
    for table in source.tables.all:
        name = str(table.info["name"])
        columns = tuple(column.name for column in table.c)
        for rows in source.stream(_all_rows, name, size=_BATCH_ROWS):
            yield Batch(name, columns, rows)


def _all_rows(t: Tables, name: str) -> Select[Any]:
    table: Table = getattr(t, name)
    return select(table).order_by(*table.primary_key)


def _renamed(batch: Batch, old: str, new: str) -> Batch:
    """The batch with the prefix changed where WordPress writes it into values."""
    column, change = _RENAMED.get(batch.table, ("", _same))
    if old == new or column not in batch.columns:
        return batch
    place = batch.columns.index(column)
    rows = [(*row[:place], change(row[place], old, new), *row[place + 1 :]) for row in batch.rows]
    return Batch(batch.table, batch.columns, rows)


def _same(value: Any, _old: str, _new: str) -> Any:
    return value


def _option_name(value: Any, old: str, new: str) -> Any:
    return f"{new}user_roles" if value == f"{old}user_roles" else value


def _user_meta_key(value: Any, old: str, new: str) -> Any:
    return new + value.removeprefix(old) if isinstance(value, str) and value.startswith(old) else value


_RENAMED: dict[str, tuple[str, Callable[[Any, str, str], Any]]] = {
    "options": ("option_name", _option_name),
    "usermeta": ("meta_key", _user_meta_key),
}


def _open(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")
