"""What is asked of the comments there are before another one is taken: has it been said, was it just now."""

from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select

from copydesk.store.database import Db
from copydesk.store.rows import Comment
from copydesk.store.tables import Tables


def find_same_comments(db: Db, new: Comment) -> list[Comment]:
    """Comments with the same text on the same post, in answer to the same; those in the trash do not count."""
    params = {"post": new.post, "parent": new.parent, "content": new.content}
    return [Comment(*row) for row in db.rows(_same, params)]


def count_comments_since(db: Db, date_gmt: str, *, user: int, address: str, email: str) -> int:
    """How many comments a user (strangers: an address), or somebody with this e-mail, has made since."""
    params: dict[str, Any] = {"since": date_gmt, "email": email}
    params["who"] = user or address
    return int(db.value(_since, params, bool(user)))


def _same(t: Tables) -> Select[Any]:
    comments = t.comments
    return select(comments).where(
        comments.c.comment_post_ID == bindparam("post"),
        comments.c.comment_parent == bindparam("parent"),
        comments.c.comment_approved != "trash",
        comments.c.comment_content == bindparam("content"),
    )


def _since(t: Tables, is_member: bool) -> Select[Any]:
    comments = t.comments.c
    who = comments.user_id if is_member else comments.comment_author_IP
    return select(func.count()).where(
        comments.comment_date_gmt > bindparam("since"),
        or_(who == bindparam("who"), comments.comment_author_email == bindparam("email")),
    )
