"""Page views: counted in memory, written now and then as amounts to add."""

import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from copydesk.plugins.view_counts import KEY, Tally, hear_stop, hear_view, plugin
from copydesk.store.database import Db
from copydesk.store.failures import StoreError
from copydesk.store.meta import get_meta
from copydesk.store.meta_write import set_meta
from copydesk.store.posts_write import insert_post
from copydesk.store.work import open_work
from tests.store.examples import a_post


def insert(db: Db) -> int:
    with open_work(db) as work:
        return insert_post(work, a_post())


def test_readers_are_counted_on_top_of_what_stands(tables_db: Db) -> None:
    post = insert(tables_db)
    with open_work(tables_db) as work:
        set_meta(work, "post", post, key=KEY, value="1204")
    tally = Tally(tables_db)
    for _ in range(3):
        tally.add(post)
    tally.stop()
    assert get_meta(tables_db, "post", post, KEY) == "1207"


def test_server_that_stops_writes_what_is_left(tables_db: Db) -> None:
    post = insert(tables_db)
    hear_view(tables_db, post)
    hear_view(tables_db, post)
    assert get_meta(tables_db, "post", post, KEY) is None, "nothing is written while a reader waits"
    hear_stop(tables_db)
    assert get_meta(tables_db, "post", post, KEY) == "2"
    hear_stop(tables_db)
    hear_view(tables_db, post)
    hear_stop(tables_db)
    assert get_meta(tables_db, "post", post, KEY) == "3"


def test_thread_writes_by_itself(tables_db: Db, monkeypatch: pytest.MonkeyPatch) -> None:
    post, written = insert(tables_db), Event()
    tally = Tally(tables_db, flush_seconds=0.01)
    flush = tally.flush

    def flush_and_tell() -> None:
        flush()
        written.set()

    monkeypatch.setattr(tally, "flush", flush_and_tell)
    tally.add(post)
    assert written.wait(10)
    assert get_meta(tables_db, "post", post, KEY) == "1"
    tally.stop()


def test_many_threads_and_several_processes_lose_nothing(tables_db: Db) -> None:
    posts = [insert(tables_db) for _ in range(5)]
    tallies = [Tally(tables_db, flush_seconds=0.001) for _ in range(2)]  # as in two processes

    def read_all(tally: Tally) -> None:
        for _ in range(100):
            for post in posts:
                tally.add(post)

    with ThreadPoolExecutor(4) as threads:
        for read in [threads.submit(read_all, tally) for tally in tallies * 2]:
            read.result()
    for tally in tallies:
        tally.stop()
    assert [get_meta(tables_db, "post", post, KEY) for post in posts] == ["400"] * 5


def test_what_cannot_be_written_waits(
    tables_db: Db, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    post = insert(tables_db)
    tally = Tally(tables_db, flush_seconds=3600)
    tally.add(post)

    def refuse(*about: object) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched, caplog.at_level(logging.WARNING):
        patched.setattr("copydesk.plugins.view_counts.increase_post_meta", refuse)
        tally.flush()
    assert "1 page views wait to be written: The disk is full." in caplog.text
    tally.add(post)
    tally.stop()
    assert get_meta(tables_db, "post", post, KEY) == "2"


def test_no_readers_cost_no_statement(tables_db: Db) -> None:
    tables_db.statements = 0
    Tally(tables_db).flush()
    assert tables_db.statements == 0


def test_plugin_shows_nothing_by_itself() -> None:
    assert [listener.event for listener in plugin.listeners] == ["page_viewed", "server_stopping"]
    assert not plugin.rest_fields
    assert not plugin.meta
