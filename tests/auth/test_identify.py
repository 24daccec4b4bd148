"""Who sends a request: by application password, by cookie and nonce, or nobody."""

import base64
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from copydesk.auth.application_passwords import META_KEY
from copydesk.auth.identify import INVALID_NONCE, identify, parse_basic
from copydesk.auth.keys import KEY_NAMES, Keys
from copydesk.auth.nonces import REST_ACTION, make_nonce
from copydesk.auth.passwords import fast_hash
from copydesk.auth.sessions import cookie_names, make_cookie, session_key
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.store.create import NewAdministrator, NewSite, create_site
from copydesk.store.database import Db, connect_database
from copydesk.store.meta_write import add_meta
from copydesk.store.options import load_options
from copydesk.store.php import serialize
from copydesk.store.work import open_work
from copydesk.wire.refused import Problem
from copydesk.wire.request import Request

KEYS = Keys.of({name: name.lower() for name in KEY_NAMES})
SITE = "https://desk.example"
HASH = "$wp$2y$10$abcdefgh"
TOKEN = "token"
USER = 1
NOW = int(time.time())


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """A site whose one user is logged in and has an application password."""
    db = connect_database(f"sqlite:///{tmp_path}/site.db")
    asha = NewAdministrator(login="asha", email="asha@desk.example", password_hash=HASH)
    assert create_site(db, NewSite(home=SITE), asha) == USER
    secret = {"uuid": "u1", "name": "Phone", "password": fast_hash("secret")}
    sessions = {session_key(TOKEN): {"expiration": NOW + 1000}}
    with open_work(db) as work:
        add_meta(work, "user", USER, key=META_KEY, value=serialize([secret]))
        add_meta(work, "user", USER, key="session_tokens", value=serialize(sessions))
    yield db
    db.close()


def caller(db: Db, keys: Keys | None = KEYS, **about: str) -> Viewer | Problem:
    """Who it is that sends these headers; `nonce_argument` goes into the query."""
    query = {"_wpnonce": about.pop("nonce_argument")} if "nonce_argument" in about else {}
    headers = {name.replace("_", "-"): value for name, value in about.items()}
    request = Request("GET", "/", query, headers)
    return identify(db, load_options(db), request, keys=keys, siteurl=SITE)


def basic(login: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{login}:{password}".encode()).decode()


def a_cookie(token: str = TOKEN, login: str = "asha", expiration: int = NOW + 1000) -> str:
    cookie = make_cookie(KEYS, "logged_in", login, password_hash=HASH, expiration=expiration, token=token)
    return f"other=1; {cookie_names(SITE).logged_in}={quote(str(cookie))}"


def a_nonce(user: int = USER, token: str = TOKEN) -> str:
    return make_nonce(KEYS, REST_ACTION, user=user, token=token, now=NOW)


def test_application_password_makes_a_member(db: Db) -> None:
    viewer = caller(db, authorization=basic("asha", "sec ret"))
    assert isinstance(viewer, Viewer)
    assert (viewer.id, viewer.application_password, viewer.session) == (USER, "u1", "")


def test_application_password_needs_no_nonce(db: Db) -> None:
    viewer = caller(db, authorization=basic("asha", "secret"), x_wp_nonce="wrong")
    assert isinstance(viewer, Viewer)
    assert viewer.is_member


@pytest.mark.parametrize("header", [basic("asha", "wrong"), basic("nobody", "secret"), "Basic !", "Digest x"])
def test_wrong_password_makes_a_stranger(header: str, db: Db) -> None:
    assert caller(db, authorization=header) == STRANGER


def test_cookie_with_its_nonce_makes_a_member(db: Db) -> None:
    for viewer in (
        caller(db, cookie=a_cookie(), x_wp_nonce=a_nonce()),
        caller(db, cookie=a_cookie(), nonce_argument=a_nonce()),
    ):
        assert isinstance(viewer, Viewer)
        assert (viewer.id, viewer.session) == (USER, TOKEN)
        assert viewer.can("manage_options")


def test_cookie_alone_makes_nobody_a_member(db: Db) -> None:
    assert caller(db, cookie=a_cookie()) == STRANGER


def test_cookie_goes_over_the_application_password(db: Db) -> None:
    assert caller(db, cookie=a_cookie(), authorization=basic("asha", "secret")) == STRANGER


@pytest.mark.parametrize("nonce", ["abc", ""])
def test_wrong_nonce_is_refused(nonce: str, db: Db) -> None:
    assert caller(db, x_wp_nonce=nonce) == INVALID_NONCE
    assert caller(db, nonce_argument=nonce) == INVALID_NONCE
    assert caller(db, cookie=a_cookie(), x_wp_nonce=nonce) == INVALID_NONCE


def test_nonce_of_another_is_refused(db: Db) -> None:
    assert caller(db, cookie=a_cookie(), x_wp_nonce=a_nonce(user=2)) == INVALID_NONCE
    assert caller(db, x_wp_nonce=a_nonce()) == INVALID_NONCE


def test_stranger_may_have_a_nonce(db: Db) -> None:
    assert caller(db, x_wp_nonce=a_nonce(user=0, token="")) == STRANGER


@pytest.mark.parametrize(
    "cookie", [a_cookie(token="closed"), a_cookie(login="nobody"), a_cookie(expiration=NOW - 5), "x", "a=b"]
)
def test_cookie_that_is_not_good_makes_a_stranger(cookie: str, db: Db) -> None:
    assert caller(db, cookie=cookie) == STRANGER
    assert caller(db, cookie=cookie, x_wp_nonce=a_nonce()) == INVALID_NONCE


def test_without_keys_no_nonce_is_good(db: Db) -> None:
    assert caller(db, None, cookie=a_cookie(), x_wp_nonce=a_nonce()) == INVALID_NONCE
    assert caller(db, None, cookie=a_cookie()) == STRANGER


def test_basic_header_is_read() -> None:
    assert parse_basic(basic("a", "b:c")) == ("a", "b:c")
    assert parse_basic("Basic " + base64.b64encode(b"nothing").decode()) is None
