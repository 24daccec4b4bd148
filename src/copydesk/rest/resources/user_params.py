"""The arguments of the collection of users, who may use which, and the query they come to."""

from copydesk.auth.roles import parse_roles
from copydesk.content.types import Types
from copydesk.rest.page import Call
from copydesk.rest.params import EXCLUDE, INCLUDE, OFFSET, PAGING, SEARCH, context_param, ordering
from copydesk.rest.resource import Param
from copydesk.store.documents import find_public_ids
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
PUBLISHED = "has_published_posts"
NOWHERE = 2**62  # WP 7.1: a negative offset finds nobody, but counts all (seen in users only)
PUBLIC_COLUMNS = ("ID", "user_login", "user_nicename", "display_name")


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
        PUBLISHED: Param(published),
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
    return UserQuery(
        ids=tuple(abs(user_id) for user_id in params["include"]),
        not_ids=tuple(abs(user_id) for user_id in params["exclude"]),
        slugs=tuple(params.get("slug") or ()),
        roles=tuple(params.get("roles") or ()),
        capability_groups=_capability_groups(call),
        published_types=_published_types(call, types),
        known_ids=tuple(find_public_ids(call.db, "user")) if _shows_authors_only(call) else (),
        search=str(params.get("search") or "").strip("*"),
        search_columns=_search_columns(call),
        order=params["orderby"],
        descending=params["order"] == "desc",
        limit=int(params["per_page"]),
        offset=_offset(call),
    )


def _offset(call: Call) -> int:
    given = call.params.get("offset")
    if given is None:
        return (int(call.params["page"]) - 1) * int(call.params["per_page"])
    return int(given) if given >= 0 else NOWHERE


def _shows_authors_only(call: Call) -> bool:
    """True when the caller sees those who published, and whom the source of an import showed to everyone."""
    return not (call.viewer.can("list_users") or _wants_authors(call) or call.params.get(PUBLISHED))


def _wants_authors(call: Call) -> bool:
    return call.params.get("who") == "authors"


def _capability_groups(call: Call) -> tuple[tuple[str, ...], ...]:
    """Every capability asked for, with the roles that bring it."""
    roles = parse_roles(call.site.option(f"{call.db.prefix}user_roles"))
    wanted = [*(call.params.get("capabilities") or ()), *(["edit_posts"] if _wants_authors(call) else ())]
    return tuple(
        (capability, *(name for name, role in roles.items() if role.get("capabilities", {}).get(capability)))
        for capability in wanted
    )


def _search_columns(call: Call) -> tuple[str, ...]:
    """The columns asked for; those who may not list users only search what they are shown."""
    asked = tuple(COLUMN_NAMES[name] for name in call.params.get("search_columns") or ())
    if call.viewer.can("list_users"):
        return asked
    return tuple(column for column in asked if column in PUBLIC_COLUMNS) or PUBLIC_COLUMNS


def _published_types(call: Call, types: Types) -> tuple[str, ...]:
    asked = call.params.get(PUBLISHED)
    if isinstance(asked, list) and asked:
        return tuple(asked)
    if asked or _shows_authors_only(call):
        return tuple(name for name, one in types.posts.items() if one.rest_base and one.is_viewable)
    return ()
