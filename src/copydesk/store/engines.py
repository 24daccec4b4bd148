"""Opening databases: from a URL to an engine whose every connection is set up as we need it.

SQLite runs in WAL mode (readers and the one writer do not wait for each other) with `synchronous=FULL` (a
committed article survives a power cut). MySQL runs with the modes switched off that WordPress switches off,
or its zero dates could not be written.
"""

import sqlite3
import time
from typing import Any

import pymysql
from pymysql.constants import FIELD_TYPE
from pymysql.converters import conversions
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from copydesk.store.collation import contains_folded, sort_key
from copydesk.store.failures import StoreError

_POOL: dict[str, Any] = {
    "poolclass": QueuePool,
    "pool_size": 8,
    "max_overflow": 56,
    "pool_timeout": 15,
    "pool_use_lifo": True,
}
_LOCK_SECONDS = 10
_REST_SECONDS = 1.0
_LAST_USE = "copydesk last use"
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
)
# The modes that WordPress takes out of a session's sql_mode.
_UNWANTED_MODES = {
    "NO_ZERO_DATE",
    "NO_ZERO_IN_DATE",
    "ONLY_FULL_GROUP_BY",
    "STRICT_TRANS_TABLES",
    "STRICT_ALL_TABLES",
    "TRADITIONAL",
    "ANSI",
}
_DATES = {FIELD_TYPE.DATETIME, FIELD_TYPE.TIMESTAMP, FIELD_TYPE.DATE, FIELD_TYPE.TIME}
# Dates stay the texts they are.
_CONVERSIONS = {key: value for key, value in conversions.items() if key not in _DATES}


def make_engine(url: str) -> Engine:
    """An engine for a database URL; nothing is opened yet."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            f"{url!r} is no database URL. Write sqlite:///path/to/site.db or mysql+pymysql://user:password@host/name."
        ) from None
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return _sqlite_engine(parsed)
    if backend in ("mysql", "mariadb"):
        return _mysql_engine(parsed)
    raise StoreError(f"Copydesk works on SQLite, MariaDB and MySQL, not on {backend}.")


def _sqlite_engine(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise StoreError("A site needs a file: write sqlite:///path/to/site.db.")
    engine = create_engine(
        url,
        connect_args={
            "isolation_level": None,
            "check_same_thread": False,
            "timeout": _LOCK_SECONDS,
            "cached_statements": 512,
        },
        **_POOL,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _SQLITE_PRAGMAS:
        connection.execute(pragma)
    connection.create_function("copydesk_sort_key", 1, sort_key, deterministic=True)
    connection.create_function("copydesk_contains", 2, contains_folded, deterministic=True)


def _mysql_engine(url: URL) -> Engine:
    engine = create_engine(
        url.set(drivername="mysql+pymysql"),
        connect_args={"charset": "utf8mb4", "conv": _CONVERSIONS, "connect_timeout": 10},
        pool_recycle=3600,
        **_POOL,
    )
    event.listen(engine, "connect", _prepare_mysql)
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", _check_rested)
    return engine


def _note_use(_connection: object, record: ConnectionPoolEntry) -> None:
    record.info[_LAST_USE] = time.monotonic()


def _check_rested(connection: "pymysql.Connection[Any]", record: ConnectionPoolEntry, _proxy: object) -> None:
    """Asks a connection that has rested whether it is still there; one in use all the time need not say so."""
    if time.monotonic() - record.info.get(_LAST_USE, 0.0) > _REST_SECONDS:
        try:
            connection.ping(reconnect=False)
        except pymysql.err.Error as error:
            raise DisconnectionError from error  # the pool tries another one, at last a new one


def _prepare_mysql(connection: "pymysql.Connection[Any]", _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT @@SESSION.sql_mode")
        row = cursor.fetchone()
        modes = str(row[0] if row else "").split(",")
        kept = ",".join(mode for mode in modes if mode not in _UNWANTED_MODES)
        cursor.execute("SET SESSION sql_mode = %s", (kept,))
        cursor.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    connection.commit()
