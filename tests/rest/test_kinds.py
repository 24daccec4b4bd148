"""Types, taxonomies and statuses through the API."""

import pytest

from tests.rest.small_site import SmallSite


def test_types_refuse_in_their_answers(site: SmallSite) -> None:
    for path, code in (
        ("types/revision", "rest_cannot_read_type"),
        ("types/no-such-type", "rest_type_invalid"),
        ("types/post?context=edit", "rest_forbidden_context"),
    ):
        answer = site.get(path)
        assert (answer.code, answer.allowed) == (code, ["GET"])


def test_taxonomies_refuse_before(site: SmallSite) -> None:
    hidden, missing = site.get("taxonomies/link_category"), site.get("taxonomies/no-such-taxonomy")
    assert (hidden.code, hidden.allowed) == ("rest_forbidden", [])
    assert (missing.code, missing.allowed) == ("rest_taxonomy_invalid", ["GET"])


@pytest.mark.parametrize("kind", ["types", "taxonomies", "statuses"])
def test_collections_are_objects_and_fields_name_their_members(kind: str, site: SmallSite) -> None:
    assert isinstance(site.get(kind).body, dict)
    assert site.get(f"{kind}?_fields=slug").body == []


def test_no_taxonomies_are_an_empty_object(site: SmallSite) -> None:
    assert site.get("taxonomies?type=attachment").body == {}


def test_statuses_are_for_those_who_write(site: SmallSite) -> None:
    author = site.add_member("author")
    assert list(site.get("statuses").body) == ["publish"]
    assert "draft" in site.get("statuses", as_user=author).body
    assert site.get("statuses/draft").code == "rest_cannot_read_status"
