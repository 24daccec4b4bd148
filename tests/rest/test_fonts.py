"""Installed fonts: families with their faces, for who may change the design."""

import json

import pytest

from tests.rest.small_site import SmallSite
from tests.store.examples import a_post


@pytest.fixture
def family(site: SmallSite) -> int:
    content = json.dumps({"fontFamily": "Plex, serif", "preview": "https://desk.example/plex.svg"})
    return site.add_post(a_post(type="wp_font_family", title="Plex", slug="plex", content=content))


def add_face(site: SmallSite, family: int, **said: str) -> int:
    return site.add_post(a_post(type="wp_font_face", parent=family, content=json.dumps(said)))


def test_a_family_and_its_faces(site: SmallSite, family: int) -> None:
    boss = site.add_member("administrator")
    faces = [add_face(site, family), add_face(site, family, fontWeight="700")]
    shown = site.get(f"font-families/{family}", as_user=boss).body
    assert shown["font_faces"] == faces
    assert shown["font_family_settings"] == {
        "name": "Plex",
        "slug": "plex",
        "fontFamily": "Plex, serif",
        "preview": "https://desk.example/plex.svg",
    }


def test_faces_have_the_defaults_of_css(site: SmallSite, family: int) -> None:
    boss = site.add_member("administrator")
    bold = add_face(site, family, fontFamily="Plex", fontWeight="700", sizeAdjust="90%", colour="red")
    settings = site.get(f"font-families/{family}/font-faces/{bold}", as_user=boss).body["font_face_settings"]
    assert (settings["fontWeight"], settings["fontStyle"], settings["sizeAdjust"]) == ("700", "normal", "90%")
    assert "colour" not in settings


def test_faces_are_found_through_their_family(site: SmallSite, family: int) -> None:
    boss = site.add_member("administrator")
    face = add_face(site, family)
    other = site.add_post(a_post(type="wp_font_family", title="Lora", slug="lora", content="broken"))
    found = site.get(f"font-families/{family}/font-faces", as_user=boss)
    assert ([one["id"] for one in found.body], found.headers["X-WP-Total"]) == ([face], "1")
    wrong = site.get(f"font-families/{other}/font-faces/{face}", as_user=boss)
    assert wrong.code == "rest_font_face_parent_id_mismatch"
    missing = site.get("font-families/4711/font-faces", as_user=boss)
    assert (missing.code, missing.allowed) == ("rest_post_invalid_parent", ["GET", "POST"])


def test_families_by_name_and_page(site: SmallSite, family: int) -> None:
    boss = site.add_member("administrator")
    newer = site.add_post(a_post(type="wp_font_family", title="Lora", slug="lora"))
    assert [one["id"] for one in site.get("font-families", as_user=boss).body] == [newer, family]
    assert [one["id"] for one in site.get("font-families?slug=plex", as_user=boss).body] == [family]
    second = site.get("font-families?per_page=1&page=2&order=asc", as_user=boss)
    assert [one["id"] for one in second.body] == [newer]
    assert [one["id"] for one in site.get("font-families?offset=1", as_user=boss).body] == [family]


def test_fonts_are_for_who_may_change_the_design(site: SmallSite, family: int) -> None:
    editor = site.add_member("editor")
    for path in (
        "font-families",
        f"font-families/{family}",
        "font-collections",
        "font-collections/google-fonts",
    ):
        assert site.get(path).code == "rest_cannot_read"
        assert site.get(path, as_user=editor).status == 403
    assert site.get("font-families/4711").code == "rest_post_invalid_id"


def test_collections_are_named_but_empty(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    found = site.get("font-collections", as_user=boss)
    assert found.headers["X-WP-Total"] == "1"
    assert site.get("font-collections/google-fonts", as_user=boss).body["font_families"] == []
    assert site.get("font-collections/other", as_user=boss).code == "rest_font_collection_not_found"


def test_families_cost_the_same_however_many_there_are(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    costs = []
    for size in (2, 12):
        for number in range(size):
            one = site.add_post(a_post(type="wp_font_family", slug=f"f{number}"))
            add_face(site, one)
        site.get("font-families", as_user=boss)
        site.db.statements = 0
        site.get("font-families?per_page=50", as_user=boss)
        costs.append(site.db.statements)
    assert costs[0] == costs[1]
