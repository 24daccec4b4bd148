"""Global styles: those that editors chose, their earlier states, and those of the theme."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.auth.rules import may_edit_post
from copydesk.content.global_styles import KIND, Looks, parse_looks
from copydesk.content.themes import active_theme
from copydesk.content.types import PostType
from copydesk.rest.compile import UPDATE, route_for, writable_params
from copydesk.rest.describe import resource_schema
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call, Page
from copydesk.rest.params import OFFSET, context_param
from copydesk.rest.resource import ALL, MISSING, VIEW, Field, Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.resources.post_fields import (
    DATES,
)
from copydesk.rest.resources.post_loading import (
    load_titles,
)
from copydesk.rest.resources.post_rules import may_edit
from copydesk.rest.resources.revisions import INVALID_ID, MISMATCH, find_revisions, revision_params
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.posts import get_post
from copydesk.store.revisions import RevisionSummary, load_revision_summaries
from copydesk.store.rows import Post
from copydesk.text.facts import ThemeFacts
from copydesk.wire.php_numbers import whole
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, integer, mapping, string

NOT_FOUND = Problem("rest_global_styles_not_found", "There are no global styles of that id.", 404)
CANNOT_VIEW = Problem("rest_cannot_view", "You may not see these styles.")
CANNOT_EDIT = Problem("rest_cannot_edit", "You may not change these styles.")
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not read these styles for editing.")
CANNOT_READ_THEME = Problem("rest_cannot_read_global_styles", "You may not see the styles of this site.")
THEME_NOT_FOUND = Problem("rest_theme_not_found", "That is not the theme of this site.", 404)
CANNOT_READ_REVISIONS = Problem("rest_cannot_read", "You may not see earlier states of these styles.")
INVALID_PARENT = Problem("rest_post_invalid_parent", "There are no such styles.", 404)

SHOWN = ("embed", "view", "edit")
BASE = "global-styles"
PARENT = Param(integer("The id of the styles."))
# Lists of earlier states take fewer arguments than those of posts: what they are sorted by is given.
LATEST_FIRST: Mapping[str, Any] = {"order": "desc", "orderby": "date", "include": [], "exclude": []}
PLACE = ("page", "per_page", "offset")
STYLESHEET = Param(string("The stylesheet of the theme."))


def global_styles_routes(post_type: PostType) -> Iterator[Route]:
    """All routes below `global-styles`, in their order."""
    styles = styles_resource()
    yield from revision_routes()
    yield _theme_route(r"(?P<stylesheet>[\/\s%\w\.\(\)\[\]\@_\-]+)/variations", read_theme_variations)
    yield _theme_route(r'(?P<stylesheet>[^\/:<>\*\?"\|]+(?:\/[^\/:<>\*\?"\|]+)?)', read_theme_styles)

    def get(call: Call) -> Outcome:
        return Rows(styles, [_found(call)])

    yield Route(
        rf"{styles.route()}/(?P<id>[\/\d+]+)",
        (
            Endpoint(("GET",), get, {"id": Param(integer("The id."))}, permit=may_view, denies_batch=True),
            Endpoint(
                UPDATE,
                not_yet,
                writable_params(styles, creating=False),
                permit=may_change,
                writes=True,
                denies_batch=True,
            ),
        ),
        schema=lambda call: resource_schema(styles, call),
        item_of=styles,
    )


def styles_resource() -> Resource:
    """The styles that editors chose."""
    return Resource(
        base=BASE,
        title=KIND,
        fields=FIELDS,
        links=(
            Link("self", own_address, read_hints),
            Link("about", lambda post, page: page.call.url(f"types/{KIND}")),
            Link(
                "version-history",
                lambda post, page: f"{own_address(post, page)}/revisions",
                lambda post, page: {"count": page.load(load_revisions)[post.id].count},
            ),
            _action("publish", "publish_posts"),
            _action("edit-css", "edit_css"),
        ),
        verbs=Verbs(update=not_yet),
        rules=Rules(update=lambda post, page: None if may_edit(post, page.call) else CANNOT_EDIT),
        allow_batch=False,
    )


def own_address(post: Post, page: Page) -> str:
    return page.call.url(f"{BASE}/{post.id}")


def _action(name: str, capability: str) -> Link:
    def href(post: Post, page: Page) -> str | None:
        return own_address(post, page) if page.call.viewer.can(capability) else None

    return Link(f"wp:action-{name}", href)


def load_revisions(page: Page) -> Mapping[int, RevisionSummary]:
    return load_revision_summaries(page.call.db, [post.id for post in page.rows])


def _found(call: Call, name: str = "id") -> Post:
    number = str(call.params[name])
    post = get_post(call.db, whole(number)) if number.isdigit() else None
    if post is None or post.type != KIND:
        raise Refused(NOT_FOUND if name == "id" else INVALID_PARENT)
    return post


def may_view(call: Call) -> Problem | None:
    post = _found(call)
    names = call.api.types.posts[KIND].capabilities
    if call.context == "edit" and not may_edit_post(call.viewer, post, names):
        return FORBIDDEN_CONTEXT
    return None if call.viewer.can(names.read) else CANNOT_VIEW


def may_change(call: Call) -> Problem | None:
    return None if may_edit(_found(call), call) else CANNOT_EDIT


def _looks_of(post: Post) -> Looks:
    return parse_looks(post.content)


def read_title(post: Post, page: Page) -> Mapping[str, str]:
    return {"raw": post.title, "rendered": page.load(load_titles)[post.id]}


def _theme_route(pattern: str, read: Any) -> Route:
    endpoint = Endpoint(("GET",), read, {"stylesheet": STYLESHEET}, permit=may_read_theme, denies_batch=True)
    return Route(f"/wp/v2/{BASE}/themes/{pattern}", (endpoint,))


def may_read_theme(call: Call) -> Problem | None:
    return None if may_edit_any(call) or call.viewer.can("edit_theme_options") else CANNOT_READ_THEME


def read_theme_styles(call: Call) -> Outcome:
    """What the public pages are laid out for; the theme's own file is not read."""
    stylesheet = _active(call)
    wide = {"layout": {"wideSize": f"{ThemeFacts().wide_px:g}px"}}
    links = {"self": [{"href": call.url(f"{BASE}/themes/{stylesheet}")}]}
    return Answer({"settings": wide, "styles": {}, "_links": links})


