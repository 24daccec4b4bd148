"""Posts: what becomes of a title, a slug, terms and comments when editors write, trash and delete."""

from dataclasses import replace
from typing import Any

import pytest

from copydesk.actions.conflicts import CHANGED
from copydesk.actions.desk import Desk
from copydesk.actions.posts import update_post
from copydesk.auth.viewer import STRANGER
from copydesk.store.comments import get_comment
from copydesk.store.meta import load_meta
from copydesk.store.posts import get_post
from copydesk.store.rows import Post
from copydesk.store.terms import get_term
from copydesk.store.work import open_work
from copydesk.wire.refused import Refused
from tests.rest.small_site import SmallSite
from tests.store.examples import a_comment, a_post, a_term

TITLE = "Ferries Run Late"


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


def written(site: SmallSite, boss: int, **said: Any) -> Any:
    return site.send("POST", "posts", {"title": TITLE, **said}, as_user=boss).body


def changed(site: SmallSite, boss: int, post_id: int, **said: Any) -> Any:
    return site.send("POST", f"posts/{post_id}", said, as_user=boss).body


def row(site: SmallSite, post_id: int) -> Post:
    post = get_post(site.db, post_id)
    assert post is not None
    return post


def meta(site: SmallSite, post_id: int, key: str) -> list[str]:
    return load_meta(site.db, "post", (post_id,), (key,))[post_id].get(key, [])


def test_a_draft_has_no_slug_and_is_found_by_its_number(site: SmallSite, boss: int) -> None:
    made = site.send("POST", "posts", {"title": TITLE}, as_user=boss)
    post_id = made.body["id"]
    assert (made.status, made.body["status"], made.body["slug"]) == (201, "draft", "")
    assert made.headers["Location"].endswith(f"/posts/{post_id}")
    assert row(site, post_id).guid.endswith(f"/?p={post_id}")
    assert made.body["generated_slug"] == "ferries-run-late"


def test_publishing_gives_the_slug_of_the_title(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss)["id"]
    assert changed(site, boss, post_id, status="publish")["slug"] == "ferries-run-late"
    assert written(site, boss, status="publish")["slug"] == "ferries-run-late-2"


def test_a_slug_that_a_draft_was_given_is_its_own(site: SmallSite, boss: int) -> None:
    assert written(site, boss, slug="Late Again")["slug"] == "late-again"
    assert written(site, boss, slug="late-again", status="publish")["slug"] == "late-again-2"


def test_long_slugs_are_cut_for_their_number(site: SmallSite, boss: int) -> None:
    slugs = [written(site, boss, slug="z" * 200, status="publish")["slug"] for _ in range(3)]
    assert slugs == ["z" * 200, "z" * 198 + "-2", "z" * 198 + "-3"]


def test_an_untitled_post_is_called_by_its_number(site: SmallSite, boss: int) -> None:
    made = site.send("POST", "posts", {"content": "No title.", "status": "publish"}, as_user=boss).body
    assert made["slug"].startswith(str(made["id"]))


def test_nothing_at_all_is_refused(site: SmallSite, boss: int) -> None:
    refused = site.send("POST", "posts", {"title": "  "}, as_user=boss)
    assert (refused.status, refused.code) == (400, "empty_content")


def test_an_old_slug_is_remembered_until_it_is_taken_back(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss, status="publish")["id"]
    changed(site, boss, post_id, slug="boats-run-late")
    assert meta(site, post_id, "_wp_old_slug") == ["ferries-run-late"]
    changed(site, boss, post_id, slug="ferries-run-late")
    assert meta(site, post_id, "_wp_old_slug") == ["boats-run-late"]


def test_an_old_day_is_remembered(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss, status="publish", date="2025-03-04T10:00:00")["id"]
    changed(site, boss, post_id, date="2025-03-05T10:00:00")
    assert meta(site, post_id, "_wp_old_date") == ["2025-03-04"]


def test_a_date_to_come_schedules(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss, status="publish", date="2099-01-01T09:00:00")["id"]
    assert row(site, post_id).status == "future"
    assert row(site, post_id).date_gmt == "2099-01-01 03:30:00"
    assert changed(site, boss, post_id, date="2020-01-01T09:00:00")["status"] == "publish"


def test_a_date_floats_until_it_is_published_or_given(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss)["id"]
    assert row(site, post_id).date_gmt == "0000-00-00 00:00:00"
    changed(site, boss, post_id, date="2025-03-04T10:00:00")
    assert row(site, post_id).date_gmt == "2025-03-04 04:30:00"
    assert changed(site, boss, post_id, status="publish")["date"] == "2025-03-04T10:00:00"


def test_terms_count_what_is_published(site: SmallSite, boss: int) -> None:
    sea = site.add_term(a_term("Sea"))
    post_id = written(site, boss, status="publish", categories=[sea.id, 9999])["id"]

    def count() -> int:
        term = get_term(site.db, sea.id)
        assert term is not None
        return term.count

    assert count() == 1
    changed(site, boss, post_id, status="draft")
    assert count() == 0
    changed(site, boss, post_id, status="publish")
    site.send("DELETE", f"posts/{post_id}?force=true", as_user=boss)
    assert count() == 0


def test_a_format_is_a_term_and_the_standard_one_is_none(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss, format="aside")["id"]
    assert site.get(f"posts/{post_id}", as_user=boss).body["format"] == "aside"
    assert changed(site, boss, post_id, format="standard")["format"] == "standard"


