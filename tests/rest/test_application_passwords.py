"""Application passwords and settings through the API."""

from copydesk.store.php import serialize
from tests.rest.small_site import API, SmallSite

KEPT = serialize(
    {
        0: {
            "uuid": "u-1",
            "app_id": "",
            "name": "phone",
            "password": "*",
            "created": 1705296600,
            "last_used": None,
        }
    }
)


def test_passwords_are_for_their_owner(site: SmallSite) -> None:
    owner = site.add_member("author", None, _application_passwords=KEPT)
    other = site.add_member("editor")
    (shown,) = site.get("users/me/application-passwords", as_user=owner).body
    assert (shown["uuid"], shown["created"], shown["last_used"]) == ("u-1", "2024-01-15T05:30:00", None)
    assert shown["_links"]["self"][0]["href"] == f"{API}/users/{owner}/application-passwords/u-1"
    assert "password" not in shown
    path = f"users/{owner}/application-passwords"
    assert site.get(path, as_user=other).code == "rest_cannot_list_application_passwords"
    assert site.get(f"{path}/u-1", as_user=other).code == "rest_cannot_read_application_password"
    assert site.get(f"{path}/u-2", as_user=owner).code == "rest_application_password_not_found"


def test_only_who_came_with_one_can_ask_which(site: SmallSite) -> None:
    owner = site.add_member("author", None, _application_passwords=KEPT)
    answer = site.get("users/me/application-passwords/introspect", as_user=owner)
    assert answer.code == "rest_no_authenticated_app_password"
    assert site.get("users/me/application-passwords").code == "rest_not_logged_in"
    assert site.get("users/4711/application-passwords").code == "rest_user_invalid_id"


def test_settings_are_for_administrators(site: SmallSite) -> None:
    boss, editor = site.add_member("administrator"), site.add_member("editor")
    site.set_option("posts_per_page", "7")
    answer = site.get("settings", as_user=boss)
    assert (answer.body["title"], answer.body["posts_per_page"]) == ("Desk", 7)
    assert answer.body["use_smilies"] in (True, False)
    assert answer.allowed == ["GET", "POST", "PUT", "PATCH"]
    assert site.get("settings", as_user=editor).code == "rest_forbidden"
    assert site.get("settings").status == 401
