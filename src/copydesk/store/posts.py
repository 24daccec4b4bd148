"""Posts of every type: found by a `PostQuery`, or loaded by id."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from copydesk.store.database import Db, Row
from copydesk.store.dialects import in_list
from copydesk.store.loading import load_by_id, note_rows, noted_rows
from copydesk.store.post_pages import (
    FAR,
    PART,
    Columns,
    Shape,
    backwards,
    count,
    page,
    plan_count,
    plan_page,
    post_columns,
)
from copydesk.store.post_query import MetaCondition, Order, PostQuery, TermCondition, Visible
from copydesk.store.rows import Post
from copydesk.store.tables import Tables
from copydesk.store.terms import Family, load_families
from copydesk.store.versions import remembered

__all__ = [
    "MetaCondition", "Order", "PostQuery", "TermCondition", "Visible",
    "count_posts", "find_post_ids", "find_posts", "get_post", "load_child_ids", "load_day_counts", "load_posts",
]  # fmt: skip


def find_posts(db: Db, query: PostQuery) -> tuple[list[Post], int]:
    """The part of the posts that `query` asks for, and how many there are in all (0 when not `counted`)."""
    rows, total = _find(db, query, "brief" if query.brief else "all")
    posts = [Post(*row) for row in rows]
    note_rows(db, "brief posts" if query.brief else "posts", {post.id: post for post in posts})
    return posts, total


def find_post_ids(db: Db, query: PostQuery) -> tuple[list[int], int]:
    """As `find_posts`, ids only."""
    rows, total = _find(db, query, "ids")
    return [row[0] for row in rows], total


def count_posts(db: Db, query: PostQuery) -> int:
    """How many posts there are, whatever part of them the query asks for."""
    shape, params = plan_page(query, load_families(db, query.all_terms), "ids")
    return _count(db, query, shape, params)


def get_post(db: Db, post_id: int) -> Post | None:
    return load_posts(db, (post_id,)).get(post_id)


def load_posts(db: Db, ids: Iterable[int], *, brief: bool = False) -> dict[int, Post]:
    """Posts by id; those that do not exist are missing."""
    if brief:
        return load_by_id(db, "brief posts", ids, partial(_read_brief, db))
    return load_by_id(db, "posts", ids, partial(_read, db, "all"))


def load_child_ids(db: Db, parents: Iterable[int], types: tuple[str, ...]) -> dict[int, list[int]]:
    """For every parent the ids of its children of these types, whatever their status."""
    children: dict[int, list[int]] = {parent: [] for parent in parents}
    if children:
        for child, parent in db.rows(_children, {"parents": tuple(children), "types": types}):
            children[parent].append(child)
    return children


def load_day_counts(db: Db, types: tuple[str, ...], statuses: tuple[str, ...]) -> list[tuple[str, int]]:
    """How many posts there are of each day (`2025-06-01`) that has any, the latest first."""
    return [(row[0], row[1]) for row in db.rows(_day_counts, {"types": types, "statuses": statuses})]


def _read(db: Db, columns: Columns, ids: tuple[int, ...]) -> dict[int, Post]:
    return {row[0]: Post(*row) for row in db.rows(_posts_by_ids, {"ids": ids}, columns)}


def _read_brief(db: Db, ids: tuple[int, ...]) -> dict[int, Post]:
    """What is known in full need not be read again."""
    found = {
        post_id: replace(post, content="", excerpt="", content_filtered="")
        for post_id, post in noted_rows(db, "posts", ids).items()
    }
    missing = tuple(post_id for post_id in ids if post_id not in found)
    return found | (_read(db, "brief", missing) if missing else {})


def _find(db: Db, query: PostQuery, columns: Columns) -> tuple[list[Row], int]:
    families = load_families(db, query.all_terms)
    if query.counted and query.limit is not None and query.offset > FAR:
        return _find_far(db, query, families, columns)
    shape, params = plan_page(query, families, columns)
    rows = db.rows(page, params, shape)
    if not query.counted:
        return rows, 0
    if query.limit is None or (query.offset == 0 and len(rows) < query.limit):
        return rows, len(rows)
    return rows, _count(db, query, shape, params)


def _find_far(db: Db, query: PostQuery, families: list[Family], columns: Columns) -> tuple[list[Row], int]:
    """Pages in the second half are as near from the other end, where the last one is the first."""
    assert query.limit is not None
    shape, params = plan_page(query, families, columns)
    total = _count(db, query, shape, params)
    behind = total - query.offset - query.limit
    if behind >= query.offset or not shape.order:
        return db.rows(page, params, shape), total
    limit = min(query.limit, query.limit + behind)
    if limit <= 0:
        return [], total
    turned = replace(query, offset=max(behind, 0), limit=limit)
    shape, params = plan_page(turned, families, columns)
    return db.rows(page, params, backwards(shape))[::-1], total


def _count(db: Db, query: PostQuery, shape: Shape, params: Mapping[str, Any]) -> int:
    """Pages of one collection are asked for one after the other: they count once."""
    every = plan_count(shape)
    question = (every, tuple((name, value) for name, value in params.items() if name not in PART))
    return remembered(db, question, lambda: int(db.value(count, params, every)), exact=query.is_total_exact)


def _posts_by_ids(t: Tables, columns: Columns) -> Select[Any]:
    return select(*post_columns(t, columns)).where(in_list(t.posts.c.ID, bindparam("ids")))


def _day_counts(t: Tables) -> Select[Any]:
    posts = t.posts.c
    day = func.substr(posts.post_date, 1, 10).label("day")
    return (
        select(day, func.count())
        .where(
            in_list(posts.post_type, bindparam("types")), in_list(posts.post_status, bindparam("statuses"))
        )
        .group_by(day)
        .order_by(day.desc())
    )


def _children(t: Tables) -> Select[Any]:
    posts = t.posts
    return (
        select(posts.c.ID, posts.c.post_parent)
        .where(
            in_list(posts.c.post_parent, bindparam("parents")), in_list(posts.c.post_type, bindparam("types"))
        )
        .order_by(posts.c.ID)
    )
