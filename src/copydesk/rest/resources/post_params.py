"""The arguments of collections of posts, and the query they come to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.content.visibility import readable_posts
from copydesk.rest.page import Call
from copydesk.rest.params import EXCLUDE, INCLUDE, OFFSET, PAGING, SEARCH, context_param, ordering
from copydesk.rest.resource import Param
from copydesk.rest.resources.post_rules import FORBIDDEN_STATUS
from copydesk.store.post_query import Operator
from copydesk.store.posts import Order, PostQuery, TermCondition, find_posts
from copydesk.store.rows import Post
from copydesk.wire.dates import parse_rest_date
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema, array, boolean, integer, string

PAGE_TOO_FAR = Problem("rest_post_invalid_page_number", "There are fewer pages than that.", 400)
NO_SEARCH = Problem("rest_no_search_term_defined", "Sorting by relevance needs words to search for.", 400)
NO_INCLUDE = Problem("rest_orderby_include_missing_include", "Sorting by include needs `include`.", 400)

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
        "slug": Param(array("Only posts with one of these slugs.", string())),
        "status": Param(_status_schema(types), clean=status_rule(post_type)),
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


def status_rule(post_type: PostType) -> Callable[[Sequence[str], Call], Sequence[str]]:
    """The statuses asked for, or Refused: strangers may only ask for what is public."""
    names = post_type.capabilities

    def clean(statuses: Sequence[str], call: Call) -> Sequence[str]:
        for status in statuses:
            may_read_private = status == "private" and call.viewer.can(names.read_private_posts)
            if status != "publish" and not may_read_private and not call.viewer.can(names.edit_posts):
                raise Refused(FORBIDDEN_STATUS)
        return statuses

    return clean


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


def find_page(call: Call, post_type: PostType, *, mime_types: tuple[str, ...] = ()) -> tuple[list[Post], int]:
    """The page of posts that the arguments ask for, and how many there are in all.

    Posts that the caller may not read are taken out after counting (recorded).
    """
    query = replace(post_query(call, post_type), mime_types=mime_types)
    posts, total = find_posts(call.db, query)
    page, per_page = int(call.params.get("page") or 1), int(call.params["per_page"])
    if not posts and page > 1 and "offset" not in call.params:
        if total and page > -(-total // per_page):
            raise Refused(PAGE_TOO_FAR)
    if not posts:
        total = 0 if "offset" in call.params else total
    return readable_posts(call.db, call.viewer, call.api.types, posts), total


def post_query(call: Call, post_type: PostType) -> PostQuery:
    """The query of a call's arguments."""
    params = call.params
    per_page = int(params["per_page"])
    offset = params.get("offset")
    return PostQuery(
        types=(post_type.name,),
        statuses=_statuses(call),
        ids=_included(call, params),
        not_ids=_excluded(call, params),
        slugs=tuple(params.get("slug") or ()),
        authors=tuple(params.get("author") or ()),
        not_authors=tuple(params.get("author_exclude") or ()),
        parents=tuple(params.get("parent") or ()),
        not_parents=tuple(params.get("parent_exclude") or ()),
        after=_local(call, "after"),
        before=_local(call, "before"),
        modified_after=_local(call, "modified_after"),
        modified_before=_local(call, "modified_before"),
        menu_order=params.get("menu_order"),
        terms=_term_conditions(call, post_type),
        any_term_condition=params.get("tax_relation") == "OR",
        search=params.get("search") or "",
        search_columns=tuple(params.get("search_columns") or SEARCH_COLUMNS),
        search_exact=params.get("search_semantics") == "exact",
        order=_order(params),
        limit=per_page,
        offset=int(offset) if offset is not None else (int(params.get("page") or 1) - 1) * per_page,
    )


def _statuses(call: Call) -> tuple[str, ...]:
    given = call.params.get("status") or ["publish"]
    statuses = [given] if isinstance(given, str) else given
    if "any" in statuses:
        return tuple(name for name, status in call.api.types.statuses.items() if not status.is_internal)
    return tuple(statuses)


def _included(call: Call, params: Mapping[str, Any]) -> tuple[int, ...]:
    ids = tuple(params.get("include") or ())
    if params.get("sticky") is not True:
        return ids
    sticky = call.site.sticky_ids
    return tuple(post_id for post_id in ids if post_id in sticky) or (0,) if ids else tuple(sticky) or (0,)


def _excluded(call: Call, params: Mapping[str, Any]) -> tuple[int, ...]:
    ids = tuple(params.get("exclude") or ())
    return ids + tuple(call.site.sticky_ids) if params.get("sticky") is False else ids


def _local(call: Call, name: str) -> str:
    text = call.params.get(name)
    pair = parse_rest_date(text, call.site.zone) if text else None
    return pair.local if pair else ""


def _order(params: Mapping[str, Any]) -> tuple[Order, ...]:
    by = params["orderby"]
    if by == "relevance" and not params.get("search"):
        raise Refused(NO_SEARCH)
    if by == "include" and not params.get("include"):
        raise Refused(NO_INCLUDE)
    return (Order(by, descending=params["order"] == "desc"),)


def _term_conditions(call: Call, post_type: PostType) -> tuple[TermCondition, ...]:
    conditions = []
    for taxonomy in call.api.types.taxonomies_of(post_type.name):
        base = taxonomy.rest_base
        if not base:
            continue
        for name, is_excluding in ((base, False), (f"{base}_exclude", True)):
            given = call.params.get(name)
            if given:
                condition = _term_condition(taxonomy, given, is_excluding=is_excluding)
                if condition:
                    conditions.append(condition)
    conditions += _format_conditions(call.params.get("format"))
    return tuple(conditions)


def _term_condition(taxonomy: Taxonomy, given: Any, *, is_excluding: bool) -> TermCondition | None:
    asked = given if isinstance(given, Mapping) else {"terms": given}
    ids = tuple(asked.get("terms") or ())
    if not ids:
        return None
    operator: Operator = "NOT IN" if is_excluding else "AND" if asked.get("operator") == "AND" else "IN"
    return TermCondition(taxonomy.name, ids, operator, bool(asked.get("include_children")))


def _format_conditions(formats: Sequence[str] | None) -> list[TermCondition]:
    return []
