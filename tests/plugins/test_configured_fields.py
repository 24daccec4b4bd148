"""Fields of meta that a configuration adds to answers."""

from typing import Any

import pytest

from copydesk.actions.adopt import Adoption, adopt
from copydesk.content.registrations import RegistrationError, make_types
from copydesk.content.type_rules import CORE_TYPES
from copydesk.plugins.configured_fields import configured_fields
from copydesk.plugins.view_counts import KEY, hear_stop, hear_view
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db
from copydesk.store.meta_write import add_meta
from copydesk.store.own_tables import create_own_tables
from copydesk.store.posts_write import insert_post
from copydesk.store.work import open_work
from copydesk.wire.json import encode
from tests.plugins.replica import ask
from tests.store.examples import a_post

VIEWS = {"of": "post", "name": f" {KEY}", "meta_key": KEY, "type": "integer"}


def read_fields(db: Db, path: str, *said: Any) -> Any:
    """The answer of a site with these tables in its configuration."""
    plugin = configured_fields({"rest_fields": list(said)}, make_types({}))
    return ask(db, path, plugins=(plugin,)).data


def create_post(db: Db, **meta: str) -> int:
    create_site(db, NewSite(home="https://news.example"))
    with open_work(db) as work:
        post = insert_post(work, a_post(slug="budget", title="Budget"))
        for key, value in meta.items():
            add_meta(work, "post", post, key=key, value=value)
    return post


def test_name_is_never_trimmed_and_value_follows_core_fields(tables_db: Db) -> None:
    post = create_post(tables_db, **{KEY: "1204"})
    for context in ("view", "embed"):
        answer = read_fields(tables_db, f"wp/v2/posts/{post}?context={context}", VIEWS)
        assert list(answer)[-2:] == [f" {KEY}", "_links"]
        assert answer[f" {KEY}"] == 1204


def test_missing_value_is_the_empty_one_of_its_type_or_the_default(tables_db: Db) -> None:
    post = create_post(tables_db)
    said = [
        VIEWS,
        {"of": "post", "name": "kicker", "meta_key": "_kicker"},
        {"of": "post", "name": "city", "meta_key": "_city", "default": "Mumbai"},
        {"of": "post", "name": "tickers", "meta_key": "_ticker", "single": False},
    ]
    answer = read_fields(tables_db, f"wp/v2/posts/{post}", *said)
    shown = [answer[name] for name in (f" {KEY}", "kicker", "city", "tickers")]
    assert shown == [0, "", "Mumbai", []]


def test_field_is_not_in_the_published_schema(tables_db: Db) -> None:
    create_post(tables_db)
    plugin = configured_fields({"rest_fields": [VIEWS]}, CORE_TYPES)
    described = ask(tables_db, "wp/v2/posts", method="OPTIONS", plugins=(plugin,)).data
    assert f" {KEY}" not in described["schema"]["properties"]
    assert f" {KEY}" not in described["endpoints"][1]["args"]


def test_terms_and_users_have_fields_too(tables_db: Db) -> None:
    create_post(tables_db)
    with open_work(tables_db) as work:
        add_meta(work, "term", 1, key="colour", value="red")
        add_meta(work, "user", 1, key="twitter", value="@asha")
    said = [
        {"of": "category", "name": "colour", "meta_key": "colour"},
        {"of": "post_tag", "name": "colour", "meta_key": "colour"},
        {"of": "user", "name": "twitter", "meta_key": "twitter"},
    ]
    assert read_fields(tables_db, "wp/v2/categories/1", *said)["colour"] == "red"
    plugin = configured_fields({"rest_fields": said}, CORE_TYPES)
    assert [added.of for added in plugin.rest_fields] == ["category", "tag", "user"]


def test_views_are_counted_by_pages_and_shown_by_the_api(tables_db: Db) -> None:
    post = create_post(tables_db)
    hear_view(tables_db, post)
    for _ in range(3):
        read_fields(tables_db, f"wp/v2/posts/{post}", VIEWS)
    hear_stop(tables_db)
    assert read_fields(tables_db, f"wp/v2/posts/{post}", VIEWS)[f" {KEY}"] == 1


def test_document_stands_without_configuration_and_counts_with_it(tables_db: Db) -> None:
    create_site(tables_db, NewSite(home="https://news.example"))
    create_own_tables(tables_db)
    row = a_post(id=7, slug="budget", title="Budget")
    document = encode({"id": 7, "slug": "budget", f" {KEY}": 40, "title": {"rendered": "Budget"}}).decode()
    with open_work(tables_db) as work:
        adopt(work, make_types({}), [Adoption(row, meta={KEY: ["40"]}, document=document)])
    hear_view(tables_db, 7)
    hear_stop(tables_db)
    assert encode(ask(tables_db, "wp/v2/posts/7", plugins=()).data).decode() == document
    answer = read_fields(tables_db, "wp/v2/posts/7", VIEWS)
    assert list(answer) == ["id", "slug", f" {KEY}", "title"], "in the document's order"
    assert answer[f" {KEY}"] == 41


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("views", "must be a list of tables"),
        (["views"], "must be a list of tables"),
        ([{"of": "post", "name": "views"}], "has no meta_key"),
        ([{**VIEWS, "name": ""}], "has no name"),
        ([{**VIEWS, "of": "story"}], "is of story, which is nothing"),
        ([{**VIEWS, "type": "money"}], "has the type money"),
        ([{**VIEWS, "shows": True}], "unknown key shows"),
    ],
)
def test_mistakes_are_named(said: Any, complaint: str) -> None:
    with pytest.raises(RegistrationError, match=complaint):
        configured_fields({"rest_fields": said}, CORE_TYPES)
