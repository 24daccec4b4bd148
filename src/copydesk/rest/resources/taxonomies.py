"""Taxonomies, as the API describes them."""

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.content.labels import taxonomy_labels
from copydesk.content.types import Taxonomy
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import EDIT, Field, Link, Param, Resource, Rules, Verbs
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import array, boolean, mapping, string

INVALID = Problem("rest_taxonomy_invalid", "There is no such taxonomy.", 404)
CANNOT_READ = Problem("rest_forbidden", "You may not read this taxonomy.")
CANNOT_VIEW = Problem("rest_cannot_view", "You may not manage any taxonomy.")
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not manage this taxonomy.")

SHOWN = ("view", "edit", "embed")
VIEW = ("view", "edit")


def taxonomy_resource() -> Resource:
    """The resource of taxonomies."""
    return Resource(
        base="taxonomies",
        title="taxonomy",
        fields=FIELDS,
        links=(
            Link("collection", lambda row, page: page.call.url("taxonomies")),
            Link("wp:items", read_items),
        ),
        verbs=Verbs(find=find, get=get),
        rules=Rules(find=may_find, get=may_get),
        params={**context_param(), "type": Param(string("Only taxonomies of this post type."))},
        id_name="taxonomy",
        id_pattern=r"[\w-]+",
        id_schema=string("The name of the taxonomy."),
        allow_batch=False,
        is_keyed=True,
    )


def offered(call: Call) -> list[Taxonomy]:
    """The taxonomies that the API offers; for editing those whose terms the caller may assign."""
    types = call.api.types
    asked = call.params.get("type")
    found = types.taxonomies_of(asked) if asked else types.taxonomies.values()
    kept = [one for one in found if one.rest_base]
    if call.context != "edit":
        return kept
    return [one for one in kept if call.viewer.can(one.capabilities.assign_terms)]


def find(call: Call) -> tuple[Sequence[Taxonomy], int]:
    found = offered(call)
    return found, len(found)


def get(call: Call) -> Taxonomy:
    taxonomy = call.api.types.taxonomies.get(call.params["taxonomy"])
    if taxonomy is None:
        raise Refused(INVALID)
    return taxonomy


def may_find(call: Call) -> Problem | None:
    return CANNOT_VIEW if call.context == "edit" and not offered(call) else None


def may_get(call: Call) -> Problem | None:
    """A taxonomy that does not exist may be asked for: `Allow` names GET then (recorded)."""
    taxonomy = call.api.types.taxonomies.get(str(call.params["taxonomy"]))
    if taxonomy is None:
        return None
    if not taxonomy.rest_base:
        return CANNOT_READ
    if call.context == "edit" and not call.viewer.can(taxonomy.capabilities.assign_terms):
        return FORBIDDEN_CONTEXT
    return None


def read_items(taxonomy: Taxonomy, page: Page) -> str:
    return page.call.site.rest_url(f"{taxonomy.rest_namespace}/{taxonomy.rest_base}")


def read_capabilities(taxonomy: Taxonomy, page: Page) -> Mapping[str, str]:
    names = taxonomy.capabilities
    return {name: getattr(names, name) for name in names.__slots__}


def read_labels(taxonomy: Taxonomy, page: Page) -> Mapping[str, Any]:
    return taxonomy_labels(
        taxonomy.label,
        taxonomy.singular_label or taxonomy.label,
        taxonomy.labels,
        is_hierarchical=taxonomy.is_hierarchical,
        is_builtin=taxonomy.is_builtin,
    )


def read_visibility(taxonomy: Taxonomy, page: Page) -> Mapping[str, bool]:
    return {
        "public": taxonomy.is_public,
        "publicly_queryable": taxonomy.is_publicly_queryable,
        "show_admin_column": taxonomy.show_admin_column,
        "show_in_nav_menus": taxonomy.show_in_nav_menus,
        "show_in_quick_edit": taxonomy.show_in_quick_edit,
        "show_ui": taxonomy.show_ui,
    }


VISIBILITY = mapping(
    "Where the taxonomy is offered.",
    {
        "public": boolean("Whether it is for the public."),
        "publicly_queryable": boolean("Whether the public may ask for its terms."),
        "show_ui": boolean("Whether it has pages of its own."),
        "show_admin_column": boolean("Whether lists of posts show it."),
        "show_in_nav_menus": boolean("Whether menus may show it."),
        "show_in_quick_edit": boolean("Whether quick edits may change it."),
    },
)

FIELDS = (
    Field("name", string("Its name for people."), lambda t, p: t.label, SHOWN, readonly=True),
    Field("slug", string("Its name."), lambda t, p: t.name, SHOWN, readonly=True),
    Field("capabilities", mapping("The rights to its terms."), read_capabilities, EDIT, readonly=True),
    Field("description", string("What it is for."), context=VIEW, readonly=True),
    Field("labels", mapping("Its names in sentences."), read_labels, EDIT, readonly=True),
    Field(
        "types",
        array("The post types with its terms.", string()),
        lambda t, p: list(t.types),
        VIEW,
        readonly=True,
    ),
    Field("show_cloud", boolean("Whether tag clouds may show it."), context=EDIT, readonly=True),
    Field(
        "hierarchical",
        boolean("Whether terms have parents."),
        lambda t, p: t.is_hierarchical,
        VIEW,
        readonly=True,
    ),
    Field("rest_base", string("Its route."), context=SHOWN, readonly=True),
    Field("rest_namespace", string("The namespace of its route."), context=SHOWN, readonly=True),
    Field("visibility", VISIBILITY, read_visibility, EDIT, readonly=True),
)
