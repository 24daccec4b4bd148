"""Comments are found by every condition, in every order, on both databases."""

from typing import Any

import pytest

from copydesk.store.comments import (
    CommentQuery,
    count_comments,
    find_comments,
    load_comment_counts,
    load_comments,
)
from copydesk.store.comments_write import adopt_comment
from copydesk.store.database import Db
from copydesk.store.post_query import Visible
from copydesk.store.posts_write import adopt_post
from copydesk.store.work import open_work
from tests.store.examples import a_comment, a_post


@pytest.fixture
def talk(tables_db: Db) -> Db:
    """Four comments on a published post, one of them spam, and a pingback to a draft."""
    comments = [
        a_comment(id=1, post=10, date="2025-06-01 10:00:00", date_gmt="2025-06-01 04:30:00"),
        a_comment(
            id=2, post=10, date="2025-06-02 10:00:00", date_gmt="2025-06-02 04:30:00", parent=1, user=5
        ),
        a_comment(
            id=3,
            post=10,
            date="2025-06-03 10:00:00",
            date_gmt="2025-06-01 04:30:00",
            author_name="Zoë",
            karma=2,
        ),
        a_comment(id=4, post=10, approved="spam", author_email="spam@mail.example"),
        a_comment(id=5, post=11, type="pingback", content="See 100% of it", date_gmt="2025-06-09 04:30:00"),
    ]
    with open_work(tables_db) as work:
        adopt_post(work, a_post(id=10))
        adopt_post(work, a_post(id=11, status="draft", author=5))
        for comment in comments:
            adopt_comment(work, comment)
    return tables_db


def ids(db: Db, **query: Any) -> list[int]:
    return [comment.id for comment in find_comments(db, CommentQuery(**{"approved": ("1",), **query}))[0]]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({}, [5, 2, 3, 1]),
        ({"approved": ()}, [5, 2, 4, 3, 1]),
        ({"approved": ("spam", "trash")}, [4]),
        ({"posts": (11,)}, [5]),
        ({"types": ("comment",)}, [2, 3, 1]),
        ({"not_types": ("comment", "note")}, [5]),
        ({"ids": (1, 2)}, [2, 1]),
        ({"not_ids": (1, 2)}, [5, 3]),
        ({"users": (5,)}, [2]),
        ({"not_users": (5,)}, [5, 3, 1]),
        ({"author_email": "MEI@mail.example"}, [5, 2, 3, 1]),
        ({"parents": (1,)}, [2]),
        ({"not_parents": (1,)}, [5, 3, 1]),
        ({"karma": 2}, [3]),
        ({"after": "2025-06-02 10:00:00"}, [3]),
        ({"before": "2025-06-01 11:00:00"}, [1]),
        ({"search": "zoe"}, [3]),
        ({"search": "100%"}, [5]),
        ({"search": "203.0.113"}, [5, 2, 3, 1]),
        ({"visible_posts": (Visible(("post",), ("publish",)),)}, [2, 3, 1]),
        ({"visible_posts": (Visible(("post",), ("publish",)), Visible(author=5))}, [5, 2, 3, 1]),
    ],
)
def test_comments_that_meet_a_condition(talk: Db, condition: dict[str, Any], expected: list[int]) -> None:
    assert ids(talk, **condition) == expected
    assert count_comments(talk, CommentQuery(**{"approved": ("1",), **condition})) == len(expected)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("date", [3, 2, 5, 1]),
        ("id", [5, 3, 2, 1]),
        ("post", [5, 3, 2, 1]),
        ("parent", [2, 5, 3, 1]),
        ("type", [5, 3, 2, 1]),
        ("karma", [3, 5, 2, 1]),
    ],
)
def test_comments_in_an_order(talk: Db, order: Any, expected: list[int]) -> None:
    assert ids(talk, order=order) == expected


def test_comments_in_the_order_they_were_asked_for(talk: Db) -> None:
    assert ids(talk, ids=(3, 1, 2), order="include") == [3, 1, 2]
    assert ids(talk, ids=(3, 1, 2), order="include", descending=False) == [3, 1, 2]


def test_a_part_of_the_comments_with_their_number(talk: Db) -> None:
    comments, total = find_comments(talk, CommentQuery(approved=("1",), limit=1, offset=1))
    assert ([comment.id for comment in comments], total) == ([2], 4)


def test_comments_are_counted_by_state(talk: Db) -> None:
    assert load_comment_counts(talk, [10, 11, 12]) == {10: {"1": 3, "spam": 1}, 11: {"1": 1}, 12: {}}
    assert load_comments(talk, [1, 99]).keys() == {1}
