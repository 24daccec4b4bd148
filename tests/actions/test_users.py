"""Users: names that are taken, roles, and what becomes of their posts."""

from typing import Any

import pytest

from copydesk.auth.passwords import verify_password
from copydesk.store.meta import get_meta
from copydesk.store.posts import get_post
from copydesk.store.users import get_user
from tests.rest.small_site import SmallSite
from tests.store.examples import a_post

NEW = {"username": "nadia", "email": "nadia@desk.example", "password": "long-enough-1"}


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


def create(site: SmallSite, boss: int, **more: Any) -> Any:
    return site.send("POST", "users", {**NEW, **more}, as_user=boss)


def test_newcomers_are_what_the_site_says(site: SmallSite, boss: int) -> None:
    site.set_option("default_role", "contributor")
    made = create(site, boss).body
    assert (made["roles"], made["name"], made["slug"]) == (["contributor"], "nadia", "nadia")
    user = get_user(site.db, made["id"])
    assert user
    assert verify_password(NEW["password"], user.password_hash)
    assert get_meta(site.db, "user", user.id, "wp_user_level") == "1"
    assert get_meta(site.db, "user", user.id, "rich_editing") == "true"


def test_logins_and_addresses_are_taken_once(site: SmallSite, boss: int) -> None:
    create(site, boss)
    assert create(site, boss, username="NADIA").code == "existing_user_login"
    assert create(site, boss, username="other").code == "existing_user_email"
    assert create(site, boss, username="x" * 61).code == "user_login_too_long"


@pytest.mark.parametrize(
    ("name", "value"), [("username", "bad name!"), ("password", ""), ("password", "a\\b"), ("email", "none")]
)
def test_bad_values_are_refused_by_name(site: SmallSite, boss: int, name: str, value: str) -> None:
    refused = create(site, boss, **{name: value})
    assert (refused.status, list(refused.body["data"]["params"])) == (400, [name])


def test_a_taken_name_in_addresses_gets_a_number(site: SmallSite, boss: int) -> None:
    create(site, boss)
    made = create(site, boss, username="two", email="two@desk.example", slug="nadia").body
    assert made["slug"] == "nadia-2"


def test_roles_replace_roles(site: SmallSite, boss: int) -> None:
    user_id = create(site, boss, roles=["author"]).body["id"]
    changed = site.send("POST", f"users/{user_id}", {"roles": ["editor"]}, as_user=boss).body
    assert changed["extra_capabilities"] == {"editor": True}
    assert get_meta(site.db, "user", user_id, "wp_user_level") == "7"


def test_nobody_gives_himself_a_role_or_takes_his_own_rights(site: SmallSite, boss: int) -> None:
    author = create(site, boss, roles=["author"]).body["id"]
    grasp = site.send("POST", "users/me", {"roles": ["administrator"]}, as_user=author)
    assert grasp.code == "rest_cannot_edit_roles"
    fall = site.send("POST", "users/me", {"roles": ["editor"]}, as_user=boss)
    assert (fall.status, fall.code) == (403, "rest_user_invalid_role")


def test_members_change_their_own_profile_alone(site: SmallSite, boss: int) -> None:
    reader = create(site, boss).body["id"]
    own = site.send("POST", "users/me", {"nickname": "", "name": "Nadia K"}, as_user=reader).body
    assert (own["name"], own["nickname"]) == ("Nadia K", "nadia")
    assert site.send("POST", f"users/{boss}", {"name": "X"}, as_user=reader).status == 403


def test_posts_of_a_deleted_user_get_another_author(site: SmallSite, boss: int) -> None:
    author = create(site, boss, roles=["author"]).body["id"]
    post_id = site.add_post(a_post(author=author))
    refused = site.send("DELETE", f"users/{author}?force=true&reassign={author}", as_user=boss)
    assert refused.code == "rest_user_invalid_reassign"
    assert site.send("DELETE", f"users/{author}?force=true&reassign={boss}", as_user=boss).status == 200
    post = get_post(site.db, post_id)
    assert post
    assert post.author == boss
    assert get_user(site.db, author) is None


def test_posts_that_nobody_takes_over_go_to_the_trash(site: SmallSite, boss: int) -> None:
    author = create(site, boss, roles=["author"]).body["id"]
    post_id = site.add_post(a_post(author=author, title="Rates hold"))
    site.send("DELETE", f"users/{author}?force=true&reassign=false", as_user=boss)
    post = get_post(site.db, post_id)
    assert post
    assert post.status == "trash"
