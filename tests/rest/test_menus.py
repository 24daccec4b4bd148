"""Classic menus through the API: who sees them, what their items lead to, where the theme shows them."""

import pytest

from copydesk.store.php import serialize
from copydesk.store.rows import Term
from tests.rest.small_site import API, HOME, SmallSite
from tests.store.examples import a_post, a_term


@pytest.fixture
def menu(site: SmallSite) -> Term:
    return site.add_term(a_term("Main", "nav_menu"))


def add_item(site: SmallSite, menu: Term, kind: str, **about: str) -> int:
    meta = {f"_menu_item_{name}": value for name, value in {"type": kind, **about}.items()}
    return site.add_post(a_post(type="nav_menu_item", menu_order=1), menu, **meta)


def test_menus_are_not_for_strangers(site: SmallSite, menu: Term) -> None:
    reader, author = site.add_member("subscriber"), site.add_member("author")
    for path in ("menus", f"menus/{menu.id}", "menu-items"):
        assert site.get(path).code == "rest_cannot_view"
        assert site.get(path, as_user=reader).code == "rest_cannot_view"
        assert site.get(path, as_user=author).status == 200
    assert site.get("menu-locations", as_user=author).code == "rest_cannot_view"


def test_a_menu_knows_its_places(site: SmallSite, menu: Term) -> None:
    boss = site.add_member("administrator")
    site.set_option("stylesheet", "daily")
    site.set_option("theme_mods_daily", serialize({"nav_menu_locations": {"top": menu.id}}))
    site.set_option("nav_menu_options", serialize({0: False, "auto_add": {0: menu.id}}))
    answer = site.get(f"menus/{menu.id}", as_user=boss).body
    assert (answer["locations"], answer["auto_add"]) == (["top"], True)
    assert not {"count", "link", "taxonomy"} & answer.keys()
    places = site.get("menu-locations?_embed", as_user=boss).body
    assert places["top"]["menu"] == menu.id
    assert places["top"]["_embedded"]["wp:menu"][0]["slug"] == "main"


def test_no_places_are_an_empty_list(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    assert site.get("menu-locations", as_user=boss).body == []
    assert site.get("menu-locations/top", as_user=boss).code == "rest_menu_location_invalid"


def test_an_item_without_a_title_has_that_of_its_post(site: SmallSite, menu: Term) -> None:
    boss = site.add_member("administrator")
    page = site.add_post(a_post(type="page", title="About us", slug="about"))
    item = add_item(site, menu, "post_type", object="page", object_id=str(page))
    answer = site.get(f"menu-items/{item}?_embed", as_user=boss).body
    assert (answer["title"]["rendered"], answer["url"]) == ("About us", f"{HOME}/about/")
    assert (answer["type_label"], answer["menus"], answer["invalid"]) == ("Page", menu.id, False)
    assert answer["_links"]["wp:menu-item-object"] == [
        {"post_type": "page", "embeddable": True, "href": f"{API}/pages/{page}"}
    ]
    assert answer["_embedded"]["wp:menu-item-object"][0]["slug"] == "about"


def test_items_lead_to_terms_and_other_sites(site: SmallSite, menu: Term) -> None:
    boss = site.add_member("administrator")
    term = site.add_term(a_term("Bonds"))
    to_term = add_item(site, menu, "taxonomy", object="category", object_id=str(term.id))
    away = add_item(site, menu, "custom", url="https://elsewhere.example/", xfn="friend met")
    assert site.get(f"menu-items/{to_term}", as_user=boss).body["url"] == f"{HOME}/category/bonds/"
    other = site.get(f"menu-items/{away}", as_user=boss).body
    assert (other["url"], other["xfn"]) == ("https://elsewhere.example/", ["friend", "met"])
    assert other["type_label"] == "Custom Link"


def test_an_item_whose_post_is_gone_is_invalid(site: SmallSite, menu: Term) -> None:
    boss = site.add_member("administrator")
    item = add_item(site, menu, "post_type", object="page", object_id="4711")
    assert site.get(f"menu-items/{item}", as_user=boss).body["invalid"] is True
