"""Posts of every type: found by a `PostQuery`, or loaded by id."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select

from copydesk.store.conditions import Form, Forms, where
from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.post_query import (
    MetaCondition,
    Order,
    PostQuery,
    TermCondition,
    Visible,
    conditions_of,
    order_of,
)
from copydesk.store.rows import Post
from copydesk.store.tables import Tables
from copydesk.store.terms import load_families

__all__ = [
    "MetaCondition", "Order", "PostQuery", "TermCondition", "Visible",
    "count_posts", "find_post_ids", "find_posts", "get_post", "load_child_ids", "load_posts",
]  # fmt: skip

_HEAVY = {"post_content", "post_excerpt", "post_content_filtered"}
_Sorting = tuple[tuple[Form, bool], ...]


def find_posts(db: Db, query: PostQuery) -> tuple[list[Post], int]:
    """The part of the posts that `query` asks for, and how many there are in all (0 when not `counted`)."""
    rows, total = _find(db, query, "brief" if query.brief else "all")
    return [Post(*row) for row in rows], total


def find_post_ids(db: Db, query: PostQuery) -> tuple[list[int], int]:
    """As `find_posts`, ids only."""
    rows, total = _find(db, query, "ids")
    return [row[0] for row in rows], total


def count_posts(db: Db, query: PostQuery) -> int:
    """How many posts there are, whatever part of them the query asks for."""
    conditions = conditions_of(query, load_families(db, query.terms))
    return int(db.value(_count, conditions.params, tuple(conditions.forms)))


def get_post(db: Db, post_id: int) -> Post | None:
    row = db.row(_post_by_id, {"id": post_id})
    return Post(*row) if row else None


def load_posts(db: Db, ids: Iterable[int], *, brief: bool = False) -> dict[int, Post]:
    """Posts by id; those that do not exist are missing."""
    wanted = tuple(set(ids))
    if not wanted:
        return {}
    rows = db.rows(_posts_by_ids, {"ids": wanted}, "brief" if brief else "all")
    return {row[0]: Post(*row) for row in rows}


def load_child_ids(db: Db, parents: Iterable[int], types: tuple[str, ...]) -> dict[int, list[int]]:
    """For every parent the ids of its children of these types, whatever their status."""
    children: dict[int, list[int]] = {parent: [] for parent in parents}
    if children:
        for child, parent in db.rows(_children, {"parents": tuple(children), "types": types}):
            children[parent].append(child)
    return children


def _find(db: Db, query: PostQuery, columns: str) -> tuple[list[tuple[Any, ...]], int]:
    conditions = conditions_of(query, load_families(db, query.terms))
    forms = tuple(conditions.forms)
    order = order_of(query, conditions)
    params = conditions.params
    if query.limit is not None:
        params.update(limit=query.limit, offset=query.offset)
    rows = db.rows(_page, params, (forms, order, columns, query.limit is not None))
    return rows, _total(db, query, forms, params, len(rows))


def _total(db: Db, query: PostQuery, forms: Forms, params: dict[str, Any], found: int) -> int:
    if not query.counted:
        return 0
    if query.limit is None or (query.offset == 0 and found < query.limit):
        return found
    return int(db.value(_count, params, forms))


def post_columns(t: Tables, which: str) -> list[ColumnElement[Any]]:
    """The columns in the order of `Post`; `brief` leaves the long texts empty, `ids` has the id alone."""
    if which == "ids":
        return [t.posts.c.ID]
    empty: ColumnElement[Any] = literal_column("''")
    assert len(t.posts.c) == len(fields(Post))
    return [empty if which == "brief" and column.name in _HEAVY else column for column in t.posts.c]


def _page(t: Tables, shape: tuple[Forms, _Sorting, str, bool]) -> Select[Any]:
    forms, order, columns, limited = shape
    keys = [form(t).desc() if descending else form(t).asc() for form, descending in order]
    found = select(*post_columns(t, columns)).select_from(t.posts).where(*where(t, forms)).order_by(*keys)
    return found.limit(bindparam("limit")).offset(bindparam("offset")) if limited else found


def _count(t: Tables, forms: Forms) -> Select[Any]:
    return select(func.count()).select_from(t.posts).where(*where(t, forms))


def _post_by_id(t: Tables) -> Select[Any]:
    return select(t.posts).where(bindparam("id") == t.posts.c.ID)


def _posts_by_ids(t: Tables, columns: str) -> Select[Any]:
    return select(*post_columns(t, columns)).where(in_list(t.posts.c.ID, bindparam("ids")))


def _children(t: Tables) -> Select[Any]:
    posts = t.posts
    return (
        select(posts.c.ID, posts.c.post_parent)
        .where(
            in_list(posts.c.post_parent, bindparam("parents")), in_list(posts.c.post_type, bindparam("types"))
        )
        .order_by(posts.c.ID)
    )
