"""Whether the database has changed since somebody looked, without asking what changed."""

import time
from collections.abc import Hashable

from copydesk.store.database import Db
from copydesk.store.dialects import SQLITE

MAX_AGE_SECONDS = 0.25  # how far behind a reader of MariaDB may be


def read_version(db: Db) -> tuple[Hashable, Hashable]:
    """Whose view this is, and its version: equal versions of a view mean that nothing was written.

    SQLite counts exactly, but for each connection by itself; MariaDB is only asked again after a while.
    To be called inside `db.reading()`.
    """
    connection = db.seat.connection
    if db.dialect is not SQLITE or connection is None:
        return "clock", int(time.monotonic() / MAX_AGE_SECONDS)
    (elsewhere,) = connection.execute("PRAGMA data_version").fetchone()
    return id(connection), (elsewhere, connection.total_changes)
