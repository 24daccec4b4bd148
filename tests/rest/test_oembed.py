"""oEmbed: what other sites get of our posts."""

import pytest

from copydesk.store.php import serialize
from tests.rest.small_site import HOME, SmallSite
from tests.store.examples import a_post, a_user


def embed(site: SmallSite, url: str, more: str = "") -> str:
    return f"/oembed/1.0/embed?url={url}{more}"


def test_a_post_is_a_frame(site: SmallSite) -> None:
    author = site.add_member("author", a_user(login="mei", nicename="mei", display_name="Mei Lin"))
    site.add_post(a_post(title="Harvest &amp; yield", slug="harvest", author=author))
    answer = site.get(embed(site, f"{HOME}/harvest/")).body
    assert (answer["type"], answer["width"], answer["height"]) == ("rich", 600, 338)
    assert (answer["provider_name"], answer["author_name"]) == ("Desk", "Mei Lin")
    assert answer["author_url"] == f"{HOME}/author/mei/"
    assert f'src="{HOME}/harvest/embed/#?secret=' in answer["html"]


@pytest.mark.parametrize(("given", "width"), [("300", 300), ("50", 200), ("9999", 600), ("abc", 200)])
def test_frames_have_bounds(given: str, width: int, site: SmallSite) -> None:
    site.add_post(a_post(title="Harvest", slug="harvest"))
    assert site.get(embed(site, f"{HOME}/harvest/", f"&maxwidth={given}")).body["width"] == width


def test_addresses_may_be_plain_or_lack_the_slash(site: SmallSite) -> None:
    post = site.add_post(a_post(title="Harvest", slug="harvest"))
    parent = site.add_post(a_post(type="page", title="About", slug="about"))
    site.add_post(a_post(type="page", title="Team", slug="team", parent=parent))
    for url, title in (
        (f"{HOME}/%3Fp={post}", "Harvest"),
        (f"{HOME}/harvest", "Harvest"),
        (f"{HOME}/about/team/", "Team"),
    ):
        assert site.get(embed(site, url)).body["title"] == title


@pytest.mark.parametrize("url", ["", "bogus", f"{HOME}/", f"{HOME}/draft/", "https://nowhere.example/draft/"])
def test_nothing_is_said_of_what_is_not_public(url: str, site: SmallSite) -> None:
    site.add_post(a_post(slug="draft", status="private"))
    answer = site.get(embed(site, url))
    assert (answer.status, answer.code) == (404, "oembed_invalid_url")


def test_the_page_in_front_is_at_home(site: SmallSite) -> None:
    page = site.add_post(a_post(type="page", title="Welcome", slug="welcome"))
    site.set_option("show_on_front", "page")
    site.set_option("page_on_front", str(page))
    assert site.get(embed(site, f"{HOME}/")).body["title"] == "Welcome"


def test_xml_is_another_form(site: SmallSite) -> None:
    site.add_post(a_post(title="Harvest", slug="harvest"))
    answer = site.get(embed(site, f"{HOME}/harvest/", "&format=xml"))
    assert answer.headers["Content-Type"].startswith("text/xml")
    assert answer.body.startswith(b'<?xml version="1.0"?>\n<oembed><version>1.0</version>')
    missing = site.get(embed(site, f"{HOME}/nope/", "&format=xml"))
    assert (missing.status, b"<status>404</status>" in missing.body) == (404, True)


def test_pictures_come_along(site: SmallSite) -> None:
    sizes = {"medium": {"file": "floor-300x200.jpg", "width": 300, "height": 200}}
    metadata = {"width": 1600, "height": 1067, "file": "2025/05/floor.jpg", "sizes": sizes}
    meta = {"_wp_attached_file": "2025/05/floor.jpg", "_wp_attachment_metadata": serialize(metadata)}
    picture = site.add_post(a_post(type="attachment", status="inherit", mime_type="image/jpeg"), **meta)
    site.add_post(a_post(title="Harvest", slug="harvest"), _thumbnail_id=str(picture))
    answer = site.get(embed(site, f"{HOME}/harvest/", "&maxwidth=300")).body
    assert answer["thumbnail_url"].endswith("/2025/05/floor-300x200.jpg")
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (300, 200)


def test_editors_may_ask_for_it_too(site: SmallSite) -> None:
    author, reader = site.add_member("author"), site.add_member("subscriber")
    site.add_post(a_post(title="Harvest", slug="harvest"))
    path = f"/oembed/1.0/proxy?url={HOME}/harvest/"
    assert site.get(path, as_user=author).body["title"] == "Harvest"
    assert site.get(path, as_user=reader).code == "rest_forbidden"
