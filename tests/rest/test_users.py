"""Users through the API: whom strangers see, who may search for what, and the caller himself."""

from copydesk.store.php import serialize
from tests.rest.small_site import API, SmallSite
from tests.store.examples import a_post, a_user


def test_strangers_see_those_who_published(site: SmallSite) -> None:
    author, silent = site.add_member("author"), site.add_member("editor")
    site.add_post(a_post(author=author))
    listed = site.get("users?_fields=id")
    assert listed.body == [{"id": author}]
    assert site.get(f"users/{author}").status == 200
    assert site.get(f"users/{silent}").code == "rest_user_cannot_view"


def test_administrators_see_everyone(site: SmallSite) -> None:
    boss, silent = site.add_member("administrator"), site.add_member("editor")
    assert site.get("users", as_user=boss).headers["X-WP-Total"] == "2"
    assert site.get(f"users/{silent}?context=edit", as_user=boss).body["roles"] == ["editor"]


def test_authors_of_an_import_stay_visible_without_posts(site: SmallSite) -> None:
    author = site.add_member("author")
    assert site.get(f"users/{author}").status == 401
    site.let_stand("user", author)
    assert site.get(f"users/{author}").status == 200
    assert [user["id"] for user in site.get("users").body] == [author]


def test_documents_read_for_editing_make_nobody_visible(site: SmallSite) -> None:
    author = site.add_member("author")
    site.let_stand("user", author, context="edit")
    assert site.get(f"users/{author}").status == 401


def test_strangers_do_not_search_addresses(site: SmallSite) -> None:
    author = site.add_member("author", a_user(login="mei", nicename="mei", email="mei@secret.example"))
    site.add_post(a_post(author=author))
    assert site.get("users?search=secret.example").body == []
    assert site.get("users?search=secret&search_columns=email").body == []
    assert [user["id"] for user in site.get("users?search=*mei*").body] == [author]


def test_capabilities_are_found_through_roles(site: SmallSite) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    site.add_member("subscriber")
    found = site.get("users?capabilities=publish_posts&orderby=id", as_user=boss)
    assert [user["id"] for user in found.body] == [boss, author]
    assert site.get("users?capabilities=no_such_right", as_user=boss).body == []
    assert site.get("users?capabilities=publish_posts").code == "rest_user_cannot_view"


def test_published_posts_may_be_asked_for_by_type_or_at_all(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    site.add_post(a_post(author=boss, type="page"))
    for given, count in (("true", 1), ("1", 1), ("page", 1), ("post", 0), ("post,page", 1), ("false", 1)):
        answer = site.get(f"users?has_published_posts={given}", as_user=boss)
        assert (given, len(answer.body)) == (given, count)
    assert site.get("users?has_published_posts=yes").status == 400


def test_a_negative_offset_finds_nobody_but_counts_all(site: SmallSite) -> None:
    site.add_post(a_post(author=site.add_member("author")))
    answer = site.get("users?offset=-1")
    assert (answer.body, answer.headers["X-WP-Total"]) == ([], "1")


def test_me_is_the_caller(site: SmallSite) -> None:
    author = site.add_member("author")
    answer = site.get("users/me", as_user=author)
    assert answer.body["id"] == author
    assert answer.body["_links"]["self"][0]["href"] == f"{API}/users/{author}"
    assert answer.allowed == ["GET", "POST", "PUT", "PATCH"]


def test_strangers_may_ask_who_they_are(site: SmallSite) -> None:
    answer = site.get("users/me")
    assert (answer.status, answer.code, answer.allowed) == (401, "rest_not_logged_in", ["GET"])


def test_preferences_are_shown_to_those_who_edit(site: SmallSite) -> None:
    kept = serialize({"core": {"fixed": True}, "_modified": "2025-06-01T00:00:00.000Z"})
    author = site.add_member("author", None, wp_persisted_preferences=kept)
    edited = site.get(f"users/{author}?context=edit", as_user=author).body["meta"]
    assert edited["persisted_preferences"]["core"] == {"fixed": True}
    assert site.get(f"users/{author}", as_user=author).body["meta"] == []


def test_a_site_without_avatars_has_no_such_member(site: SmallSite) -> None:
    author = site.add_member("author")
    assert "avatar_urls" in site.get(f"users/{author}", as_user=author).body
    site.set_option("show_avatars", "0")
    assert "avatar_urls" not in site.get(f"users/{author}", as_user=author).body
