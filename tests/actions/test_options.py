"""Settings and application passwords: what is kept, what is dropped, what is told once."""

import pytest

from copydesk.auth.application_passwords import find_application_user
from copydesk.store.options import get_option
from copydesk.store.users import get_user
from tests.rest.small_site import SmallSite


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


def test_titles_are_kept_as_html(site: SmallSite, boss: int) -> None:
    shown = site.send("POST", "settings", {"title": 'A & "B"'}, as_user=boss).body
    assert shown["title"] == "A &amp; &quot;B&quot;"
    assert get_option(site.db, "blogname") == shown["title"]


def test_what_cannot_be_is_dropped(site: SmallSite, boss: int) -> None:
    sent = {"timezone": "Nowhere/Land", "language": "xx_XX", "posts_per_page": 0}
    shown = site.send("POST", "settings", sent, as_user=boss).body
    assert (shown["timezone"], shown["language"], shown["posts_per_page"]) == ("Asia/Kolkata", "", 1)


def test_null_brings_the_default_back(site: SmallSite, boss: int) -> None:
    site.send("POST", "settings", {"posts_per_page": 5}, as_user=boss)
    assert site.send("POST", "settings", {"posts_per_page": None}, as_user=boss).body["posts_per_page"] == 10


def test_null_mends_nothing_that_is_broken(site: SmallSite, boss: int) -> None:
    site.send("POST", "settings", {"use_smilies": False}, as_user=boss)
    refused = site.send("POST", "settings", {"use_smilies": None}, as_user=boss)
    assert (refused.status, refused.code) == (500, "rest_invalid_stored_value")


def test_only_administrators_change_settings(site: SmallSite) -> None:
    editor = site.add_member("editor")
    assert site.send("POST", "settings", {"title": "X"}, as_user=editor).status == 403


def test_an_application_password_opens_the_door_until_it_is_withdrawn(site: SmallSite, boss: int) -> None:
    home = "users/me/application-passwords"
    made = site.send("POST", home, {"name": "<b>Phone</b>"}, as_user=boss).body
    user = get_user(site.db, boss)
    assert user
    assert made["name"] == "Phone"
    assert find_application_user(site.db, user.login, made["password"]) == (user, made["uuid"])
    assert "password" not in site.get(f"{home}/{made['uuid']}", as_user=boss).body
    renamed = site.send("POST", f"{home}/{made['uuid']}", {"name": "Tablet"}, as_user=boss).body
    assert renamed["name"] == "Tablet"
    site.send("DELETE", f"{home}/{made['uuid']}", as_user=boss)
    assert find_application_user(site.db, user.login, made["password"]) is None


def test_all_passwords_go_at_once(site: SmallSite, boss: int) -> None:
    home = "users/me/application-passwords"
    site.send("POST", home, {"name": "One"}, as_user=boss)
    site.send("POST", home, {"name": "Two"}, as_user=boss)
    assert site.send("DELETE", home, as_user=boss).body == {"deleted": True, "count": 2}
    assert site.get(home, as_user=boss).body == []


def test_menus_are_placed_and_go_with_their_items(site: SmallSite, boss: int) -> None:
    made = site.send("POST", "menus", {"name": "Top", "auto_add": True}, as_user=boss).body
    assert made["auto_add"]
    assert site.send("POST", "menus", {"name": "top"}, as_user=boss).code == "menu_exists"
    renamed = site.send("POST", f"menus/{made['id']}", {"name": "Head", "auto_add": False}, as_user=boss).body
    assert (renamed["slug"], renamed["auto_add"]) == ("head", False)
    refused = site.send("POST", f"menus/{made['id']}", {"locations": ["moon"]}, as_user=boss)
    assert refused.body["data"]["details"]["locations"]["code"] == "rest_invalid_menu_location"
    assert site.send("DELETE", f"menus/{made['id']}?force=true", as_user=boss).body["deleted"]
