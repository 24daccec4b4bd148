"""Real databases for tests: empty sites and the site of the compatibility kit, on SQLite and on MariaDB.

MariaDB tests run when a server answers at COPYDESK_TEST_MARIADB (start one with `scripts/mariadb.sh`). A
folder of tests gets the fixtures by importing them in its conftest.py.
"""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import pymysql
import pytest
from sqlalchemy import make_url

from copydesk.store.copy_tables import copy_dump
from copydesk.store.database import Db, connect_database, open_database
from copydesk.store.schema import create_tables

MARIADB = os.environ.get("COPYDESK_TEST_MARIADB", "mysql+pymysql://root@127.0.0.1:33306")
COMPAT = Path(__file__).parents[1] / "../shared/compat"
COMPAT_DUMP = COMPAT / "site/database.sql.gz"
BOTH = ("sqlite", pytest.param("mariadb", marks=pytest.mark.mariadb))

needs_compat = pytest.mark.skipif(not COMPAT_DUMP.exists(), reason="the compatibility kit is not here")


@pytest.fixture(params=BOTH)
def tables_db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Db]:
    """WordPress's tables without a single row."""
    with fresh_database(request.param, tmp_path) as db:
        create_tables(db)
        yield db


@pytest.fixture(scope="session", params=BOTH)
def compat_db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Db]:
    """The site of the kit, for reading: one for all tests."""
    if not COMPAT_DUMP.exists():
        pytest.skip("the compatibility kit is not here")
    with fresh_database(request.param, tmp_path_factory.mktemp("compat")) as db:
        load_compat(db)
        yield db


@pytest.fixture
def compat_copy(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Db]:
    """The site of the kit on SQLite, for changing."""
    path = tmp_path / "site.db"
    copy_compat(path)
    db = open_database(f"sqlite:///{path}")
    yield db
    db.close()


def load_compat(db: Db) -> None:
    """Fills an empty database with the site of the kit."""
    create_tables(db)
    copy_dump(COMPAT_DUMP, db)


def copy_compat(path: Path) -> None:
    """The site of the kit as an SQLite file; made once, then copied."""
    if not COMPAT_DUMP.exists():
        pytest.skip("the compatibility kit is not here")
    shutil.copyfile(_compat_file(path.parents[1]), path)


@lru_cache
def _compat_file(directory: Path) -> Path:
    path = directory / f"compat-{uuid.uuid4().hex}.db"
    with closed(connect_database(f"sqlite:///{path}")) as db:
        load_compat(db)
    return path


@contextmanager
def fresh_database(kind: str, directory: Path, prefix: str = "wp_") -> Iterator[Db]:
    """An empty database, gone afterwards."""
    if kind == "sqlite":
        with closed(connect_database(f"sqlite:///{directory}/{uuid.uuid4().hex}.db", prefix)) as db:
            yield db
    else:
        with fresh_mariadb() as url, closed(connect_database(url, prefix)) as db:
            yield db


@contextmanager
def fresh_mariadb() -> Iterator[str]:
    """The URL of an empty MariaDB database, dropped afterwards; skips without a server."""
    if not has_mariadb():
        pytest.skip(f"no MariaDB server at {MARIADB}: start one with scripts/mariadb.sh")
    name = f"copydesk_test_{uuid.uuid4().hex}"
    run_on_mariadb(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
    try:
        yield f"{MARIADB}/{name}"
    finally:
        run_on_mariadb(f"DROP DATABASE {name}")


@lru_cache
def has_mariadb() -> bool:
    try:
        run_on_mariadb("SELECT 1")
    except pymysql.err.OperationalError:
        return False
    return True


def run_on_mariadb(command: str) -> None:
    url = make_url(MARIADB)
    connection = pymysql.connect(
        host=url.host or "127.0.0.1",
        port=url.port or 3306,
        user=url.username or "root",
        password=url.password or "",
        connect_timeout=3,
    )
    with connection, connection.cursor() as cursor:
        cursor.execute(command)


@contextmanager
def closed(db: Db) -> Iterator[Db]:
    """Closes the database at the end."""
    try:
        yield db
    finally:
        db.close()
