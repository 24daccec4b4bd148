"""Post statuses, as the API describes them."""

from collections.abc import Sequence

from copydesk.content.types import Status
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import EDIT, Field, Link, Resource, Rules, Verbs
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import boolean, string

INVALID = Problem("rest_status_invalid", "There is no such status.", 404)
CANNOT_READ = Problem("rest_cannot_read_status", "You may not read this status.")
CANNOT_VIEW = Problem("rest_cannot_view", "You may not manage post statuses.")

SHOWN = ("embed", "view", "edit")
VIEW = ("view", "edit")


def status_resource() -> Resource:
    """The resource of post statuses."""
    return Resource(
        base="statuses",
        title="status",
        fields=FIELDS,
        links=(Link("archives", read_archives),),
        verbs=Verbs(find=find, get=get),
        rules=Rules(find=may_find, read=may_read),
        params=context_param(),
        id_name="status",
        id_pattern=r"[\w-]+",
        id_schema=string("The name of the status."),
        allow_batch=False,
        is_keyed=True,
    )


def may_edit_any(call: Call) -> bool:
    """True when the caller may edit posts of some type that the API offers."""
    types = call.api.types.posts.values()
    return any(one.rest_base and call.viewer.can(one.capabilities.edit_posts) for one in types)


def find(call: Call) -> tuple[Sequence[Status], int]:
    page = Page(call, call.api.resource("statuses"), ())
    found = [status for status in call.api.types.statuses.values() if may_read(status, page) is None]
    return found, len(found)


def get(call: Call) -> Status:
    status = call.api.types.statuses.get(call.params["status"])
    if status is None:
        raise Refused(INVALID)
    return status


def may_find(call: Call) -> Problem | None:
    return CANNOT_VIEW if call.context == "edit" and not may_edit_any(call) else None


def may_read(status: Status, page: Page) -> Problem | None:
    """Public ones for all; the others for those who edit, and `trash` as the only internal one."""
    if status.is_public:
        return None
    if status.is_internal and status.name != "trash":
        return CANNOT_READ
    return None if may_edit_any(page.call) else CANNOT_READ


def read_archives(status: Status, page: Page) -> str:
    return page.call.url("posts" if status.name == "publish" else f"posts?status={status.name}")


FIELDS = (
    Field("name", string("Its name for people."), lambda s, p: s.label, SHOWN, readonly=True),
    Field("private", boolean("Whether it is private."), lambda s, p: s.is_private, EDIT, readonly=True),
    Field("protected", boolean("Whether it is protected."), lambda s, p: s.is_protected, EDIT, readonly=True),
    Field("public", boolean("Whether all may see its posts."), lambda s, p: s.is_public, VIEW, readonly=True),
    Field(
        "queryable",
        boolean("Whether all may ask for its posts."),
        lambda s, p: s.is_queryable,
        VIEW,
        readonly=True,
    ),
    Field("show_in_list", boolean("Whether editors' lists show it."), context=EDIT, readonly=True),
    Field("slug", string("Its name."), lambda s, p: s.name, SHOWN, readonly=True),
    Field("date_floating", boolean("Whether its posts may have no date yet."), context=VIEW, readonly=True),
)
