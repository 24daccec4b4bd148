"""Rows are read once in a snapshot, and again after a change."""

from collections.abc import Callable

import pytest

from copydesk.store.database import Db
from copydesk.store.posts import PostQuery, find_posts, get_post, load_posts
from copydesk.store.posts_write import insert_post, set_post_column
from copydesk.store.users import get_user
from copydesk.store.work import open_work
from tests.store.examples import a_post


def new_post(db: Db) -> int:
    with open_work(db) as work:
        return insert_post(work, a_post(title="Tides", content="High."))


def statements(db: Db, ask: Callable[[], object]) -> int:
    before = db.statements
    ask()
    return db.statements - before


def test_a_row_is_read_once(tables_db: Db) -> None:
    post_id = new_post(tables_db)
    with tables_db.reading():
        first = get_post(tables_db, post_id)
        assert statements(tables_db, lambda: get_post(tables_db, post_id)) == 0
        assert get_post(tables_db, post_id) is first


def test_that_there_is_no_row_is_remembered_too(tables_db: Db) -> None:
    with tables_db.reading():
        get_user(tables_db, 9)
        assert statements(tables_db, lambda: get_user(tables_db, 9)) == 0


def test_another_snapshot_is_read_anew(tables_db: Db) -> None:
    post_id = new_post(tables_db)
    for _ in range(2):
        with tables_db.reading():
            assert statements(tables_db, lambda: get_post(tables_db, post_id)) == 1
    assert statements(tables_db, lambda: get_post(tables_db, post_id)) == 1


def test_brief_rows_come_from_whole_ones(tables_db: Db) -> None:
    post_id = new_post(tables_db)
    with tables_db.reading():
        find_posts(tables_db, PostQuery())
        before = tables_db.statements
        brief = load_posts(tables_db, [post_id, post_id + 1], brief=True)
        assert tables_db.statements == before + 1
        assert [(post.title, post.content) for post in brief.values()] == [("Tides", "")]
        assert load_posts(tables_db, [post_id])[post_id].content == "High."


def test_a_change_is_seen_at_once(tables_db: Db) -> None:
    post_id = new_post(tables_db)
    with tables_db.reading():
        get_post(tables_db, post_id)
        with open_work(tables_db) as work:
            set_post_column(work, post_id, "post_title", "Ebb")
            assert load_posts(tables_db, [post_id])[post_id].title == "Ebb"
        assert load_posts(tables_db, [post_id])[post_id].title == "Ebb"


def test_a_change_that_was_undone_is_not_remembered(tables_db: Db) -> None:
    post_id = new_post(tables_db)

    def change_and_fail() -> None:
        with open_work(tables_db) as work:
            set_post_column(work, post_id, "post_title", "Ebb")
            get_post(tables_db, post_id)
            raise ValueError

    with tables_db.reading():
        with pytest.raises(ValueError):  # noqa: PT011 — our own
            change_and_fail()
        assert load_posts(tables_db, [post_id])[post_id].title == "Tides"
