"""A new site has what a fresh WordPress has."""

import pytest

from copydesk.store.create import NewAdministrator, NewSite, create_site, default_roles, default_user_meta
from copydesk.store.database import Db, open_database
from copydesk.store.failures import StoreError
from copydesk.store.meta import load_meta
from copydesk.store.options import get_option, load_options
from copydesk.store.terms import get_term
from copydesk.store.users import get_user
from tests.databases import closed

SITE = NewSite(home="https://desk.example/markets", title="Desk", timezone="Asia/Kolkata")
ADMIN = NewAdministrator(
    login="Newsdesk", email="desk@desk.example", password_hash="*", registered="2025-06-01 06:00:00"
)


def test_site_can_be_opened_and_knows_itself(tables_db: Db) -> None:
    user_id = create_site(tables_db, SITE, ADMIN)
    with closed(open_database(tables_db.engine.url.render_as_string(hide_password=False))) as db:
        options = load_options(db)
        user = get_user(db, user_id)
        meta = load_meta(db, "user", [user_id])[user_id]
        term = get_term(db, 1, "category")
    assert options["siteurl"] == options["home"] == "https://desk.example/markets"
    assert options["admin_email"] == "desk@desk.example"
    assert (options["timezone_string"], options["gmt_offset"]) == ("Asia/Kolkata", "")
    assert options["permalink_structure"] == "/%postname%/"
    assert user
    assert (user.login, user.nicename, user.registered) == ("Newsdesk", "newsdesk", "2025-06-01 06:00:00")
    assert meta["wp_capabilities"] == ['a:1:{s:13:"administrator";b:1;}']
    assert meta["wp_user_level"] == ["10"]
    assert term
    assert term.slug == "uncategorized"


def test_site_without_a_user_and_with_other_options(tables_db: Db) -> None:
    site = NewSite(home="https://a.example", siteurl="https://b.example", options={"posts_per_page": "7"})
    assert create_site(tables_db, site) == 0
    assert load_options(tables_db, ("siteurl", "posts_per_page", "gmt_offset")) == {
        "siteurl": "https://b.example",
        "posts_per_page": "7",
        "gmt_offset": "0",
    }


def test_a_site_is_not_made_over_another(tables_db: Db) -> None:
    create_site(tables_db, SITE)
    with pytest.raises(StoreError, match="There is a site in"):
        create_site(tables_db, SITE)


def test_roles_are_those_of_wordpress(compat_db: Db) -> None:
    assert default_roles() == get_option(compat_db, "wp_user_roles")


def test_user_without_a_role_may_nothing() -> None:
    meta = default_user_meta("news_", "", "mei")
    assert (meta["news_capabilities"], meta["news_user_level"], meta["nickname"]) == ("a:0:{}", "0", "mei")
