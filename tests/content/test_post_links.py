"""Addresses of posts as their readers get them, and the templates that editors see."""

import pytest

from copydesk.auth.roles import load_viewer
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.details import load_post_details
from copydesk.content.links import PostLinks, archive_link, load_post_links, prepare_post_links
from copydesk.content.types import PostType
from copydesk.store.posts import load_posts
from copydesk.store.users import get_user
from tests.rest.small_site import HOME, SmallSite
from tests.store.examples import a_post, a_term

BOOKS = {
    "post_types": {
        "book": {"public": True, "show_in_rest": True, "rewrite": {"slug": "library"}},
        "chapter": {"public": True, "show_in_rest": True, "hierarchical": True, "has_archive": "chapters"},
    }
}


def links_of(site: SmallSite, *ids: int, viewer: Viewer = STRANGER) -> PostLinks:
    posts = list(load_posts(site.db, ids).values())
    return prepare_post_links(site.db, site.sites.read(), site.api.types, posts, viewer=viewer)


def link(site: SmallSite, post_id: int, viewer: Viewer = STRANGER) -> str:
    """The address below home."""
    links = links_of(site, post_id, viewer=viewer)
    return links.link(links.known[post_id]).removeprefix(HOME)


def template(site: SmallSite, post_id: int, viewer: Viewer = STRANGER) -> str:
    links = links_of(site, post_id, viewer=viewer)
    return links.template(links.known[post_id]).removeprefix(HOME)


def member(site: SmallSite, role: str) -> Viewer:
    user = get_user(site.db, site.add_member(role))
    assert user
    return load_viewer(site.db, site.sites.read().options, user)


def with_types(site: SmallSite) -> SmallSite:
    return SmallSite(site.db, BOOKS)


def test_published_post_has_a_path(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain"))
    assert link(site, post) == "/grain/"
    assert template(site, post) == "/%postname%/"


@pytest.mark.parametrize("status", ["draft", "pending", "future"])
def test_draft_has_a_query_and_the_template_of_its_future(site: SmallSite, status: str) -> None:
    post = site.add_post(a_post(slug="", status=status))
    assert link(site, post) == f"/?p={post}"
    assert template(site, post) == "/%postname%/"


def test_post_in_the_trash_has_a_query_in_both(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="x__trashed", status="trash"))
    assert (link(site, post), template(site, post)) == (f"/?p={post}", f"/?p={post}")
    page = site.add_post(a_post(slug="x__trashed", status="trash", type="page"))
    assert (link(site, page), template(site, page)) == (f"/?page_id={page}", "/%pagename%/")


def test_private_post_has_a_path_for_those_who_may_read_it(site: SmallSite) -> None:
    editor, subscriber = member(site, "editor"), member(site, "subscriber")
    post = site.add_post(a_post(slug="secret", status="private", author=99))
    assert link(site, post) == f"/?p={post}"
    assert link(site, post, subscriber) == f"/?p={post}"
    assert link(site, post, editor) == "/secret/"


def test_page_stands_below_its_parents(site: SmallSite) -> None:
    top = site.add_post(a_post(slug="about", type="page"))
    middle = site.add_post(a_post(slug="", type="page", parent=top, status="draft"))
    low = site.add_post(a_post(slug="team", type="page", parent=middle))
    assert link(site, low) == "/about/team/"  # a draft without a name is passed over
    assert template(site, low) == "/about/%pagename%/"


def test_pages_that_are_above_each_other_end_the_path(site: SmallSite) -> None:
    one = site.add_post(a_post(id=50, slug="one", type="page", parent=51))
    site.add_post(a_post(id=51, slug="two", type="page", parent=50))
    assert link(site, one) == "/two/one/"


def test_front_page_is_home(site: SmallSite) -> None:
    page = site.add_post(a_post(slug="welcome", type="page"))
    site.set_option("show_on_front", "page")
    site.set_option("page_on_front", str(page))
    assert (link(site, page), template(site, page)) == ("/", "/")


