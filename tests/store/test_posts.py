"""Posts are found by every condition, in every order, on both databases."""

from typing import Any

import pytest

from copydesk.store.database import Db
from copydesk.store.meta_write import add_meta
from copydesk.store.posts import (
    MetaCondition,
    Order,
    PostQuery,
    TermCondition,
    Visible,
    count_posts,
    find_post_ids,
    find_posts,
    get_post,
    load_child_ids,
    load_posts,
)
from copydesk.store.posts_write import adopt_post
from copydesk.store.relationships import set_terms
from copydesk.store.revisions import RevisionSummary, load_revision_summaries
from copydesk.store.terms_write import adopt_term
from copydesk.store.work import open_work
from tests.store.examples import a_post, a_term

DAY = "2025-06-{:02} 10:00:00"


@pytest.fixture
def newsroom(tables_db: Db) -> Db:
    """Six posts, a page with a picture, three revisions; a tree of two categories and a tag."""
    posts = [
        a_post(
            id=1, date=DAY.format(1), title="Wheat slips", content="Bags at the yard.", author=3, slug="wheat"
        ),
        a_post(
            id=2, date=DAY.format(2), title="Café prices", content="Wheat and milk.", author=4, slug="cafe"
        ),
        a_post(id=3, date=DAY.format(3), title="Étude of a market", excerpt="wheat", author=3, slug="etude"),
        a_post(id=4, date=DAY.format(4), title="draft", status="draft", author=4, slug=""),
        a_post(id=5, date=DAY.format(5), title="private", status="private", author=3, slug="private"),
        a_post(id=6, date=DAY.format(6), title="(locked)", password="x", author=4, slug="locked"),
        a_post(id=7, date=DAY.format(7), type="page", title="About", slug="about", menu_order=2),
        a_post(
            id=8,
            date=DAY.format(1),
            type="attachment",
            status="inherit",
            mime_type="image/png",
            parent=7,
            slug="picture",
        ),
        a_post(id=9, type="revision", status="inherit", parent=1, date=DAY.format(1)),
        a_post(id=10, type="revision", status="inherit", parent=1, date=DAY.format(3)),
        a_post(id=11, type="revision", status="inherit", parent=1, date=DAY.format(2)),
    ]
    with open_work(tables_db) as work:
        for post in posts:
            adopt_post(work, post)
        adopt_term(work, a_term("Markets", id=21, taxonomy_id=31, count=1))
        adopt_term(work, a_term("Grain", id=22, taxonomy_id=32, parent=21, count=1))
        adopt_term(work, a_term("Asia", "post_tag", id=23, taxonomy_id=33, count=900))
        set_terms(work, 1, "category", taxonomy_ids=[31])
        set_terms(work, 2, "category", taxonomy_ids=[32])
        for post_id in (1, 2, 3):
            set_terms(work, post_id, "post_tag", taxonomy_ids=[33])
        add_meta(work, "post", 2, key="dateline", value="Mumbai")
        add_meta(work, "post", 3, key="dateline", value="Delhi")
        add_meta(work, "post", 8, key="_wp_attached_file", value="2025/06/grain-yard.png")
    return tables_db


def ids(db: Db, **query: Any) -> list[int]:
    return find_post_ids(db, PostQuery(**{"statuses": ("publish",), **query}))[0]


