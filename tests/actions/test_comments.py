"""Comments: who may say what where, what waits for a moderator, and the counts of posts."""

from typing import Any

import pytest

from copydesk.store.posts import get_post
from tests.rest.small_site import SmallSite
from tests.store.examples import a_comment, a_post


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


@pytest.fixture
def reader(site: SmallSite) -> int:
    return site.add_member("subscriber")


@pytest.fixture
def post_id(site: SmallSite) -> int:
    return site.add_post(a_post(comment_status="open", author=99))


def say(site: SmallSite, post_id: int, text: str, *, as_user: int, **more: Any) -> Any:
    return site.send("POST", "comments", {"post": post_id, "content": text, **more}, as_user=as_user)


def count(site: SmallSite, post_id: int) -> int:
    post = get_post(site.db, post_id)
    assert post
    return post.comment_count


def test_the_first_comment_of_a_member_waits(site: SmallSite, post_id: int, reader: int) -> None:
    site.set_option("comment_previously_approved", "1")
    said = say(site, post_id, "Well put.", as_user=reader)
    assert (said.status, said.body["status"]) == (201, "hold")
    assert count(site, post_id) == 0


def test_moderators_are_heard_at_once(site: SmallSite, post_id: int, boss: int) -> None:
    assert say(site, post_id, "Thanks.", as_user=boss).body["status"] == "approved"
    assert count(site, post_id) == 1


def test_words_of_the_site_decide(site: SmallSite, post_id: int, reader: int) -> None:
    site.set_option("disallowed_keys", "casino\n")
    site.set_option("moderation_keys", "lottery")
    site.set_option("comment_previously_approved", "0")
    assert say(site, post_id, "A CASINO nearby", as_user=reader).body["status"] == "trash"


def test_nobody_says_a_thing_twice_or_too_fast(site: SmallSite, post_id: int, reader: int) -> None:
    say(site, post_id, "Same", as_user=reader)
    assert say(site, post_id, "Same", as_user=reader).code == "comment_duplicate"
    assert say(site, post_id, "Other", as_user=reader).code == "comment_flood"


def test_members_do_not_speak_for_others(site: SmallSite, post_id: int, boss: int, reader: int) -> None:
    assert say(site, post_id, "x", as_user=reader, author=boss).code == "rest_comment_invalid_author"
    assert say(site, post_id, "x", as_user=reader, status="approve").code == "rest_comment_invalid_status"
    assert (
        say(site, post_id, "x", as_user=reader, author_ip="192.0.2.1").code
        == "rest_comment_invalid_author_ip"
    )
    assert say(site, post_id, "x", as_user=0).code == "rest_comment_login_required"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"status": "draft"}, "rest_comment_draft_post"),
        ({"status": "trash"}, "rest_comment_trash_post"),
        ({"comment_status": "closed"}, "rest_comment_closed"),
        ({"status": "private"}, "rest_cannot_read_post"),
        ({"password": "secret"}, "rest_cannot_read_post"),
    ],
)
def test_where_no_comment_is_taken(site: SmallSite, reader: int, changes: dict[str, Any], code: str) -> None:
    post_id = site.add_post(a_post(**{"comment_status": "open", "author": 99, **changes}))
    assert say(site, post_id, "x", as_user=reader).code == code


def test_old_discussions_close(site: SmallSite, post_id: int, reader: int) -> None:
    site.set_option("close_comments_for_old_posts", "1")
    site.set_option("close_comments_days_old", "14")
    assert say(site, post_id, "x", as_user=reader).code == "rest_comment_closed"


def test_the_trash_knows_the_way_back(site: SmallSite, post_id: int, boss: int) -> None:
    comment_id = say(site, post_id, "Thanks.", as_user=boss).body["id"]
    assert site.send("DELETE", f"comments/{comment_id}", as_user=boss).body["status"] == "trash"
    assert count(site, post_id) == 0
    assert site.send("DELETE", f"comments/{comment_id}", as_user=boss).code == "rest_already_trashed"
    back = site.send("POST", f"comments/{comment_id}", {"status": "untrash"}, as_user=boss)
    assert (back.body["status"], count(site, post_id)) == ("approved", 1)


def test_answers_to_a_deleted_comment_move_up(site: SmallSite, post_id: int, boss: int) -> None:
    first = say(site, post_id, "One", as_user=boss).body["id"]
    second = say(site, post_id, "Two", as_user=boss, parent=first).body["id"]
    site.send("DELETE", f"comments/{first}?force=true", as_user=boss)
    assert site.get(f"comments/{second}", as_user=boss).body["parent"] == 0


def test_markup_depends_on_who_wrote(site: SmallSite, post_id: int, boss: int) -> None:
    comment_id = site.add_comment(a_comment(post=post_id, user=0))
    changed = site.send(
        "POST", f"comments/{comment_id}", {"content": "<script>x</script><b>b</b>"}, as_user=boss
    ).body
    assert changed["content"]["raw"] == "x<b>b</b>"


def test_names_come_with_addresses(site: SmallSite, post_id: int, boss: int) -> None:
    refused = say(site, post_id, "x", as_user=boss, author_name="Guest")
    assert refused.code == "rest_comment_author_data_required"
    assert say(site, post_id, " ", as_user=boss).code == "rest_comment_content_invalid"
