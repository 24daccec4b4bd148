"""Revisions and autosaves: for those who may edit the post."""

import pytest

from tests.rest.small_site import API, HOME, SmallSite
from tests.store.examples import a_post


def add_revision(
    site: SmallSite, post: int, day: int = 1, *, kind: str = "revision", content: str = "Old"
) -> int:
    date = f"2025-05-{day:02} 10:00:00"
    revision = a_post(
        type="revision", status="inherit", parent=post, slug=f"{post}-{kind}-v1", content=content, date=date
    )
    return site.add_post(revision)


def test_revisions_are_for_editors_of_the_post(site: SmallSite) -> None:
    author, other = site.add_member("author"), site.add_member("contributor")
    post = site.add_post(a_post(author=author))
    first, second = add_revision(site, post, 1), add_revision(site, post, 2)
    assert site.get(f"posts/{post}/revisions").status == 401
    assert site.get(f"posts/{post}/revisions", as_user=other).code == "rest_cannot_read"
    answer = site.get(f"posts/{post}/revisions", as_user=author)
    assert [one["id"] for one in answer.body] == [second, first]
    assert (answer.headers["X-WP-Total"], answer.headers["X-WP-TotalPages"]) == ("2", "1")


def test_revision_shows_its_texts_and_no_locks(site: SmallSite) -> None:
    editor = site.add_member("editor")
    post = site.add_post(a_post())
    revision = add_revision(site, post)
    shown = site.get(f"posts/{post}/revisions/{revision}?context=edit", as_user=editor).body
    assert shown["content"] == {"raw": "Old", "rendered": "<p>Old</p>\n"}
    assert shown["excerpt"] == {"raw": "", "rendered": ""}  # none is made up
    assert shown["_links"] == {"parent": [{"href": f"{API}/posts/{post}"}]}


def test_revisions_of_patterns_are_rendered(site: SmallSite) -> None:
    editor = site.add_member("editor")
    pattern = site.add_post(a_post(type="wp_block"))
    add_revision(site, pattern)
    (shown,) = site.get(f"blocks/{pattern}/revisions", as_user=editor).body
    assert shown["content"] == {"raw": "Old", "rendered": "<p>Old</p>\n"}
    assert "rendered" in shown["title"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("posts/{page}/revisions", "rest_post_invalid_parent"),
        ("posts/999/revisions", "rest_post_invalid_parent"),
        ("posts/{post}/revisions/{post}", "rest_post_invalid_id"),
        ("posts/{post}/revisions/{other}", "rest_revision_parent_id_mismatch"),
        ("posts/{post}/revisions?page=2", "rest_revision_invalid_page_number"),
        ("posts/{post}/revisions?per_page=1&page=3", "rest_revision_invalid_page_number"),
        ("posts/{post}/revisions?offset=2", "rest_revision_invalid_offset_number"),
        ("posts/{post}/revisions?orderby=relevance", "rest_no_search_term_defined"),
        ("posts/{post}/revisions?orderby=include", "rest_orderby_include_missing_include"),
        ("posts/{page}/autosaves", "rest_post_invalid_parent"),
        ("posts/{post}/autosaves/{other}", "rest_post_no_autosave"),
    ],
)
def test_what_is_refused(site: SmallSite, path: str, code: str) -> None:
    editor = site.add_member("editor")
    post, page = site.add_post(a_post()), site.add_post(a_post(type="page"))
    for day in (1, 2):
        add_revision(site, post, day)
    other = add_revision(site, page)
    assert site.get(path.format(post=post, page=page, other=other), as_user=editor).code == code


def test_nobody_may_delete_a_revision(site: SmallSite) -> None:
    admin = site.add_member("administrator")
    post = site.add_post(a_post())
    revision = add_revision(site, post)
    path = f"posts/{post}/revisions/{revision}"
    assert site.get(path, as_user=admin).allowed == ["GET"]
    assert site.get(f"{path}?force=true", as_user=admin, method="DELETE").code == "rest_cannot_delete"


def test_part_of_the_revisions(site: SmallSite) -> None:
    editor = site.add_member("editor")
    post = site.add_post(a_post())
    ids = [add_revision(site, post, day) for day in (1, 2, 3)]
    for query, expected in {
        "per_page=2": [ids[2], ids[1]],
        "per_page=2&page=2": [ids[0]],
        "per_page=1&offset=1": [ids[1]],
        "order=asc": ids,
        f"include={ids[0]}": [ids[0]],
        f"exclude={ids[0]}": [ids[2], ids[1]],
    }.items():
        answer = site.get(f"posts/{post}/revisions?{query}", as_user=editor)
        assert [one["id"] for one in answer.body] == expected, query


def test_autosaves_are_the_latest_whatever_the_id(site: SmallSite) -> None:
    editor, other = site.add_member("editor"), site.add_member("contributor")
    post = site.add_post(a_post(slug="grain"))
    add_revision(site, post, 9)
    older, newer = (add_revision(site, post, day, kind="autosave") for day in (1, 2))
    answer = site.get(f"posts/{post}/autosaves", as_user=editor)
    assert ([one["id"] for one in answer.body], answer.allowed) == ([newer, older], ["GET", "POST"])
    assert "X-WP-Total" not in answer.headers
    assert site.get(f"posts/{post}/autosaves/{older}", as_user=editor).body["id"] == newer
    assert site.get(f"posts/{post}/autosaves", as_user=other).code == "rest_cannot_read"


def test_autosave_can_be_looked_at(site: SmallSite) -> None:
    editor = site.add_member("editor")
    post, draft = site.add_post(a_post(slug="grain")), site.add_post(a_post(status="draft"))
    for parent, start in ((post, f"{HOME}/grain/?"), (draft, f"{HOME}/?p={draft}&")):
        add_revision(site, parent, kind="autosave")
        (shown,) = site.get(f"posts/{parent}/autosaves?context=edit", as_user=editor).body
        assert shown["preview_link"].startswith(f"{start}preview_id={parent}&preview_nonce=")
        assert shown["preview_link"].endswith("&preview=true")
        assert "preview_link" not in site.get(f"posts/{parent}/autosaves", as_user=editor).body[0]


def test_menu_items_are_saved_with_their_own_members(site: SmallSite) -> None:
    said = site.get("menu-items/5/autosaves", method="OPTIONS").body
    assert said["schema"]["properties"]["guid"]["type"] == "string"
    assert "menus" in said["endpoints"][1]["args"]
