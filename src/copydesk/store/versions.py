"""What does not change while the database does not: small answers, kept until somebody writes.

SQLite tells exactly whether somebody wrote, but to each connection by itself: so every connection has a memory
of its own. MariaDB does not tell; there an answer may be a quarter of a second old, but for what this process
wrote itself. Who needs the exact answer asks with `exact`, and MariaDB every time.
"""

import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from copydesk.store.database import Db
from copydesk.store.dialects import SQLITE
from copydesk.store.memory import Memory

Answer = TypeVar("Answer")

MAX_AGE_SECONDS = 0.25  # how far behind a reader of MariaDB may be
_MEMORY = "copydesk memory"


def remembered(db: Db, question: Hashable, load: Callable[[], Answer], *, exact: bool = False) -> Answer:
    """What `load` answers, or has answered since the last change. Inside of work it is always asked."""
    is_told = db.dialect is SQLITE and db.seat.known is not None
    if db.seat.is_working or (exact and not is_told):
        return load()
    answers = _told_memory(db) if is_told else _clocked_memory(db)
    try:
        known: Answer = answers[question]
    except KeyError:
        known = answers[question] = load()
    return known


def _told_memory(db: Db) -> dict[Hashable, Any]:
    """The memory of this thread's connection, at the version that its snapshot shows."""
    seat = db.seat
    if seat.memory is None:
        assert seat.pooled is not None
        (others,) = seat.connection.execute("PRAGMA data_version").fetchone()
        memory = seat.pooled.info.setdefault(_MEMORY, Memory())
        seat.memory = memory.at((others, seat.connection.total_changes))
    return seat.memory


def _clocked_memory(db: Db) -> dict[Hashable, Any]:
    """The memory of this process."""
    return db.memory.at((int(time.monotonic() / MAX_AGE_SECONDS), db.changes))
