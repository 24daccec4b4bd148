"""Pages far from the first: read from the other end where that is nearer, with the same posts in the same order."""

import pytest

from copydesk.store.database import Db
from copydesk.store.posts import Order, PostQuery, Visible, find_post_ids, find_posts
from copydesk.store.row_values import values_of
from copydesk.store.work import open_work
from copydesk.store.writing import insert_rows
from tests.store.examples import a_post

POSTS = 430
ORDERS = [
    Order("date"),
    Order("date", descending=False),
    Order("title", descending=False),
    Order("id"),
    Order("none"),
]


@pytest.fixture
def archive(tables_db: Db) -> Db:
    """Three posts a day, every tenth of them private."""
    rows = [
        a_post(
            id=number,
            date=f"2024-{number // 90 + 1:02}-{number // 3 % 28 + 1:02} 10:00:00",
            title=f"Story {number * 7 % 100}",
            status="private" if number % 10 == 0 else "publish",
        )
        for number in range(1, POSTS + 1)
    ]
    with open_work(tables_db) as work:
        insert_rows(work, "posts", [values_of(row) for row in rows])
    return tables_db


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order.by} {order.descending}")
@pytest.mark.parametrize("statuses", [("publish",), ("publish", "private")], ids=len)
def test_far_pages_continue_the_near_ones(archive: Db, order: Order, statuses: tuple[str, ...]) -> None:
    visible = (Visible(("post",), statuses),)
    every, total = find_post_ids(archive, PostQuery(visible=visible, order=(order,), limit=None))
    for offset in (190, 205, total - 60, total - 31, total - 30, total - 29, total - 1, total, total + 50):
        query = PostQuery(visible=visible, order=(order,), limit=30, offset=offset)
        posts, counted = find_posts(archive, query)
        assert ([post.id for post in posts], counted) == (every[offset : offset + 30], total)


def test_pages_of_one_snapshot_count_once(archive: Db) -> None:
    with archive.reading():
        find_posts(archive, PostQuery(limit=30))
        before = archive.statements
        find_posts(archive, PostQuery(limit=30, offset=60, is_total_exact=False))
        find_posts(archive, PostQuery(limit=30, offset=400, is_total_exact=False))
        assert archive.statements - before <= 3


def test_a_total_is_counted_again_after_a_change(archive: Db) -> None:
    lax = PostQuery(limit=30, is_total_exact=False)
    with archive.reading():
        assert find_posts(archive, lax)[1] == POSTS
    with open_work(archive) as work:
        insert_rows(work, "posts", [values_of(a_post(id=999))])
        assert find_posts(archive, lax)[1] == POSTS + 1
    with archive.reading():
        assert find_posts(archive, lax)[1] == POSTS + 1
