"""Installed fonts: families, and the faces of a family. Only who may change the design sees them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copydesk.content.fonts import FACE, FAMILY, face_settings, family_settings
from copydesk.content.types import PostType
from copydesk.rest.compile import UPDATE
from copydesk.rest.describe import resource_schema
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call, Page
from copydesk.rest.params import EXCLUDE, FORCE, INCLUDE, OFFSET, PAGING, context_param, ordering
from copydesk.rest.resource import ALL, Field, Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.posts import Order, PostQuery, find_posts, get_post, load_child_ids, load_posts
from copydesk.store.rows import Post
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema, array, integer, mapping, string

CANNOT_READ = Problem("rest_cannot_read", "You may not see the fonts of this site.")
CANNOT_CHANGE = Problem("rest_cannot_create", "You may not install fonts.")
INVALID_ID = Problem("rest_post_invalid_id", "There is no such font.", 404)
INVALID_PARENT = Problem("rest_post_invalid_parent", "There is no such font family.", 404)
MISMATCH = Problem("rest_font_face_parent_id_mismatch", "The face is one of another family.", 404)

THEME_JSON_VERSION = 3
FAMILIES = "font-families"
NUMBER = Param(integer("The id of the font."))
OWNER = Param(integer("The id of the font family."), required=True)


def font_family_routes(post_type: PostType) -> Iterator[Route]:
    """The routes of families."""
    families = family_resource()

    def find(call: Call) -> Outcome:
        found, total = _find(call, FAMILY)
        return Rows(families, found, total, is_collection=True)

    def get(call: Call) -> Outcome:
        return Rows(families, [get_family(call)])

    saving = {"theme_json_version": VERSION_PARAM, "font_family_settings": _as_text("The family, as JSON.")}
    yield _route(
        families,
        families.route(),
        Endpoint(("GET",), find, families.params, permit=may_read),
        Endpoint(("POST",), not_yet, saving, permit=may_change, writes=True),
    )
    yield _route(
        families,
        families.route(single=True),
        Endpoint(("GET",), get, {"id": NUMBER, **context_param()}, permit=may_get_family),
        Endpoint(UPDATE, not_yet, {"id": NUMBER, **saving}, permit=may_get_family, writes=True),
        Endpoint(("DELETE",), not_yet, {"id": NUMBER, **FORCE}, permit=may_get_family, writes=True),
    )


def font_face_routes(post_type: PostType) -> Iterator[Route]:
    """The routes of the faces of a family."""
    faces = face_resource()
    base = rf"/wp/v2/{FAMILIES}/(?P<font_family_id>[\d]+)/font-faces"

    def find(call: Call) -> Outcome:
        found, total = _find(call, FACE, (get_parent(call).id,))
        return Rows(faces, found, total, is_collection=True)

    def get(call: Call) -> Outcome:
        return Rows(faces, [get_face(call)])

    saving = {"theme_json_version": VERSION_PARAM, "font_face_settings": _as_text("The face, as JSON.")}
    one = {"font_family_id": OWNER, "id": Param(integer("The id of the face."), required=True)}
    yield _route(
        faces,
        base,
        Endpoint(("GET",), find, {"font_family_id": OWNER, **faces.params}, permit=may_read),
        Endpoint(("POST",), not_yet, {"font_family_id": OWNER, **saving}, permit=may_change, writes=True),
    )
    yield _route(
        faces,
        rf"{base}/(?P<id>[\d]+)",
        Endpoint(("GET",), get, {**one, **context_param()}, permit=may_get_face),
        Endpoint(("DELETE",), not_yet, {**one, **FORCE}, permit=may_get_face, writes=True),
    )


def _route(shown: Resource, pattern: str, *endpoints: Endpoint) -> Route:
    return Route(pattern, endpoints, schema=lambda call: resource_schema(shown, call), collection_of=shown)


def family_resource() -> Resource:
    """How a family is shown."""
    return Resource(
        base=FAMILIES,
        title=FAMILY,
        fields=FAMILY_FIELDS,
        links=(
            Link("self", lambda post, page: page.call.url(f"{FAMILIES}/{post.id}"), read_hints),
            Link("collection", lambda post, page: page.call.url(FAMILIES)),
            Link("about", lambda post, page: page.call.url(f"types/{FAMILY}")),
        ),
        verbs=Verbs(update=not_yet, delete=not_yet),
        rules=Rules(read=_may_touch, update=_may_touch, delete=_may_touch),
        params={**_params(), "slug": Param(array("Only families of these names.", string()))},
    )


def face_resource() -> Resource:
    """How a face is shown."""
    return Resource(
        base=f"{FAMILIES}/font-faces",
        title=FACE,
        fields=FACE_FIELDS,
        links=(
            Link("self", _face_address, read_hints),
            Link("collection", lambda post, page: page.call.url(f"{FAMILIES}/{post.parent}/font-faces")),
            Link(
                "parent",
                lambda post, page: page.call.url(f"{FAMILIES}/{post.parent}"),
                target=FAMILIES,
                load=load_families,
            ),
        ),
        verbs=Verbs(delete=not_yet),
        rules=Rules(read=_may_touch, delete=_may_touch),
        params=_params(),
    )


def _face_address(post: Post, page: Page) -> str:
    return page.call.url(f"{FAMILIES}/{post.parent}/font-faces/{post.id}")


def _params() -> dict[str, Param]:
    return {
        **context_param(),
        **PAGING,
        **EXCLUDE,
        **INCLUDE,
        "search_semantics": Param(string("How to compare what is searched for.", enum=["exact"])),
        **OFFSET,
        **ordering("id", ["id", "include"]),
    }


def may_read(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_theme_options") else CANNOT_READ


def may_change(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_theme_options") else CANNOT_CHANGE


def _may_touch(post: Post, page: Page) -> Problem | None:
    return may_read(page.call)


def may_get_family(call: Call) -> Problem | None:
    get_family(call)
    return may_read(call)


def may_get_face(call: Call) -> Problem | None:
    get_face(call)
    return may_read(call)


def get_family(call: Call) -> Post:
    return _get(call, "id", FAMILY, INVALID_ID)


def get_parent(call: Call) -> Post:
    return _get(call, "font_family_id", FAMILY, INVALID_PARENT)


def get_face(call: Call) -> Post:
    face, parent = _get(call, "id", FACE, INVALID_ID), get_parent(call)
    if face.parent != parent.id:
        raise Refused(MISMATCH)
    return face


def _get(call: Call, name: str, kind: str, problem: Problem) -> Post:
    post = get_post(call.db, int(call.params[name]))
    if post is None or post.type != kind:
        raise Refused(problem)
    return post


def _find(call: Call, kind: str, parents: tuple[int, ...] = ()) -> tuple[list[Post], int]:
    params = call.params
    offset = params.get("offset")
    query = PostQuery(
        types=(kind,),
        statuses=("publish",),
        parents=parents,
        ids=tuple(params["include"]),
        not_ids=tuple(params["exclude"]),
        slugs=tuple(params.get("slug") or ()),
        order=(Order(params["orderby"], params["order"] == "desc"),),
        limit=params["per_page"],
        offset=(params["page"] - 1) * params["per_page"] if offset is None else offset,
    )
    return find_posts(call.db, query)


def load_faces(page: Page) -> Mapping[int, list[int]]:
    """The ids of the faces of the page's families."""
    return load_child_ids(page.call.db, [post.id for post in page.rows], (FACE,))


