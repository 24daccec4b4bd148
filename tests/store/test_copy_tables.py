"""A site copied from a dump or a database is the same site, byte for byte."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from copydesk.store.copy_tables import copy_database, copy_dump, find_prefix
from copydesk.store.database import Db, connect_database, open_database
from copydesk.store.dump import DumpError
from copydesk.store.schema import create_tables, load_next_ids
from tests.databases import (
    COMPAT_DUMP,
    MARIADB,
    closed,
    fresh_database,
    fresh_mariadb,
    load_compat,
    needs_compat,
)

pytestmark = needs_compat


def everything_in(db: Db) -> dict[str, Any]:
    found: dict[str, Any] = {"next ids": load_next_ids(db)}
    with db.connected() as connection:
        cursor = connection.cursor()
        for table in db.tables.all:
            keys = ", ".join(column.name for column in table.primary_key)
            columns = ", ".join(column.name for column in table.c)
            cursor.execute(f"SELECT {columns} FROM {table.name} ORDER BY {keys}")
            found[str(table.info["name"])] = list(cursor.fetchall())
    return found


def load_with_client(url: str) -> None:
    server = make_url(url)
    where = [
        f"--host={server.host}",
        f"--port={server.port}",
        f"--user={server.username}",
        str(server.database),
    ]
    unpacked = subprocess.run(["gunzip", "-c", str(COMPAT_DUMP)], check=True, capture_output=True).stdout
    subprocess.run(["mariadb", "--no-defaults", *where], input=unpacked, check=True)


@pytest.mark.mariadb
def test_our_reader_of_dumps_agrees_with_the_client_of_mariadb(tmp_path: Path) -> None:
    with fresh_mariadb() as url:
        load_with_client(url)
        with closed(open_database(url)) as db, fresh_database("sqlite", tmp_path) as ours:
            load_compat(ours)
            by_client, by_us = everything_in(db), everything_in(ours)
    assert by_us.pop("next ids") | {"links": 1} == by_client.pop("next ids")
    assert by_us == by_client


@pytest.mark.mariadb
@pytest.mark.parametrize("way", [("mariadb", "sqlite"), ("sqlite", "mariadb")])
def test_site_travels_between_the_databases_unchanged(tmp_path: Path, way: tuple[str, str]) -> None:
    with fresh_database(way[0], tmp_path) as source, fresh_database(way[1], tmp_path) as target:
        load_compat(source)
        create_tables(target)
        copied = copy_database(source, target)
        assert copied.rows["posts"] == 158
        original, copy = everything_in(source), everything_in(target)
    for counters in (original["next ids"], copy["next ids"]):
        counters.pop("links", None)  # SQLite begins to count with the first row
    assert copy == original


def test_prefix_changes_where_wordpress_writes_it_into_values(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path, prefix="news_") as db:
        create_tables(db)
        copy_dump(COMPAT_DUMP, db)
        with db.connected() as connection:
            names = {row[0] for row in connection.execute("SELECT option_name FROM news_options")}
            keys = {row[0] for row in connection.execute("SELECT meta_key FROM news_usermeta")}
    assert "news_user_roles" in names
    assert "wp_user_roles" not in names
    assert {"news_capabilities", "news_user_level", "first_name"} <= keys


def test_prefix_of_a_dump_is_found() -> None:
    assert find_prefix(COMPAT_DUMP) == "wp_"


def test_dump_of_something_else_is_refused_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "shop.sql"
    other.write_text("CREATE TABLE `orders` (\n  `id` int\n);\n")
    with pytest.raises(DumpError, match="holds no WordPress tables"):
        copy_dump(other, connect_database(f"sqlite:///{tmp_path}/x.db"))


def test_server_for_tests_is_named_by_the_environment() -> None:
    assert make_url(MARIADB).get_backend_name() == "mysql"
