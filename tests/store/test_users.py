"""Users are found by every condition, in every order, on both databases."""

from typing import Any

import pytest

from copydesk.store.database import Db
from copydesk.store.meta_write import set_meta
from copydesk.store.posts_write import insert_post
from copydesk.store.users import (
    UserQuery,
    default_search_columns,
    find_users,
    get_user_by_login,
    get_user_by_nicename,
    load_published_counts,
    load_publishing_users,
    load_users,
)
from copydesk.store.users_write import adopt_user
from copydesk.store.work import open_work
from tests.store.examples import a_post, a_user

GRANTED = {1: 'a:1:{s:6:"editor";b:1;}', 2: 'a:1:{s:6:"author";b:1;}', 3: 'a:1:{s:12:"manage_tests";b:1;}'}


@pytest.fixture
def staff(tables_db: Db) -> Db:
    """An editor who published a page and a post, an author with a draft, somebody with a capability."""
    users = [
        a_user(
            id=1,
            login="zoe",
            nicename="zoe-b",
            display_name="Zoë",
            email="z@desk.example",
            registered="2025-01-03",
        ),
        a_user(
            id=2,
            login="abe",
            nicename="abe-c",
            display_name="abe",
            email="a@desk.example",
            registered="2025-01-01",
        ),
        a_user(
            id=3,
            login="mia",
            nicename="mia",
            display_name="Mia",
            email="m@desk.example",
            url="https://mia.example",
            registered="2025-01-02",
        ),
    ]
    with open_work(tables_db) as work:
        for user in users:
            adopt_user(work, user)
        for user_id, granted in GRANTED.items():
            set_meta(work, "user", user_id, key="wp_capabilities", value=granted)
        insert_post(work, a_post(author=1, type="page"))
        insert_post(work, a_post(author=1))
        insert_post(work, a_post(author=2, status="draft"))
    return tables_db


def ids(db: Db, **query: Any) -> list[int]:
    return [user.id for user in find_users(db, UserQuery(**query))[0]]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({}, [2, 3, 1]),
        ({"ids": (1, 3)}, [3, 1]),
        ({"not_ids": (1,)}, [2, 3]),
        ({"slugs": ("mia", "ZOE-B")}, [3, 1]),
        ({"roles": ("editor", "author")}, [2, 1]),
        ({"capability_groups": (("manage_tests",),)}, [3]),
        ({"capability_groups": (("edit_posts", "editor", "author"), ("moderate", "editor"))}, [1]),
        ({"roles": ("edit",)}, []),
        ({"published_types": ("post",)}, [1]),
        ({"published_types": ("post", "page")}, [1]),
        ({"published_types": ("report",)}, []),
        ({"search": "ZOE"}, [1]),
        ({"search": "a@"}, [2]),
        ({"search": "3"}, [3]),
        ({"search": "https://mia"}, [3]),
        ({"search": "desk.example", "search_columns": ("user_login", "display_name")}, []),
        ({"search": "b", "search_columns": ("user_nicename",)}, [2, 1]),
    ],
)
def test_users_that_meet_a_condition(staff: Db, condition: dict[str, Any], expected: list[int]) -> None:
    assert ids(staff, **condition) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", [2, 3, 1]),
        ("id", [1, 2, 3]),
        ("slug", [2, 3, 1]),
        ("email", [2, 3, 1]),
        ("url", [1, 2, 3]),
        ("registered_date", [2, 3, 1]),
        ("include", [2, 3, 1]),
    ],
)
def test_users_in_an_order(staff: Db, order: Any, expected: list[int]) -> None:
    assert ids(staff, order=order) == expected


def test_users_in_the_order_they_were_asked_for(staff: Db) -> None:
    assert ids(staff, ids=(3, 1, 2), order="include") == [3, 1, 2]
    assert ids(staff, slugs=("zoe-b", "abe-c"), order="include_slugs") == [1, 2]


def test_a_part_of_the_users_with_their_number(staff: Db) -> None:
    users, total = find_users(staff, UserQuery(limit=1, offset=1, descending=True))
    assert ([user.id for user in users], total) == ([3], 3)


def test_who_published_and_how_much(staff: Db) -> None:
    assert load_published_counts(staff, [1, 2, 99], ("post", "page")) == {1: 2, 2: 0, 99: 0}
    assert load_publishing_users(staff, [1, 2, 99], ("post",)) == {1}
    assert load_published_counts(staff, [1], ()) == {1: 0}
    assert load_publishing_users(staff, [], ("post",)) == set()


def test_nobody_has_an_empty_name(staff: Db) -> None:
    assert get_user_by_login(staff, "") is None
    assert get_user_by_nicename(staff, "abe-c") == load_users(staff, [2])[2]


def test_search_looks_where_the_text_belongs() -> None:
    assert default_search_columns("a@b") == ("user_email",)
    assert default_search_columns("12") == ("user_login", "ID")
    assert default_search_columns("http://x") == ("user_url",)
    assert "display_name" in default_search_columns("zoe")
