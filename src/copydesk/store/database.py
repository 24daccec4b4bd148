"""A WordPress database: how it is opened, and how everything in this room reads from it.

A thread that reads several things for one request wraps them in `db.reading()`: they run on one connection
and see one moment of the database. A statement outside of it takes a connection for itself.
"""

import threading
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Executable, PoolProxiedConnection, Select, func, literal_column, select, table

from copydesk.store.dialects import MYSQL, SQLITE, Dialect
from copydesk.store.engines import make_engine
from copydesk.store.failures import DRIVER_ERRORS, MissingTableError, StoreError, explain
from copydesk.store.memory import Memory
from copydesk.store.statements import NO_PARAMS, Build, Params, Statement, Statements
from copydesk.store.tables import Tables, tables_of

Row = tuple[Any, ...]

_LARGEST_INTEGER = 2**63 - 1


class Seat(threading.local):
    """What the running thread holds: its connection while it reads or writes, and how much it asked."""

    pooled: PoolProxiedConnection | None = None
    connection: Any = None  # the driver's own
    known: dict[str, dict[int, Any]] | None = None  # rows of this snapshot by kind and id (see `loading.py`)
    memory: dict[Hashable, Any] | None = None  # answers that hold for this snapshot (see `versions.py`)
    is_working = False
    statements = 0


class Db:
    """One site's database. Values go in as parameters; rows come out as tuples."""

    def __init__(self, engine: Engine, prefix: str, dialect: Dialect) -> None:
        self.engine = engine
        self.prefix = prefix
        self.dialect = dialect
        self.tables: Tables = tables_of(prefix)
        self.compiled = Statements(self.tables, dialect)
        self.seat = Seat()
        self.changes = 0  # how often this process has written
        self.memory = Memory()

    @property
    def statements(self) -> int:
        """How many statements this thread has run; may be set to 0."""
        return self.seat.statements

    @statements.setter
    def statements(self, count: int) -> None:
        self.seat.statements = count

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All reads inside see the database as it is at the first of them."""
        if self.seat.connection is not None:
            yield
            return
        with self.connected():
            self.seat.known = {}
            try:
                self.begin(self.dialect.begin_read)
                yield
            finally:
                self.seat.known = self.seat.memory = None

    @contextmanager
    def connected(self) -> Iterator[Any]:
        """Gives this thread a connection, and takes it back with whatever transaction is open rolled back."""
        seat = self.seat
        try:
            seat.pooled = self.engine.raw_connection()
        except DRIVER_ERRORS as error:
            raise self.explain(error) from error
        seat.connection = seat.pooled.driver_connection
        try:
            yield seat.connection
        finally:
            seat.connection = None
            seat.pooled.close()
            seat.pooled = None

    def forget(self) -> None:
        """What this thread has loaded may no longer be what it was."""
        self.seat.memory = None
        if self.seat.known:
            self.seat.known = {}

    def begin(self, commands: Sequence[str]) -> None:
        """Runs commands of the dialect on this thread's connection."""
        self.forget()
        cursor = self.seat.connection.cursor()
        try:
            for command in commands:
                cursor.execute(command)
        except DRIVER_ERRORS as error:
            raise self.explain(error) from error

    def rows(self, build: Build, params: Params = NO_PARAMS, shape: Hashable = None) -> list[Row]:
        """All rows of the statement that `build` makes (see `statements.py`)."""
        statement = self.compiled.get(build, shape)
        connection = self.seat.connection
        if connection is not None:
            return self.run(connection, statement, params).fetchall()  # type: ignore[no-any-return]  # driver's
        with self.connected() as connection:
            return self.run(connection, statement, params).fetchall()  # type: ignore[no-any-return]  # driver's

    def row(self, build: Build, params: Params = NO_PARAMS, shape: Hashable = None) -> Row | None:
        """The first row, if there is one."""
        found = self.rows(build, params, shape)
        return found[0] if found else None

    def value(self, build: Build, params: Params = NO_PARAMS, shape: Hashable = None) -> Any:
        """The first column of the first row; None without a row."""
        found = self.rows(build, params, shape)
        return found[0][0] if found else None

    def stream(
        self, build: Build, shape: Hashable = None, *, params: Params = NO_PARAMS, size: int
    ) -> Iterator[list[Row]]:
        """All rows in batches; nothing else may be asked of this database until the last one is read."""
        statement = self.compiled.get(build, shape)
        with self.reading():
            self.seat.statements += 1
            cursor = self.dialect.streaming_cursor(self.seat.connection)
            cursor.execute(statement.sql, statement.bind(params))
            while rows := cursor.fetchmany(size):
                yield list(rows)

    def run(self, connection: Any, statement: Statement, params: Params) -> Any:
        """Executes on the driver's cursor and gives it back."""
        self.seat.statements += 1
        cursor = connection.cursor()
        try:
            cursor.execute(statement.sql, statement.bind(params))
        except (OverflowError, UnicodeEncodeError):
            # A client may ask for post 10^30 or for broken UTF-8: SQLite's driver cannot even say that.
            cursor.execute(statement.sql, [_sayable(value) for value in statement.bind(params)])
        except DRIVER_ERRORS as error:
            raise self.explain(error) from error
        return cursor

    def run_many(self, statement: Statement, params: Iterable[Params]) -> None:
        """Executes a change once for each of `params`."""
        self.forget()
        self.seat.statements += 1
        cursor = self.seat.connection.cursor()
        try:
            cursor.executemany(statement.sql, [statement.bind(values) for values in params])
        except DRIVER_ERRORS as error:
            raise self.explain(error) from error

    def explain(self, error: Exception) -> StoreError:
        return explain(error, self.engine.url)

    def close(self) -> None:
        """Closes the connections that no thread holds."""
        self.engine.dispose()


