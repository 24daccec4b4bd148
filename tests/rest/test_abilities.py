"""Abilities: programs find out what the site can do, and do it with the rights of who runs them."""

import pytest

from tests.rest.small_site import HOME, SmallSite

ROOT = "/wp-abilities/v1"


def test_members_may_look(site: SmallSite) -> None:
    reader = site.add_member("subscriber")
    assert site.get(f"{ROOT}/abilities").code == "rest_forbidden"
    found = site.get(f"{ROOT}/abilities", as_user=reader)
    assert found.headers["X-WP-Total"] == "3"
    assert found.body[0]["_links"]["wp:action-run"][0]["href"].endswith("/core/get-site-info/run")
    assert "curies" not in found.body[0]["_links"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("category=user", 1),
        ("namespace=core", 3),
        ("namespace=acme", 0),
        ("per_page=2&page=2", 1),
        ("meta[annotations][readonly]=true", 3),
        ("meta[annotations][destructive]=true", 0),
    ],
)
def test_abilities_by_their_properties(query: str, count: int, site: SmallSite) -> None:
    reader = site.add_member("subscriber")
    assert len(site.get(f"{ROOT}/abilities?{query}", as_user=reader).body) == count


def test_single_ones(site: SmallSite) -> None:
    reader = site.add_member("subscriber")
    ability = site.get(f"{ROOT}/abilities/core/get-user-info", as_user=reader).body
    assert ability["input_schema"]["properties"]["fields"]["items"]["enum"][0] == "id"
    assert site.get(f"{ROOT}/abilities/acme/sing", as_user=reader).code == "rest_ability_not_found"
    assert site.get(f"{ROOT}/categories/site", as_user=reader).body["label"] == "Site"
    assert site.get(f"{ROOT}/categories/acme", as_user=reader).code == "rest_ability_category_not_found"


def test_everybody_may_ask_about_himself(site: SmallSite) -> None:
    reader = site.add_member("subscriber", first_name="Asha", locale="de_DE")
    body = site.get(f"{ROOT}/abilities/core/get-user-info/run", as_user=reader).body
    assert (body["id"], body["first_name"], body["roles"], body["locale"]) == (
        reader,
        "Asha",
        ["subscriber"],
        "de_DE",
    )


def test_facts_of_the_site_are_for_administrators(site: SmallSite) -> None:
    boss, editor = site.add_member("administrator"), site.add_member("editor")
    path = f"{ROOT}/abilities/core/get-site-info/run"
    assert site.get(path, as_user=editor).code == "rest_ability_cannot_execute"
    assert site.get(path, as_user=boss).body["url"] == HOME
    assert site.get(f"{path}?input[fields][]=name", as_user=boss).body == {"name": "Desk"}
    assert site.get(f"{path}?input[fields][]=phone", as_user=boss).code == "ability_invalid_input"
    environment = site.get(f"{ROOT}/abilities/core/get-environment-info/run", as_user=boss).body
    assert environment["db_server_info"] == "sqlite"


def test_what_only_reads_takes_get(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    answer = site.get(f"{ROOT}/abilities/core/get-site-info/run", as_user=boss, method="POST")
    assert (answer.code, answer.status) == ("rest_ability_invalid_method", 405)
