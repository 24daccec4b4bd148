"""Answers are remembered until the database changes, whoever changes it."""

import time
from pathlib import Path

import pytest

from copydesk.store.database import Db, open_database
from copydesk.store.documents import Document, find_documents, has_documents, save_document
from copydesk.store.memory import MOST_ANSWERS
from copydesk.store.options import get_option
from copydesk.store.options_write import save_option
from copydesk.store.own_tables import create_own_tables
from copydesk.store.schema import create_tables
from copydesk.store.versions import MAX_AGE_SECONDS, remembered
from copydesk.store.work import open_work
from tests.databases import closed, fresh_database


class Motto:
    """A question about an option; `times` is how often the database was asked."""

    def __init__(self, db: Db) -> None:
        self.db = db
        self.times = 0

    def ask(self, *, exact: bool = False) -> str | None:
        with self.db.reading():
            return remembered(self.db, "motto", self.load, exact=exact)

    def load(self) -> str | None:
        self.times += 1
        return get_option(self.db, "motto")


def write(db: Db, motto: str) -> None:
    with open_work(db) as work:
        save_option(work, "motto", motto)


@pytest.fixture
def _stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 1000.0)


@pytest.mark.usefixtures("_stopped_clock")
def test_nothing_is_asked_twice_while_nobody_writes(tables_db: Db) -> None:
    motto = Motto(tables_db)
    write(tables_db, "All the prices")
    assert [motto.ask(), motto.ask()] == ["All the prices", "All the prices"]
    assert motto.times == 1


@pytest.mark.usefixtures("_stopped_clock")
def test_what_this_process_writes_is_seen_at_once(tables_db: Db) -> None:
    motto = Motto(tables_db)
    for text in ("All the prices", "None of the noise"):
        write(tables_db, text)
        assert motto.ask() == text


@pytest.mark.usefixtures("_stopped_clock")
def test_what_is_not_committed_is_not_remembered(tables_db: Db) -> None:
    motto = Motto(tables_db)

    def write_and_fail() -> None:
        with open_work(tables_db) as work:
            save_option(work, "motto", "Never said")
            assert motto.ask() == "Never said"
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 — our own
        write_and_fail()
    assert motto.ask() is None


def test_what_others_write_is_seen_at_once_on_sqlite(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db:
        create_tables(db)
        motto = Motto(db)
        motto.ask()
        with closed(open_database(str(db.engine.url))) as other:
            write(other, "All the prices")
        assert motto.ask() == "All the prices"


@pytest.mark.mariadb
def test_what_others_write_is_seen_soon_on_mariadb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with fresh_database("mariadb", tmp_path) as db:
        create_tables(db)
        motto = Motto(db)
        now = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: now)
        motto.ask()
        with closed(open_database(db.engine.url.render_as_string(hide_password=False))) as other:
            write(other, "All the prices")
        assert (motto.ask(), motto.ask(exact=True)) == (None, "All the prices")
        now += MAX_AGE_SECONDS
        assert motto.ask() == "All the prices"


def test_memory_has_an_end(tables_db: Db) -> None:
    for number in range(2 * MOST_ANSWERS):
        with tables_db.reading():
            remembered(tables_db, number, lambda: number)  # noqa: B023 — called at once
            assert len(tables_db.seat.memory or tables_db.memory.answers) <= MOST_ANSWERS


def test_a_site_without_documents_is_not_asked_for_them(tables_db: Db) -> None:
    with tables_db.reading():
        assert not has_documents(tables_db)
        before = tables_db.statements
        find_documents(tables_db, "post", [1])
        assert tables_db.statements == before
    create_own_tables(tables_db)
    with open_work(tables_db) as work:
        save_document(work, Document("post", 1, "view", "{}", "{}", "", "2025-06-01 00:00:00"))
    with tables_db.reading():
        assert len(find_documents(tables_db, "post", [1])) == 1
