"""Global styles: what editors set over the theme, for whom, and what it was before."""

import json
from typing import Any

import pytest

from copydesk.store.rows import Term
from tests.rest.small_site import SmallSite
from tests.store.examples import a_post, a_term


@pytest.fixture
def theme(site: SmallSite) -> Term:
    site.set_option("stylesheet", "daily")
    return site.add_term(a_term("daily", "wp_theme"))


def looks(**said: Any) -> str:
    return json.dumps({"version": 3, "isGlobalStylesUserThemeJSON": True, **said})


def add_styles(site: SmallSite, theme: Term, content: str) -> int:
    return site.add_post(a_post(type="wp_global_styles", title="Ours", slug="ours", content=content), theme)


def test_styles_are_shown_to_those_who_write(site: SmallSite, theme: Term) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    content = looks(styles={"color": {"text": "#111"}}, settings={"custom": {}})
    styles = add_styles(site, theme, content)
    path = f"global-styles/{styles}"
    assert site.get(path).code == "rest_cannot_view"
    assert site.get(path, as_user=author).body["styles"] == {"color": {"text": "#111"}}
    assert site.get(f"{path}?context=edit", as_user=author).code == "rest_forbidden_context"
    shown = site.get(f"{path}?context=edit", as_user=boss)
    assert shown.body["settings"] == {"custom": []}  # PHP's empty array
    assert shown.allowed == ["GET", "POST", "PUT", "PATCH"]


@pytest.mark.parametrize("content", ["", "no JSON", "[]", '{"styles": {"color": {}}}', looks(styles=5)])
def test_other_contents_are_no_looks(content: str, site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    body = site.get(f"global-styles/{add_styles(site, theme, content)}", as_user=boss).body
    assert (body["settings"], body["styles"]) == ({}, {})


def test_there_are_styles_or_not(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    post = site.add_post(a_post())
    for path in ("global-styles/4711", f"global-styles/{post}"):
        answer = site.get(path, as_user=boss)
        assert (answer.code, answer.allowed) == ("rest_global_styles_not_found", [])


def test_only_the_theme_in_use_has_styles(site: SmallSite, theme: Term) -> None:
    author = site.add_member("author")
    assert site.get("global-styles/themes/daily").code == "rest_cannot_read_global_styles"
    assert "wideSize" in site.get("global-styles/themes/daily", as_user=author).body["settings"]["layout"]
    assert site.get("global-styles/themes/daily/variations", as_user=author).body == []
    assert site.get("global-styles/themes/other", as_user=author).code == "rest_theme_not_found"


def test_what_the_styles_were_before(site: SmallSite, theme: Term) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    styles = add_styles(site, theme, looks())
    red = looks(styles={"color": {"text": "red"}})
    before = site.add_post(a_post(type="revision", status="inherit", parent=styles, content=red))
    plain = site.add_post(a_post(type="revision", status="inherit", parent=styles, content=looks()))
    path = f"global-styles/{styles}/revisions"
    found = site.get(path, as_user=boss)
    assert found.headers["X-WP-Total"] == "2"
    by_id = {one["id"]: one for one in found.body}
    assert (by_id[before]["styles"], by_id[before]["settings"]) == ({"color": {"text": "red"}}, {})
    assert "styles" not in by_id[plain]
    assert site.get(f"{path}/{before}", as_user=boss).body["parent"] == styles
    assert site.get(path, as_user=author).code == "rest_cannot_read"
    assert site.get(f"{path}/4711", as_user=boss).code == "rest_post_invalid_id"


def test_the_active_theme_names_its_styles(site: SmallSite, theme: Term) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    styles = add_styles(site, theme, looks())
    active = site.get("themes/daily", as_user=author).body
    assert active["_links"]["wp:user-global-styles"][0]["href"].endswith(f"global-styles/{styles}")
    assert (active["status"], active["is_block_theme"]) == ("active", False)
    assert site.get("themes/twentytwentyfive", as_user=author).code == "rest_cannot_view_themes"
    assert site.get("themes/daily").code == "rest_cannot_view_active_theme"
    assert "wp:user-global-styles" not in site.get("themes/twentytwentyfive", as_user=boss).body["_links"]


def test_lists_of_themes(site: SmallSite, theme: Term) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    found = site.get("themes", as_user=boss)
    assert found.headers["X-WP-Total"] == "4"
    assert site.get("themes", as_user=author).code == "rest_cannot_view_themes"
    active = site.get("themes?status=active", as_user=author).body
    assert [one["stylesheet"] for one in active] == ["daily"]
    assert site.get("themes/nothing", as_user=boss).code == "rest_theme_not_found"


def test_earlier_states_come_latest_first_whatever_is_asked(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    styles = add_styles(site, theme, looks())
    made = [
        site.add_post(
            a_post(type="revision", status="inherit", parent=styles, date=f"2025-06-0{day} 00:00:00")
        )
        for day in (1, 2)
    ]
    path = f"global-styles/{styles}/revisions"
    for query in ("", "?order=asc", "?orderby[]=id&search[]=x"):
        assert [one["id"] for one in site.get(path + query, as_user=boss).body] == made[::-1]
    assert [one["id"] for one in site.get(f"{path}?per_page=1&page=2", as_user=boss).body] == made[:1]
