"""The names of templates, and the parts inside them."""

import pytest

from copydesk.content.templates import fallback_slugs, name_theme, split_id


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("daily//single", ("daily", "single")),
        ("daily/single", ("daily", "single")),
        ("acme/daily//single", ("acme/daily", "single")),
        ("single", ("", "single")),
    ],
)
def test_an_id_is_theme_and_name(given: str, found: tuple[str, str]) -> None:
    assert split_id(given) == found


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("index", ("index",)),
        ("single-report", ("single-report", "single", "singular", "index")),
        ("tag-gold", ("tag-gold", "tag", "archive", "index")),
        ("archive-report", ("archive-report", "archive", "index")),
        ("404", ("404", "index")),
    ],
)
def test_the_nearest_name_comes_first(slug: str, names: tuple[str, ...]) -> None:
    assert fallback_slugs(slug) == names


def test_what_people_made_up_stands_for_a_page() -> None:
    assert fallback_slugs("wide", is_custom=True) == ("wide", "page", "singular", "index")


def test_parts_keep_the_theme_they_name() -> None:
    named = '<!-- wp:template-part {"slug":"top","theme":"weekly"} /-->'
    assert name_theme(named, "daily") == named
    assert name_theme("<p>wp:template</p>", "daily") == "<p>wp:template</p>"


def test_parts_are_found_however_deep() -> None:
    deep = (
        "<!-- wp:group -->" * 3000 + '<!-- wp:template-part {"slug":"top"} /-->' + "<!-- /wp:group -->" * 3000
    )
    assert '"theme":"daily"' in name_theme(deep, "daily")
