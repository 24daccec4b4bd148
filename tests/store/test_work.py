"""One transaction: all of it or nothing, and what is told when."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from copydesk.store.database import Db, open_database
from copydesk.store.failures import BusyError
from copydesk.store.options import get_option, load_options
from copydesk.store.options_write import save_option
from copydesk.store.schema import create_tables
from copydesk.store.work import open_work, try_again
from tests.databases import closed, fresh_database


def test_work_is_kept_when_its_block_ends(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        save_option(work, "motto", "All the prices")
    assert get_option(tables_db, "motto") == "All the prices"


def test_anything_raised_undoes_the_work(tables_db: Db) -> None:
    told: list[str] = []

    def change_and_stop() -> None:
        with open_work(tables_db) as work:
            work.after_commit(lambda: told.append("committed"))
            work.on_rollback(lambda: told.append("first registered"))
            work.on_rollback(lambda: told.append("last registered"))
            save_option(work, "motto", "All the prices")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        change_and_stop()
    assert get_option(tables_db, "motto") is None
    assert told == ["last registered", "first registered"]


def test_the_world_hears_after_the_commit_in_order(tables_db: Db) -> None:
    told: list[str | None] = []
    with open_work(tables_db) as work:
        save_option(work, "motto", "All the prices")
        work.after_commit(lambda: told.append(get_option(tables_db, "motto")))
        work.after_commit(lambda: told.append("second"))
        assert told == []
    assert told == ["All the prices", "second"]


def test_one_deaf_listener_does_not_keep_the_others_from_hearing(tables_db: Db) -> None:
    told: list[str] = []

    def fail() -> None:
        raise OSError("no network")

    def change() -> None:
        with open_work(tables_db) as work:
            save_option(work, "motto", "All the prices")
            work.after_commit(fail)
            work.after_commit(lambda: told.append("heard"))

    with pytest.raises(OSError, match="no network"):
        change()
    assert told == ["heard"]
    assert get_option(tables_db, "motto") == "All the prices"


def test_work_sees_its_own_changes_and_others_do_not_yet(tables_db: Db) -> None:
    seen: list[str | None] = []
    with open_work(tables_db) as work:
        save_option(work, "motto", "All the prices")
        assert get_option(tables_db, "motto") == "All the prices"
        other = threading.Thread(target=lambda: seen.append(get_option(tables_db, "motto")))
        other.start()
        other.join()
    assert seen == [None]


def test_work_inside_work_is_a_mistake(tables_db: Db) -> None:
    with pytest.raises(RuntimeError), open_work(tables_db), open_work(tables_db):
        pass


def test_a_reader_keeps_its_moment_while_others_write(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        save_option(work, "motto", "old")

    def write() -> None:
        with open_work(tables_db) as work:
            save_option(work, "motto", "new")

    with tables_db.reading():
        assert get_option(tables_db, "motto") == "old"
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        assert get_option(tables_db, "motto") == "old"
    assert get_option(tables_db, "motto") == "new"


def test_work_inside_reading_shows_its_result_to_what_follows(tables_db: Db) -> None:
    with tables_db.reading():
        assert get_option(tables_db, "motto") is None
        with open_work(tables_db) as work:
            save_option(work, "motto", "new")
        assert get_option(tables_db, "motto") == "new"


def test_many_writers_take_turns(tables_db: Db) -> None:
    def write(writer: int) -> None:
        for number in range(10):
            with open_work(tables_db) as work:
                save_option(work, f"note-{writer}-{number}", "x")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert len(load_options(tables_db)) == 40


def test_sqlite_takes_the_right_to_write_at_once(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db:
        create_tables(db)
        with closed(open_database(str(db.engine.url))) as other:
            other.engine.pool.connect().close()
            with open_work(db), other.connected() as connection:
                connection.execute("PRAGMA busy_timeout = 0")
                with pytest.raises(BusyError, match="locked by another program"):
                    other.begin(other.dialect.begin_write)


def test_a_busy_database_is_tried_again() -> None:
    attempts = []

    def change() -> str:
        attempts.append(1)
        if len(attempts) < 3:
            raise BusyError("deadlock")
        return "done"

    assert try_again(change) == "done"


def test_a_database_that_stays_busy_is_reported() -> None:
    def change() -> None:
        raise BusyError("locked")

    with pytest.raises(BusyError):
        try_again(change, times=2)
