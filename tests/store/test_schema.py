"""The tables that we make are the tables that WordPress makes."""

import gzip
import re
from pathlib import Path

import pytest

from copydesk.store.database import connect_database
from copydesk.store.schema import create_tables
from copydesk.store.tables import tables_of
from tests.databases import COMPAT_DUMP, closed, fresh_mariadb, needs_compat

CREATE = re.compile(r"CREATE TABLE `\w+` \(.*?\n\) [^\n;]*", re.DOTALL)


def as_dumped() -> dict[str, str]:
    with gzip.open(COMPAT_DUMP, "rt", encoding="utf-8") as dump:
        text = dump.read()
    return {table_name(found): without_counter(found) for found in CREATE.findall(text)}


def table_name(create: str) -> str:
    return create.split("`")[1]


def without_counter(create: str) -> str:
    return re.sub(r" AUTO_INCREMENT=\d+", "", create)


@needs_compat
@pytest.mark.mariadb
def test_mariadb_tables_are_wordpress_tables_to_the_letter() -> None:
    with fresh_mariadb() as url, closed(connect_database(url)) as db:
        create_tables(db)
        with db.connected() as connection:
            cursor = connection.cursor()
            made = {}
            for table in db.tables.all:
                cursor.execute(f"SHOW CREATE TABLE {table.name}")
                made[table.name] = cursor.fetchone()[1]
    assert made == as_dumped()


def test_sqlite_tables_take_any_prefix_side_by_side(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/two.db"
    for prefix in ("wp_", "news_"):
        with closed(connect_database(url, prefix)) as db:
            create_tables(db)
            create_tables(db)
            assert {table.name for table in db.tables.all} == {
                f"{prefix}{name}"
                for name in (
                    "commentmeta", "comments", "links", "options", "postmeta", "posts", "term_relationships",
                    "term_taxonomy", "termmeta", "terms", "usermeta", "users",
                )
            }  # fmt: skip


def test_tables_of_a_prefix_are_made_once() -> None:
    assert tables_of("wp_") is tables_of("wp_")
    assert tables_of("wp_") is not tables_of("x_")
