"""How often posts were read: the counter of Essential Addons, kept where that plugin keeps it.

Every page of a single post that the public site shows adds one to the post's meta
`_eael_post_view_count`; answers of the API never do. A busy site sees thousands of readers a second, so they
are counted in memory, and a thread of its own writes the sums every few seconds, in one transaction for all
posts. What is written are amounts to add: other processes, and PHP, count beside us. The thread starts with
the first reader and ends with the server, which writes what is left; a crash loses what was counted since the
last writing.

The count is private meta: no answer shows it, and no imported document falls because of it. A site that
wants it in its answers configures a field for it (docs/plugins.md).
"""

import logging
from collections import Counter
from threading import Event, Lock, Thread

from copydesk.rest.plugin import Listener, Plugin
from copydesk.store.counters import increase_post_meta
from copydesk.store.database import Db
from copydesk.store.failures import StoreError
from copydesk.store.work import open_work, try_again

KEY = "_eael_post_view_count"
FLUSH_SECONDS = 5.0

_log = logging.getLogger(__name__)


class Tally:
    """The readers of one database's posts since the last writing."""

    def __init__(self, db: Db, flush_seconds: float = FLUSH_SECONDS) -> None:
        self._db = db
        self._flush_seconds = flush_seconds
        self._lock = Lock()
        self._counts: Counter[int] = Counter()
        self._stopping = Event()
        self._thread: Thread | None = None

    def add(self, post_id: int) -> None:
        """One more reader."""
        with self._lock:
            self._counts[post_id] += 1
            if self._thread is None:
                self._thread = Thread(target=self._run, name=KEY, daemon=True)
                self._thread.start()

    def flush(self) -> None:
        """Writes what was counted; what cannot be written now is kept for the next time."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            try_again(lambda: self._write(counts))
        except StoreError as error:
            _log.warning("%d page views wait to be written: %s", counts.total(), error)
            with self._lock:
                self._counts += counts

    def stop(self) -> None:
        """Ends the thread and writes the rest."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
        self.flush()

    def _run(self) -> None:
        while not self._stopping.wait(self._flush_seconds):
            self.flush()

    def _write(self, counts: Counter[int]) -> None:
        with open_work(self._db) as work:
            increase_post_meta(work, KEY, counts)


_tallies: dict[Db, Tally] = {}


def hear_view(db: Db, post_id: int) -> None:
    """Counts a reader; runs in the thread that served him, and takes a microsecond."""
    tally = _tallies.get(db) or _tallies.setdefault(db, Tally(db))
    tally.add(post_id)


def hear_stop(db: Db) -> None:
    """Writes what is left."""
    tally = _tallies.pop(db, None)
    if tally is not None:
        tally.stop()


plugin = Plugin(
    name="view-counts",
    listeners=(Listener("page_viewed", hear_view), Listener("server_stopping", hear_stop)),
)
