"""Application passwords: secrets of single apps, kept hashed in the user's meta as WordPress keeps them."""

from collections.abc import Mapping
from typing import Any

from copydesk.auth.passwords import verify_fast_hash
from copydesk.store.database import Db
from copydesk.store.meta import get_meta
from copydesk.store.php import PhpSyntaxError, parse
from copydesk.store.rows import User
from copydesk.store.users import get_user_by_email, get_user_by_login

META_KEY = "_application_passwords"


def find_application_user(db: Db, login: str, password: str) -> tuple[User, str] | None:
    """The user whom login (or email) and one of his application passwords name, and the id of that one."""
    user = get_user_by_login(db, login) or (get_user_by_email(db, login) if "@" in login else None)
    if user is None:
        return None
    # Spaces only group the secret for reading.
    secret = "".join(character for character in password if character.isalnum())
    for one in load_application_passwords(db, user.id):
        if verify_fast_hash(secret, str(one.get("password", ""))):
            return user, str(one.get("uuid", ""))
    return None


def load_application_passwords(db: Db, user_id: int) -> list[Mapping[str, Any]]:
    """The user's application passwords as stored, newest last."""
    text = get_meta(db, "user", user_id, META_KEY)
    try:
        value = parse(text) if text else {}
    except PhpSyntaxError:
        return []
    items = value.values() if isinstance(value, dict) else []
    return [item for item in items if isinstance(item, dict)]
