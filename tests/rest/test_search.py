"""Searching through the API: posts, terms and formats."""

from tests.rest.small_site import API, HOME, SmallSite
from tests.store.examples import a_post, a_term


def test_posts_come_newest_first_without_a_word(site: SmallSite) -> None:
    old = site.add_post(a_post(title="Old", slug="old", date="2025-01-01 00:00:00"))
    new = site.add_post(a_post(title="New &amp; bold", slug="new", type="page"))
    first, second = site.get("search").body
    assert (first["id"], second["id"]) == (new, old)
    assert first["url"] == f"{HOME}/new/"
    assert (first["type"], first["subtype"]) == ("post", "page")
    assert first["_links"]["self"][0]["href"] == f"{API}/pages/{new}"


def test_only_public_posts_are_found(site: SmallSite) -> None:
    site.add_post(a_post(status="draft"))
    site.add_post(a_post(type="attachment", status="inherit"))
    assert site.get("search").body == []


def test_a_password_hides_posts_from_searches_of_strangers(site: SmallSite) -> None:
    site.add_post(a_post(title="Secret harvest", password="open sesame"))
    member = site.add_member("subscriber")
    assert site.get("search?search=harvest").body == []
    assert len(site.get("search?search=harvest", as_user=member).body) == 1


def test_terms_say_their_taxonomy_for_a_type(site: SmallSite) -> None:
    tag = site.add_term(a_term("Gold", "post_tag"))
    (hit,) = site.get("search?type=term&search=gold&_embed").body
    assert (hit["id"], hit["title"], hit["type"]) == (tag.id, "Gold", "post_tag")
    assert "subtype" not in hit
    assert hit["_embedded"]["self"][0]["slug"] == "gold"


def test_formats_are_found_once_used(site: SmallSite) -> None:
    assert site.get("search?type=post-format").body == []
    site.add_term(a_term("post-format-aside", "post_format"))
    (hit,) = site.get("search?type=post-format").body
    assert (hit["id"], hit["title"], hit["url"]) == ("aside", "Aside", f"{HOME}/type/aside/")


def test_subtypes_of_another_kind_do_not_count(site: SmallSite) -> None:
    post = site.add_post(a_post())
    site.add_post(a_post(type="page"))
    answer = site.get("search?subtype=category&per_page=1")
    assert [hit["id"] for hit in answer.body] == [post]
    assert "subtype" not in answer.headers["Link"]


def test_past_the_end_nothing_is_counted(site: SmallSite) -> None:
    site.add_post(a_post())
    assert site.get("search?page=9").headers["X-WP-Total"] == "0"
