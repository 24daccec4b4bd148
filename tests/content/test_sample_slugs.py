"""The slugs that editors are shown for the titles of posts."""

import pytest

from copydesk.content.sample_slugs import load_sample_slugs
from copydesk.store.posts import load_posts
from tests.rest.small_site import SmallSite
from tests.store.examples import a_post


def sample(site: SmallSite, post_id: int) -> str:
    posts = list(load_posts(site.db, [post_id]).values())
    return load_sample_slugs(site.db, site.sites.read(), site.api.types, posts)[post_id]


def test_slug_comes_from_the_title(site: SmallSite) -> None:
    post = site.add_post(a_post(title="Grain & rain", slug="other"))
    assert sample(site, post) == "grain-rain"


def test_other_letters_are_readable(site: SmallSite) -> None:
    post = site.add_post(a_post(title="भाव 📈", status="draft"))
    assert sample(site, post) == "भाव-📈"


def test_taken_slugs_get_a_number(site: SmallSite) -> None:
    site.add_post(a_post(title="Rain", slug="rain"))
    site.add_post(a_post(title="Rain", slug="rain-2"))
    third = site.add_post(a_post(title="Rain", slug="rain-3"))
    draft = site.add_post(a_post(title="Rain", slug="", status="draft"))
    page = site.add_post(a_post(title="Rain", slug="", status="draft", type="page"))
    assert sample(site, third) == "rain-3"  # its own is not in the way
    assert sample(site, draft) == "rain-4"
    assert sample(site, page) == "rain"


def test_untitled_draft_is_its_id_told_apart_from_a_year(site: SmallSite) -> None:
    post = site.add_post(a_post(title="", slug="", status="draft"))
    assert sample(site, post) == f"{post}-2"
    site.set_option("permalink_structure", "/archives/%postname%/")
    assert sample(site, post) == str(post)


@pytest.mark.parametrize(("parent", "slug"), [(0, "team-2"), (1, "team")])
def test_pages_share_slugs_below_other_parents(site: SmallSite, parent: int, slug: str) -> None:
    above = site.add_post(a_post(title="About", slug="about", type="page"))
    site.add_post(a_post(title="Team", slug="team", type="page"))
    post = site.add_post(a_post(title="Team", slug="", type="page", status="draft", parent=above * parent))
    assert sample(site, post) == slug


def test_files_share_with_nobody(site: SmallSite) -> None:
    site.add_post(a_post(title="Map", slug="map"))
    file = site.add_post(a_post(title="Map", slug="", type="attachment", status="inherit"))
    assert sample(site, file) == "map-2"


def test_long_slugs_are_told_apart_too(site: SmallSite) -> None:
    title = "x" * 200
    site.add_post(a_post(title=title, slug=title))
    post = site.add_post(a_post(title=title, slug="", status="draft"))
    assert sample(site, post) == "x" * 198 + "-2"


def test_a_page_costs_two_statements(site: SmallSite) -> None:
    site.add_post(a_post(title="Rain", slug="rain"))
    ids = [site.add_post(a_post(title="Rain", slug=f"rain-{number}")) for number in range(20)]
    posts = list(load_posts(site.db, ids).values())
    read = site.sites.read()
    site.db.statements = 0
    assert len(load_sample_slugs(site.db, read, site.api.types, posts)) == 20
    assert site.db.statements == 2
