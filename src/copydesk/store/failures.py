"""What can go wrong with a database, in one line for whoever runs the site."""

import sqlite3
from pathlib import Path

import pymysql
from sqlalchemy import URL
from sqlalchemy.exc import TimeoutError as PoolTimeout

DRIVER_ERRORS = (sqlite3.Error, pymysql.err.Error, PoolTimeout)


class StoreError(Exception):
    """The database cannot do what it should; the text is one line that says what to do."""


class BusyError(StoreError):
    """Others hold what we need: trying again may help."""


class MissingTableError(StoreError):
    """A table that was asked for does not exist."""


class TooLongError(StoreError):
    """A value does not fit its column."""

    def __init__(self, column: str) -> None:
        super().__init__(f"The value is too long for the column {column}.")
        self.column = column


def explain(error: Exception, url: URL) -> StoreError:
    """The driver's error as one line for whoever runs the site."""
    if isinstance(error, PoolTimeout):
        return BusyError("All database connections are in use; ask less at once.")
    if isinstance(error, sqlite3.Error):
        return _explain_sqlite(str(error), Path(url.database or ""))
    number = error.args[0] if error.args else 0
    return _explain_mysql(number, str(error.args[-1] if error.args else error), url)


def _explain_sqlite(text: str, path: Path) -> StoreError:
    if "locked" in text or "busy" in text:
        return BusyError(f"{path} is locked by another program; try again when it has finished.")
    known = {
        "unable to open": f"Cannot open {path}: does its directory exist, and may this user write there?",
        "readonly": f"{path} may not be written: check the permissions of the file and of its directory.",
        "not a database": f"{path} is not an SQLite database.",
        "malformed": f"{path} is damaged: restore a copy, or try `sqlite3 {path} .recover`.",
        "disk is full": f"The disk that holds {path} is full.",
    }
    if "no such table" in text:
        return MissingTableError(f"{path} has {text}.")
    for part, explanation in known.items():
        if part in text:
            return StoreError(explanation)
    return StoreError(f"SQLite refuses: {text}.")


def _explain_mysql(number: object, text: str, url: URL) -> StoreError:
    place = f"{url.host or 'localhost'}:{url.port or 3306}"
    if number in (1205, 1213, 1040, 1203):
        return BusyError(f"The database at {place} is busy ({text}); try again.")
    if number == 1146:
        return MissingTableError(f"The database at {place} refuses: {text}.")
    known = {
        1044: f"The user {url.username} has no rights on the database {url.database} at {place}: grant them.",
        1045: f"The database at {place} refuses the user {url.username}: check name and password.",
        1049: f"There is no database {url.database} at {place}: create it, or correct its name.",
        2002: f"No database server answers at {place}: is it running?",
        2003: f"No database server answers at {place}: check host and port, and whether it is running.",
        2006: f"The database at {place} closed the connection.",
        2013: f"The connection to the database at {place} was lost.",
    }
    if isinstance(number, int) and number in known:
        return StoreError(known[number])
    return StoreError(f"The database at {place} refuses: {text}.")
