"""Terms are found by every condition, in every order, on both databases."""

from typing import Any

import pytest

from copydesk.store.database import Db
from copydesk.store.post_query import TermCondition
from copydesk.store.relationships import set_terms
from copydesk.store.terms import (
    Family,
    TermQuery,
    count_terms,
    find_terms,
    get_term,
    load_families,
    load_terms,
    load_terms_of_posts,
)
from copydesk.store.terms_write import adopt_term
from copydesk.store.work import open_work
from tests.store.examples import a_term


@pytest.fixture
def tree(tables_db: Db) -> Db:
    """Markets > Bonds > Gilts, an empty category, and a tag; post 7 carries Gilts and the tag."""
    terms = [
        a_term("Markets", id=1, taxonomy_id=11),
        a_term("Bonds", id=2, taxonomy_id=12, parent=1, count=3),
        a_term("Gilts", id=3, taxonomy_id=13, parent=2, count=5, description="British"),
        a_term("Émpty", id=4, taxonomy_id=14, slug="empty"),
        a_term("bonds", "post_tag", id=5, taxonomy_id=15, count=1, group=2),
    ]
    with open_work(tables_db) as work:
        for term in terms:
            adopt_term(work, term)
        set_terms(work, 7, "category", taxonomy_ids=[13])
        set_terms(work, 7, "post_tag", taxonomy_ids=[15])
    return tables_db


def ids(db: Db, **query: Any) -> list[int]:
    return [term.id for term in find_terms(db, TermQuery(**{"taxonomies": ("category",), **query}))[0]]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({}, [2, 4, 3, 1]),
        ({"taxonomies": ("category", "post_tag")}, [2, 5, 4, 3, 1]),
        ({"ids": (3, 5)}, [3]),
        ({"not_ids": (4, 1)}, [2, 3]),
        ({"slugs": ("gilts", "EMPTY")}, [4, 3]),
        ({"names": ("empty", "GILTS")}, [4, 3]),
        ({"parents": (1,)}, [2]),
        ({"parents": (0,)}, [4, 1]),
        ({"posts": (7,)}, [3]),
        ({"posts": (8,)}, []),
        ({"hide_empty": True}, [2, 3]),
        ({"hide_empty": True, "keep_parents": True}, [2, 3, 1]),
        ({"search": "mp"}, [4]),
        ({"search": "ÉMP"}, [4]),
        ({"search": "%"}, []),
    ],
)
def test_terms_that_meet_a_condition(tree: Db, condition: dict[str, Any], expected: list[int]) -> None:
    assert ids(tree, **condition) == expected
    assert count_terms(tree, TermQuery(**{"taxonomies": ("category",), **condition})) == len(expected)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", [2, 4, 3, 1]),
        ("slug", [2, 4, 3, 1]),
        ("count", [1, 4, 2, 3]),
        ("id", [1, 2, 3, 4]),
        ("parent", [1, 4, 2, 3]),
        ("description", [1, 2, 4, 3]),
        ("term_group", [1, 2, 3, 4]),
        ("include", [2, 4, 3, 1]),
    ],
)
def test_terms_in_an_order(tree: Db, order: Any, expected: list[int]) -> None:
    assert ids(tree, order=order) == expected


def test_terms_in_the_order_they_were_asked_for(tree: Db) -> None:
    assert ids(tree, ids=(3, 1, 2), order="include") == [3, 1, 2]
    assert ids(tree, ids=(3, 1, 2), order="include", descending=True) == [2, 1, 3]
    assert ids(tree, slugs=("markets", "empty"), order="include_slugs") == [1, 4]
    assert sorted(ids(tree, order="none")) == [1, 2, 3, 4]


def test_a_part_of_the_terms_with_their_number(tree: Db) -> None:
    terms, total = find_terms(tree, TermQuery(taxonomies=("category",), limit=2, offset=1, descending=True))
    assert ([term.id for term in terms], total) == ([3, 4], 4)
    assert find_terms(tree, TermQuery(taxonomies=("category",), limit=9))[1] == 4
    assert find_terms(tree, TermQuery(taxonomies=("category",), limit=1, counted=False))[1] == 1


def test_term_by_id_alone_and_in_its_taxonomy(tree: Db) -> None:
    term = a_term("Bonds", id=2, taxonomy_id=12, parent=1, count=3)
    assert get_term(tree, 2) == get_term(tree, 2, "category") == load_terms(tree, [2, 99])[2] == term
    assert get_term(tree, 2, "post_tag") is None


def test_terms_of_posts_cost_one_statement(tree: Db) -> None:
    tree.statements = 0
    found = load_terms_of_posts(tree, ("category", "post_tag", "desk"), [7, 8])
    assert tree.statements == 1
    assert {taxonomy: [term.id for term in terms] for taxonomy, terms in found[7].items()} == {
        "category": [3],
        "post_tag": [5],
        "desk": [],
    }
    assert found[8] == {"category": [], "post_tag": [], "desk": []}


def test_families_have_their_descendants_even_in_a_loop(tree: Db) -> None:
    with open_work(tree) as work:
        adopt_term(work, a_term("Markets", id=1, taxonomy_id=11, parent=3))
    one = TermCondition("category", (2,))
    all_of_them = TermCondition("category", (2,), include_children=True)
    none = TermCondition("category")
    families = load_families(tree, [one, all_of_them, none])
    assert families[0] == Family((12,), 3)
    assert (set(families[1].ids), families[1].posts) == ({11, 12, 13}, 8)
    assert families[2] == Family()
