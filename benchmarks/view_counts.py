"""How many page views a second are counted, and what writing them takes.

python -m benchmarks.view_counts [DATABASE_URL]      without one, on a new SQLite file
"""

import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

from tests.store.examples import a_post

from copydesk.plugins.view_counts import KEY, Tally
from copydesk.store.database import Db, connect_database
from copydesk.store.meta import load_meta
from copydesk.store.posts_write import insert_post
from copydesk.store.schema import create_tables
from copydesk.store.work import open_work

POSTS = 1000
THREADS = 8
HITS_PER_THREAD = 100_000


def seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def count(tally: Tally, posts: list[int]) -> None:
    """The readers of every thread, while the tally's own thread writes every half second."""

    def read() -> None:
        for hit in range(HITS_PER_THREAD):
            tally.add(posts[hit % POSTS])

    with ThreadPoolExecutor(THREADS) as threads:
        for done in [threads.submit(read) for _ in range(THREADS)]:
            done.result()
    tally.stop()


def flush(db: Db, posts: list[int]) -> None:
    """One writing for all posts."""
    tally = Tally(db, flush_seconds=3600)
    for post in posts:
        tally.add(post)
    tally.stop()


def measure(url: str) -> None:
    db = connect_database(url)
    create_tables(db)
    with open_work(db) as work:
        posts = [insert_post(work, a_post()) for _ in range(POSTS)]
    first = seconds(lambda: flush(db, posts))
    again = seconds(lambda: flush(db, posts))
    counting = seconds(lambda: count(Tally(db, flush_seconds=0.5), posts))
    hits = THREADS * HITS_PER_THREAD
    stored = sum(int(meta[KEY][0]) for meta in load_meta(db, "post", posts, (KEY,)).values())
    assert stored == hits + 2 * POSTS, "every hit is in the database"
    print(f"{hits / counting:>12,.0f} hits/s from {THREADS} threads, all of them written")
    print(f"{first * 1000:>12,.1f} ms to write the first count of {POSTS} posts")
    print(f"{again * 1000:>12,.1f} ms to write {POSTS} posts again")
    db.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(f"sqlite:///{Path(folder)}/views.db")
