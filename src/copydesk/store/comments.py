"""Comments: found by a `CommentQuery`, loaded by id, or counted by the posts and comments they answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select

from copydesk.store.conditions import Conditions, Form, Forms, above, any_of, below, column_of, equal, where
from copydesk.store.database import Db
from copydesk.store.dialects import Containing, Places, contains, in_list, place_in, sorting
from copydesk.store.loading import load_by_id
from copydesk.store.post_query import Visible
from copydesk.store.rows import Comment
from copydesk.store.statements import FARTHEST
from copydesk.store.tables import Tables

CommentOrderBy: TypeAlias = Literal["date", "date_gmt", "id", "post", "parent", "type", "karma", "include"]


NewestOf: TypeAlias = Literal["comment_post_ID", "comment_parent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentQuery:
    """Which comments, in which order, which part of them. An empty tuple or text sets no condition.

    `visible_posts` are alternatives of which the commented post must meet one.
    """

    posts: tuple[int, ...] = ()
    visible_posts: tuple[Visible, ...] = ()
    approved: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    not_types: tuple[str, ...] = ()
    ids: tuple[int, ...] = ()
    not_ids: tuple[int, ...] = ()
    users: tuple[int, ...] = ()
    not_users: tuple[int, ...] = ()
    author_email: str = ""
    parents: tuple[int, ...] = ()
    not_parents: tuple[int, ...] = ()
    karma: int | None = None
    after: str = ""
    before: str = ""
    search: str = ""  # in author, address, IP and text
    order: CommentOrderBy = "date_gmt"
    descending: bool = True
    limit: int | None = None
    offset: int = 0
    counted: bool = True  # how many there are besides this part


def find_comments(db: Db, query: CommentQuery) -> tuple[list[Comment], int]:
    """The part of the comments that `query` asks for, and how many there are in all."""
    conditions = _conditions_of(query)
    order = _order_of(query, conditions)
    forms, params = tuple(conditions.forms), conditions.params
    if query.limit is not None:
        params.update(limit=query.limit, offset=min(query.offset, FARTHEST))
    rows = db.rows(_page, params, (forms, order, query.descending, query.limit is not None))
    total = len(rows)
    if query.counted and query.limit is not None and (query.offset or total >= query.limit):
        total = int(db.value(_count, params, forms))
    return [Comment(*row) for row in rows], total


def count_comments(db: Db, query: CommentQuery) -> int:
    conditions = _conditions_of(query)
    return int(db.value(_count, conditions.params, tuple(conditions.forms)))


def get_comment(db: Db, comment_id: int) -> Comment | None:
    return load_comments(db, (comment_id,)).get(comment_id)


def load_comments(db: Db, ids: Iterable[int]) -> dict[int, Comment]:
    """Comments by id."""

    def load(missing: tuple[int, ...]) -> dict[int, Comment]:
        return {row[0]: Comment(*row) for row in db.rows(_comments_by_ids, {"ids": missing})}

    return load_by_id(db, "comments", ids, load)


def load_newest_comments(
    db: Db, column: NewestOf, ids: Iterable[int], *, number: int = 10
) -> dict[int, list[Comment]]:
    """For every post (or every comment answered) its newest approved comments, the newest first."""
    found: dict[int, list[Comment]] = {object_id: [] for object_id in ids}
    if found:
        params = {"ids": tuple(found), "types": ("comment", ""), "number": number}
        for key, *row in db.rows(_newest, params, column):
            found[key].append(Comment(*row))
    return found


def load_reply_counts(
    db: Db, ids: Iterable[int], *, approved: tuple[str, ...] = ("1",), not_types: tuple[str, ...] = ("note",)
) -> dict[int, int]:
    """For every comment how many answers it has, of these states and not of these types."""
    counts = dict.fromkeys(ids, 0)
    if counts:
        params = {"ids": tuple(counts), "approved": approved, "not_types": not_types}
        counts |= dict(db.rows(_reply_counts, params))
    return counts


def load_comment_counts(
    db: Db, post_ids: Iterable[int], *, not_types: tuple[str, ...] = ("note",)
) -> dict[int, dict[str, int]]:
    """For every post how many comments there are in each state (`1`, `0`, `spam` …), not of these types."""
    counts: dict[int, dict[str, int]] = {post_id: {} for post_id in post_ids}
    if counts:
        params = {"posts": tuple(counts), "not_types": not_types}
        for post_id, approved, count in db.rows(_counts_by_state, params):
            counts[post_id][approved] = count
    return counts


_SEARCHED = (
    "comment_author", "comment_author_email", "comment_author_url", "comment_author_IP", "comment_content",
)  # fmt: skip
_ORDER_COLUMNS = {
    "date": "comment_date",
    "date_gmt": "comment_date_gmt",
    "id": "comment_ID",
    "post": "comment_post_ID",
    "parent": "comment_parent",
    "karma": "comment_karma",
}


def _conditions_of(query: CommentQuery) -> Conditions:
    found = Conditions()
    for column, values in (
        ("comment_post_ID", query.posts),
        ("comment_approved", query.approved),
        ("comment_type", query.types),
        ("comment_ID", query.ids),
        ("user_id", query.users),
        ("comment_parent", query.parents),
        ("comment_author_email", (query.author_email,) if query.author_email else ()),
        ("comment_karma", () if query.karma is None else (query.karma,)),
    ):
        found.one_of(column, values, table="comments")
    for column, unwanted in (
        ("comment_type", query.not_types),
        ("comment_ID", query.not_ids),
        ("user_id", query.not_users),
        ("comment_parent", query.not_parents),
    ):
        found.none_of(column, unwanted, table="comments")
    for make, value in ((above, query.after), (below, query.before)):
        if value:
            found.add(make, "comments", "comment_date", values=(value,))
    if query.search:
        found.add(_searched, values=(Containing(query.search),))
    _add_visible_posts(found, query.visible_posts)
    return found


def _add_visible_posts(found: Conditions, alternatives: tuple[Visible, ...]) -> None:
    groups = []
    for visible in alternatives:
        group = found.group()
        group.one_of("post_type", visible.types)
        group.one_of("post_status", visible.statuses)
        if visible.author is not None:
            group.add(equal, "posts", "post_author", values=(visible.author,))
        groups.append(tuple(group.forms))
    if groups:
        found.forms.append(Form(_on_visible_post, (tuple(groups),)))


def _order_of(query: CommentQuery, conditions: Conditions) -> Form:
    if query.order == "include":
        return conditions.form(_by_place, values=(Places(query.ids),))
    if query.order == "type":
        return Form(_by_type)
    return Form(column_of, ("comments", _ORDER_COLUMNS[query.order]))


def _page(t: Tables, shape: tuple[Forms, Form, bool, bool]) -> Select[Any]:
    forms, order, descending, limited = shape
    keys = [order(t), t.comments.c.comment_ID]
    descends = descending and order.make is not _by_place  # a given order has one direction
    found = select(t.comments).where(*where(t, forms))
    found = found.order_by(*[key.desc() if descends else key.asc() for key in keys])
    return found.limit(bindparam("limit")).offset(bindparam("offset")) if limited else found


def _count(t: Tables, forms: Forms) -> Select[Any]:
    return select(func.count()).select_from(t.comments).where(*where(t, forms))


def _comments_by_ids(t: Tables) -> Select[Any]:
    return select(t.comments).where(in_list(t.comments.c.comment_ID, bindparam("ids")))


def _newest(t: Tables, column: NewestOf) -> Select[Any]:
    comments = t.comments
    owner = comments.c[column]
    newest_first = (comments.c.comment_date_gmt.desc(), comments.c.comment_ID.desc())
    place = func.row_number().over(partition_by=owner, order_by=newest_first).label("place")
    numbered = (
        select(owner.label("owner"), *comments.c, place)
        .where(
            in_list(owner, bindparam("ids")),
            comments.c.comment_approved == "1",
            in_list(comments.c.comment_type, bindparam("types")),
        )
        .subquery()
    )
    columns = [numbered.c.owner, *[numbered.c[column.name] for column in comments.c]]
    return (
        select(*columns)
        .where(numbered.c.place <= bindparam("number"))
        .order_by(numbered.c.owner, numbered.c.place)
    )


def _reply_counts(t: Tables) -> Select[Any]:
    comments = t.comments.c
    return (
        select(comments.comment_parent, func.count())
        .where(
            in_list(comments.comment_parent, bindparam("ids")),
            in_list(comments.comment_approved, bindparam("approved")),
            ~in_list(comments.comment_type, bindparam("not_types")),
        )
        .group_by(comments.comment_parent)
    )


def _counts_by_state(t: Tables) -> Select[Any]:
    comments = t.comments.c
    return (
        select(comments.comment_post_ID, comments.comment_approved, func.count())
        .where(
            in_list(comments.comment_post_ID, bindparam("posts")),
            ~in_list(comments.comment_type, bindparam("not_types")),
        )
        .group_by(comments.comment_post_ID, comments.comment_approved)
    )


def _searched(t: Tables, text: Any) -> ColumnElement[Any]:
    return or_(*[contains(t.comments.c[column], text) for column in _SEARCHED])


def _on_visible_post(t: Tables, groups: tuple[Forms, ...]) -> ColumnElement[Any]:
    on_post = t.comments.c.comment_post_ID == t.posts.c.ID
    visible = select(t.posts.c.ID).where(on_post, any_of(t, groups))
    return visible.correlate(t.comments).exists()


def _by_type(t: Tables) -> ColumnElement[Any]:
    return sorting(t.comments.c.comment_type)


def _by_place(t: Tables, places: Any) -> ColumnElement[Any]:
    return place_in(t.comments.c.comment_ID, places)
