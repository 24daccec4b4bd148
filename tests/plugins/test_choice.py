"""Which of the installed plugins a site gets."""

from typing import Any

import pytest

from copydesk.content.registrations import RegistrationError, make_types
from copydesk.content.type_rules import CORE_TYPES
from copydesk.plugins import choose_plugins, load_plugins
from copydesk.rest.plugin import Plugin
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db

WANTED = Plugin("wanted")
UNWANTED = Plugin("unwanted", is_wanted=lambda db, types: False)


def names(db: Db, registrations: dict[str, Any]) -> list[str]:
    return [one.name for one in choose_plugins((WANTED, UNWANTED), db, CORE_TYPES, registrations)]


def test_our_own_plugins_are_installed() -> None:
    assert [plugin.name for plugin in load_plugins()] == ["publishpress-authors", "view-counts"]


def test_new_site_counts_views_and_has_no_authors_of_its_own(tables_db: Db) -> None:
    create_site(tables_db, NewSite(home="https://news.example"))
    chosen = choose_plugins(load_plugins(), tables_db, CORE_TYPES, {})
    assert [plugin.name for plugin in chosen] == ["configured-fields", "view-counts"]


def test_taxonomy_of_an_imported_document_brings_the_plugin(tables_db: Db) -> None:
    create_site(tables_db, NewSite(home="https://news.example"))
    seen = {"taxonomies": {"author": {"rest_base": "ppma_author", "show_in_rest": True}}}
    chosen = choose_plugins(load_plugins(), tables_db, make_types(seen), seen)
    assert [plugin.name for plugin in chosen][1:] == ["publishpress-authors", "view-counts"]


def test_configuration_has_the_last_word(tables_db: Db) -> None:
    assert names(tables_db, {}) == ["configured-fields", "wanted"]
    said = {"plugins": {"unwanted": True, "wanted": False}}
    assert names(tables_db, said) == ["configured-fields", "unwanted"]


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        (["wanted"], "must be a table"),
        ({"other": True}, "other, which is not installed"),
        ({"wanted": "yes"}, "wanted must be true or false"),
    ],
)
def test_mistakes_are_named(tables_db: Db, said: Any, complaint: str) -> None:
    with pytest.raises(RegistrationError, match=complaint):
        names(tables_db, {"plugins": said})


def test_fields_of_the_configuration_may_be_of_a_plugins_types(tables_db: Db) -> None:
    create_site(tables_db, NewSite(home="https://news.example"))
    said = {
        "plugins": {"publishpress-authors": True},
        "rest_fields": [{"of": "author", "name": "beat", "meta_key": "beat"}],
    }
    chosen = choose_plugins(load_plugins(), tables_db, CORE_TYPES, said)
    assert chosen[0].rest_fields[0].of == "author"
