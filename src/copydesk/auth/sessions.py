"""Login cookies: who somebody is, until when, in which session, signed.

`login|expiration|token|signature`. The signature hangs on a piece of the stored password hash, so a new
password ends every login. A cookie alone is not enough: its session must be among the user's
`session_tokens` (under the token's SHA-256) and not have run out.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.auth.keys import Keys, Scheme
from copydesk.text.utf8 import to_bytes


@dataclass(frozen=True)
class LoginCookie:
    """What a cookie says, whether it is true or not."""

    login: str
    expiration: int
    token: str
    signature: str

    def __str__(self) -> str:
        return f"{self.login}|{self.expiration}|{self.token}|{self.signature}"


@dataclass(frozen=True)
class CookieNames:
    """The names of a site's cookies, made from its address."""

    auth: str
    secure_auth: str
    logged_in: str


def cookie_names(siteurl: str) -> CookieNames:
    site = hashlib.md5(to_bytes(siteurl)).hexdigest()
    return CookieNames(f"wordpress_{site}", f"wordpress_sec_{site}", f"wordpress_logged_in_{site}")


def parse_cookie(text: str) -> LoginCookie | None:
    """The four parts of a cookie, or None when it has not four, or no number where the time stands."""
    parts = text.split("|")
    if len(parts) != 4 or not (parts[1].isascii() and parts[1].isdecimal() and len(parts[1]) < 19):
        return None
    return LoginCookie(parts[0], int(parts[1]), parts[2], parts[3])


def make_cookie(
    keys: Keys, scheme: Scheme, login: str, *, password_hash: str, expiration: int, token: str
) -> LoginCookie:
    """A signed cookie for a session."""
    said = f"{login}|{expiration}|{token}"
    key = keys.sign(f"{login}|{_piece_of(password_hash)}|{expiration}|{token}", scheme)
    signature = hmac.new(key.encode(), to_bytes(said), "sha256").hexdigest()
    return LoginCookie(login, expiration, token, signature)


def is_genuine(cookie: LoginCookie, keys: Keys, scheme: Scheme, *, password_hash: str, now: int) -> bool:
    """Whether a cookie was signed here for the user with this password hash, and has not run out."""
    if cookie.expiration < now:
        return False
    ours = make_cookie(
        keys,
        scheme,
        cookie.login,
        password_hash=password_hash,
        expiration=cookie.expiration,
        token=cookie.token,
    )
    return hmac.compare_digest(ours.signature.encode(), to_bytes(cookie.signature))


def session_key(token: str) -> str:
    """The key of a session among the user's `session_tokens`."""
    return hashlib.sha256(to_bytes(token)).hexdigest()


def has_session(sessions: Mapping[str, Any], token: str, now: int) -> bool:
    """Whether the user's `session_tokens` hold this session, and it has not run out."""
    session = sessions.get(session_key(token))
    if isinstance(session, Mapping):  # older sites hold only the time
        session = session.get("expiration")
    return isinstance(session, int) and session >= now


def _piece_of(password_hash: str) -> str:
    if password_hash.startswith(("$P$", "$2y$")):
        return password_hash[8:12]
    return password_hash[-4:]
