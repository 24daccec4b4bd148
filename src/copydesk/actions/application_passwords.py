"""Giving out, renaming and withdrawing application passwords.

They stand in one serialised list in the user's meta, so that WordPress knows those made here and the other
way round. Only a hash is kept: the secret is answered once.
"""

import secrets
import string
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.auth.application_passwords import META_KEY, load_application_passwords
from copydesk.auth.passwords import fast_hash
from copydesk.store.meta_write import set_meta
from copydesk.store.options import get_option
from copydesk.store.options_write import save_option
from copydesk.store.php import serialize
from copydesk.store.work import Work
from copydesk.text.fields import clean_line

LENGTH = 24
GROUP = 4
LETTERS = string.ascii_letters + string.digits
IN_USE = "using_application_passwords"  # WordPress asks this option before it looks for any


@dataclass(frozen=True, slots=True)
class NewPassword:
    """What is stored of a new password, and its secret in groups for reading."""

    stored: Mapping[str, Any]
    secret: str


def create_application_password(work: Work, user_id: int, *, name: str, app_id: str, now: int) -> NewPassword:
    """A new password of a user."""
    secret = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    stored = {
        "uuid": str(uuid.uuid4()),
        "app_id": app_id,
        "name": clean_line(name),
        "password": fast_hash(secret),
        "created": now,
        "last_used": None,
        "last_ip": None,
    }
    _save(work, user_id, [*load_application_passwords(work.db, user_id), stored])
    if get_option(work.db, IN_USE) is None:
        save_option(work, IN_USE, "1")
    return NewPassword(stored, " ".join(secret[i : i + GROUP] for i in range(0, LENGTH, GROUP)))


def rename_application_password(work: Work, user_id: int, uuid_: str, name: str) -> None:
    passwords = load_application_passwords(work.db, user_id)
    _save(
        work,
        user_id,
        [{**one, "name": clean_line(name)} if one.get("uuid") == uuid_ else one for one in passwords],
    )


def delete_application_password(work: Work, user_id: int, uuid_: str) -> None:
    passwords = load_application_passwords(work.db, user_id)
    _save(work, user_id, [one for one in passwords if one.get("uuid") != uuid_])


def delete_application_passwords(work: Work, user_id: int) -> int:
    """All of a user; how many there were."""
    count = len(load_application_passwords(work.db, user_id))
    _save(work, user_id, [])
    return count


def _save(work: Work, user_id: int, passwords: Sequence[Mapping[str, Any]]) -> None:
    text = serialize(dict(enumerate(dict(one) for one in passwords)))
    set_meta(work, "user", user_id, key=META_KEY, value=text)
