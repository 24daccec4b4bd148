"""What a `PostQuery` comes to: its branches, its conditions and its sort keys, as forms (see `conditions.py`).

A *branch* is a type and a status, perhaps of one author. Most queries have one; what a signed-in editor may see
has several. They are kept apart because each of them alone can be read in the order of an index, newest first,
which a mixture of them cannot.
"""

from collections.abc import Sequence
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select

from copydesk.store import search as searching
from copydesk.store.conditions import (
    Conditions,
    Form,
    Forms,
    above,
    below,
    column_of,
    equal,
    found_one,
    nothing,
)
from copydesk.store.dialects import Places, in_list, place_in, sorting
from copydesk.store.post_query import Order, PostQuery, TermCondition, Visible
from copydesk.store.tables import Tables
from copydesk.store.terms import Family

COMMON_TERM = 500  # posts: above, walking through all posts finds a page of them faster than sorting them

_COLUMNS = {
    "date": "post_date",
    "modified": "post_modified",
    "id": "ID",
    "author": "post_author",
    "parent": "post_parent",
    "type": "post_type",
    "menu_order": "menu_order",
    "comment_count": "comment_count",
}
_UNDECIDED = {"author", "parent", "type", "menu_order", "comment_count"}
_TEXT_COLUMNS = {"title": "post_title", "slug": "post_name"}
_GIVEN_ORDERS = {"include": "ID", "include_slugs": "post_name", "include_parents": "post_parent"}


def branches_of(query: PostQuery, conditions: Conditions) -> tuple[Forms, ...]:
    """The alternatives of type, status and author, as forms; none when a post may be of any type or status."""
    found = []
    for kind, status, author in _alternatives(query):
        branch = conditions.group()
        branch.add(equal, "posts", "post_type", values=(kind,))
        branch.add(equal, "posts", "post_status", values=(status,))
        if author is not None:
            branch.add(equal, "posts", "post_author", values=(author,))
        found.append(tuple(branch.forms))
    return tuple(found)


def _alternatives(query: PostQuery) -> list[tuple[str, str, int | None]]:
    """No two of them have a post in common."""
    if not query.visible:
        return [(kind, status, None) for kind, status in product(query.types, query.statuses)]
    found: dict[tuple[str, str, int | None], None] = {}
    for visible in query.visible:
        types = [kind for kind in visible.types or query.types if not query.types or kind in query.types]
        statuses = visible.statuses or query.statuses
        allowed = [status for status in statuses if not query.statuses or status in query.statuses]
        found |= dict.fromkeys(product(types, allowed, (visible.author,)))
    return [branch for branch in found if branch[2] is None or (*branch[:2], None) not in found]


def has_branches(query: PostQuery) -> bool:
    """Whether every post it may find is of a known type in a known status."""
    if not query.visible:
        return bool(query.types and query.statuses)
    return all((one.types or query.types) and (one.statuses or query.statuses) for one in query.visible)


def add_branches(query: PostQuery, conditions: Conditions) -> None:
    """Types, statuses and visibility as plain conditions."""
    conditions.one_of("post_type", query.types)
    conditions.one_of("post_status", query.statuses)
    _add_visible(conditions, query.visible)


def add_conditions(query: PostQuery, found: Conditions, families: Sequence[Family]) -> None:
    """What a post must meet besides; `families` are what each of `query.terms` comes to."""
    for column, values in (
        ("ID", query.ids),
        ("post_name", query.slugs),
        ("post_author", query.authors),
        ("post_parent", query.parents),
        ("menu_order", () if query.menu_order is None else (query.menu_order,)),
    ):
        found.one_of(column, values)
    for column, unwanted in (
        ("ID", query.not_ids),
        ("post_author", query.not_authors),
        ("post_parent", query.not_parents),
    ):
        found.none_of(column, unwanted)
    _add_dates(found, query)
    _add_contents(found, query)
    _add_terms(found, query, families)


