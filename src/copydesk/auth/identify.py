"""Who sends a request: application passwords over HTTP Basic, and the cookies of a login with their nonce.

A wrong application password makes a stranger of the caller, not an error (recorded from WordPress 7.1
without plugins). A cookie alone makes nobody a member: without a nonce its owner is a stranger, for any page
of the web can make a browser send it. A nonce that is not good is an error even for those without a cookie.
"""

import base64
import binascii
import time
from collections.abc import Mapping
from dataclasses import replace

from copydesk.auth.application_passwords import find_application_user
from copydesk.auth.keys import Keys
from copydesk.auth.logins import find_login
from copydesk.auth.nonces import REST_ACTION, nonce_age
from copydesk.auth.roles import load_viewer
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.store.database import Db
from copydesk.wire.refused import Problem
from copydesk.wire.request import Request

INVALID_NONCE = Problem("rest_cookie_invalid_nonce", "The nonce is not valid, or no longer.", 403)


def identify(
    db: Db, options: Mapping[str, str], request: Request, *, keys: Keys | None = None, siteurl: str = ""
) -> Viewer | Problem:
    """The caller of an API request, or why it is not heard at all."""
    now = int(time.time())
    header = request.headers.get("cookie", "")
    login = find_login(db, header, keys=keys, siteurl=siteurl, now=now) if keys and header else None
    member = STRANGER if login else _by_application_password(db, options, request)
    nonce = _nonce_of(request)
    if member.is_member or nonce is None:
        return member
    user_id, token = (login.user.id, login.token) if login else (0, "")
    if not keys or not nonce_age(nonce, keys, REST_ACTION, user=user_id, token=token, now=now):
        return INVALID_NONCE
    return replace(load_viewer(db, options, login.user), session=login.token) if login else STRANGER


def _by_application_password(db: Db, options: Mapping[str, str], request: Request) -> Viewer:
    given = parse_basic(request.headers.get("authorization", ""))
    found = find_application_user(db, *given) if given else None
    if found is None:
        return STRANGER
    user, uuid = found
    return replace(load_viewer(db, options, user), application_password=uuid)


def _nonce_of(request: Request) -> str | None:
    """The nonce of the arguments, else of the header; an empty one is one, too."""
    given = request.form.get("_wpnonce", request.query.get("_wpnonce"))
    if given is None:
        return request.headers.get("x-wp-nonce")
    return given if isinstance(given, str) else ""


def parse_basic(header: str) -> tuple[str, str] | None:
    """Login and password of a Basic `Authorization` header."""
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        text = base64.b64decode(encoded.strip(), validate=True).decode("utf-8", "surrogateescape")
    except (binascii.Error, ValueError):
        return None
    login, colon, password = text.partition(":")
    return (login, password) if colon else None
