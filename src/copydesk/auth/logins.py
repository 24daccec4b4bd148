"""Who a login cookie belongs to: the way from a `Cookie` header to a user and his session."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from copydesk.auth.keys import Keys
from copydesk.auth.sessions import LoginCookie, cookie_names, has_session, is_genuine, parse_cookie
from copydesk.store.database import Db
from copydesk.store.meta import get_meta
from copydesk.store.php import maybe_unserialize
from copydesk.store.rows import User
from copydesk.store.users import get_user_by_login

SESSIONS_KEY = "session_tokens"


@dataclass(frozen=True, slots=True)
class Login:
    """A user and the token of the session that his cookie names."""

    user: User
    token: str


def find_login(db: Db, header: str, *, keys: Keys, siteurl: str, now: int) -> Login | None:
    """The login of a `Cookie` header; None when there is no cookie of this site, or no good one."""
    name = cookie_names(siteurl).logged_in
    for cookie in _parse_cookies(header, name):
        user = get_user_by_login(db, cookie.login)
        if user is None:
            continue
        if not is_genuine(cookie, keys, "logged_in", password_hash=user.password_hash, now=now):
            continue
        sessions = maybe_unserialize(get_meta(db, "user", user.id, SESSIONS_KEY) or "")
        if isinstance(sessions, dict) and has_session(sessions, cookie.token, now):
            return Login(user, cookie.token)
    return None


def _parse_cookies(header: str, name: str) -> Iterator[LoginCookie]:
    for pair in header.split(";"):
        key, equals, value = pair.strip().partition("=")
        cookie = parse_cookie(unquote(value)) if equals and key == name else None
        if cookie:
            yield cookie