def test_the_trash_frees_the_slug_and_gives_it_back(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss, status="publish")["id"]
    trashed = site.send("DELETE", f"posts/{post_id}", as_user=boss).body
    assert (trashed["status"], trashed["slug"]) == ("trash", "ferries-run-late__trashed")
    assert meta(site, post_id, "_wp_trash_meta_status") == ["publish"]
    again = site.send("DELETE", f"posts/{post_id}", as_user=boss)
    assert (again.status, again.code) == (410, "rest_already_trashed")
    assert changed(site, boss, post_id, status="publish")["slug"] == "ferries-run-late"


def test_comments_go_to_the_trash_with_their_post(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss, status="publish")["id"]
    comment_id = site.add_comment(a_comment(post=post_id))
    site.send("DELETE", f"posts/{post_id}", as_user=boss)
    comment = get_comment(site.db, comment_id)
    assert comment is not None
    assert comment.approved == "post-trashed"
    site.send("DELETE", f"posts/{post_id}?force=true", as_user=boss)
    assert get_comment(site.db, comment_id) is None


def test_children_of_a_deleted_page_move_up(site: SmallSite, boss: int) -> None:
    top = site.add_post(a_post(type="page", slug="top"))
    middle = site.add_post(a_post(type="page", slug="middle", parent=top))
    low = site.add_post(a_post(type="page", slug="low", parent=middle))
    deleted = site.send("DELETE", f"pages/{middle}?force=true", as_user=boss).body
    assert (deleted["deleted"], deleted["previous"]["id"]) == (True, middle)
    assert row(site, low).parent == top


def test_no_page_stands_below_itself(site: SmallSite, boss: int) -> None:
    top = site.add_post(a_post(type="page", slug="top"))
    low = site.add_post(a_post(type="page", slug="low", parent=top))
    assert site.send("POST", f"pages/{top}", {"parent": low}, as_user=boss).body["parent"] == 0


def test_a_sticky_post_has_no_password(site: SmallSite, boss: int) -> None:
    made = written(site, boss, status="publish", sticky=True)
    assert made["sticky"] is True
    refused = site.send("POST", f"posts/{made['id']}", {"password": "pier"}, as_user=boss)
    assert (refused.status, refused.code) == (400, "rest_invalid_field")
    assert changed(site, boss, made["id"], sticky=False)["sticky"] is False


def test_too_long_a_password_is_told_as_the_database_would(site: SmallSite, boss: int) -> None:
    refused = site.send("POST", "posts", {"title": TITLE, "password": "p" * 300}, as_user=boss)
    assert (refused.status, refused.code) == (500, "db_insert_error")
    assert "post_password" in refused.body["additional_data"][0]


def test_what_is_no_picture_removes_the_one_there_is(site: SmallSite, boss: int) -> None:
    picture = site.add_post(a_post(type="attachment", status="inherit", mime_type="image/png", slug="pier"))
    post_id = written(site, boss, status="publish", featured_media=picture)["id"]
    assert meta(site, post_id, "_thumbnail_id") == [str(picture)]
    assert changed(site, boss, post_id, featured_media=post_id)["featured_media"] == 0


def test_contributors_neither_publish_nor_choose_a_slug_nor_write_scripts(site: SmallSite) -> None:
    contributor = site.add_member("contributor")
    refused = site.send("POST", "posts", {"title": TITLE, "status": "publish"}, as_user=contributor)
    assert (refused.status, refused.code) == (403, "rest_cannot_publish")
    said = {"title": TITLE, "status": "pending", "slug": "mine", "content": "<script>x</script><b>y</b>"}
    made = site.send("POST", "posts", said, as_user=contributor).body
    assert (made["slug"], made["content"]["raw"]) == ("", "x<b>y</b>")


def test_nobody_writes_in_the_name_of_others_without_the_right(site: SmallSite, boss: int) -> None:
    author = site.add_member("author")
    refused = site.send("POST", "posts", {"title": TITLE, "author": boss}, as_user=author)
    assert (refused.status, refused.code) == (403, "rest_cannot_edit_others")
    unknown = site.send("POST", "posts", {"title": TITLE, "author": 4711}, as_user=boss)
    assert (unknown.status, unknown.code) == (400, "rest_invalid_author")


def test_the_trash_does_not_lend_the_right_to_what_was_published(site: SmallSite, boss: int) -> None:
    contributor = site.add_member("contributor")
    post_id = written(site, boss, status="publish", author=contributor)["id"]
    site.send("DELETE", f"posts/{post_id}", as_user=boss)
    refused = site.send("POST", f"posts/{post_id}", {"status": "draft"}, as_user=contributor)
    assert (refused.status, refused.code) == (403, "rest_cannot_edit")


def test_a_post_that_somebody_else_changed_is_not_written_over(site: SmallSite, boss: int) -> None:
    post_id = written(site, boss)["id"]
    read_before = row(site, post_id)
    changed(site, boss, post_id, title="Ferries Run Early", status="publish")
    desk = Desk(site.sites.read(), site.api.types, STRANGER, now=1_800_000_000)
    with open_work(site.db) as work, pytest.raises(Refused) as refused:
        update_post(work, desk, read_before, replace(read_before, title="Ferries Stop"))
    assert refused.value.problem == CHANGED
    assert row(site, post_id).title == "Ferries Run Early"