def order_of(query: PostQuery, conditions: Conditions) -> tuple[tuple[Form, bool], ...]:
    """Sort keys and whether each descends. Equal posts get an order too, so that pages do not overlap."""
    orders = [order for order in query.order if order.by != "none"]
    keys = [_sort_key(order, query, conditions) for order in orders]
    if orders and orders[-1].by in _UNDECIDED:
        # Equal posts follow the index that MariaDB reads: by date, whatever the direction of the order.
        keys += [(_column("post_date"), False), (_column("ID"), False)]
    elif orders and orders[-1].by == "relevance":
        keys += [(_column("post_date"), orders[-1].descending), (_column("ID"), orders[-1].descending)]
    elif orders and orders[-1].by != "id":
        keys.append((_column("ID"), keys[-1][1]))
    return tuple(keys)


def _sort_key(order: Order, query: PostQuery, conditions: Conditions) -> tuple[Form, bool]:
    if order.by in _COLUMNS:
        return _column(_COLUMNS[order.by]), order.descending
    if order.by in _TEXT_COLUMNS:
        return Form(_by_text, (_TEXT_COLUMNS[order.by],)), order.descending
    if order.by in _GIVEN_ORDERS:
        values = {"include": query.ids, "include_slugs": query.slugs, "include_parents": query.parents}[
            order.by
        ]
        return conditions.form(_by_place, _GIVEN_ORDERS[order.by], values=(Places(values),)), False
    if order.by == "meta":
        return conditions.form(_by_meta, values=(order.key,)), order.descending
    search = searching.parse_search(query.search, exact=query.search_exact)
    return searching.by_relevance(conditions, search), False


def _column(name: str) -> Form:
    return Form(column_of, ("posts", name))


def _add_visible(found: Conditions, alternatives: tuple[Visible, ...]) -> None:
    groups = []
    for visible in alternatives:
        group = found.group()
        group.one_of("post_type", visible.types)
        group.one_of("post_status", visible.statuses)
        if visible.author is not None:
            group.add(equal, "posts", "post_author", values=(visible.author,))
        groups.append(group)
    if len(groups) == 1:
        found.forms += groups[0].forms
    elif groups:
        found.add_any(groups)


def _add_dates(found: Conditions, query: PostQuery) -> None:
    for make, column, value in (
        (above, "post_date", query.after),
        (below, "post_date", query.before),
        (above, "post_modified", query.modified_after),
        (below, "post_modified", query.modified_before),
    ):
        if value:
            found.add(make, "posts", column, values=(value,))


def _add_contents(found: Conditions, query: PostQuery) -> None:
    if query.mime_types:
        found.add(
            _mime_types, len(query.mime_types), values=[_mime_pattern(kind) for kind in query.mime_types]
        )
    if query.has_password is not None:
        found.add(_password, query.has_password)
    for condition in query.meta:
        values = (condition.key,) if condition.value is None else (condition.key, condition.value)
        found.add(_meta, condition.has, values=values)
    if query.search:
        search = searching.parse_search(query.search, exact=query.search_exact)
        columns = query.search_columns or searching.COLUMNS
        searching.add_search(found, search, columns, in_file_names=query.search_file_names)


def _add_terms(found: Conditions, query: PostQuery, families: Sequence[Family]) -> None:
    groups = []
    for condition, family in zip(query.all_terms, families, strict=True):
        groups.append(found.group())
        _add_term(groups[-1], condition, family)
    every, choices = groups[: len(query.terms)], groups[len(query.terms) :]
    if query.any_term_condition:
        every, choices = [], groups
    for group in every:
        found.forms += group.forms
    if choices:
        found.add_any(choices)


