"""Users: the authors of the site for everyone, all members for those who may list them."""

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.auth.roles import make_viewer, parse_granted, parse_roles
from copydesk.content.sources import user_sources
from copydesk.content.standing import Sources
from copydesk.content.types import Types
from copydesk.rest.hints import read_hints
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import EDIT, MISSING, Field, Link, Param, Resource, Rules, Verbs
from copydesk.rest.resources.avatars import AVATARS, avatar_urls, shows_avatars
from copydesk.rest.resources.user_params import may_find, user_params, user_query
from copydesk.rest.resources.user_writes import (
    change_user,
    check_login,
    check_password,
    clean_heir,
    clean_user_slug,
    drop_user,
    make_user,
)
from copydesk.store.documents import find_public_ids
from copydesk.store.meta import load_meta
from copydesk.store.rows import User
from copydesk.store.users import find_users, get_user, load_published_counts
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import array, boolean, integer, mapping, string

INVALID_USER = Problem("rest_user_invalid_id", "There is no such user.", 404)
CANNOT_VIEW = Problem("rest_user_cannot_view", "You may not list users.")
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not edit this user.")
CANNOT_EDIT = Problem("rest_cannot_edit", "You may not edit this user.")
CANNOT_EDIT_ROLES = Problem("rest_cannot_edit_roles", "You may not give roles to this user.")
CANNOT_DELETE = Problem("rest_user_cannot_delete", "You may not delete this user.")
CANNOT_CREATE = Problem("rest_cannot_create_user", "You may not create users.")

DELETE_PARAMS = {
    "force": Param(boolean("Must be true: users do not go to the trash.", default=False)),
    "reassign": Param(
        integer("Who gets the user's posts and links."), required=True, is_unchecked=True, clean=clean_heir
    ),
}

USER_CONTEXT = ("embed", "view", "edit")


def user_resource(types: Types) -> Resource:
    """The resource of the site's users."""
    return Resource(
        base="users",
        title="user",
        fields=(*FIELDS, meta_field("user", "", types, load_user_meta)),
        links=(
            Link("self", lambda user, page: page.call.url(f"users/{user.id}"), read_hints),
            Link("collection", lambda user, page: page.call.url("users")),
        ),
        verbs=Verbs(find, get, create=make_user, update=change_user, delete=drop_user),
        rules=Rules(may_find, may_read, may_create, may_update, may_delete),
        params=user_params(types),
        delete_params=DELETE_PARAMS,
        id_schema=integer("The user's id."),
        pages_by_offset=True,
        kind="user",
        picks_members=False,
        sources=load_sources,
    )


def find(call: Call) -> tuple[Sequence[User], int]:
    return find_users(call.db, user_query(call))


def get(call: Call) -> User:
    user = get_user(call.db, int(call.params["id"]))
    if user is None:
        raise Refused(INVALID_USER)
    return user


def published_types(types: Types) -> tuple[str, ...]:
    """The types whose published posts make an author public."""
    return tuple(name for name, one in types.posts.items() if one.rest_base and one.is_viewable)


def load_user_meta(page: Page) -> Mapping[int, Mapping[str, Sequence[str]]]:
    return load_meta(page.call.db, "user", [user.id for user in page.rows])


def load_published(page: Page) -> Mapping[int, int]:
    """How many public posts the users have."""
    return load_published_counts(
        page.call.db, [user.id for user in page.rows], published_types(page.call.api.types)
    )


def load_shown(page: Page) -> frozenset[int]:
    """Those of the page's users whom the source of an import showed to everyone."""
    return find_public_ids(page.call.db, "user", [user.id for user in page.rows])


def load_sources(page: Page) -> Mapping[int, Sources]:
    """What the answers of the page's users are made from."""
    meta = page.load(load_user_meta)
    return {user.id: user_sources(page.call.site, user, meta[user.id]) for user in page.rows}


def may_read(user: User, page: Page) -> Problem | None:
    """Himself, those who may list users, and for everyone the authors of public posts.

    Whoever imports a site keeps its authors, though not all their posts may have come with them.
    """
    viewer = page.call.viewer
    if viewer.id == user.id:
        return None
    if page.call.context == "edit" and not viewer.can("edit_users"):
        return FORBIDDEN_CONTEXT
    if viewer.can("edit_users") or viewer.can("list_users") or page.load(load_published).get(user.id):
        return None
    return None if user.id in page.load(load_shown) else CANNOT_VIEW


