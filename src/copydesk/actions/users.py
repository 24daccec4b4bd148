"""Creating, changing and deleting users.

A user is a row and some twenty meta values; his rights are one of them (`{prefix}capabilities`), with a
number from older days beside it (`{prefix}user_level`) that plugins still read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from copydesk.actions.conflicts import CHANGED
from copydesk.auth.roles import parse_granted
from copydesk.store.create_rules import USER_META
from copydesk.store.meta import get_meta
from copydesk.store.meta_write import set_meta
from copydesk.store.php import serialize
from copydesk.store.posts_write import hand_over_posts
from copydesk.store.rows import User
from copydesk.store.users import get_user, get_user_by_email, get_user_by_login, get_user_by_nicename
from copydesk.store.users_write import delete_users, insert_user
from copydesk.store.users_write import update_user as update_row_of_user
from copydesk.store.work import Work
from copydesk.text.saving import Field, clean_for_saving
from copydesk.text.slugs import cut_slug, slug_of
from copydesk.wire.refused import Problem, Refused

LOGIN_TAKEN = Problem("existing_user_login", "This login is taken.", 500, data=None)
LOGIN_TOO_LONG = Problem("user_login_too_long", "A login has no more than 60 characters.", 500, data=None)
LOGIN_EMPTY = Problem("empty_user_login", "A user needs a login.", 500, data=None)
EMAIL_TAKEN = Problem("existing_user_email", "This email address is taken.", 500, data=None)
URL_TOO_LONG = Problem("user_url_too_long", "An address has no more than 100 characters.", 500, data=None)
SLUG_TOO_LONG = Problem(
    "user_nicename_too_long", "A name in addresses has no more than 50 characters.", 500, data=None
)

MOST_LOGIN, MOST_SLUG, MOST_URL = 60, 50, 100
IN_META = ("first_name", "last_name", "nickname", "description", "locale")
STEPS: Mapping[str, Field] = {
    "name": "user_name",
    "first_name": "user_name",
    "last_name": "user_name",
    "nickname": "user_name",
    "description": "user_description",
    "email": "user_email",
    "url": "user_url",
}
LEVEL = "level_"


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The roles of the site, and the prefix that the names of users' keys begin with."""

    roles: Mapping[str, Mapping[str, Any]]
    prefix: str

    @property
    def rights_key(self) -> str:
        return f"{self.prefix}capabilities"

    @property
    def level_key(self) -> str:
        return f"{self.prefix}user_level"

    def level_of(self, names: Sequence[str]) -> int:
        """The highest of the old numbers among the rights of these roles."""
        rights = {right for name in names for right in self.roles.get(name, {}).get("capabilities", {})}
        numbers = (right.removeprefix(LEVEL) for right in rights if right.startswith(LEVEL))
        return max((int(number) for number in numbers if number.isdigit()), default=0)


def create_user(
    work: Work, table: RoleTable, values: Mapping[str, Any], *, password_hash: str, registered: str
) -> User:
    """A new user. `values` are those of the API: username, email, name, slug, roles …"""
    login = values["username"]
    email = _cleaned("email", values["email"])
    _refuse_taken(work, login, email)
    said = {name: _cleaned(name, values.get(name) or "") for name in STEPS}
    user = User(
        id=0,
        login=login,
        password_hash=password_hash,
        nicename=_free_slug(work, values.get("slug") or slug_of(login)[:MOST_SLUG]),
        email=email,
        url=said["url"],
        registered=registered,
        activation_key="",
        status=0,
        display_name=said["name"] or _full_name(said) or login,
    )
    _check_lengths(user)
    user = replace(user, id=insert_user(work, user))
    meta = USER_META | {name: said.get(name, values.get(name) or "") for name in IN_META}
    for key, value in (meta | {"nickname": meta["nickname"] or login}).items():
        set_meta(work, "user", user.id, key=key, value=value)
    set_roles(work, table, user.id, values.get("roles") or ())
    return user


def update_user(work: Work, user_id: int, changes: Mapping[str, Any], *, password_hash: str = "") -> User:
    """Changes what is named among name, email, url, slug and what stands in meta; roles have their own verb."""
    before = get_user(work.db, user_id)
    if before is None:
        raise Refused(CHANGED)
    said = {name: _cleaned(name, changes[name]) for name in STEPS if name in changes}
    after = replace(
        before,
        display_name=said.get("name", before.display_name) or before.login,
        email=said.get("email", before.email),
        url=said.get("url", before.url),
        nicename=changes.get("slug") or before.nicename,
        password_hash=password_hash or before.password_hash,
    )
    if (after.email, after.password_hash) != (before.email, before.password_hash):
        after = replace(after, activation_key="")  # letters that are under way lead nowhere any more
    _check_lengths(after)
    if not update_row_of_user(work, before, after):
        raise Refused(CHANGED)
    for key in IN_META:
        if key in changes:
            value = said.get(key, changes[key])
            value = value or before.login if key == "nickname" else value
            set_meta(work, "user", user_id, key=key, value=value)
    return after


def set_roles(work: Work, table: RoleTable, user_id: int, names: Sequence[str]) -> None:
    """Gives a user these roles and no others; rights of his own stay with him."""
    granted = parse_granted(get_meta(work.db, "user", user_id, table.rights_key) or "")
    own = {name: is_granted for name, is_granted in granted.items() if name not in table.roles}
    rights = serialize({**own, **dict.fromkeys(names, True)})
    set_meta(work, "user", user_id, key=table.rights_key, value=rights)
    set_meta(work, "user", user_id, key=table.level_key, value=str(table.level_of(names)))


def delete_user(work: Work, user: User, *, heir: int = 0) -> None:
    """Deletes a user; what he wrote is the heir's from now on. Without one it has to be gone before."""
    if heir:
        hand_over_posts(work, author=user.id, heir=heir)
    delete_users(work, (user.id,))


def _cleaned(name: str, text: str) -> str:
    return clean_for_saving(STEPS[name], str(text), may_write_unfiltered_html=False)


def _full_name(said: Mapping[str, str]) -> str:
    return " ".join(part for part in (said["first_name"], said["last_name"]) if part)


def _refuse_taken(work: Work, login: str, email: str) -> None:
    if not login:
        raise Refused(LOGIN_EMPTY)
    if len(login) > MOST_LOGIN:
        raise Refused(LOGIN_TOO_LONG)
    if get_user_by_login(work.db, login):
        raise Refused(LOGIN_TAKEN)
    if get_user_by_email(work.db, email):
        raise Refused(EMAIL_TAKEN)


def _check_lengths(user: User) -> None:
    if len(user.url) > MOST_URL:
        raise Refused(URL_TOO_LONG)
    if len(user.nicename) > MOST_SLUG:
        raise Refused(SLUG_TOO_LONG)


def _free_slug(work: Work, slug: str) -> str:
    """The slug, or the slug with a number behind it that no other user has."""
    wanted, number = slug, 2
    while get_user_by_nicename(work.db, wanted):
        suffix = f"-{number}"
        wanted = cut_slug(slug, MOST_SLUG - len(suffix)) + suffix
        number += 1
    return wanted