def test_newest_posts_come_first_with_their_number(newsroom: Db) -> None:
    posts, total = find_posts(newsroom, PostQuery(statuses=("publish",), limit=2))
    assert [post.id for post in posts] == [6, 3]
    assert total == 4
    assert posts[1] == get_post(newsroom, 3)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"types": ("page",)}, [7]),
        ({"types": ()}, [7, 6, 3, 2, 1]),
        ({"statuses": ("draft", "private")}, [5, 4]),
        ({"statuses": ()}, [6, 5, 4, 3, 2, 1]),
        ({"ids": (2, 1, 99)}, [2, 1]),
        ({"not_ids": (6, 3)}, [2, 1]),
        ({"slugs": ("wheat", "ETUDE")}, [3, 1]),
        ({"authors": (3,)}, [3, 1]),
        ({"authors": (3, 4)}, [6, 3, 2, 1]),
        ({"not_authors": (4,)}, [3, 1]),
        ({"after": DAY.format(2)}, [6, 3]),
        ({"before": DAY.format(2)}, [1]),
        ({"modified_after": DAY.format(2)}, []),
        ({"has_password": True}, [6]),
        ({"has_password": False}, [3, 2, 1]),
        ({"types": ("attachment",), "statuses": ("inherit",), "mime_types": ("image/*",)}, [8]),
        ({"types": ("attachment",), "statuses": ("inherit",), "mime_types": ("image/p_g", "video/*")}, []),
        ({"types": ("attachment",), "statuses": ("inherit",), "parents": (7, 8)}, [8]),
        ({"types": ("attachment",), "statuses": ("inherit",), "not_parents": (7,)}, []),
        ({"types": ("page",), "menu_order": 2}, [7]),
        ({"meta": (MetaCondition("dateline"),)}, [3, 2]),
        ({"meta": (MetaCondition("dateline", "mumbai"),)}, [2]),
        ({"meta": (MetaCondition("dateline", has=False),)}, [6, 1]),
    ],
)
def test_posts_that_meet_a_condition(newsroom: Db, condition: dict[str, Any], expected: list[int]) -> None:
    assert ids(newsroom, **condition) == expected
    assert count_posts(newsroom, PostQuery(**{"statuses": ("publish",), **condition})) == len(expected)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ([TermCondition("category", (21,))], [1]),
        ([TermCondition("category", (21,), include_children=True)], [2, 1]),
        ([TermCondition("category", (21, 22), "NOT IN")], [6, 3]),
        ([TermCondition("category", (21, 22), "AND")], []),
        ([TermCondition("category", (22, 22), "AND")], [2]),
        ([TermCondition("category", (99,))], []),
        ([TermCondition("category", (99,), "NOT IN")], [6, 3, 2, 1]),
        ([TermCondition("category", (23,))], []),
        ([TermCondition("post_tag", (23,))], [3, 2, 1]),
        ([TermCondition("category", operator="EXISTS")], [2, 1]),
        ([TermCondition("category", operator="NOT EXISTS")], [6, 3]),
        ([TermCondition("category", (21,)), TermCondition("post_tag", (23,))], [1]),
    ],
)
def test_posts_that_carry_terms(newsroom: Db, terms: list[TermCondition], expected: list[int]) -> None:
    assert ids(newsroom, terms=tuple(terms)) == expected


def test_one_of_several_term_conditions_is_enough_when_asked(newsroom: Db) -> None:
    terms = (TermCondition("category", (22,)), TermCondition("category", operator="NOT EXISTS"))
    assert ids(newsroom, terms=terms, any_term_condition=True) == [6, 3, 2]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order("date", descending=False), [1, 2, 3, 6]),
        (Order("id"), [6, 3, 2, 1]),
        (Order("modified"), [6, 3, 2, 1]),
        (Order("title", descending=False), [6, 2, 3, 1]),
        (Order("slug", descending=False), [2, 3, 6, 1]),
        (Order("author", descending=False), [1, 3, 2, 6]),
        (Order("author"), [2, 6, 1, 3]),
        (Order("meta", key="dateline"), [2, 3, 6, 1]),
    ],
)
def test_posts_in_an_order(newsroom: Db, order: Order, expected: list[int]) -> None:
    assert ids(newsroom, order=(order,)) == expected


def test_posts_in_the_order_they_were_asked_for(newsroom: Db) -> None:
    assert ids(newsroom, ids=(3, 1, 2), order=(Order("include"),)) == [3, 1, 2]
    assert ids(newsroom, slugs=("etude", "cafe"), order=(Order("include_slugs"),)) == [3, 2]
    assert ids(newsroom, authors=(3,), order=(Order("none"),), limit=None) == [1, 3]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("WHEAT", [3, 2, 1]),
        ("wheat cafe", [2]),
        ("etude", [3]),
        ('"at the yard"', [1]),
        ("wheat -milk", [3, 1]),
        ("100%", []),
        ("w_eat", []),
    ],
)
def test_posts_with_words(newsroom: Db, search: str, expected: list[int]) -> None:
    assert ids(newsroom, search=search) == expected


