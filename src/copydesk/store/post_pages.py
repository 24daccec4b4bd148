"""The SQL of a page of posts, and of how many there are.

Three ways lead to a page. *Straight*: one type and status, newest first, is the order of an index; the database
reads along it and stops when the page is full. *Merged*: several types or statuses, newest first, are as many
straight walks, of which the newest are taken. *Sorted*: everything else; only ids are sorted, and the rows (an
article is long) are fetched for those of the page.
"""

from dataclasses import fields, replace
from typing import Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal_column, or_, select, union_all

from copydesk.store.conditions import Conditions, Form, Forms, where
from copydesk.store.post_conditions import (
    COMMON_TERM,
    add_branches,
    add_conditions,
    branches_of,
    has_branches,
    has_term,
    order_of,
)
from copydesk.store.post_query import PostQuery
from copydesk.store.rows import Post
from copydesk.store.statements import FARTHEST
from copydesk.store.tables import Tables
from copydesk.store.terms import Family

Columns: TypeAlias = Literal["all", "brief", "ids"]
Way: TypeAlias = Literal["straight", "merged", "sorted"]

PART = ("limit", "offset", "reach")  # values that say which part of the posts is wanted
_HEAVY = {"post_content", "post_excerpt", "post_content_filtered"}
_MAX_MERGED = 12
FAR = 200  # posts before the page: their rows would be fetched, too


class Shape(NamedTuple):
    """What the SQL of a page depends on."""

    way: Way
    branches: tuple[Forms, ...]
    forms: Forms
    order: tuple[tuple[Form, bool], ...] = ()
    columns: Columns = "ids"
    is_limited: bool = True


def plan_page(query: PostQuery, families: list[Family], columns: Columns) -> tuple[Shape, dict[str, Any]]:
    """The shape of a query's page and the values to bind."""
    conditions = Conditions()
    branches = branches_of(query, conditions) if has_branches(query) else ()
    if not branches:
        add_branches(query, conditions)
    add_conditions(query, conditions, families)
    order = order_of(query, conditions)
    way = _way(query, families, len(branches))
    if query.limit is not None:
        offset = min(query.offset, FARTHEST)
        conditions.params.update(limit=query.limit, offset=offset, reach=offset + query.limit)
    shape = Shape(way, branches, tuple(conditions.forms), order, columns, query.limit is not None)
    return shape, conditions.params


def _way(query: PostQuery, families: list[Family], branches: int) -> Way:
    newest_first = len(query.order) == 1 and query.order[0].by == "date" and query.limit is not None
    is_near = query.offset <= FAR
    few = query.ids or query.slugs or query.authors or query.parents
    rare = any(
        term.operator in ("IN", "AND") and family.posts <= COMMON_TERM
        for term, family in zip(query.terms, families, strict=False)
    )
    if not newest_first or not is_near or few or rare:
        return "sorted"
    return "straight" if branches == 1 else "merged" if 1 < branches <= _MAX_MERGED else "sorted"


def backwards(shape: Shape) -> Shape:
    """The same posts from the other end."""
    return shape._replace(order=tuple((form, not descends) for form, descends in shape.order))


def plan_count(shape: Shape) -> Shape:
    """The shape of the count that belongs to a page: all are wanted, so terms are not probed for."""
    forms = [replace(form, known=(False,)) if form.make is has_term else form for form in shape.forms]
    return Shape("sorted", shape.branches, tuple(forms))


def page(t: Tables, shape: Shape) -> Select[Any]:
    """The rows of a page, with the columns in the order of `Post`."""
    if shape.way == "merged":
        chosen = _merged(t, shape)
    else:
        wanted = "ids" if _is_fetched_later(shape) else shape.columns
        chosen = select(*post_columns(t, wanted)).select_from(t.posts).where(*_conditions(t, shape))
        chosen = _limited(chosen.order_by(*_sort_keys(t, shape)), shape)
        if not _is_fetched_later(shape):
            return chosen
    ids = chosen.subquery("chosen")
    rows = t.posts.join(ids, ids.c.ID == t.posts.c.ID)
    return select(*post_columns(t, shape.columns)).select_from(rows).order_by(*_sort_keys(t, shape))


def count(t: Tables, shape: Shape) -> Select[Any]:
    """How many posts there are: branches have nothing in common, and each is counted along its index."""
    numbers = [
        select(func.count()).select_from(t.posts).where(*where(t, branch), *where(t, shape.forms))
        for branch in shape.branches or ((),)
    ]
    if len(numbers) == 1:
        return numbers[0]
    return select(sum((number.scalar_subquery() for number in numbers[1:]), numbers[0].scalar_subquery()))


def post_columns(t: Tables, which: Columns) -> list[ColumnElement[Any]]:
    """The columns in the order of `Post`; `brief` leaves the long texts empty, `ids` has the id alone."""
    if which == "ids":
        return [t.posts.c.ID]
    empty: ColumnElement[Any] = literal_column("''")
    assert len(t.posts.c) == len(fields(Post))
    return [empty if which == "brief" and column.name in _HEAVY else column for column in t.posts.c]


def _is_fetched_later(shape: Shape) -> bool:
    return shape.way == "sorted" and shape.is_limited and shape.columns != "ids"


def _conditions(t: Tables, shape: Shape) -> list[ColumnElement[Any]]:
    forms = where(t, shape.forms)
    if len(shape.branches) == 1:
        return [*where(t, shape.branches[0]), *forms]
    alternatives = [and_(*where(t, branch)) for branch in shape.branches]
    return [or_(*alternatives), *forms] if alternatives else forms


def _merged(t: Tables, shape: Shape) -> Select[Any]:
    posts = t.posts.c
    newest = []
    for branch in shape.branches:
        found = select(posts.ID, posts.post_date).where(*where(t, branch), *where(t, shape.forms))
        found = found.order_by(*_sort_keys(t, shape)).limit(bindparam("reach"))
        newest.append(select(found.subquery()))
    together = union_all(*newest).subquery("together")
    keys = (together.c.post_date, together.c.ID)
    descends = shape.order[0][1]
    found = select(together.c.ID).order_by(*[key.desc() if descends else key.asc() for key in keys])
    return _limited(found, shape)


def _sort_keys(t: Tables, shape: Shape) -> list[ColumnElement[Any]]:
    return [form(t).desc() if descends else form(t).asc() for form, descends in shape.order]


def _limited(found: Select[Any], shape: Shape) -> Select[Any]:
    return found.limit(bindparam("limit")).offset(bindparam("offset")) if shape.is_limited else found
