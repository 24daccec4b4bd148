"""Post types, as the API describes them."""

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.auth.viewer import Viewer
from copydesk.content.labels import post_type_labels
from copydesk.content.types import PostType
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import EDIT, Field, Link, Resource, Rules, Verbs, allow
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import array, boolean, mapping, nullable, string

INVALID = Problem("rest_type_invalid", "There is no such post type.", 404)
CANNOT_READ = Problem("rest_cannot_read_type", "You may not read this post type.")
CANNOT_VIEW = Problem("rest_cannot_view", "You may not edit posts of any type.")
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not edit posts of this type.")

SHOWN = ("view", "edit", "embed")
VIEW = ("view", "edit")


def type_resource() -> Resource:
    """The resource of post types."""
    return Resource(
        base="types",
        title="type",
        fields=FIELDS,
        links=(
            Link("collection", lambda row, page: page.call.url("types")),
            Link("wp:items", read_items),
        ),
        verbs=Verbs(find=find, get=get),
        rules=Rules(find=may_find, get=allow),
        params=context_param(),
        id_name="type",
        id_pattern=r"[\w-]+",
        id_schema=string("The name of the post type."),
        allow_batch=False,
        is_keyed=True,
    )


def offered(call: Call) -> list[PostType]:
    """The types that the API offers, those that the caller may edit when he asks for editing."""
    types = [one for one in call.api.types.posts.values() if one.rest_base]
    return [one for one in types if may_edit(call.viewer, one)] if call.context == "edit" else types


def may_edit(viewer: Viewer, post_type: PostType) -> bool:
    return viewer.can(post_type.capabilities.edit_posts)


def find(call: Call) -> tuple[Sequence[PostType], int]:
    types = offered(call)
    return types, len(types)


def get(call: Call) -> PostType:
    post_type = call.api.types.posts.get(call.params["type"])
    if post_type is None:
        raise Refused(INVALID)
    problem = _problem_of(post_type, call)
    if problem:
        raise Refused(problem)
    return post_type


def may_find(call: Call) -> Problem | None:
    return CANNOT_VIEW if call.context == "edit" and not offered(call) else None


def _problem_of(post_type: PostType, call: Call) -> Problem | None:
    """Refusals are part of the answer here: `Allow` names GET whatever the type (recorded)."""
    if not post_type.rest_base:
        return CANNOT_READ
    if call.context == "edit" and not may_edit(call.viewer, post_type):
        return FORBIDDEN_CONTEXT
    return None


def read_items(post_type: PostType, page: Page) -> str:
    return page.call.site.rest_url(f"{post_type.rest_namespace}/{post_type.rest_base}")


def read_capabilities(post_type: PostType, page: Page) -> Mapping[str, str]:
    names = post_type.capabilities
    return {name: getattr(names, name) for name in names.__slots__}


def read_labels(post_type: PostType, page: Page) -> Mapping[str, Any]:
    return post_type_labels(
        post_type.label,
        post_type.singular_label or post_type.label,
        post_type.labels,
        is_hierarchical=post_type.is_hierarchical,
        is_builtin=post_type.is_builtin,
    )


def read_taxonomies(post_type: PostType, page: Page) -> list[str]:
    found = page.call.api.types.taxonomies_of(post_type.name)
    return [taxonomy.name for taxonomy in found if taxonomy.rest_base]


def read_visibility(post_type: PostType, page: Page) -> Mapping[str, bool]:
    return {"show_in_nav_menus": post_type.show_in_nav_menus, "show_ui": post_type.show_ui}


LOCK = string("Whether blocks may be moved.", enum=["all", "insert", "contentOnly", False])
VISIBILITY = mapping(
    "Where the type is offered.",
    {"show_ui": boolean("Whether it has pages of its own."), "show_in_nav_menus": boolean("In menus.")},
)

FIELDS = (
    Field("capabilities", mapping("The rights to its posts."), read_capabilities, EDIT, readonly=True),
    Field("description", string("What it is for."), context=VIEW, readonly=True),
    Field(
        "hierarchical",
        boolean("Whether posts have parents."),
        lambda t, p: t.is_hierarchical,
        VIEW,
        readonly=True,
    ),
    Field(
        "has_archive",
        {**string("Whether it has an archive, or its slug."), "type": ["string", "boolean"]},
        context=VIEW,
        readonly=True,
    ),
    Field("visibility", VISIBILITY, read_visibility, EDIT, readonly=True),
    Field(
        "viewable",
        boolean("Whether people can see its posts."),
        lambda t, p: t.is_viewable,
        EDIT,
        readonly=True,
    ),
    Field("labels", mapping("Its names in sentences."), read_labels, EDIT, readonly=True),
    Field("name", string("Its name for people."), lambda t, p: t.label, SHOWN, readonly=True),
    Field("slug", string("Its name."), lambda t, p: t.name, SHOWN, readonly=True),
    Field("icon", nullable(string("Its icon.")), context=SHOWN, readonly=True),
    Field("supports", mapping("What its posts have."), context=EDIT, readonly=True),
    Field("taxonomies", array("Its taxonomies.", string()), read_taxonomies, VIEW, readonly=True),
    Field("rest_base", string("Its route."), context=SHOWN, readonly=True),
    Field("rest_namespace", string("The namespace of its route."), context=SHOWN, readonly=True),
    Field(
        "template",
        {"type": ["array"], "description": "Blocks of a new post."},
        lambda t, p: [],
        SHOWN,
        readonly=True,
    ),
    Field("template_lock", {**LOCK, "type": ["string", "boolean"]}, lambda t, p: False, SHOWN, readonly=True),
)
