"""Connections that rested may have gone away; nobody shall notice."""

import time
from pathlib import Path

import pytest

from copydesk.store.database import Db
from copydesk.store.options import get_option
from copydesk.store.schema import create_tables
from tests.databases import fresh_database

pytestmark = pytest.mark.mariadb


def test_a_connection_that_the_server_closed_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fresh_database("mariadb", tmp_path) as db:
        create_tables(db)
        close_at_server(db)
        later = time.monotonic() + 60
        monkeypatch.setattr(time, "monotonic", lambda: later)
        assert get_option(db, "home") is None


def test_a_connection_in_use_is_not_asked_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with fresh_database("mariadb", tmp_path) as db:
        create_tables(db)
        now = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: now)
        monkeypatch.setattr("pymysql.connections.Connection.ping", lambda *_, **__: pytest.fail("asked"))
        for _ in range(3):
            get_option(db, "home")


def close_at_server(db: Db) -> None:
    """Lets the server end the connection that the next statement will get."""
    with db.connected() as connection:
        number = connection.thread_id()
        with db.engine.connect() as other:
            other.exec_driver_sql(f"KILL {number}")
