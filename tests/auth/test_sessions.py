"""Login cookies, their sessions, and nonces."""

from dataclasses import replace

import pytest

from copydesk.auth.keys import KEY_NAMES, Keys
from copydesk.auth.nonces import REST_ACTION, TICK_SECONDS, make_nonce, nonce_age
from copydesk.auth.sessions import (
    LoginCookie,
    cookie_names,
    has_session,
    is_genuine,
    make_cookie,
    parse_cookie,
    session_key,
)

KEYS = Keys.of({name: name.lower() for name in KEY_NAMES})
HASH = "$wp$2y$10$abcdefghijklmnopqrstuv"
NOW = 1_800_000_000


def a_cookie(password_hash: str = HASH) -> LoginCookie:
    return make_cookie(
        KEYS, "logged_in", "ingrid", password_hash=password_hash, expiration=NOW + 60, token="t" * 43
    )


def test_keys_are_named_as_in_the_configuration() -> None:
    assert KEY_NAMES[0] == "AUTH_KEY"
    assert KEY_NAMES[-1] == "NONCE_SALT"
    assert KEYS.secure_auth == "secure_auth_keysecure_auth_salt"
    assert KEYS.sign("x") != KEYS.sign("x", "nonce")
    assert len(KEYS.sign("\udcff", "auth", "sha256")) == 64


def test_cookie_reads_back() -> None:
    cookie = a_cookie()
    assert parse_cookie(str(cookie)) == cookie
    assert is_genuine(cookie, KEYS, "logged_in", password_hash=HASH, now=NOW)


def test_cookie_of_another_scheme_user_time_or_password_is_not_genuine() -> None:
    cookie = a_cookie()
    assert not is_genuine(cookie, KEYS, "auth", password_hash=HASH, now=NOW)
    assert not is_genuine(replace(cookie, login="olav"), KEYS, "logged_in", password_hash=HASH, now=NOW)
    assert not is_genuine(cookie, KEYS, "logged_in", password_hash=HASH + "w", now=NOW)
    assert not is_genuine(cookie, KEYS, "logged_in", password_hash=HASH, now=NOW + 61)
    assert not is_genuine(replace(cookie, signature="é"), KEYS, "logged_in", password_hash=HASH, now=NOW)


def test_old_hashes_lend_another_piece() -> None:
    assert a_cookie("$P$Babcd1234") == a_cookie("$P$Bxxxx1234")
    assert a_cookie("$P$Babcd1234") != a_cookie("$P$Babcd4321")


@pytest.mark.parametrize(
    "text", ["", "a|b", "a|b|c|d", "a|1|c|d|e", "a|-1|c|d", "a|١|c|d", f"a|{'9' * 19}|c|d"]
)
def test_other_texts_are_no_cookies(text: str) -> None:
    assert parse_cookie(text) is None


def test_names_of_cookies_depend_on_the_address() -> None:
    names = cookie_names("https://x.example")
    assert names.logged_in == f"wordpress_logged_in_{names.auth.removeprefix('wordpress_')}"
    assert names.secure_auth.startswith("wordpress_sec_")
    assert names != cookie_names("https://y.example")


def test_session_must_be_known_and_open() -> None:
    sessions = {session_key("t"): {"expiration": NOW}, session_key("old"): NOW, session_key("odd"): "soon"}
    assert has_session(sessions, "t", NOW)
    assert not has_session(sessions, "t", NOW + 1)
    assert has_session(sessions, "old", NOW)
    assert not has_session(sessions, "odd", NOW)
    assert not has_session(sessions, "other", NOW)


def test_nonce_is_good_for_two_ticks() -> None:
    made_at = TICK_SECONDS * 1000
    nonce = make_nonce(KEYS, REST_ACTION, user=5, token="t", now=made_at)
    ages = [
        nonce_age(nonce, KEYS, REST_ACTION, user=5, token="t", now=made_at + later)
        for later in (0, 1, TICK_SECONDS, TICK_SECONDS + 1)
    ]
    assert ages == [1, 2, 2, 0]


def test_nonce_is_for_one_action_user_and_session() -> None:
    nonce = make_nonce(KEYS, REST_ACTION, user=5, token="t", now=NOW)
    assert len(nonce) == 10
    assert not nonce_age(nonce, KEYS, "other", user=5, token="t", now=NOW)
    assert not nonce_age(nonce, KEYS, REST_ACTION, user=6, token="t", now=NOW)
    assert not nonce_age(nonce, KEYS, REST_ACTION, user=5, token="", now=NOW)
    assert not nonce_age("", KEYS, REST_ACTION, user=5, token="t", now=NOW)
    assert not nonce_age("é\udcff", KEYS, REST_ACTION, user=5, token="t", now=NOW)
