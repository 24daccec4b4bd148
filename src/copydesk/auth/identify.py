"""Who sends a request: application passwords over HTTP Basic, and the cookies of a login with their nonce.

A wrong application password makes a stranger of the caller, not an error (recorded from WordPress 7.1
without plugins).
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import replace

from copydesk.auth.application_passwords import find_application_user
from copydesk.auth.roles import load_viewer
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.store.database import Db
from copydesk.wire.request import Request


def identify(db: Db, options: Mapping[str, str], request: Request) -> Viewer:
    """The caller of an API request."""
    given = parse_basic(request.headers.get("authorization", ""))
    if given is None:
        return STRANGER
    found = find_application_user(db, *given)
    if found is None:
        return STRANGER
    user, uuid = found
    return replace(load_viewer(db, options, user), application_password=uuid)


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
