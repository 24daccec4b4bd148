"""What may be changed about users: checks of single arguments, rules that need the whole, and the actions."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.actions.user_posts import remove_posts_of
from copydesk.actions.users import RoleTable, create_user, delete_user, set_roles, update_user
from copydesk.auth.passwords import hash_password
from copydesk.auth.roles import parse_roles
from copydesk.auth.viewer import STRANGER
from copydesk.rest.meta_write import write_meta
from copydesk.rest.page import Call
from copydesk.rest.resources.post_writes import desk_of
from copydesk.rest.resources.written import (
    refuse_without_force,
    sent_changes,
    shown_before_deletion,
    work_of,
)
from copydesk.store.rows import User
from copydesk.store.users import get_user, get_user_by_email, get_user_by_nicename
from copydesk.text.fields import clean_login
from copydesk.text.slugs import slug_of
from copydesk.wire.dates import format_stored
from copydesk.wire.refused import Problem, Refused

BAD_LOGIN = Problem("rest_user_invalid_username", "This is no login: take Latin letters and digits.", 400)
BAD_PASSWORD = Problem("rest_user_invalid_password", "A password is not empty and has no backslash.", 400)
BAD_HEIR = Problem("rest_invalid_param", "Name a user, or false.", 400)
EXISTS = Problem("rest_user_exists", "New users have no id yet.", 400)
UNKNOWN_ROLE = Problem("rest_user_invalid_role", "There is no such role.", 400)
LAST_RIGHTS = Problem(
    "rest_user_invalid_role", "You may not take the right to edit users from yourself.", 403
)
EMAIL_TAKEN = Problem("rest_user_invalid_email", "This email address is taken.", 400)
SLUG_TAKEN = Problem("rest_user_invalid_slug", "This name in addresses is taken.", 400)
FIXED_LOGIN = Problem("rest_user_invalid_argument", "A login cannot be changed.", 400)
NO_TRASH = Problem("rest_trash_not_supported", "Users have no trash: say force=true to delete.", 501)
NO_HEIR = Problem("rest_user_invalid_reassign", "This user cannot take over the posts.", 400)

MANAGES_USERS = "edit_users"


def check_login(login: str, call: Call) -> str:
    """A login that stays what it is when it is cleaned."""
    if not login.strip() or clean_login(login, strict=True) != login:
        raise Refused(BAD_LOGIN)
    return login


def check_password(password: str, call: Call) -> str:
    if not password or "\\" in password:
        raise Refused(BAD_PASSWORD)
    return password


def clean_user_slug(slug: str, call: Call) -> str:
    return slug_of(slug)


def clean_heir(value: Any, call: Call) -> int:
    """The user who gets the posts; 0 when nobody shall: PHP's ways of saying no are all heard."""
    if value in ("", False, "false", None):
        return 0
    text = str(value).strip()
    if isinstance(value, bool) or not text.lstrip("-").isdecimal():
        raise Refused(BAD_HEIR)
    return abs(int(text))


def role_table(call: Call) -> RoleTable:
    prefix = call.db.prefix
    return RoleTable(parse_roles(call.site.option(f"{prefix}user_roles")), prefix)


def make_user(call: Call, changes: Mapping[str, Any]) -> User | Refused:
    """A new user, with the role of newcomers unless others were asked for."""
    if call.params.get("id"):
        raise Refused(EXISTS)
    values, table = sent_changes(changes), role_table(call)
    roles = values.get("roles")
    if roles:
        _check_roles(call, table, roles, user_id=0)
    else:
        newcomers = call.site.option("default_role")
        values["roles"] = [newcomers] if newcomers in table.roles else []
    user = create_user(
        work_of(call),
        table,
        values,
        password_hash=hash_password(values["password"]),
        registered=format_stored(int(time.time())),
    )
    return _finish(call, user, changes)


def change_user(call: Call, user: User, changes: Mapping[str, Any]) -> User | Refused:
    """A user with what was sent."""
    values, table = sent_changes(changes), role_table(call)
    _refuse_others(call, user, values)
    roles = values.pop("roles", None)
    if roles is not None:
        _check_roles(call, table, roles, user_id=user.id)
    password = values.pop("password", None)
    hashed = hash_password(password) if password else ""
    changed = update_user(work_of(call), user.id, values, password_hash=hashed)
    if roles is not None:
        set_roles(work_of(call), table, user.id, roles)
    return _finish(call, changed, changes)


def drop_user(call: Call, user: User) -> Any:
    """The answer for a user who is gone."""
    refuse_without_force(call, NO_TRASH)
    heir = call.params["reassign"]
    if heir and (heir == user.id or get_user(call.db, heir) is None):
        raise Refused(NO_HEIR)
    previous = shown_before_deletion(call)
    if not heir:
        remove_posts_of(work_of(call), desk_of(call), user.id)
    delete_user(work_of(call), user, heir=heir)
    if user.id == call.viewer.id:
        call.viewer = STRANGER  # `Allow` is for who is there now
    return {"deleted": True, "previous": previous}


def _finish(call: Call, user: User, changes: Mapping[str, Any]) -> User | Refused:
    if changes.get("meta"):
        keys = call.api.types.meta_of("user")
        problem = write_meta(work_of(call), "user", user.id, keys=keys, sent=changes["meta"])
        if problem:
            return Refused(problem)
    return user


def _refuse_others(call: Call, user: User, values: Mapping[str, Any]) -> None:
    """What belongs to another user cannot be this one's."""
    owner = get_user_by_email(call.db, values["email"]) if "email" in values else None
    if owner and owner.id != user.id:
        raise Refused(EMAIL_TAKEN)
    if values.get("username") and values["username"] != user.login:
        raise Refused(FIXED_LOGIN)
    owner = get_user_by_nicename(call.db, values["slug"]) if values.get("slug") else None
    if owner and owner.id != user.id:
        raise Refused(SLUG_TAKEN)


def _check_roles(call: Call, table: RoleTable, roles: Sequence[str], *, user_id: int) -> None:
    """Roles must exist, and nobody may lose the right to edit users by his own hand."""
    for name in roles:
        if name not in table.roles:
            raise Refused(UNKNOWN_ROLE)
        rights = table.roles[name].get("capabilities", {})
        if user_id == call.viewer.id and not rights.get(MANAGES_USERS):
            raise Refused(LAST_RIGHTS)
