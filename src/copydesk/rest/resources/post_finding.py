"""The posts of a collection: from its arguments to a query, and to the page that the caller may see."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.content.types import PostType, Taxonomy
from copydesk.content.visibility import readable_posts, visible_by_default
from copydesk.rest.page import Call
from copydesk.rest.resources.post_brief import shows_no_long_text
from copydesk.rest.resources.post_params import SEARCH_COLUMNS
from copydesk.rest.resources.post_rules import may_edit
from copydesk.store.post_query import Operator, Visible
from copydesk.store.posts import Order, PostQuery, TermCondition, find_posts
from copydesk.store.rows import Post
from copydesk.store.terms import TermQuery, find_terms
from copydesk.wire.dates import parse_rest_date
from copydesk.wire.refused import Problem, Refused

PAGE_TOO_FAR = Problem("rest_post_invalid_page_number", "There are fewer pages than that.", 400)
NO_SEARCH = Problem("rest_no_search_term_defined", "Sorting by relevance needs words to search for.", 400)
NO_INCLUDE = Problem("rest_orderby_include_missing_include", "Sorting by include needs `include`.", 400)

NONE = (0,)  # ids that no post has
FORMAT = "post_format"


def find_page(call: Call, post_type: PostType, *, mime_types: tuple[str, ...] = ()) -> tuple[list[Post], int]:
    """The page of posts that the arguments ask for, and how many there are in all.

    Posts that the caller may not read are taken out after counting (recorded).
    """
    brief = shows_no_long_text(call, post_type)
    query = replace(post_query(call, post_type), mime_types=mime_types, brief=brief)
    posts, total = find_posts(call.db, query)
    page = int(call.params.get("page") or 1)
    if not posts and page == 1:
        total = 0  # an offset behind the end counts nothing (recorded)
    if total and page > -(-total // int(call.params["per_page"])):
        raise Refused(PAGE_TOO_FAR)
    if _lifts_sticky(call, page):
        posts = _sticky_first(call, query, posts)
    if call.context == "edit":
        return [post for post in posts if may_edit(post, call)], total
    return readable_posts(call.db, call.viewer, call.api.types, posts), total


def post_query(call: Call, post_type: PostType) -> PostQuery:
    """The query of a call's arguments."""
    params = call.params
    per_page = int(params["per_page"])
    offset = params.get("offset")
    search = params.get("search") or ""
    return PostQuery(
        types=(post_type.name,),
        statuses=_statuses(call),
        visible=_visible(call, post_type),
        ids=_included(call, params),
        not_ids=_excluded(call, params),
        slugs=tuple(params.get("slug") or ()),
        authors=_ids(params.get("author")),
        not_authors=_ids(params.get("author_exclude")),
        parents=_ids(params.get("parent")),
        not_parents=_ids(params.get("parent_exclude")),
        after=_local(call, "after"),
        before=_local(call, "before"),
        modified_after=_local(call, "modified_after"),
        modified_before=_local(call, "modified_before"),
        menu_order=abs(params["menu_order"]) if params.get("menu_order") is not None else None,
        terms=_term_conditions(call, post_type),
        any_term_condition=params.get("tax_relation") == "OR",
        term_choices=_format_conditions(call, params.get("format") or ()),
        has_password=False if search and not call.viewer.is_member else None,
        search=search,
        search_columns=tuple(params.get("search_columns") or SEARCH_COLUMNS),
        search_exact=params.get("search_semantics") == "exact",
        order=_order(params),
        limit=per_page,
        is_total_exact=call.viewer.is_member,
        offset=abs(offset) if offset is not None else (int(params.get("page") or 1) - 1) * per_page,
    )


def _ids(given: Sequence[int] | None) -> tuple[int, ...]:
    """A minus before an id is not heard (recorded)."""
    return tuple(abs(number) for number in given or ())


def _statuses(call: Call) -> tuple[str, ...]:
    given = call.params.get("status") or []
    statuses = [given] if isinstance(given, str) else given
    if "any" in statuses:
        return tuple(name for name, status in call.api.types.statuses.items() if not status.is_internal)
    return tuple(statuses)


def _visible(call: Call, post_type: PostType) -> tuple[Visible, ...]:
    """What an empty `status` means."""
    if call.params.get("status"):
        return ()
    return visible_by_default(call.viewer, (post_type.name,), call.api.types)


def _included(call: Call, params: Mapping[str, Any]) -> tuple[int, ...]:
    ids = _ids(params.get("include"))
    if params.get("sticky") is not True:
        return ids
    sticky = call.site.sticky_ids
    return (tuple(one for one in ids if one in sticky) if ids else tuple(sorted(sticky))) or NONE


def _excluded(call: Call, params: Mapping[str, Any]) -> tuple[int, ...]:
    ids = _ids(params.get("exclude"))
    return (*ids, *sorted(call.site.sticky_ids)) if params.get("sticky") is False else ids


def _lifts_sticky(call: Call, page: int) -> bool:
    return call.params.get("ignore_sticky") is False and page == 1 and bool(call.site.sticky_ids)


def _sticky_first(call: Call, query: PostQuery, posts: Sequence[Post]) -> list[Post]:
    """The posts of the page that stick, then all others that stick, then the rest of the page."""
    sticky = call.site.sticky_ids
    lifted = [post for post in posts if post.id in sticky]
    missing = sticky - {post.id for post in lifted} - set(query.not_ids)
    if missing:
        more = PostQuery(
            types=query.types, statuses=("publish",), ids=tuple(sorted(missing)), limit=None, counted=False
        )
        lifted += find_posts(call.db, more)[0]
    return [*lifted, *(post for post in posts if post.id not in sticky)]


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
            condition = _term_condition(taxonomy, given, is_excluding=is_excluding) if given else None
            if condition:
                conditions.append(condition)
    return tuple(conditions)


def _term_condition(taxonomy: Taxonomy, given: Any, *, is_excluding: bool) -> TermCondition | None:
    asked = given if isinstance(given, Mapping) else {"terms": given}
    ids = _ids(asked.get("terms"))
    if not ids:
        return None
    operator: Operator = "NOT IN" if is_excluding else "AND" if asked.get("operator") == "AND" else "IN"
    return TermCondition(taxonomy.name, ids, operator, bool(asked.get("include_children")))


def _format_conditions(call: Call, formats: Sequence[str]) -> tuple[TermCondition, ...]:
    """One of them must hold. Posts of the standard format carry no term of a format."""
    slugs = tuple(f"post-format-{name}" for name in formats if name != "standard")
    conditions = [TermCondition(FORMAT, (), "NOT EXISTS")] if "standard" in formats else []
    if slugs:
        terms, _ = find_terms(call.db, TermQuery(taxonomies=(FORMAT,), slugs=slugs, order="none"))
        conditions.append(TermCondition(FORMAT, tuple(term.id for term in terms)))
    return tuple(conditions)
