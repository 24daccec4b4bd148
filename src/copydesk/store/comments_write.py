"""Writing comments, as they are given, and the counts of the posts they answer."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Update, bindparam, func, select, update

from copydesk.store.dialects import in_list
from copydesk.store.meta_write import delete_all_meta
from copydesk.store.row_values import changed_values, values_of
from copydesk.store.rows import Comment
from copydesk.store.tables import Tables
from copydesk.store.work import Work
from copydesk.store.writing import delete_rows, insert_row, put_row, update_row


def insert_comment(work: Work, comment: Comment) -> int:
    """The id of the new comment; an id of 0 is chosen by the database."""
    return insert_row(work, "comments", values_of(comment))


def update_comment(work: Work, before: Comment, after: Comment) -> bool:
    """Stores what `after` changes; False when the row is no longer what was read `before`."""
    assert before.id == after.id
    old = values_of(before)
    changes = changed_values(old, values_of(after))
    expected = {name: old[name] for name in ("comment_approved", *changes)}
    return update_row(work, "comments", before.id, values=changes, expected=expected)


def delete_comments(work: Work, ids: Collection[int]) -> int:
    """The comments and their meta. Answers to them move up with `move_replies` before."""
    delete_all_meta(work, "comment", ids)
    return delete_rows(work, "comments", "comment_ID", ids)


def set_approval(work: Work, ids: Collection[int], approved: str) -> int:
    """The same status for several comments, whatever theirs was: those of a post that goes to the trash."""
    return work.execute(_set_approval, {"ids": tuple(ids), "approved": approved})


def move_replies(work: Work, comment_id: int, parent: int) -> int:
    """Answers to one comment become answers to another (or to none)."""
    return work.execute(_move_replies, {"old": comment_id, "new": parent})


def recount_comments(work: Work, post_ids: Collection[int]) -> None:
    """Counts the approved comments of posts anew; notes of editors do not count."""
    if post_ids:
        work.execute(_recount, {"posts": tuple(post_ids)})


def adopt_comment(work: Work, comment: Comment) -> None:
    """Stores a comment under its own id, over whatever is there."""
    put_row(work, "comments", values_of(comment))


def _move_replies(t: Tables) -> Update:
    comments = t.comments
    return (
        update(comments)
        .where(comments.c.comment_parent == bindparam("old"))
        .values(comment_parent=bindparam("new"))
    )


def _recount(t: Tables) -> Update:
    posts, comments = t.posts, t.comments
    count: Any = (
        select(func.count())
        .select_from(comments)
        .where(
            comments.c.comment_post_ID == posts.c.ID,
            comments.c.comment_approved == "1",
            comments.c.comment_type != "note",
        )
        .correlate(posts)
        .scalar_subquery()
    )
    return update(posts).where(in_list(posts.c.ID, bindparam("posts"))).values(comment_count=count)


def _set_approval(t: Tables) -> Update:
    comments = t.comments
    return (
        update(comments)
        .where(in_list(comments.c.comment_ID, bindparam("ids")))
        .values(comment_approved=bindparam("approved"))
    )
