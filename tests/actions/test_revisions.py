"""Revisions and autosaves: when they are made, and what they keep."""

import pytest

from copydesk.store.posts import get_post
from tests.rest.small_site import SmallSite


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


@pytest.fixture
def story(site: SmallSite, boss: int) -> int:
    said = {"title": "Tide", "content": "Low.", "status": "publish"}
    return int(site.send("POST", "posts", said, as_user=boss).body["id"])


def revisions(site: SmallSite, boss: int, post_id: int) -> list[str]:
    found = site.get(f"posts/{post_id}/revisions?context=edit", as_user=boss).body
    return [revision["content"]["raw"] for revision in found]


def test_a_revision_is_made_when_something_new_is_said(site: SmallSite, boss: int, story: int) -> None:
    assert revisions(site, boss, story) == []
    for content in ("High.", "High.", "Low again."):
        site.send("POST", f"posts/{story}", {"content": content}, as_user=boss)
    assert revisions(site, boss, story) == ["Low again.", "High."]


def test_an_autosave_leaves_a_published_post_alone(site: SmallSite, boss: int, story: int) -> None:
    first = site.send("POST", f"posts/{story}/autosaves", {"content": "Half a sent"}, as_user=boss).body
    again = site.send("POST", f"posts/{story}/autosaves", {"title": "Tides"}, as_user=boss).body
    assert (again["id"], again["content"]["raw"], again["parent"]) == (first["id"], "Half a sent", story)
    post = get_post(site.db, story)
    assert post is not None
    assert (post.title, post.content) == ("Tide", "Low.")


def test_an_autosave_changes_a_draft_of_ones_own(site: SmallSite, boss: int) -> None:
    draft = site.send("POST", "posts", {"title": "Notes"}, as_user=boss).body["id"]
    saved = site.send("POST", f"posts/{draft}/autosaves", {"content": "In place."}, as_user=boss).body
    assert (saved["id"], saved["date"]) == (draft, None)
    assert revisions(site, boss, draft) == []


def test_an_autosave_that_says_nothing_new_is_none(site: SmallSite, boss: int, story: int) -> None:
    site.send("POST", f"posts/{story}/autosaves", {"content": "Half"}, as_user=boss)
    refused = site.send("POST", f"posts/{story}/autosaves", {"content": "Low."}, as_user=boss)
    assert (refused.status, refused.code) == (400, "rest_autosave_no_changes")
    assert site.get(f"posts/{story}/autosaves", as_user=boss).body == []


def test_nobody_deletes_a_revision(site: SmallSite, boss: int, story: int) -> None:
    site.send("POST", f"posts/{story}", {"content": "High."}, as_user=boss)
    revision = site.get(f"posts/{story}/revisions", as_user=boss).body[0]["id"]
    refused = site.send("DELETE", f"posts/{story}/revisions/{revision}?force=true", as_user=boss)
    assert (refused.status, refused.code) == (403, "rest_cannot_delete")
