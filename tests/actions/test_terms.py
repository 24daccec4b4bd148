"""Terms: names, slugs, parents, and what becomes of the posts of a deleted one."""

import pytest

from copydesk.store.relationships import find_relationships
from tests.rest.small_site import SmallSite
from tests.store.examples import a_post, a_term


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


def test_a_term_gets_the_slug_of_its_name(site: SmallSite, boss: int) -> None:
    made = site.send("POST", "categories", {"name": " Öl & Gas "}, as_user=boss)
    assert (made.status, made.body["slug"], made.body["name"]) == (201, "ol-gas", "Öl &amp; Gas")
    assert made.headers["Location"].endswith(f"/categories/{made.body['id']}")


def test_a_name_of_signs_alone_is_called_by_its_id(site: SmallSite, boss: int) -> None:
    made = site.send("POST", "tags", {"name": "!!!"}, as_user=boss).body
    assert made["slug"] == str(made["id"])


def test_no_two_terms_of_one_name_below_one_parent(site: SmallSite, boss: int) -> None:
    first = site.send("POST", "categories", {"name": "Bonds"}, as_user=boss).body["id"]
    again = site.send("POST", "categories", {"name": "BONDS"}, as_user=boss)
    assert (again.status, again.code, again.body["data"]["term_id"]) == (400, "term_exists", first)
    other = site.send("POST", "categories", {"name": "Bonds", "slug": "more-bonds"}, as_user=boss)
    assert other.status == 201


def test_a_taken_slug_is_told_apart_by_the_parents_slug(site: SmallSite, boss: int) -> None:
    parent = site.add_term(a_term("Asia"))
    site.add_term(a_term("Oil"))
    made = site.send("POST", "categories", {"name": "Oil", "parent": parent.id}, as_user=boss).body
    assert made["slug"] == "oil-asia"
    again = site.send("POST", "categories", {"name": "Crude", "slug": "oil"}, as_user=boss).body
    assert again["slug"] == "oil-2"


def test_a_slug_of_another_term_is_refused(site: SmallSite, boss: int) -> None:
    site.add_term(a_term("Oil", "post_tag"))
    gold = site.add_term(a_term("Gold", "post_tag"))
    refused = site.send("POST", f"tags/{gold.id}", {"slug": "oil"}, as_user=boss)
    assert (refused.status, refused.code, refused.body["data"]) == (500, "duplicate_term_slug", None)


def test_nobody_stands_below_himself(site: SmallSite, boss: int) -> None:
    parent = site.add_term(a_term("Asia"))
    child = site.add_term(a_term("India", parent=parent.id))
    changed = site.send("PUT", f"categories/{parent.id}", {"parent": child.id}, as_user=boss).body
    assert changed["parent"] == 0


def test_tags_have_no_parents(site: SmallSite, boss: int) -> None:
    refused = site.send("POST", "tags", {"name": "Oil", "parent": 1}, as_user=boss)
    assert refused.code == "rest_taxonomy_not_hierarchical"


def test_names_are_needed_and_fit_their_column(site: SmallSite, boss: int) -> None:
    assert site.send("POST", "tags", {"name": " "}, as_user=boss).code == "empty_term_name"
    assert site.send("POST", "tags", {"name": "x" * 201}, as_user=boss).code == "db_insert_error"


def test_posts_of_a_deleted_category_get_the_default_one(site: SmallSite, boss: int) -> None:
    oil = site.add_term(a_term("Oil"))
    post_id = site.add_post(a_post(), oil)
    assert site.send("DELETE", f"categories/{oil.id}", as_user=boss).status == 501
    gone = site.send("DELETE", f"categories/{oil.id}?force=true", as_user=boss)
    assert gone.body["deleted"]
    assert gone.body["previous"]["name"] == "Oil"
    assert [found.taxonomy_id for found in find_relationships(site.db, (post_id,))] == [1]
    assert site.get("categories/1").body["count"] == 1


def test_strangers_write_nothing(site: SmallSite) -> None:
    assert site.send("POST", "categories", {"name": "Oil"}).status == 401
