"""The caller's own user, at `users/me`."""

from copydesk.rest.compile import UPDATE, writable_params
from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import Resource, not_yet
from copydesk.rest.resources.users import CANNOT_DELETE, DELETE_PARAMS
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.rows import User
from copydesk.wire.refused import Problem, Refused

NOT_LOGGED_IN = Problem("rest_not_logged_in", "You are not logged in.", 401)


def me_route(users: Resource) -> Route:
    """The route of whoever asks; everything else is as for `users`."""

    def read(call: Call) -> Outcome:
        return Rows(users, [caller(call)])

    def may_update(call: Call) -> Problem | None:
        return None if call.viewer.is_member else NOT_LOGGED_IN

    def may_delete(call: Call) -> Problem | None:
        if not call.viewer.user:
            return CANNOT_DELETE
        return users.rules.delete(call.viewer.user, Page(call, users, [call.viewer.user]))

    return Route(
        "/wp/v2/users/me",
        (
            # Strangers may ask, too: `Allow` names GET, and the answer is the refusal (recorded).
            Endpoint(("GET",), read, context_param()),
            Endpoint(UPDATE, not_yet, writable_params(users, creating=False), permit=may_update, writes=True),
            Endpoint(("DELETE",), not_yet, DELETE_PARAMS, permit=may_delete, writes=True),
        ),
        schema=lambda call: resource_schema(users, call),
        item_of=users,
    )


def caller(call: Call) -> User:
    """Who asks, or Refused."""
    if call.viewer.user is None:
        raise Refused(NOT_LOGGED_IN)
    return call.viewer.user