def read_theme_variations(call: Call) -> Outcome:
    _active(call)
    return Answer([])


def _active(call: Call) -> str:
    stylesheet = active_theme(call.site).stylesheet
    if call.params["stylesheet"] != stylesheet:
        raise Refused(THEME_NOT_FOUND)
    return stylesheet


def revision_routes() -> Iterator[Route]:
    """The routes of earlier states, for those who may change the styles."""
    pattern = rf"/wp/v2/{BASE}/(?P<parent>[\d]+)/revisions"

    def find(call: Call) -> Outcome:
        params = {name: call.params[name] for name in PLACE if name in call.params}
        found, total = find_revisions(call.with_params(**LATEST_FIRST, **params), _found(call, "parent"))
        return Rows(REVISIONS, found, total, is_collection=True)

    def get(call: Call) -> Outcome:
        revision = get_post(call.db, int(call.params["id"]))
        if revision is None or revision.type != "revision":
            raise Refused(INVALID_ID)
        if revision.parent != _found(call, "parent").id:
            raise Refused(MISMATCH)
        return Rows(REVISIONS, [revision])

    one = {"parent": PARENT, "id": Param(integer("The id of the revision.")), **context_param()}
    for path, run, params in ((pattern, find, REVISIONS.params), (rf"{pattern}/(?P<id>[\d]+)", get, one)):
        endpoint = Endpoint(("GET",), run, params, permit=may_read_revisions)
        yield route_for(REVISIONS, path, (endpoint,), single=run is get)


def may_read_revisions(call: Call) -> Problem | None:
    return None if may_edit(_found(call, "parent"), call) else CANNOT_READ_REVISIONS


def _revised(name: str) -> Any:
    """A part of what was set; a state in which nothing at all was set has neither part (recorded)."""

    def read(post: Post, page: Page) -> Any:
        looks = _looks_of(post)
        return getattr(looks, name) if looks.settings or looks.styles else MISSING

    return read


def _object(description: str) -> Schema:
    return {"description": description, "type": ["object"]}


TITLE = {
    **mapping(
        "The name of the styles.",
        {
            "raw": {**string("As stored."), "context": list(ALL)},
            "rendered": {**string("As HTML."), "context": list(ALL), "readonly": True},
        },
        default="",
    ),
    "type": ["object", "string"],
}
FIELDS = (
    Field("id", integer("The id."), context=SHOWN, readonly=True),
    Field("title", TITLE, read_title, SHOWN),
    Field(
        "settings",
        _object("What editors may choose from."),
        lambda post, page: _looks_of(post).settings,
        VIEW,
    ),
    Field("styles", _object("How things look."), lambda post, page: _looks_of(post).styles, VIEW),
)
_DATE, _DATE_GMT, _, _MODIFIED, _MODIFIED_GMT = DATES
_TIME = string("When.", format="date-time")
REVISIONS = Resource(
    base=f"{BASE}/(?P<parent>[\\d]+)/revisions",
    title=f"{KIND}-revision",
    fields=(
        Field("author", integer("The id of who made it."), context=ALL),
        Field("date", {**_TIME, "description": "When it was made."}, _DATE.read, ALL),
        Field("date_gmt", {**_TIME, "description": "When it was made, in GMT."}, _DATE_GMT.read, VIEW),
        Field("id", integer("The id."), context=SHOWN, readonly=True),
        Field("modified", {**_TIME, "description": "When it was changed."}, _MODIFIED.read, VIEW),
        Field(
            "modified_gmt", {**_TIME, "description": "When it was changed, in GMT."}, _MODIFIED_GMT.read, VIEW
        ),
        Field("parent", integer("The id of the styles."), context=ALL),
        Field("styles", _object("How things looked."), _revised("styles"), VIEW),
        Field("settings", _object("What editors might choose from."), _revised("settings"), VIEW),
    ),
    verbs=Verbs(),
    params={
        "parent": PARENT,
        **{
            name: param
            for name, param in revision_params().items()
            if name in ("context", "page", "per_page")
        },
        **OFFSET,
    },
    allow_batch=False,
)
