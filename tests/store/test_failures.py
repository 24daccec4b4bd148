"""What is wrong with a database is said in one line, with what to do."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from copydesk.store.database import Db, connect_database, open_database
from copydesk.store.failures import BusyError, MissingTableError, StoreError
from copydesk.store.posts import PostQuery, find_posts, get_post
from copydesk.store.schema import create_tables
from copydesk.store.work import open_work
from tests.databases import MARIADB, closed, fresh_database, fresh_mariadb, has_mariadb


def failure_of(url: str, prefix: str = "wp_") -> str:
    with pytest.raises(StoreError) as failed:
        open_database(url, prefix)
    assert "\n" not in str(failed.value)
    return str(failed.value)


@pytest.mark.parametrize("url", ["nonsense", "postgresql://localhost/x", "sqlite://", "sqlite:///:memory:"])
def test_url_that_leads_to_no_site(url: str) -> None:
    assert failure_of(url)


def test_missing_file_names_the_command_that_makes_one(tmp_path: Path) -> None:
    assert "copydesk init" in failure_of(f"sqlite:///{tmp_path}/none.db")
    assert not (tmp_path / "none.db").exists()


def test_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("just a text, and long enough to be looked at " * 20)
    assert "is not an SQLite database" in failure_of(f"sqlite:///{tmp_path}/x.db")


def test_directory_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does its directory exist"):
        create_tables(connect_database(f"sqlite:///{tmp_path}/none/x.db"))


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("mariadb", marks=pytest.mark.mariadb)])
def test_empty_database_and_wrong_prefix(kind: str, tmp_path: Path) -> None:
    with fresh_database(kind, tmp_path) as db:
        with db.connected():
            pass
        url = db.engine.url.render_as_string(hide_password=False)
        assert "There are no WordPress tables" in failure_of(url)
        create_tables(db)
        assert "with wp_: set table_prefix" in failure_of(url, "news_")


@pytest.mark.mariadb
def test_server_that_refuses() -> None:
    if not has_mariadb():
        pytest.skip("no MariaDB server")
    url = make_url(MARIADB)
    assert "check name and password" in failure_of(str(url.set(username="nobody", password=None)) + "/x")
    assert "There is no database nothing_here" in failure_of(f"{MARIADB}/nothing_here")
    assert "No database server answers at 127.0.0.1:1" in failure_of("mysql+pymysql://root@127.0.0.1:1/x")


def test_host_that_nobody_knows() -> None:
    assert "No database server answers at" in failure_of("mysql+pymysql://root@no-such-host.invalid/x")


def test_numbers_and_texts_that_the_driver_cannot_say(tables_db: Db) -> None:
    assert get_post(tables_db, 10**30) is None
    assert find_posts(tables_db, PostQuery(slugs=("\udce9",), search="\udce9"))[1] == 0
    assert find_posts(tables_db, PostQuery(ids=(10**30, 1), authors=(-(10**30),)))[1] == 0


@pytest.mark.mariadb
def test_server_that_is_locked_is_busy(tmp_path: Path) -> None:
    with fresh_mariadb() as url, closed(connect_database(url)) as db, closed(connect_database(url)) as other:
        create_tables(db)
        with open_work(db) as work:
            work.command("INSERT INTO wp_options (option_name, option_value) VALUES ('a', '')")
            with other.connected():
                other.begin(("SET innodb_lock_wait_timeout = 1",))
                with pytest.raises(BusyError, match="busy"):
                    other.begin(("DELETE FROM wp_options",))


def test_missing_table_is_a_kind_of_its_own(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db, pytest.raises(MissingTableError):
        get_post(db, 1)
