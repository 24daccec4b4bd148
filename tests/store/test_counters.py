"""Numbers in post meta, counted up by several at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from copydesk.store.counters import increase_post_meta
from copydesk.store.database import Db
from copydesk.store.meta import find_meta, get_meta, load_meta_owners
from copydesk.store.meta_write import add_meta
from copydesk.store.posts_write import insert_post
from copydesk.store.work import open_work, try_again
from tests.store.examples import a_post

VIEWS = "_views"


def insert_posts(db: Db, count: int) -> list[int]:
    with open_work(db) as work:
        return [insert_post(work, a_post()) for _ in range(count)]


def test_missing_number_is_made_and_known_one_grows(tables_db: Db) -> None:
    known, new = insert_posts(tables_db, 2)
    with open_work(tables_db) as work:
        add_meta(work, "post", known, key=VIEWS, value="41")
        increase_post_meta(work, VIEWS, {known: 1, new: 3})
    with open_work(tables_db) as work:
        increase_post_meta(work, VIEWS, {new: 2})
    assert get_meta(tables_db, "post", known, VIEWS) == "42"
    assert get_meta(tables_db, "post", new, VIEWS) == "5"


@pytest.mark.parametrize("value", ["", "many", "9" * 30, "1.5"])
def test_what_is_no_number_counts_from_zero(tables_db: Db, value: str) -> None:
    (post,) = insert_posts(tables_db, 1)
    with open_work(tables_db) as work:
        add_meta(work, "post", post, key=VIEWS, value=value)
        increase_post_meta(work, VIEWS, {post: 7})
    assert get_meta(tables_db, "post", post, VIEWS) == "7"


def test_post_that_is_gone_gets_no_number(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        increase_post_meta(work, VIEWS, {404: 1})
        increase_post_meta(work, VIEWS, {})
    assert find_meta(tables_db, "post", (404,)) == []


def test_nothing_is_lost_when_several_count(tables_db: Db) -> None:
    posts = insert_posts(tables_db, 3)

    def count() -> None:
        with open_work(tables_db) as work:
            increase_post_meta(work, VIEWS, dict.fromkeys(posts, 1))

    with ThreadPoolExecutor(4) as threads:
        for counted in [threads.submit(try_again, count) for _ in range(40)]:
            counted.result()
    rows = find_meta(tables_db, "post", posts, (VIEWS,))
    assert [(row.object_id, row.value) for row in rows] == [(post, "40") for post in posts]


def test_owners_are_found_by_several_values(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        for term, user in ((31, "2"), (32, "3"), (33, "2")):
            add_meta(work, "term", term, key="user_id", value=user)
    found = load_meta_owners(tables_db, "term", "user_id", ["2", "3", "4"])
    assert found == {"2": [31, 33], "3": [32], "4": []}
    assert load_meta_owners(tables_db, "term", "user_id", []) == {}
