"""Writing rows: insert, change, adopt and delete, for any of WordPress's tables.

Values go by the names of columns. What the caller leaves out is stored as WordPress stores nothing: an empty
text, zero, the zero date or the column's default. A text that does not fit its column is refused before the
database can cut it off.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, Delete, Insert, Table, Update, and_, bindparam, delete, insert, update
from sqlalchemy.dialects import mysql

from copydesk.store.dialects import in_list
from copydesk.store.failures import TooLongError
from copydesk.store.tables import Tables
from copydesk.store.work import Work

Values = Mapping[str, Any]
_TEXT_BYTES: dict[type, int] = {mysql.TINYTEXT: 255, mysql.TEXT: 65_535, mysql.MEDIUMTEXT: 16_777_215}


def insert_row(work: Work, table: str, values: Values) -> int:
    """The id of the new row; an id among the values that is 0 is left to the database."""
    row = {**_blanks(work.db.tables, table), **values}
    key = id_column(work.db.tables, table)
    if not row.get(key, 1):
        del row[key]
    _check_lengths(work.db.tables, table, row)
    return work.insert(_insert, row, (table, tuple(row)))


def insert_rows(work: Work, table: str, rows: Iterable[Values]) -> None:
    """Many rows with the same columns, in one go."""
    listed = [{**_blanks(work.db.tables, table), **row} for row in rows]
    for row in listed:
        _check_lengths(work.db.tables, table, row)
    if listed:
        work.execute_many(_insert, listed, (table, tuple(listed[0])))


def update_row(
    work: Work, table: str, row_id: int, *, values: Values, expected: Values | None = None
) -> bool:
    """Changes columns of a row; False when it is gone or no longer has what is `expected` of it."""
    expected = expected or {}
    _check_lengths(work.db.tables, table, values)
    params = {f"new_{name}": value for name, value in values.items()}
    params |= {f"old_{name}": value for name, value in expected.items()}
    if not values:
        return True
    return work.execute(_update, {**params, "id": row_id}, (table, tuple(values), tuple(expected))) > 0


def put_row(work: Work, table: str, values: Values) -> None:
    """Stores a row under its own id, whether or not one is there: for importers."""
    key = id_column(work.db.tables, table)
    rest = {name: value for name, value in values.items() if name != key}
    if not update_row(work, table, values[key], values=rest):
        insert_row(work, table, values)


def delete_rows(work: Work, table: str, column: str, ids: Collection[int]) -> int:
    """Deletes the rows whose column has one of the values; how many there were."""
    return work.execute(_delete, {"ids": tuple(ids)}, (table, column)) if ids else 0


@cache
def id_column(t: Tables, table: str) -> str:
    return str(_table(t, table).primary_key.columns[0].name)


@cache
def _blanks(t: Tables, table: str) -> dict[str, str]:
    """Texts that must be there and have no default."""
    return {
        column.name: ""
        for column in _table(t, table).c
        if not column.nullable and column.server_default is None and not column.primary_key
    }


@cache
def _limits(t: Tables, table: str) -> dict[str, tuple[int, bool]]:
    """For every short text how much it holds, and whether that is counted in bytes."""
    found = {column.name: _limit(column) for column in _table(t, table).c}
    return {name: limit for name, limit in found.items() if limit is not None}


def _limit(column: Column[Any]) -> tuple[int, bool] | None:
    if isinstance(column.type, mysql.VARCHAR) and column.type.length:
        return column.type.length, False
    size = _TEXT_BYTES.get(type(column.type))
    return (size, True) if size else None


def _check_lengths(t: Tables, table: str, values: Values) -> None:
    for name, (limit, in_bytes) in _limits(t, table).items():
        value = values.get(name)
        if isinstance(value, str) and len(value) * (4 if in_bytes else 1) > limit:
            length = len(value.encode("utf-8", "surrogateescape")) if in_bytes else len(value)
            if length > limit:
                raise TooLongError(name)


def _table(t: Tables, name: str) -> Table:
    table: Table = getattr(t, name)
    return table


def _insert(t: Tables, shape: tuple[str, tuple[str, ...]]) -> Insert:
    name, columns = shape
    return insert(_table(t, name)).values({column: bindparam(column) for column in columns})


def _update(t: Tables, shape: tuple[str, tuple[str, ...], tuple[str, ...]]) -> Update:
    name, columns, expected = shape
    table = _table(t, name)
    same = [table.c[column] == bindparam(f"old_{column}") for column in expected]
    return (
        update(table)
        .where(and_(table.c[id_column(t, name)] == bindparam("id"), *same))
        .values({column: bindparam(f"new_{column}") for column in columns})
    )


def _delete(t: Tables, shape: tuple[str, str]) -> Delete:
    name, column = shape
    table = _table(t, name)
    return delete(table).where(in_list(table.c[column], bindparam("ids")))
