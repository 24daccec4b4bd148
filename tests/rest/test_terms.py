"""Terms through the API: addresses, pages, who may do what."""

from pathlib import Path

from tests.rest.small_site import HOME, SmallSite, small_site
from tests.store.examples import a_post, a_term


def test_categories_stand_below_their_parents(site: SmallSite) -> None:
    parent = site.add_term(a_term("Markets"))
    child = site.add_term(a_term("Bonds", parent=parent.id))
    answer = site.get(f"categories/{child.id}?_embed").body
    assert answer["link"] == f"{HOME}/category/markets/bonds/"
    assert answer["_embedded"]["up"][0]["name"] == "Markets"


def test_other_trees_have_flat_addresses_unless_they_say_otherwise(tmp_path: Path) -> None:
    plain = {"object_types": ["post"], "hierarchical": True, "show_in_rest": True}
    nested = {**plain, "rewrite": {"slug": "places", "hierarchical": True}}
    with small_site(tmp_path, {"taxonomies": {"desk": plain, "place": nested}}) as site:
        for taxonomy, expected in (("desk", "desk/child/"), ("place", "places/parent/child/")):
            parent = site.add_term(a_term("Parent", taxonomy))
            child = site.add_term(a_term("Child", taxonomy, parent=parent.id))
            assert site.get(f"{taxonomy}/{child.id}").body["link"] == f"{HOME}/{expected}"


def test_what_readers_cannot_open_has_no_path(site: SmallSite) -> None:
    term = site.add_term(a_term("Newsroom", "wp_pattern_category"))
    link = site.get(f"wp_pattern_category/{term.id}").body["link"]
    assert link == f"{HOME}/?taxonomy=wp_pattern_category&term=newsroom"


def test_the_category_of_last_resort_stays(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    other = site.add_term(a_term("Markets"))
    assert "DELETE" in site.get(f"categories/{other.id}", as_user=boss).allowed
    assert "DELETE" not in site.get("categories/1", as_user=boss).allowed


def test_a_name_finds_its_slug(site: SmallSite) -> None:
    term = site.add_term(a_term("日本", "post_tag", slug="%e6%97%a5%e6%9c%ac"))
    assert [one["id"] for one in site.get("tags?slug=日本").body] == [term.id]


def test_neighbours_are_counted_from_the_offset(site: SmallSite) -> None:
    for name in ("a1", "b2", "c3", "d4", "e5"):
        site.add_term(a_term(name, "post_tag"))
    link = site.get("tags?offset=2&per_page=2").headers["Link"]
    assert "page=1>" in link
    assert "page=3>" in link
    assert site.get("tags?offset=-1").body[0]["name"] == "b2"


def test_terms_of_a_post_are_for_those_who_may_read_it(site: SmallSite) -> None:
    tag = site.add_term(a_term("gold", "post_tag"))
    public = site.add_post(a_post(), tag)
    draft = site.add_post(a_post(status="draft", author=99), tag)
    assert [one["id"] for one in site.get(f"tags?post={public}").body] == [tag.id]
    assert site.get(f"tags?post={draft}").code == "rest_forbidden_context"
    assert site.get("tags?post=4711").code == "rest_post_invalid_id"


def test_arguments_that_fail_decide_what_is_allowed(site: SmallSite) -> None:
    answer = site.get("tags?post=abc")
    assert (answer.status, answer.allowed) == (400, [])


def test_addresses_begin_with_the_front_or_not(tmp_path: Path) -> None:
    plain = {"object_types": ["post"], "show_in_rest": True}
    away = {**plain, "rewrite": {"with_front": False}}
    with small_site(tmp_path, {"taxonomies": {"desk": plain, "place": away}}) as site:
        for structure, desk, place in (
            ("/blog/%postname%/", "blog/desk/a1/", "place/a1/"),
            ("/%year%/%postname%", "desk/a1", "place/a1"),
            ("", "?desk=a1", "?place=a1"),
        ):
            site.set_option("permalink_structure", structure)
            for taxonomy, expected in (("desk", desk), ("place", place)):
                term = site.add_term(a_term("a1", taxonomy))
                assert site.get(f"{taxonomy}/{term.id}").body["link"] == f"{HOME}/{expected}"