def test_best_hits_first(newsroom: Db) -> None:
    assert ids(newsroom, search="wheat", order=(Order("relevance"),)) == [1, 3, 2]
    assert ids(newsroom, search="wheat market", order=(Order("relevance"),)) == [3]
    assert ids(newsroom, search="wheat", order=(Order("relevance", descending=False),)) == [1, 2, 3]


def test_search_in_some_columns_exactly_and_in_file_names(newsroom: Db) -> None:
    assert ids(newsroom, search="wheat", search_columns=("post_title",)) == [1]
    assert ids(newsroom, search="wheat", search_exact=True) == [3]
    attachments = {"types": ("attachment",), "statuses": ("inherit",)}
    assert ids(newsroom, search="grain-yard", **attachments) == []
    assert ids(newsroom, search="grain-yard", search_file_names=True, **attachments) == [8]
    assert ids(newsroom, search="-grain-yard", search_file_names=True, **attachments) == []


EDITOR = (Visible(("post",), ("publish",)), Visible(("post",), ("draft", "private"), author=3))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"visible": EDITOR, "statuses": ()}, [6, 5, 3, 2, 1]),
        ({"visible": EDITOR, "statuses": (), "types": ()}, [6, 5, 3, 2, 1]),
        ({"visible": EDITOR, "statuses": ("private", "draft")}, [5]),
        ({"visible": EDITOR, "statuses": (), "types": ("page",)}, []),
        ({"visible": (*EDITOR, Visible(("post",), ("private",))), "statuses": ()}, [6, 5, 3, 2, 1]),
        ({"visible": (Visible(statuses=("publish",)),), "statuses": (), "types": ()}, [7, 6, 3, 2, 1]),
        ({"visible": (Visible(), Visible(author=9)), "types": (), "statuses": (), "ids": (4, 8)}, [4, 8]),
        ({"visible": EDITOR, "statuses": (), "order": (Order("title", descending=False),)}, [6, 2, 3, 5, 1]),
        ({"visible": EDITOR, "statuses": (), "order": (Order("date", descending=False),)}, [1, 2, 3, 5, 6]),
        ({"visible": EDITOR, "statuses": (), "offset": 1, "limit": 2}, [5, 3]),
        ({"visible": EDITOR, "statuses": (), "authors": (3,)}, [5, 3, 1]),
    ],
)
def test_only_what_a_caller_may_see(newsroom: Db, query: dict[str, Any], expected: list[int]) -> None:
    assert ids(newsroom, **query) == expected


def test_brief_rows_leave_out_the_long_texts(newsroom: Db) -> None:
    [post], _ = find_posts(newsroom, PostQuery(ids=(1,), brief=True))
    assert (post.title, post.content) == ("Wheat slips", "")
    assert load_posts(newsroom, [1], brief=True)[1] == post
    assert load_posts(newsroom, [1, 2, 99]).keys() == {1, 2}


def test_uncounted_and_unlimited(newsroom: Db) -> None:
    assert find_posts(newsroom, PostQuery(statuses=("publish",), limit=1, counted=False))[1] == 0
    assert find_posts(newsroom, PostQuery(statuses=("publish",), limit=None))[1] == 4
    assert find_posts(newsroom, PostQuery(statuses=("publish",), offset=9)) == ([], 4)


def test_children_and_revisions(newsroom: Db) -> None:
    assert load_child_ids(newsroom, [7, 1], ("attachment",)) == {7: [8], 1: []}
    assert load_revision_summaries(newsroom, [1, 2]) == {1: RevisionSummary(3, 10), 2: RevisionSummary(0, 0)}


def test_a_page_costs_the_same_statements_whatever_is_on_it(newsroom: Db) -> None:
    costs = []
    for limit in (1, 2, 3):
        newsroom.statements = 0
        posts, _ = find_posts(newsroom, PostQuery(statuses=("publish",), limit=limit))
        load_posts(newsroom, [post.id for post in posts])
        load_revision_summaries(newsroom, [post.id for post in posts])
        costs.append(newsroom.statements)
    assert costs == [4, 4, 4]
