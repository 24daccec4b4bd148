"""Which post an address is the address of."""

import pytest

from copydesk.content.answering import Newsroom
from copydesk.content.own_addresses import find_post_at, find_posts_at
from tests.rest.small_site import HOME, SmallSite
from tests.store.examples import a_post


def newsroom(site: SmallSite) -> Newsroom:
    return Newsroom(site.db, site.sites.read(), site.api.types)


def found_at(site: SmallSite, path: str) -> int:
    """The id of the post at an address below home; 0 without one."""
    post = find_post_at(newsroom(site), path if "://" in path else HOME + path)
    return post.id if post else 0


def test_slashes_at_the_end_and_hosts_with_www_do_not_matter(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain"))
    for address in ("/grain/", "/grain", "https://www.desk.example/grain/", "http://DESK.example/grain"):
        assert found_at(site, address) == post


@pytest.mark.parametrize(
    "address", ["/other/", "/", "https://else.example/grain/", "https://[bad/", "/x/grain/"]
)
def test_nothing_is_at_other_addresses(site: SmallSite, address: str) -> None:
    site.add_post(a_post(slug="grain"))
    assert found_at(site, address) == 0


def test_queries_name_posts_by_id(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain"))
    page = site.add_post(a_post(slug="about", type="page"))
    assert found_at(site, f"/?p={post}") == post
    assert found_at(site, f"/?page_id={page}") == page
    assert found_at(site, "/?p=x") == 0


def test_what_is_not_public_is_not_found(site: SmallSite) -> None:
    draft = site.add_post(a_post(slug="draft", status="draft"))
    site.add_post(a_post(slug="secret", status="private"))
    site.add_post(a_post(slug="hint", type="wp_block"))
    for address in (f"/?p={draft}", "/draft/", "/secret/", "/hint/"):
        assert found_at(site, address) == 0


def test_page_is_found_below_its_own_parent_only(site: SmallSite) -> None:
    about = site.add_post(a_post(slug="about", type="page"))
    team = site.add_post(a_post(slug="team", type="page", parent=about))
    site.add_post(a_post(slug="team", type="page"))
    assert found_at(site, "/about/team/") == team


def test_encoded_and_plain_letters_are_the_same_address(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="%e0%a4%ad%e0%a4%be%e0%a4%b5"))
    assert found_at(site, "/भाव/") == post
    assert found_at(site, "/%E0%A4%AD%E0%A4%BE%E0%A4%B5/") == post


def test_structures_may_name_ids(site: SmallSite) -> None:
    site.set_option("permalink_structure", "/archives/%post_id%")
    post = site.add_post(a_post(slug="grain"))
    assert found_at(site, f"/archives/{post}") == post
    assert found_at(site, "/grain") == 0


def test_front_page_is_at_home(site: SmallSite) -> None:
    page = site.add_post(a_post(slug="welcome", type="page"))
    site.set_option("show_on_front", "page")
    site.set_option("page_on_front", str(page))
    assert found_at(site, "/") == page


def test_many_cost_as_much_as_one(site: SmallSite) -> None:
    for number in range(12):
        site.add_post(a_post(slug=f"p{number}"))
    room = newsroom(site)
    costs = []
    for count in (1, 12):
        site.db.statements = 0
        assert len(find_posts_at(room, [f"{HOME}/p{number}/" for number in range(count)])) == count
        costs.append(site.db.statements)
    assert costs[0] == costs[1]
