"""The arguments of collections of posts."""

from collections.abc import Callable, Sequence
from typing import Any

from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.rest.page import Call
from copydesk.rest.params import EXCLUDE, INCLUDE, OFFSET, PAGING, SEARCH, context_param, ordering
from copydesk.rest.resource import Param
from copydesk.rest.resources.post_rules import FORBIDDEN_STATUS
from copydesk.text.slugs import searched_slug_of
from copydesk.wire.refused import Problem
from copydesk.wire.schema import Schema, array, boolean, integer, string
from copydesk.wire.schema_check import list_items

FORMATS = ["standard", "aside", "chat", "gallery", "link", "image", "quote", "status", "video", "audio"]
ORDERS = [
    "author",
    "date",
    "id",
    "include",
    "modified",
    "parent",
    "relevance",
    "slug",
    "include_slugs",
    "title",
]
SEARCH_COLUMNS = ["post_title", "post_content", "post_excerpt"]


def post_params(post_type: PostType, types: Types) -> dict[str, Param]:
    """The arguments of a type's collection, in the order in which their failures are reported."""
    params = {
        **context_param(),
        **PAGING,
        **SEARCH,
        "after": _date("Only posts published after this date."),
        "modified_after": _date("Only posts modified after this date."),
        **_author_params(post_type),
        "before": _date("Only posts published before this date."),
        "modified_before": _date("Only posts modified before this date."),
        **EXCLUDE,
        **INCLUDE,
        **_menu_order(post_type),
        "search_semantics": Param(string("How the words are searched for.", enum=["exact"])),
        **OFFSET,
        **ordering("date", ORDERS + (["menu_order"] if post_type.has("page-attributes") else [])),
        **_parent_params(post_type),
        "search_columns": Param(
            array("The columns to search.", {"enum": SEARCH_COLUMNS, "type": "string"}, default=[])
        ),
        "slug": Param(array("Only posts with one of these slugs.", string()), clean=clean_slugs),
        "status": Param(_status_schema(types), permit=status_rule(post_type)),
        **taxonomy_params(types.taxonomies_of(post_type.name)),
    }
    if post_type.name == "post":
        params["sticky"] = Param(boolean("Only posts that are sticky, or only others."))
        params["ignore_sticky"] = Param(boolean("Sticky posts do not come first.", default=True))
    if post_type.has("post-formats"):
        kinds = {"enum": FORMATS, "type": "string"}
        params["format"] = Param(array("Only posts of these formats.", kinds, uniqueItems=True))
    return params


def _date(about: str) -> Param:
    return Param(string(about, format="date-time"))


def _author_params(post_type: PostType) -> dict[str, Param]:
    if not post_type.has("author"):
        return {}
    return {
        "author": Param(array("Only posts of these users.", integer(), default=[])),
        "author_exclude": Param(array("No posts of these users.", integer(), default=[])),
    }


def _menu_order(post_type: PostType) -> dict[str, Param]:
    if not post_type.has("page-attributes"):
        return {}
    return {"menu_order": Param(integer("Only posts with this place in their order."))}


def _parent_params(post_type: PostType) -> dict[str, Param]:
    if not (post_type.is_hierarchical or post_type.name == "attachment"):
        return {}
    return {
        "parent": Param(array("Only children of these.", integer(), default=[])),
        "parent_exclude": Param(array("No children of these.", integer(), default=[])),
    }


def _status_schema(types: Types) -> Schema:
    return array(
        "Only posts of these statuses.",
        {"enum": [*types.statuses, "any"], "type": "string"},
        default="publish",
    )


def status_rule(post_type: PostType) -> Callable[[Any, Call], Problem | None]:
    """Strangers may only ask for what is public; said before it is looked whether the status exists."""
    names = post_type.capabilities

    def permit(statuses: Any, call: Call) -> Problem | None:
        for status in list_items(statuses):
            may_read_private = status == "private" and call.viewer.can(names.read_private_posts)
            if status != "publish" and not may_read_private and not call.viewer.can(names.edit_posts):
                return FORBIDDEN_STATUS
        return None

    return permit


def clean_slugs(slugs: Sequence[str], call: Call) -> Sequence[str]:
    """Names as slugs are written: a reader may ask for the name itself."""
    return [searched_slug_of(slug) for slug in slugs]


def taxonomy_params(taxonomies: Sequence[Taxonomy]) -> dict[str, Param]:
    """`categories`, `categories_exclude` and so on; `tax_relation` when there is any."""
    offered = [taxonomy for taxonomy in taxonomies if taxonomy.rest_base]
    if not offered:
        return {}
    params = {
        "tax_relation": Param(
            string("Whether posts must meet all the conditions on terms, or one.", enum=["AND", "OR"])
        )
    }
    for taxonomy in offered:
        params[taxonomy.rest_base] = Param(_terms_schema(taxonomy, with_operator=True))
        params[f"{taxonomy.rest_base}_exclude"] = Param(_terms_schema(taxonomy, with_operator=False))
    return params


def _terms_schema(taxonomy: Taxonomy, *, with_operator: bool) -> Schema:
    ids = array("Ids of terms.", integer())
    properties: dict[str, Schema] = {"terms": {**ids, "default": []}}
    if taxonomy.is_hierarchical:
        properties["include_children"] = boolean("Whether their descendants count too.", default=False)
    if with_operator:
        properties["operator"] = string(
            "Whether a post must carry all of them.", enum=["AND", "OR"], default="OR"
        )
    return {
        "description": f"Posts by their terms in {taxonomy.rest_base}.",
        "type": ["object", "array"],
        "oneOf": [
            {"title": "Term ID List", **ids},
            {
                "title": "Term ID Taxonomy Query",
                "description": "A condition on terms.",
                "type": "object",
                "properties": properties,
                "additionalProperties": False,
            },
        ],
    }
