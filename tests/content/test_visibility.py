"""Who sees which posts."""

import pytest

from copydesk.auth.roles import load_viewer
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.visibility import readable_posts, visible_by_default
from copydesk.store.post_query import Visible
from copydesk.store.posts import load_posts
from copydesk.store.users import get_user
from tests.rest.small_site import SmallSite
from tests.store.examples import a_post


def member(site: SmallSite, role: str) -> Viewer:
    user = get_user(site.db, site.add_member(role))
    assert user
    return load_viewer(site.db, site.sites.read().options, user)


def sees(site: SmallSite, viewer: Viewer, post_id: int) -> bool:
    posts = list(load_posts(site.db, [post_id]).values())
    return bool(readable_posts(site.db, viewer, site.api.types, posts))


@pytest.mark.parametrize("status", ["draft", "pending", "future", "private", "trash"])
def test_unpublished_posts_are_hidden_from_strangers(site: SmallSite, status: str) -> None:
    editor, author = member(site, "editor"), member(site, "author")
    own = site.add_post(a_post(status=status, author=author.id))
    assert [sees(site, viewer, own) for viewer in (STRANGER, author, editor)] == [False, True, True]
    anothers = site.add_post(a_post(status=status, author=99))
    assert [sees(site, viewer, anothers) for viewer in (author, editor)] == [False, True]


def test_files_are_as_visible_as_their_post(site: SmallSite) -> None:
    public, draft = site.add_post(a_post()), site.add_post(a_post(status="draft", author=99))
    for parent, is_seen in ((0, True), (public, True), (draft, False), (12345, True)):
        file = site.add_post(a_post(type="attachment", status="inherit", parent=parent, author=99))
        assert sees(site, STRANGER, file) is is_seen, parent


def test_types_without_a_route_are_hidden(site: SmallSite) -> None:
    revision = site.add_post(a_post(type="revision", status="inherit"))
    unknown = site.add_post(a_post(type="gone"))
    assert not sees(site, STRANGER, revision)
    assert not sees(site, STRANGER, unknown)


def test_patterns_are_for_those_who_write(site: SmallSite) -> None:
    pattern = site.add_post(a_post(type="wp_block"))
    assert not sees(site, STRANGER, pattern)
    assert not sees(site, member(site, "subscriber"), pattern)
    assert sees(site, member(site, "contributor"), pattern)


def test_lists_without_a_status(site: SmallSite) -> None:
    types, author = site.api.types, member(site, "author")
    assert visible_by_default(STRANGER, ["post"], types) == (Visible(("post",), ("publish",)),)
    assert visible_by_default(member(site, "editor"), ["post"], types) == (
        Visible(("post",), ("publish", "private")),
    )
    assert visible_by_default(author, ["post", "gone"], types) == (
        Visible(("post",), ("publish",)),
        Visible(("post",), ("private",), author.id),
        Visible(("gone",), ("publish",)),
    )