def test_file_stands_below_its_post_while_that_has_an_address(site: SmallSite) -> None:
    post, draft = site.add_post(a_post(slug="grain")), site.add_post(a_post(status="draft"))
    secret = site.add_post(a_post(slug="secret", status="private"))
    files = {
        parent: site.add_post(a_post(slug="map", type="attachment", status="inherit", parent=parent))
        for parent in (0, post, draft, secret)
    }
    assert link(site, files[0]) == "/map/"
    assert link(site, files[post]) == "/grain/map/"
    assert template(site, files[post]) == "/grain/%postname%/"
    for parent in (draft, secret):
        assert link(site, files[parent]) == f"/?attachment_id={files[parent]}"
    assert template(site, files[0]) == f"/?attachment_id={files[0]}"
    assert link(site, files[secret], member(site, "editor")) == "/secret/map/"


def test_declared_types_have_a_base(site: SmallSite) -> None:
    site = with_types(site)
    book = site.add_post(a_post(slug="tides", type="book"))
    draft = site.add_post(a_post(type="book", status="draft"))
    first = site.add_post(a_post(slug="one", type="chapter"))
    second = site.add_post(a_post(slug="two", type="chapter", parent=first))
    assert link(site, book) == "/library/tides/"
    assert template(site, book) == "/library/%pagename%/"
    assert link(site, draft) == f"/?post_type=book&p={draft}"
    assert link(site, second) == "/chapter/one/two/"


def test_types_of_core_without_pages_are_addressed_like_posts(site: SmallSite) -> None:
    pattern = site.add_post(a_post(slug="hint", type="wp_block"))
    draft = site.add_post(a_post(type="wp_block", status="draft"))
    assert (link(site, pattern), link(site, draft)) == ("/hint/", f"/?p={draft}")


def test_unknown_types_have_a_query(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="x", type="gone"))
    assert link(site, post) == f"/?post_type=gone&p={post}"


def test_structure_may_ask_for_dates_authors_and_categories(site: SmallSite) -> None:
    site.set_option("permalink_structure", "/%category%/%author%/%year%/%postname%")
    author = site.add_member("author")
    world = site.add_term(a_term("World"))
    asia = site.add_term(a_term("Asia", parent=world.id))
    post = site.add_post(a_post(slug="grain", author=author, date="2025-06-01 11:30:00"), asia)
    file = site.add_post(a_post(slug="map", type="attachment", status="inherit", parent=post))
    assert link(site, post) == "/world/asia/author/2025/grain"
    assert template(site, post) == "/world/asia/author/2025/%postname%"
    assert link(site, file) == "/world/asia/author/2025/grain/attachment/map"
    details = load_post_details(site.db, site.api.types, [post])
    posts = list(load_posts(site.db, [post]).values())
    known = load_post_links(site.db, site.sites.read(), site.api.types, posts, details)
    assert known[post] == f"{HOME}/world/asia/author/2025/grain"


def test_plain_addresses_are_queries(site: SmallSite) -> None:
    site.set_option("permalink_structure", "")
    post = site.add_post(a_post(slug="grain"))
    page = site.add_post(a_post(slug="about", type="page"))
    assert (link(site, post), template(site, post)) == (f"/?p={post}", f"/?p={post}")
    assert link(site, page) == f"/?page_id={page}"


def test_archives_of_types(site: SmallSite) -> None:
    chapter = SmallSite(site.db, BOOKS).api.types.posts["chapter"]
    book = PostType("book", "Books", is_builtin=False, has_archive=True, rewrite_slug="library")
    read = site.sites.read()
    assert archive_link(read, chapter) == f"{HOME}/chapters/"
    assert archive_link(read, book) == f"{HOME}/library/"
    assert archive_link(read, site.api.types.posts["post"]) == ""
