"""What the desk asks for beside content: lists, icons, health, plugins, directories, a menu to start from."""

import pytest

from tests.rest.small_site import HOME, SmallSite
from tests.store.examples import a_post, a_term


def test_lists_of_a_kind(site: SmallSite) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    posts = site.get("view-config?kind=postType&name=post", as_user=author).body
    assert posts["view_list"] == [{"title": "All Posts", "slug": "all"}]
    assert site.get("view-config?kind=postType&name=page", as_user=author).code == "rest_cannot_read"
    pages = site.get("view-config?kind=postType&name=page", as_user=boss).body["view_list"]
    assert pages[-1]["view"]["filters"][0]["value"] == "trash"
    assert site.get("view-config?kind=root&name=site", as_user=boss).body["form"] == {}
    assert site.get("view-config?kind=root&name=site", as_user=author).status == 403
    assert site.get("view-config?kind=postType&name=ghost").code == "rest_view_config_invalid_entity"


def test_templates_are_listed_by_who_made_them(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    site.set_option("stylesheet", "daily")
    theme = site.add_term(a_term("daily", "wp_theme"))
    site.add_post(a_post(type="wp_template", slug="front-page", author=boss), theme)
    site.add_post(a_post(type="wp_template", slug="sports", author=0), theme)
    views = site.get("view-config?kind=postType&name=wp_template", as_user=boss).body["view_list"]
    assert {view["title"] for view in views} == {"All templates", "Administrator", "Desk"}


def test_icons(site: SmallSite) -> None:
    author = site.add_member("author")
    assert site.get("icons").code == "rest_cannot_view"
    found = site.get("icons?search=Symbol&per_page=1", as_user=author).body
    assert [icon["label"] for icon in found] == ["At Symbol (@)", "Symbol", "Symbol Filled"]
    assert site.get("icons/core/rss", as_user=author).body["label"] == "RSS"
    assert site.get("icons/core/nothing", as_user=author).code == "rest_icon_not_found"
    assert len(site.get("icons/core", as_user=author).body) > 80
    assert site.get("icons/acme", as_user=author).code == "rest_icon_collection_not_found"
    assert [one["slug"] for one in site.get("icon-collections", as_user=author).body] == ["core"]
    assert site.get("icon-collections/acme", as_user=author).code == "rest_icon_collection_not_found"


@pytest.mark.parametrize(
    "check",
    ["background-updates", "loopback-requests", "https-status", "dotorg-communication", "authorization-header",
     "page-cache"],
)  # fmt: skip
def test_health_is_for_administrators(check: str, site: SmallSite) -> None:
    boss, editor = site.add_member("administrator"), site.add_member("editor")
    path = f"/wp-site-health/v1/tests/{check}"
    assert site.get(path, as_user=editor).code == "rest_forbidden"
    found = site.get(path, as_user=boss).body
    assert (found["test"], found["badge"]["color"]) == (check.replace("-", "_"), "blue")
    assert found["status"] in ("good", "recommended")


def test_health_sees_an_address_without_https(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    assert site.get("/wp-site-health/v1/tests/https-status", as_user=boss).body["status"] == "good"
    site.set_option("siteurl", "http://cms.desk.example")
    assert site.get("/wp-site-health/v1/tests/https-status", as_user=boss).body["status"] == "recommended"
    assert site.get("/wp-site-health/v1/directory-sizes", as_user=boss).body == {"raw": 0}


def test_there_are_no_plugins_of_php(site: SmallSite) -> None:
    boss, editor = site.add_member("administrator"), site.add_member("editor")
    assert site.get("plugins", as_user=boss).body == []
    assert site.get("plugins", as_user=editor).code == "rest_cannot_view_plugins"
    assert site.get("plugins/seo/seo", as_user=boss).code == "rest_plugin_not_found"
    assert site.get("plugins/seo/seo", as_user=editor).code == "rest_cannot_view_plugin"


def test_directories_are_empty(site: SmallSite) -> None:
    boss, editor = site.add_member("administrator"), site.add_member("editor")
    assert site.get("block-directory/search?term=x", as_user=boss).body == []
    assert (
        site.get("block-directory/search?term=x", as_user=editor).code == "rest_block_directory_cannot_view"
    )
    for path, code in (
        ("pattern-directory/patterns", "rest_pattern_directory_cannot_view"),
        ("block-patterns/patterns", "rest_cannot_view"),
        ("block-patterns/categories", "rest_cannot_view"),
    ):
        assert site.get(path).code == code
        assert site.get(path, as_user=editor).body == []


def test_the_menu_to_start_from_is_the_latest(site: SmallSite) -> None:
    boss, editor = site.add_member("administrator"), site.add_member("editor")
    path = "/wp-block-editor/v1/navigation-fallback"
    assert site.get(path, as_user=editor).code == "rest_cannot_create"
    assert site.get(path, as_user=boss).code == "no_fallback_menu"
    site.add_post(a_post(type="wp_navigation", date="2024-01-01 00:00:00"))
    latest = site.add_post(a_post(type="wp_navigation", title="Main"))
    found = site.get(f"{path}?_embed", as_user=boss).body
    assert found["id"] == latest
    assert found["_links"]["self"][0]["href"] == f"{HOME}/wp-json/wp/v2/navigation/{latest}"
    assert found["_embedded"]["self"][0]["title"]["rendered"] == "Main"


def test_the_server_fetches_nothing_for_clients(site: SmallSite) -> None:
    author = site.add_member("author")
    path = "/wp-block-editor/v1/url-details"
    for address in ("bogus", "ftp://x.example/", "https://", "http://[::1"):
        answer = site.get(f"{path}?url={address}", as_user=author)
        assert (answer.code, answer.body["data"]["details"]) == ("rest_invalid_param", [])
    assert site.get(f"{path}?url=https://x.example/").code == "rest_cannot_view_url_details"
    assert site.get(f"{path}?url=https://x.example/", as_user=author).code == "no_response"
    assert site.get("/wp-block-editor/v1/export", as_user=author).code == "rest_cannot_export_templates"
