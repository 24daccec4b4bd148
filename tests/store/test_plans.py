"""What readers ask for all the time is found along indexes; nothing walks through whole tables."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from copydesk.store.comments import CommentQuery, find_comments
from copydesk.store.database import Db
from copydesk.store.meta import load_meta
from copydesk.store.options import get_option, load_options
from copydesk.store.posts import PostQuery, Visible, find_posts, get_post, load_posts
from copydesk.store.revisions import load_revision_summaries
from copydesk.store.schema import create_tables
from copydesk.store.terms import load_terms_of_posts
from copydesk.store.users import UserQuery, find_users, get_user_by_login, load_users
from tests.databases import fresh_database

EDITOR = (Visible(("post",), ("publish",)), Visible(("post",), ("draft",), author=3))


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans that SQLite makes for the statements of a test."""
    noted: list[str] = []
    run = Db.run

    def noting(db: Db, connection: Any, statement: Any, params: Any) -> Any:
        explained = connection.execute("EXPLAIN QUERY PLAN " + statement.sql, statement.bind(params))
        noted.extend(row[3] for row in explained)
        return run(db, connection, statement, params)

    monkeypatch.setattr(Db, "run", noting)
    return noted


@pytest.mark.parametrize(
    "ask",
    [
        lambda db: get_post(db, 1),
        lambda db: load_posts(db, [1, 2]),
        lambda db: find_posts(db, PostQuery(slugs=("a",), statuses=("publish",))),
        lambda db: find_posts(db, PostQuery(visible=EDITOR)),
        lambda db: load_terms_of_posts(db, ("category",), [1, 2]),
        lambda db: load_meta(db, "post", [1, 2]),
        lambda db: load_revision_summaries(db, [1, 2]),
        lambda db: load_users(db, [1, 2]),
        lambda db: get_user_by_login(db, "a"),
        lambda db: get_option(db, "home"),
        lambda db: find_comments(db, CommentQuery(posts=(1,), approved=("1",), limit=10)),
    ],
)
def test_no_table_is_walked_through(ask: Callable[[Db], Any], plans: list[str], tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db:
        create_tables(db)
        plans.clear()
        ask(db)
    assert plans
    assert [step for step in plans if step.startswith("SCAN wp_")] == []


def test_newest_posts_are_read_in_the_order_of_the_index(plans: list[str], tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db:
        create_tables(db)
        plans.clear()
        find_posts(db, PostQuery(statuses=("publish",)))
    assert plans == ["SEARCH wp_posts USING INDEX wp_posts_type_status_date (post_type=? AND post_status=?)"]


def test_posts_by_slug_are_found_by_slug(plans: list[str], tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db:
        create_tables(db)
        find_posts(db, PostQuery(slugs=("a",), statuses=("publish",)))
    assert any("wp_posts_post_name" in step for step in plans)


def test_authors_are_probed_by_type_status_and_author(plans: list[str], tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db:
        create_tables(db)
        find_users(db, UserQuery(published_types=("post", "page"), limit=10))
    assert any(
        "type_status_author (post_type=? AND post_status=? AND post_author=?)" in step for step in plans
    )


def test_options_of_every_request_are_one_statement(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as db:
        create_tables(db)
        db.statements = 0
        load_options(db)
        assert db.statements == 1
