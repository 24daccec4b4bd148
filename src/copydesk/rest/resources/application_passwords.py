"""Application passwords: the secrets that single apps use instead of a user's own password."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from copydesk.auth.application_passwords import load_application_passwords
from copydesk.rest.compile import UPDATE, route_for, writable_params
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.present import present
from copydesk.rest.resource import EDIT, MISSING, VIEW, Field, Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.resources.application_password_writes import (
    change_password,
    drop_all_passwords,
    drop_password,
    make_password,
)
from copydesk.rest.resources.me import caller
from copydesk.rest.resources.users import INVALID_USER
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.rows import User
from copydesk.store.users import get_user
from copydesk.wire.php_numbers import whole
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, nullable, string

NOT_FOUND = Problem("rest_application_password_not_found", "There is no such application password.", 404)
CANNOT_LIST = Problem("rest_cannot_list_application_passwords", "You may not list these passwords.")
CANNOT_READ = Problem("rest_cannot_read_application_password", "You may not read this password.")
CANNOT_CREATE = Problem(
    "rest_cannot_create_application_passwords", "You may not add passwords for this user."
)
CANNOT_EDIT = Problem("rest_cannot_edit_application_password", "You may not edit this password.")
CANNOT_DELETE = Problem("rest_cannot_delete_application_password", "You may not delete this password.")
CANNOT_DELETE_ALL = Problem("rest_cannot_delete_application_passwords", "You may not delete these passwords.")
CANNOT_INTROSPECT = Problem(
    "rest_cannot_introspect_app_password_for_non_authenticated_user", "You may only ask about your own."
)
NOT_USED = Problem("rest_no_authenticated_app_password", "You did not come with such a password.", 404)

USERS = r"/wp/v2/users/(?P<user_id>(?:[\d]+|me))/application-passwords"

ANY_ID: Schema = {"type": "string", "format": "uuid"}
NO_ID: Schema = {"type": "string", "enum": [""]}


@dataclass(frozen=True, slots=True)
class AppPassword:
    """An application password of a user, without the secret."""

    uuid: str
    app_id: str
    name: str
    created: int
    last_used: int | None
    last_ip: str | None
    user: int
    secret: str = ""  # known only when it is made

    @property
    def id(self) -> str:
        return self.uuid


def make_app_password(user_id: int, stored: Mapping[str, Any]) -> AppPassword:
    """The password as its row in the user's list says."""
    used, address = stored.get("last_used"), stored.get("last_ip")
    return AppPassword(
        uuid=str(stored.get("uuid", "")),
        app_id=str(stored.get("app_id", "")),
        name=str(stored.get("name", "")),
        created=int(stored.get("created") or 0),
        last_used=int(used) if used else None,
        last_ip=str(address) if address else None,
        user=user_id,
    )


def find_user(call: Call) -> User:
    """The user of the route, `me` for the caller; or Refused."""
    given = str(call.params["user_id"])
    if given == "me":
        return caller(call)
    user = get_user(call.db, whole(given))
    if user is None:
        raise Refused(INVALID_USER)
    return user


def find_all(call: Call) -> list[AppPassword]:
    user = find_user(call)
    return [make_app_password(user.id, one) for one in load_application_passwords(call.db, user.id)]


def find_one(call: Call, uuid: str) -> AppPassword:
    found = next((one for one in find_all(call) if one.uuid == uuid), None)
    if found is None:
        raise Refused(NOT_FOUND)
    return found


def is_own_or_editable(user_id: int, call: Call) -> bool:
    return call.viewer.id == user_id or call.viewer.can("edit_users")


def needs_user(problem: Problem) -> Any:
    """The rule that the caller is the route's user, or may edit users."""

    def rule(call: Call) -> Problem | None:
        return None if is_own_or_editable(find_user(call).id, call) else problem

    return rule


def row_rule(problem: Problem) -> Any:
    """The same for a password at hand."""

    def rule(row: AppPassword, page: Page) -> Problem | None:
        return None if is_own_or_editable(row.user, page.call) else problem

    return rule


def read_time(name: str) -> Any:
    def read(row: AppPassword, page: Page) -> str | None:
        seconds = getattr(row, name)
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")

    return read


