"""The caller's own user, at `users/me`."""

from copydesk.rest.compile import UPDATE, changes_of, writable_params
from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import Resource
from copydesk.rest.resources.users import CANNOT_DELETE, DELETE_PARAMS, INVALID_USER
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.rows import User
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer

NOT_LOGGED_IN = Problem("rest_not_logged_in", "You are not logged in.", 401)


def me_route(users: Resource) -> Route:
    """The route of whoever asks; everything else is as for `users`."""

    def read(call: Call) -> Outcome:
        return Rows(users, [caller(call)])

    def own(call: Call) -> Page:
        if call.target is None:
            call.target = Page(call, users, [caller(call)])
        return call.target

    def may_update(call: Call) -> Problem | None:
        if not call.viewer.user:
            return INVALID_USER
        return users.rules.update(call.viewer.user, own(call))

    def update(call: Call) -> Outcome:
        assert users.verbs.update is not None
        user = users.verbs.update(call, caller(call), changes_of(users, call))
        return user if isinstance(user, Refused) else Rows(users, [user], context="edit")

    def delete(call: Call) -> Outcome:
        assert users.verbs.delete is not None
        own(call)
        return Answer(users.verbs.delete(call, caller(call)))

    def may_delete(call: Call) -> Problem | None:
        if not call.viewer.user:
            return CANNOT_DELETE
        return users.rules.delete(call.viewer.user, Page(call, users, [call.viewer.user]))

    return Route(
        "/wp/v2/users/me",
        (
            # Strangers may ask, too: `Allow` names GET, and the answer is the refusal (recorded).
            Endpoint(("GET",), read, context_param()),
            Endpoint(UPDATE, update, writable_params(users, creating=False), permit=may_update, writes=True),
            Endpoint(("DELETE",), delete, DELETE_PARAMS, permit=may_delete, writes=True),
        ),
        schema=lambda call: resource_schema(users, call),
        item_of=users,
    )


def caller(call: Call) -> User:
    """Who asks, or Refused."""
    if call.viewer.user is None:
        raise Refused(NOT_LOGGED_IN)
    return call.viewer.user
