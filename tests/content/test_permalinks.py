"""Addresses of posts, terms, people, dates and comments."""

from dataclasses import dataclass

import pytest

from copydesk.content.permalinks import (
    NAME_TAG,
    Permalinks,
    PostAddress,
    category_path,
    term_path,
)

HOME = "https://paper.example/daily"
POST = PostAddress(7, "fog-at-sea", "2024-05-06 07:08:09", "ingrid", "weather/coast")


@dataclass(frozen=True)
class Term:
    id: int
    slug: str
    parent: int = 0


def links(structure: str = "/%postname%/", **bases: str) -> Permalinks:
    return Permalinks(HOME, structure, **bases)


@pytest.mark.parametrize(
    ("structure", "path"),
    [
        ("", "/?p=7"),
        ("/%postname%/", "/fog-at-sea/"),
        ("%postname%", "/fog-at-sea"),
        ("/%year%/%monthnum%/%day%/%hour%-%minute%-%second%/", "/2024/05/06/07-08-09/"),
        ("/%category%/%author%/%post_id%", "/weather/coast/ingrid/7"),
        ("/news/%postname%.html", "/news/fog-at-sea.html"),
        ("/%mood%/%postname%/", "/%mood%/fog-at-sea/"),
    ],
)
def test_post_has_the_address_of_the_structure(structure: str, path: str) -> None:
    assert links(structure).post_link(POST) == HOME + path


def test_structure_says_what_must_be_known() -> None:
    assert links("/%author%/%postname%/").tags == {"%author%", "%postname%"}
    assert not links("").tags


def test_posts_without_an_address_have_a_query() -> None:
    assert links().plain_post_link("page", 5) == f"{HOME}/?page_id=5"
    assert links().plain_post_link("attachment", 5) == f"{HOME}/?attachment_id=5"
    assert links().plain_post_link("book", 5) == f"{HOME}/?post_type=book&p=5"


def test_pages_stand_below_the_root() -> None:
    assert links("/news/%postname%/").page_link(5, "about/team") == f"{HOME}/about/team/"
    assert links("/index.php/%postname%").page_link(5, "about") == f"{HOME}/index.php/about"
    assert links("").page_link(5, "about") == f"{HOME}/?page_id=5"


def test_declared_types_stand_behind_the_front() -> None:
    assert links("/news/%postname%/").typed_post_link("book", "emma") == f"{HOME}/news/book/emma/"
    assert links().typed_post_link("book", "emma", base="books") == f"{HOME}/books/emma/"
    assert links("").typed_post_link("book", "emma") == f"{HOME}/?book=emma"


@pytest.mark.parametrize(
    ("structure", "slug", "parent", "path"),
    [
        ("/%postname%/", "chart", None, "/chart/"),
        ("/%postname%/", "chart", "/fog/", "/fog/chart/"),
        ("/%postname%/", "2024", "/fog/", "/fog/attachment/2024/"),
        ("/%category%/%postname%", "chart", "/sea/fog", "/sea/fog/attachment/chart"),
        ("/%category%/%postname%", NAME_TAG, "/sea/fog", "/sea/fog/%postname%"),
        ("/%postname%/", "chart", "/?p=7", "/?attachment_id=3"),
        ("/%postname%/", "", None, "/?attachment_id=3"),
        ("/%postname%/", NAME_TAG, None, "/?attachment_id=3"),
        ("", "chart", None, "/?attachment_id=3"),
    ],
)
def test_files_stand_below_their_post(structure: str, slug: str, parent: str | None, path: str) -> None:
    above = parent if parent is None else HOME + parent
    assert links(structure).attachment_link(3, slug, parent=above) == HOME + path


def test_file_of_a_post_without_address_has_none_either() -> None:
    assert links().attachment_link(3, "chart", parent="") == f"{HOME}/?attachment_id=3"


def test_terms_stand_behind_their_base() -> None:
    assert links("/n/%postname%/").category_link(4, "a/b") == f"{HOME}/n/category/a/b/"
    assert links("/n/%postname%/", category_base="topic").category_link(4, "a") == f"{HOME}/topic/a/"
    assert links("/index.php/%postname%", tag_base="t").tag_link("x") == f"{HOME}/index.php/t/x"
    assert links("/%postname%", tag_base="/").tag_link("x") == f"{HOME}/x"
    assert links().term_link("post_format", "post-format-aside") == f"{HOME}/type/aside/"
    assert links().term_link("desk", "night", base="desks") == f"{HOME}/desks/night/"


def test_terms_have_queries_under_the_plain_structure() -> None:
    plain = links("")
    assert plain.category_link(4, "a/b") == f"{HOME}/?cat=4"
    assert plain.tag_link("%d1%8f") == f"{HOME}/?tag=%d1%8f"
    assert plain.term_link("desk", "night") == f"{HOME}/?desk=night"
    assert plain.term_link("post_format", "post-format-aside") == f"{HOME}/?post_format=aside"
    assert links().plain_term_link("hidden", "x") == f"{HOME}/?taxonomy=hidden&term=x"


def test_authors_and_dates_stand_behind_the_front() -> None:
    assert links("/n/%postname%/").author_link(2, "ingrid") == f"{HOME}/n/author/ingrid/"
    assert links("").author_link(2, "ingrid") == f"{HOME}/?author=2"
    assert links().date_link(2024) == f"{HOME}/2024/"
    assert links().date_link(2024, 5) == f"{HOME}/2024/05/"
    assert links("/%day%/%monthnum%/%year%/%postname%").date_link(2024, 5, 6) == f"{HOME}/06/05/2024"
    assert links("/n/%post_id%/").date_link(2024, 5, 6) == f"{HOME}/n/date/2024/05/06/"
    assert links("").date_link(2024, 5) == f"{HOME}/?m=202405"


def test_comments_are_places_on_their_post() -> None:
    post = links().post_link(POST)
    assert links().comment_link(post, 9) == f"{post}#comment-9"
    assert links().comment_link(post, 9, page=2) == f"{post}comment-page-2/#comment-9"
    assert links("").comment_link(f"{HOME}/?p=7", 9, page=2) == f"{HOME}/?p=7&cpage=2#comment-9"


def test_category_of_an_address_is_the_oldest_with_all_above() -> None:
    known = {
        term.id: term for term in (Term(1, "sea"), Term(2, "coast", 1), Term(3, "fog", 2), Term(9, "a", 9))
    }
    assert category_path([known[3], known[2]], known) == "sea/coast"
    assert category_path([], known) == ""
    assert term_path(known[9], known) == "a"
    assert term_path(Term(5, "x", 99), known) == "x"
    assert term_path(Term(5, "x", 4), {4: Term(4, "", 1), 1: known[1]}) == "sea/x"
