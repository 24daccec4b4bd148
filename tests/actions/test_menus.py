"""Classic menus: their items, and the pages that join them by themselves."""

from typing import Any

import pytest

from copydesk.store.meta import load_meta
from tests.rest.small_site import SmallSite
from tests.store.examples import a_term


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


@pytest.fixture
def menu(site: SmallSite) -> int:
    return site.add_term(a_term("Top", "nav_menu")).id


def add(site: SmallSite, boss: int, **said: Any) -> Any:
    return site.send("POST", "menu-items", said, as_user=boss)


def test_an_address_of_its_own_needs_a_title(site: SmallSite, boss: int) -> None:
    refused = add(site, boss, type="custom")
    assert refused.code == "rest_title_required"
    assert [other["code"] for other in refused.body["additional_errors"]] == ["rest_url_required"]


def test_items_are_stored_as_meta(site: SmallSite, boss: int, menu: int) -> None:
    made = add(
        site, boss, title="Link", url="https://x.example", menus=menu, classes=["a", "b!"], status="publish"
    ).body
    stored = load_meta(site.db, "post", [made["id"]])[made["id"]]
    assert stored["_menu_item_url"] == ["https://x.example"]
    assert stored["_menu_item_object_id"] == [str(made["id"])]
    assert (made["classes"], made["menus"]) == (["a", "b"], menu)


def test_a_title_that_only_repeats_is_not_kept(site: SmallSite, boss: int, menu: int) -> None:
    bonds = site.add_term(a_term("Bonds")).id
    said = {"type": "taxonomy", "object": "category", "object_id": bonds, "menus": menu, "status": "publish"}
    made = add(site, boss, title="Bonds", **said).body
    site.send("POST", f"categories/{bonds}", {"name": "Rates"}, as_user=boss)
    assert site.get(f"menu-items/{made['id']}", as_user=boss).body["title"]["rendered"] == "Rates"


def test_items_lead_to_what_is_there_and_stand_in_a_menu(site: SmallSite, boss: int) -> None:
    assert add(site, boss, type="post_type", object="page", object_id=99).code == "rest_post_invalid_id"
    assert add(site, boss, type="taxonomy", object_id=99).code == "rest_term_invalid_id"
    assert add(site, boss, title="x", url="https://x.example", menus=99).code == "invalid_menu_id"


def test_new_pages_join_growing_menus(site: SmallSite, boss: int, menu: int) -> None:
    site.send("POST", f"menus/{menu}", {"auto_add": True}, as_user=boss)
    page = site.send("POST", "pages", {"title": "About", "status": "draft"}, as_user=boss).body["id"]
    assert site.get(f"menu-items?menus={menu}", as_user=boss).body == []
    site.send("POST", f"pages/{page}", {"status": "publish"}, as_user=boss)
    items = site.get(f"menu-items?menus={menu}", as_user=boss).body
    assert [item["object_id"] for item in items] == [page]


def test_items_go_for_good_or_not_at_all(site: SmallSite, boss: int, menu: int) -> None:
    made = add(site, boss, title="Link", url="https://x.example", menus=menu, status="publish").body["id"]
    assert site.send("DELETE", f"menu-items/{made}", as_user=boss).code == "rest_trash_not_supported"
    assert site.send("DELETE", f"menu-items/{made}?force=true", as_user=boss).body["deleted"]
    assert site.get(f"menu-items/{made}", as_user=boss).status == 404
