"""Roles: named sets of capabilities, kept by WordPress in one option of the site."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from copydesk.auth.viewer import Viewer
from copydesk.store.database import Db
from copydesk.store.meta import get_meta
from copydesk.store.php import PhpSyntaxError, parse
from copydesk.store.rows import User


@lru_cache(maxsize=8)
def parse_roles(text: str) -> Mapping[str, Mapping[str, Any]]:
    """The option `{prefix}user_roles`: role → name and capabilities."""
    return parse_granted(text)


def load_viewer(db: Db, options: Mapping[str, str], user: User) -> Viewer:
    """The user as a caller, with all that his roles and he himself are granted."""
    stored = get_meta(db, "user", user.id, f"{db.prefix}capabilities") or ""
    return make_viewer(user, parse_roles(options.get(f"{db.prefix}user_roles", "")), parse_granted(stored))


def make_viewer(user: User, roles: Mapping[str, Mapping[str, Any]], granted: Mapping[Any, Any]) -> Viewer:
    """`granted` is the user's own list: roles and single capabilities, each allowed or denied."""
    names = tuple(name for name, is_granted in granted.items() if is_granted and name in roles)
    allowed: dict[str, bool] = {}
    for name in names:
        allowed.update(roles[name].get("capabilities", {}))
    allowed.update({name: bool(is_granted) for name, is_granted in granted.items()})
    rights = frozenset(str(name) for name, is_granted in allowed.items() if is_granted)
    return Viewer(user, rights, names)


def parse_granted(text: str) -> Mapping[Any, Any]:
    """A serialised list of rights; nothing when it is broken."""
    try:
        value = parse(text) if text else {}
    except PhpSyntaxError:
        return {}
    return value if isinstance(value, dict) else {}
