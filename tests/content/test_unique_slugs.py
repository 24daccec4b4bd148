"""Slugs that no other post has."""

import pytest

from copydesk.content.unique_slugs import SlugPlace, unique_slug


@pytest.mark.parametrize(
    ("slug", "place", "structure", "free"),
    [
        ("new", SlugPlace(), "", "new"),
        ("taken", SlugPlace(), "", "taken-3"),
        ("taken", SlugPlace(status="draft"), "", "taken"),
        ("taken", SlugPlace(type="revision", status="inherit"), "", "taken"),
        ("feed", SlugPlace(), "", "feed-2"),
        ("embed", SlugPlace(type="book"), "", "embed-2"),
        ("page12", SlugPlace(type="page", is_hierarchical=True), "", "page12-2"),
        ("page12", SlugPlace(), "/%postname%/", "page12"),
        ("2024", SlugPlace(), "/%postname%/", "2024-2"),
        ("2024", SlugPlace(current="2024"), "/%postname%/", "2024"),
        ("2024", SlugPlace(), "/n/%postname%/", "2024"),
        ("2024", SlugPlace(), "/%post_id%/", "2024"),
        ("0", SlugPlace(), "/%postname%/", "0"),
        ("12", SlugPlace(), "/%year%/%postname%/", "12-2"),
        ("13", SlugPlace(), "/%year%/%postname%/", "13"),
        ("31", SlugPlace(), "/%year%/%monthnum%/%postname%/", "31-2"),
        ("32", SlugPlace(), "/%year%/%monthnum%/%postname%/", "32"),
        ("9" * 5000, SlugPlace(), "/%postname%/", "9" * 198 + "-2"),
        ("2024", SlugPlace(type="attachment"), "/%postname%/", "2024"),
    ],
)
def test_slug_is_free_and_cannot_be_mistaken(slug: str, place: SlugPlace, structure: str, free: str) -> None:
    assert unique_slug(slug, place, {"taken", "taken-2"}.__contains__, structure) == free


def test_long_slug_makes_room_for_its_number() -> None:
    long = "%d1%8f" * 33
    assert unique_slug(long, SlugPlace(), {long}.__contains__) == "%d1%8f" * 33 + "-2"
    assert unique_slug("a" * 200, SlugPlace(), {"a" * 200}.__contains__) == "a" * 198 + "-2"
