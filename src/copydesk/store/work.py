"""The only transaction: everything that changes the database happens inside `with open_work(db) as work:`.

It takes the right to write at once (BEGIN IMMEDIATE on SQLite, so a read never drifts into a write), commits
when the block ends and rolls back when anything is raised, a refusal or a bug. What a rollback cannot undo
registers its own undo with `on_rollback`; what the world should hear waits for `after_commit`. Reads inside
the block see its own writes. A snapshot that was open around it ends: reads after it see the new state.
"""

import logging
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from copydesk.store.database import Db
from copydesk.store.failures import DRIVER_ERRORS, BusyError
from copydesk.store.statements import NO_PARAMS, Build, Params

Result = TypeVar("Result")
Later = Callable[[], object]

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Work:
    """One transaction, given to everything that writes."""

    db: Db
    _undo: list[Later] = field(default_factory=list)
    _announcements: list[Later] = field(default_factory=list)

    def on_rollback(self, undo: Later) -> None:
        """Called when the work is rolled back, the latest registered first."""
        self._undo.append(undo)

    def after_commit(self, announce: Later) -> None:
        """Called once the work is safe in the database, in order of registration."""
        self._announcements.append(announce)

    def execute(self, build: Build, params: Params = NO_PARAMS, shape: Hashable = None) -> int:
        """Runs a change; how many rows it touched."""
        return int(self._run(build, params, shape).rowcount)

    def insert(self, build: Build, params: Params = NO_PARAMS, shape: Hashable = None) -> int:
        """Runs an insertion; the id of the new row."""
        return int(self._run(build, params, shape).lastrowid or 0)

    def execute_many(self, build: Build, params: Iterable[Params], shape: Hashable = None) -> None:
        """Runs one change with many sets of values."""
        statement = self.db.compiled.get(build, shape)
        self.db.run_many(statement, params)

    def command(self, sql: str) -> None:
        """Runs a command of the dialect as it is, for tables and counters."""
        self.db.begin((sql,))

    def _run(self, build: Build, params: Params, shape: Hashable) -> Any:
        self.db.forget()
        return self.db.run(self.db.seat.connection, self.db.compiled.get(build, shape), params)


@contextmanager
def open_work(db: Db) -> Iterator[Work]:
    """A transaction; see the head of this file."""
    seat = db.seat
    if seat.is_working:
        raise RuntimeError("open_work inside open_work: hand the work on instead")
    work = Work(db)
    with db.reading():
        connection = seat.connection
        connection.rollback()  # ends the snapshot that `reading` began
        db.begin(db.dialect.begin_write)
        seat.is_working = True
        try:
            yield work
            _commit(db)
        except BaseException:
            _roll_back(connection, work)
            db.forget()
            raise
        finally:
            seat.is_working = False
        db.begin(db.dialect.begin_read)
        _call_all(work._announcements)


def try_again(change: Callable[[], Result], *, times: int = 3) -> Result:
    """Runs `change`, which opens its own work, and again when others were in the way: locks, deadlocks."""
    for _ in range(times - 1):
        try:
            return change()
        except BusyError as error:
            _log.info("Trying again: %s", error)
    return change()


def _commit(db: Db) -> None:
    try:
        db.seat.connection.commit()
        db.changes += 1
    except DRIVER_ERRORS as error:
        raise db.explain(error) from error


def _roll_back(connection: Any, work: Work) -> None:
    try:
        connection.rollback()
    except DRIVER_ERRORS as error:
        _log.warning("The database had gone before it could roll back: %s", error)
    _call_all(reversed(work._undo))


def _call_all(callbacks: Iterable[Later]) -> None:
    """Calls every one of them, in order, even when one of them fails."""
    with ExitStack() as stack:
        for callback in reversed(list(callbacks)):
            stack.callback(callback)
