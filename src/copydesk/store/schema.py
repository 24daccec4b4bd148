"""Making the tables, and the counters that give new rows their ids."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Executable, Table, func, literal_column, select, table
from sqlalchemy.schema import CreateIndex, CreateTable

from copydesk.store.database import Db, load_table_names
from copydesk.store.dialects import SQLITE
from copydesk.store.sqlite_statistics import statistics_commands
from copydesk.store.tables import Tables, indexes_of, tables_of
from copydesk.store.work import open_work


def create_tables(db: Db) -> None:
    """Makes WordPress's tables; those that exist stay as they are."""
    if db.dialect is SQLITE:
        make_tables(db, tables_of(db.prefix, long_last=True).all, statistics_commands(db.prefix))
    else:
        make_tables(db, db.tables.all)


def make_tables(db: Db, tables: Iterable[Table], then: Iterable[str] = ()) -> None:
    """Makes the tables that are missing. Not inside other work: on MySQL a new table ends the transaction."""
    existing = load_table_names(db)
    missing = [wanted for wanted in tables if wanted.name not in existing]
    with open_work(db) as work:
        for command in _commands(db, missing):
            work.command(command)
        for command in then if missing else ():
            work.command(command)


def load_next_ids(db: Db) -> dict[str, int]:
    """For tables that count their rows, the id that the next row gets; tables without prefix."""
    own = {table.name: str(table.info["name"]) for table in db.tables.all}
    if db.dialect is SQLITE:
        return {own[name]: last + 1 for name, last in db.rows(_sequences) if name in own}
    rows = db.rows(_auto_increments)
    return {own[name]: int(value) for name, value in rows if name in own and value is not None}


def save_next_ids(db: Db, values: Mapping[str, int]) -> None:
    """Lets the tables (without prefix) go on counting at these ids. Not inside other work."""
    with open_work(db) as work:
        for name, value in values.items():
            full_name = getattr(db.tables, name).name
            for command in _counter_commands(db, full_name, int(value)):
                work.command(command)


def gather_statistics(db: Db) -> None:
    """Lets MySQL look at tables that were filled at once; SQLite has been told what to expect."""
    if db.dialect is not SQLITE:
        with db.connected():
            db.begin(["ANALYZE TABLE " + ", ".join(table.name for table in db.tables.all)])


def _commands(db: Db, tables: Iterable[Table]) -> Iterator[str]:
    compiler = db.dialect.compiler
    for wanted in tables:
        yield str(CreateTable(wanted).compile(dialect=compiler))
        for index in indexes_of(wanted, db.dialect.name):
            yield str(CreateIndex(index).compile(dialect=compiler))


def _counter_commands(db: Db, name: str, value: int) -> Iterator[str]:
    if db.dialect is SQLITE:
        yield f"DELETE FROM sqlite_sequence WHERE name = '{name}'"  # noqa: S608 - our own table's name
        yield f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{name}', {value - 1})"  # noqa: S608
    else:
        yield f"ALTER TABLE `{name}` AUTO_INCREMENT = {value}"


def _sequences(_t: Tables) -> Executable:
    return select(literal_column("name"), literal_column("seq")).select_from(table("sqlite_sequence"))


def _auto_increments(_t: Tables) -> Executable:
    return (
        select(literal_column("TABLE_NAME"), literal_column("AUTO_INCREMENT"))
        .select_from(table("TABLES", schema="information_schema"))
        .where(literal_column("TABLE_SCHEMA") == func.database())
    )