def load_families(page: Page) -> Mapping[int, Post]:
    """The families of the page's faces."""
    families = load_posts(page.call.db, {post.parent for post in page.rows})
    return {post.id: families[post.parent] for post in page.rows if post.parent in families}


def read_faces(post: Post, page: Page) -> Sequence[int]:
    return page.load(load_faces)[post.id]


def read_face_settings(post: Post, page: Page) -> Mapping[str, Any]:
    return face_settings(post, FACE_PROPERTIES)


VERSION = integer(
    "The version of theme.json that the settings follow.", default=THEME_JSON_VERSION, minimum=2, maximum=3
)
VERSION_PARAM = Param(VERSION)


def _as_text(description: str) -> Param:
    return Param(string(description), required=True)


def _settings(description: str, properties: Mapping[str, Schema], *required: str) -> Schema:
    return mapping(description, properties, required=list(required), additionalProperties=False)


FAMILY_PROPERTIES: dict[str, Schema] = {
    "name": string("The name for people."),
    "slug": string("The name."),
    "fontFamily": string("The value of CSS's font-family."),
    "preview": string("A picture of the font.", format="uri", default=""),
}
FACE_PROPERTIES: dict[str, Schema] = {
    "fontFamily": string("The value of CSS's font-family.", default=""),
    "fontStyle": string("The style.", default="normal"),
    "fontWeight": {"description": "The weight.", "default": "400", "type": ["string", "integer"]},
    "fontDisplay": string(
        "What is shown while the font loads.",
        default="fallback",
        enum=["auto", "block", "fallback", "swap", "optional"],
    ),
    "src": {
        "description": "Where its files are.",
        "anyOf": [string(), array("", string())],
        "default": [],
    },
    "fontStretch": string("How wide it is."),
    "ascentOverride": string("How high its letters reach."),
    "descentOverride": string("How low its letters reach."),
    "fontVariant": string("The variant."),
    "fontFeatureSettings": string("Features of the font."),
    "fontVariationSettings": string("Where it stands on the axes of a variable font."),
    "lineGapOverride": string("The gap between lines."),
    "sizeAdjust": string("How much larger or smaller it is drawn."),
    "unicodeRange": string("The characters it has."),
    "preview": string("A picture of the face.", format="uri", default=""),
}
_ID = Field("id", integer("The id."), context=ALL, readonly=True)
_VERSION = Field("theme_json_version", VERSION, lambda post, page: THEME_JSON_VERSION, ALL)
FAMILY_FIELDS = (
    _ID,
    _VERSION,
    Field("font_faces", array("The ids of its faces.", integer()), read_faces, ALL),
    Field(
        "font_family_settings",
        _settings("The family, as theme.json has it.", FAMILY_PROPERTIES, "name", "slug", "fontFamily"),
        lambda post, page: family_settings(post),
        ALL,
    ),
)
FACE_FIELDS = (
    _ID,
    _VERSION,
    Field("parent", integer("The id of the family."), context=ALL),
    Field(
        "font_face_settings",
        _settings("The face, as theme.json has it.", FACE_PROPERTIES, "fontFamily", "src"),
        read_face_settings,
        ALL,
    ),
)
