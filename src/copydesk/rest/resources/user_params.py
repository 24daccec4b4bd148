"""The arguments of the collection of users, who may use which, and the query they come to."""

from copydesk.content.types import Types
from copydesk.rest.page import Call
from copydesk.rest.params import EXCLUDE, INCLUDE, OFFSET, PAGING, SEARCH, context_param, ordering
from copydesk.rest.resource import Param
from copydesk.store.users import UserQuery
from copydesk.wire.refused import Problem
from copydesk.wire.schema import array, string

CANNOT_LIST = Problem("rest_user_cannot_view", "You may not list users.")
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not edit users.")
FORBIDDEN_ORDER = Problem("rest_forbidden_orderby", "You may not sort users by this.")
FORBIDDEN_WHO = Problem("rest_forbidden_who", "You may not ask for authors.")

ORDERS = ["id", "include", "name", "registered_date", "slug", "include_slugs", "email", "url"]
SEARCH_COLUMNS = ["email", "name", "id", "username", "slug"]
COLUMN_NAMES = {
    "email": "user_email", "name": "display_name", "id": "ID", "username": "user_login", "slug": "user_nicename",
}  # fmt: skip


def offered_types(types: Types) -> list[str]:
    """The post types that the API offers."""
    return [name for name, one in types.posts.items() if one.rest_base]


def user_params(types: Types) -> dict[str, Param]:
    """The arguments, in the order in which their failures are reported."""
    names = offered_types(types)
    published = {
        "description": "Only users with published posts, of these types or of any.",
        "type": ["boolean", "array"],
        "items": {"type": "string", "enum": {name: name for name in names}},
    }
    return {
        **context_param(),
        **PAGING,
        **SEARCH,
        **EXCLUDE,
        **INCLUDE,
        **OFFSET,
        **ordering("name", ORDERS, order="asc"),
        "slug": Param(array("Only users with one of these slugs.", string())),
        "roles": Param(array("Only users with one of these roles.", string())),
        "capabilities": Param(array("Only users with one of these rights.", string())),
        "who": Param(string("Only those who may write.", enum=["authors"])),
        "has_published_posts": Param(published),
        "search_columns": Param(
            array("The columns to search.", {"enum": SEARCH_COLUMNS, "type": "string"}, default=[])
        ),
    }


def may_find(call: Call) -> Problem | None:
    """Members who may list users may ask for anything; others only for authors, by public facts."""
    viewer, params = call.viewer, call.params
    may_list = viewer.can("list_users")
    if not may_list and (params.get("roles") or params.get("capabilities")):
        return CANNOT_LIST
    if call.context == "edit" and not may_list:
        return FORBIDDEN_CONTEXT
    if params.get("orderby") in ("email", "registered_date") and not may_list:
        return FORBIDDEN_ORDER
    if params.get("who") == "authors":
        types = [one for one in call.api.types.posts.values() if one.rest_base and one.has("author")]
        if not any(viewer.can(one.capabilities.edit_posts) for one in types):
            return FORBIDDEN_WHO
    return None


def user_query(call: Call) -> UserQuery:
    """The query of a call's arguments."""
    params, types = call.params, call.api.types
    per_page = int(params["per_page"])
    offset = params.get("offset")
    return UserQuery(
        ids=tuple(params["include"]),
        not_ids=tuple(params["exclude"]),
        slugs=tuple(params.get("slug") or ()),
        roles=tuple(params.get("roles") or ()),
        published_types=_published_types(call, types),
        search=params.get("search") or "",
        search_columns=tuple(COLUMN_NAMES[name] for name in params.get("search_columns") or ()),
        order=params["orderby"],
        descending=params["order"] == "desc",
        limit=per_page,
        offset=int(offset) if offset is not None else (int(params["page"]) - 1) * per_page,
    )


def _published_types(call: Call, types: Types) -> tuple[str, ...]:
    asked = call.params.get("has_published_posts")
    if isinstance(asked, list) and asked:
        return tuple(asked)
    if asked or not call.viewer.can("list_users"):
        return tuple(name for name, one in types.posts.items() if one.rest_base and one.is_viewable)
    return ()