FIELDS = (
    Field("uuid", string("The id of the password.", format="uuid"), readonly=True),
    Field("app_id", {**string("The id of the app, a UUID of its own."), "oneOf": [ANY_ID, NO_ID]}),
    Field(
        "name",
        string("The name of the password.", required=True, minLength=1, pattern=r".*\S.*"),
    ),
    Field(
        "password",
        string("The secret; only told once."),
        lambda row, page: row.secret or MISSING,
        EDIT,
        readonly=True,
    ),
    Field("created", string("When, in GMT.", format="date-time"), read_time("created"), VIEW, readonly=True),
    Field(
        "last_used",
        nullable(string("When it was last used, in GMT.", format="date-time")),
        read_time("last_used"),
        VIEW,
        readonly=True,
    ),
    Field(
        "last_ip", nullable(string("From where it was last used.", format="ip")), context=VIEW, readonly=True
    ),
)

PASSWORDS = Resource(
    base="application-passwords",
    title="application-password",
    fields=FIELDS,
    links=(
        Link(
            "self",
            lambda row, page: page.call.url(f"users/{row.user}/application-passwords/{row.uuid}"),
            read_hints,
        ),
    ),
    verbs=Verbs(update=not_yet, delete=not_yet),  # for hints alone: the routes below do the work
    rules=Rules(read=row_rule(CANNOT_READ), update=row_rule(CANNOT_EDIT), delete=row_rule(CANNOT_DELETE)),
)


def application_password_routes() -> tuple[Route, ...]:
    """All passwords of a user, the one he came with, and single ones."""
    creation = writable_params(PASSWORDS, creating=True)
    changes = writable_params(PASSWORDS, creating=False)
    return (
        _route(
            USERS,
            Endpoint(("GET",), read_all, context_param(), permit=needs_user(CANNOT_LIST)),
            _writing(("POST",), create_one, creation, problem=CANNOT_CREATE),
            _writing(("DELETE",), delete_all, {}, problem=CANNOT_DELETE_ALL),
            single=False,
        ),
        _route(
            f"{USERS}/introspect",
            Endpoint(("GET",), read_own, context_param(), permit=may_introspect),
            single=True,
        ),
        _route(
            USERS + r"/(?P<uuid>[\w\-]+)",
            Endpoint(("GET",), read_one, context_param(), permit=needs_user(CANNOT_READ)),
            _writing(UPDATE, update_one, changes, problem=CANNOT_EDIT),
            _writing(("DELETE",), delete_one, {}, problem=CANNOT_DELETE),
            single=True,
        ),
    )


def _route(pattern: str, *endpoints: Endpoint, single: bool) -> Route:
    return route_for(PASSWORDS, pattern, endpoints, single=single)


def _writing(
    methods: tuple[str, ...],
    run: Callable[[Call], Outcome],
    params: Mapping[str, Param],
    *,
    problem: Problem,
) -> Endpoint:
    return Endpoint(methods, run, params, permit=needs_user(problem), writes=True)


def read_all(call: Call) -> Outcome:
    return Rows(PASSWORDS, find_all(call), is_collection=True)


def read_one(call: Call) -> Outcome:
    return Rows(PASSWORDS, [find_one(call, str(call.params["uuid"]))])


def may_introspect(call: Call) -> Problem | None:
    return None if find_user(call).id == call.viewer.id else CANNOT_INTROSPECT


def read_own(call: Call) -> Outcome:
    """The password that the caller came with."""
    if not call.viewer.application_password:
        raise Refused(NOT_USED)
    return Rows(PASSWORDS, [find_one(call, call.viewer.application_password)])


def create_one(call: Call) -> Outcome:
    """A new password; only this answer has its secret."""
    user = find_user(call)
    new = make_password(call, user.id)
    row = replace(make_app_password(user.id, new.stored), secret=new.secret)
    location = call.url(f"users/{user.id}/application-passwords/{row.uuid}")
    return Rows(PASSWORDS, [row], status=201, headers={"Location": location}, context="edit")


def update_one(call: Call) -> Outcome:
    row = find_one(call, str(call.params["uuid"]))
    change_password(call, row.user, row.uuid)
    return Rows(PASSWORDS, [find_one(call, row.uuid)], context="edit")


def delete_one(call: Call) -> Outcome:
    row = find_one(call, str(call.params["uuid"]))
    (previous,) = present(Page(call, PASSWORDS, [row]), context="edit", single=True)
    drop_password(call, row.user, row.uuid)
    return Answer({"deleted": True, "previous": {k: v for k, v in previous.items() if k != "_links"}})


def delete_all(call: Call) -> Outcome:
    return Answer(drop_all_passwords(call, find_user(call).id))
