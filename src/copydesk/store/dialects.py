"""What differs between SQLite and MySQL/MariaDB, and nothing else does.

A statement is written once, with the constructs below where the two differ, and compiled to the driver's
own SQL. Values are spelled for the driver by the dialect's `encoders`, chosen by type: a tuple is a list of
values for `in_list`, a `Containing` is the word for `contains`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pymysql.cursors import SSCursor
from sqlalchemy import BindParameter, ColumnElement, Integer, Text
from sqlalchemy.dialects import mysql, sqlite
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from copydesk.store.collation import fold_characters

Value = Any
Encoders = Mapping[type, Callable[[Any], Value]]


@dataclass(frozen=True, slots=True)
class Containing:
    """A text to look for inside others, without regard to case and accents. Bound to `contains`."""

    text: str


@dataclass(frozen=True, slots=True)
class Places:
    """Values in the order wanted. Bound to `place_in`."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to speak to one kind of database."""

    name: str
    compiler: Compiler
    encoders: Encoders
    begin_read: tuple[str, ...]
    begin_write: tuple[str, ...]
    streaming_cursor: Callable[[Any], Any]  # one that does not fetch everything at once


class in_list(ColumnElement[int]):  # noqa: N801 - read like an operator: in_list(column, bind)
    """`column IN (the tuple bound to value)`: the same SQL however many values there are."""

    type = Integer()  # not Boolean: SQLAlchemy would write `… = 1`, and no index would be used
    inherit_cache = False

    def __init__(self, column: ColumnElement[Any], value: BindParameter[Any]) -> None:
        self.column = column
        self.value = value


class place_in(ColumnElement[int]):  # noqa: N801
    """Where the value of `column` stands among the `Places` bound to `value`."""

    type = Integer()
    inherit_cache = False

    def __init__(self, column: ColumnElement[Any], value: BindParameter[Any]) -> None:
        self.column = column
        self.value = value


class contains(ColumnElement[int]):  # noqa: N801
    """The text of `column` contains the `Containing` bound to `value`."""

    type = Integer()
    inherit_cache = False

    def __init__(self, column: ColumnElement[Any], value: BindParameter[Any]) -> None:
        self.column = column
        self.value = value


class sorting(ColumnElement[str]):  # noqa: N801
    """`column` to sort or compare by as utf8mb4_unicode_520_ci does."""

    type = Text()
    inherit_cache = False

    def __init__(self, column: ColumnElement[Any]) -> None:
        self.column = column


def _both(element: Any, compiler: SQLCompiler, kw: Any) -> tuple[str, str]:
    return compiler.process(element.column, **kw), compiler.process(element.value, **kw)


@compiles(in_list, "sqlite")
def _in_json(element: in_list, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = _both(element, compiler, kw)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - both are compiled SQL


@compiles(in_list)
def _in_expanded(element: in_list, compiler: SQLCompiler, **kw: Any) -> str:
    return " IN ".join(_both(element, compiler, kw))  # PyMySQL spells a tuple with its brackets


@compiles(place_in, "sqlite")
def _place_in_json(element: place_in, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = _both(element, compiler, kw)
    return f"(SELECT min(key) FROM json_each({values}) WHERE value = {column})"  # noqa: S608 - as above


@compiles(place_in)
def _place_in_set(element: place_in, compiler: SQLCompiler, **kw: Any) -> str:
    return f"FIND_IN_SET({', '.join(_both(element, compiler, kw))})"


@compiles(contains, "sqlite")
def _contains_call(element: contains, compiler: SQLCompiler, **kw: Any) -> str:
    column, needle = _both(element, compiler, kw)
    return f"copydesk_contains(CAST({column} AS BLOB), {needle})"


@compiles(contains)
def _contains_like(element: contains, compiler: SQLCompiler, **kw: Any) -> str:
    return " LIKE ".join(_both(element, compiler, kw))


@compiles(sorting, "sqlite")
def _sorting_call(element: sorting, compiler: SQLCompiler, **kw: Any) -> str:
    return f"copydesk_sort_key({compiler.process(element.column, **kw)})"


@compiles(sorting)
def _sorting_plain(element: sorting, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.column, **kw)


def _encode_list_as_json(values: tuple[Any, ...]) -> str:
    return json.dumps(values)


def _encode_list(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return values or (None,)  # `IN ()` is a syntax error, `IN (NULL)` holds for nothing


def _encode_places_as_json(value: Places) -> str:
    return json.dumps(value.values)


def _encode_places(value: Places) -> str:
    return _encode_text(",".join(map(str, value.values)))


def _encode_needle(value: Containing) -> bytes:
    return fold_characters(value.text.encode("utf-8", "replace"))


def _encode_like(value: Containing) -> str:
    text = _encode_text(value.text)
    for special in ("\\", "%", "_"):
        text = text.replace(special, "\\" + special)
    return f"%{text}%"


def _encode_text(value: str) -> str:
    """Half a surrogate pair is no text to MySQL."""
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")


SQLITE = Dialect(
    name="sqlite",
    compiler=sqlite.dialect(paramstyle="qmark"),
    encoders={tuple: _encode_list_as_json, Places: _encode_places_as_json, Containing: _encode_needle},
    begin_read=("BEGIN",),
    begin_write=("BEGIN IMMEDIATE",),
    streaming_cursor=lambda connection: connection.cursor(),
)
MYSQL = Dialect(
    name="mysql",
    compiler=mysql.dialect(paramstyle="format"),
    encoders={tuple: _encode_list, Places: _encode_places, Containing: _encode_like, str: _encode_text},
    begin_read=(),  # without autocommit the first statement begins a transaction, and with it the snapshot
    begin_write=("SET TRANSACTION ISOLATION LEVEL READ COMMITTED", "START TRANSACTION"),
    streaming_cursor=lambda connection: connection.cursor(SSCursor),
)