def _add_term(found: Conditions, condition: TermCondition, family: Family) -> None:
    if condition.operator == "EXISTS":
        found.add(_has_taxonomy, values=(condition.taxonomy,))
    elif condition.operator == "NOT EXISTS":
        found.add(_has_no_taxonomy, values=(condition.taxonomy,))
    elif condition.operator == "NOT IN":
        if family.ids:
            found.add(_has_no_term, values=(family.ids,))
    elif not family.ids or (condition.operator == "AND" and len(family.ids) < len(set(condition.ids))):
        found.add(nothing)
    elif condition.operator == "IN":
        found.add(has_term, family.posts > COMMON_TERM, values=(family.ids,))
    else:
        found.add(_has_all_terms, values=(family.ids, len(family.ids)))


def _mime_pattern(kind: str) -> str:
    return kind.replace("%", r"\%").replace("_", r"\_").removesuffix("*") + (
        "%" if kind.endswith("*") else ""
    )


def _mime_types(t: Tables, _count: int, *patterns: Any) -> ColumnElement[Any]:
    return or_(*[t.posts.c.post_mime_type.like(pattern, escape="\\") for pattern in patterns])


def _password(t: Tables, has_password: bool) -> ColumnElement[Any]:
    return t.posts.c.post_password != "" if has_password else t.posts.c.post_password == ""


def _meta(t: Tables, has: bool, key: Any, value: Any = None) -> ColumnElement[Any]:
    meta = t.postmeta
    found = select(meta.c.meta_id).where(meta.c.post_id == t.posts.c.ID, meta.c.meta_key == key)
    if value is not None:
        found = found.where(sorting(meta.c.meta_value) == sorting(value))
    condition = found.correlate(t.posts).exists()
    return condition if has else ~condition


def _objects(t: Tables, taxonomy_ids: Any) -> Any:
    relation = t.term_relationships
    return select(relation.c.object_id).where(in_list(relation.c.term_taxonomy_id, taxonomy_ids))


def has_term(t: Tables, is_probed: bool, taxonomy_ids: Any) -> ColumnElement[Any]:
    """Carries one of the terms: probed post by post, or the other way round, from the posts of the terms."""
    if is_probed:
        carried = _objects(t, taxonomy_ids).where(t.term_relationships.c.object_id == t.posts.c.ID)
        return found_one(carried.correlate(t.posts))
    return t.posts.c.ID.in_(_objects(t, taxonomy_ids))


def _has_no_term(t: Tables, taxonomy_ids: Any) -> ColumnElement[Any]:
    return t.posts.c.ID.not_in(_objects(t, taxonomy_ids))


def _has_all_terms(t: Tables, taxonomy_ids: Any, count: Any) -> Any:
    relation = t.term_relationships
    carried = (
        select(func.count())
        .where(in_list(relation.c.term_taxonomy_id, taxonomy_ids), relation.c.object_id == t.posts.c.ID)
        .select_from(relation)
        .correlate(t.posts)
        .scalar_subquery()
    )
    return carried == count


def _has_taxonomy(t: Tables, taxonomy: Any) -> ColumnElement[Any]:
    relation, kind = t.term_relationships, t.term_taxonomy
    return exists(
        select(relation.c.object_id)
        .select_from(relation.join(kind, kind.c.term_taxonomy_id == relation.c.term_taxonomy_id))
        .where(kind.c.taxonomy == taxonomy, relation.c.object_id == t.posts.c.ID)
        .correlate(t.posts)
    )


def _has_no_taxonomy(t: Tables, taxonomy: Any) -> ColumnElement[Any]:
    return ~_has_taxonomy(t, taxonomy)


def _by_text(t: Tables, column: str) -> ColumnElement[Any]:
    return sorting(t.posts.c[column])


def _by_place(t: Tables, column: str, places: Any) -> ColumnElement[Any]:
    return place_in(t.posts.c[column], places)


def _by_meta(t: Tables, key: Any) -> ColumnElement[Any]:
    meta = t.postmeta
    value = (
        select(sorting(meta.c.meta_value))
        .where(meta.c.post_id == t.posts.c.ID, meta.c.meta_key == key)
        .order_by(meta.c.meta_id)
        .limit(1)
    )
    return value.correlate(t.posts).scalar_subquery()