def may_create(call: Call) -> Problem | None:
    return None if call.viewer.can("create_users") else CANNOT_CREATE


def may_update(user: User, page: Page) -> Problem | None:
    viewer = page.call.viewer
    if viewer.id != user.id and not viewer.can("edit_users"):
        return CANNOT_EDIT
    if page.call.params.get("roles") and not viewer.can("promote_users"):
        return CANNOT_EDIT_ROLES
    return None


def may_delete(user: User, page: Page) -> Problem | None:
    return None if page.call.viewer.can("delete_users") else CANNOT_DELETE


def first_meta(key: str) -> Any:
    """The reader of a user's meta value."""

    def read(user: User, page: Page) -> str:
        values = page.load(load_user_meta)[user.id].get(key)
        return values[0] if values else ""

    return read


def read_link(user: User, page: Page) -> str:
    return page.call.site.permalinks.author_link(user.id, user.nicename)


def read_registered(user: User, page: Page) -> str:
    return f"{user.registered.replace(' ', 'T')}+00:00"


def _as_viewer(user: User, page: Page) -> Any:
    db = page.call.db
    granted = parse_granted(first_meta(f"{db.prefix}capabilities")(user, page))
    return make_viewer(user, parse_roles(page.call.site.option(f"{db.prefix}user_roles")), granted), granted


def read_roles(user: User, page: Page) -> list[str]:
    return list(_as_viewer(user, page)[0].roles)


def read_capabilities(user: User, page: Page) -> Mapping[str, bool]:
    viewer, granted = _as_viewer(user, page)
    roles = parse_roles(page.call.site.option(f"{page.call.db.prefix}user_roles"))
    allowed: dict[str, bool] = {}
    for role in viewer.roles:
        allowed.update(roles[role].get("capabilities", {}))
    return {**allowed, **granted}


def read_extra_capabilities(user: User, page: Page) -> Mapping[str, bool]:
    return dict(_as_viewer(user, page)[1])


def read_locale(user: User, page: Page) -> str:
    return first_meta("locale")(user, page) or page.call.site.option("WPLANG") or "en_US"


def read_avatars(user: User, page: Page) -> Any:
    """Addresses by size; no such member where the site shows no avatars."""
    site = page.call.site
    return avatar_urls(user.email, site) if shows_avatars(site) else MISSING


FIELDS = (
    Field("id", {"description": "The user's id.", "type": "integer"}, context=USER_CONTEXT, readonly=True),
    Field(
        "username",
        string("The login.", required=True),
        lambda u, page: u.login,
        EDIT,
        made_from=("login",),
        clean=check_login,
    ),
    Field("name", string("The name shown."), lambda u, page: u.display_name, USER_CONTEXT),
    Field("first_name", string("First name."), first_meta("first_name"), EDIT, made_from=("names",)),
    Field("last_name", string("Last name."), first_meta("last_name"), EDIT, made_from=("names",)),
    Field("email", string("The email address.", format="email", required=True), context=EDIT),
    Field("url", string("The user's page.", format="uri"), context=USER_CONTEXT),
    Field("description", string("About the user."), first_meta("description"), USER_CONTEXT),
    Field(
        "link",
        string("The author's archive.", format="uri"),
        read_link,
        USER_CONTEXT,
        readonly=True,
        made_from=("slug", "site"),
    ),
    Field("locale", string("The language.", enum=["", "en_US"]), read_locale, EDIT, made_from=("names",)),
    Field("nickname", string("The nickname."), first_meta("nickname"), EDIT, made_from=("names",)),
    Field(
        "slug",
        string("The name in addresses."),
        lambda user, page: user.nicename,
        USER_CONTEXT,
        clean=clean_user_slug,
    ),
    Field("roles", array("The roles.", string()), read_roles, EDIT),
    Field("registered_date", string("Since when.", format="date-time"), read_registered, EDIT, readonly=True),
    Field("password", string("Never included.", required=True), context=(), clean=check_password),
    Field("capabilities", mapping("All rights."), read_capabilities, EDIT, readonly=True),
    Field("extra_capabilities", mapping("Own rights."), read_extra_capabilities, EDIT, readonly=True),
    Field(
        "avatar_urls",
        AVATARS,
        read_avatars,
        USER_CONTEXT,
        readonly=True,
        made_from=("email",),
    ),
)