def open_database(url: str, prefix: str = "wp_") -> Db:
    """The site in an existing database; a StoreError says what is missing."""
    db = connect_database(url, prefix)
    path = db.engine.url.database
    if db.dialect is SQLITE and not Path(path or "").is_file():
        raise StoreError(f"There is no database {path}: make one with `copydesk init`, or correct the path.")
    try:
        db.rows(_first_option)
    except MissingTableError as error:
        raise _without_tables(db) from error
    return db


def connect_database(url: str, prefix: str = "wp_") -> Db:
    """A database that may still be empty, for those who fill it. Nothing is opened yet."""
    engine = make_engine(url)
    return Db(engine, prefix, SQLITE if engine.dialect.name == "sqlite" else MYSQL)


def load_table_names(db: Db) -> set[str]:
    """Everything in the database that has a name like a table."""
    return {row[0] for row in db.rows(_sqlite_tables if db.dialect is SQLITE else _mysql_tables)}


def _first_option(t: Tables) -> Select[Any]:
    return select(t.options.c.option_id).limit(1)


def _without_tables(db: Db) -> StoreError:
    prefixes = _prefixes_in(db)
    if prefixes:
        return StoreError(
            f"No tables with the prefix {db.prefix}, but with {', '.join(prefixes)}: set table_prefix."
        )
    where = db.engine.url.database
    return StoreError(f"There are no WordPress tables in {where}: make them with `copydesk init`.")


def _prefixes_in(db: Db) -> list[str]:
    ending = "term_relationships"
    return sorted(name.removesuffix(ending) for name in load_table_names(db) if name.endswith(ending))


def _sqlite_tables(_t: Tables) -> Executable:
    return select(literal_column("name")).select_from(table("sqlite_master"))


def _mysql_tables(_t: Tables) -> Executable:
    return (
        select(literal_column("TABLE_NAME"))
        .select_from(table("TABLES", schema="information_schema"))
        .where(literal_column("TABLE_SCHEMA") == func.database())
    )


def _sayable(value: Any) -> Any:
    if isinstance(value, int) and abs(value) > _LARGEST_INTEGER:
        return _LARGEST_INTEGER if value > 0 else -_LARGEST_INTEGER
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
