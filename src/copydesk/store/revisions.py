"""Revisions: how many a post has, and which is the latest. They are posts of type `revision` below it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class RevisionSummary:
    """How many revisions a post has (autosaves too), and the id of the newest."""

    count: int
    latest: int


NO_REVISIONS = RevisionSummary(0, 0)


def load_revision_summaries(db: Db, post_ids: Iterable[int]) -> dict[int, RevisionSummary]:
    """For every post its revisions in short."""
    found = dict.fromkeys(post_ids, NO_REVISIONS)
    if found:
        for post_id, count, latest in db.rows(_summaries, {"posts": tuple(found)}):
            found[post_id] = RevisionSummary(count, latest)
    return found


def _summaries(t: Tables) -> Select[Any]:
    posts = t.posts.c
    newest_first = (posts.post_date.desc(), posts.ID.desc())
    numbered = (
        select(
            posts.post_parent,
            posts.ID,
            func.count().over(partition_by=posts.post_parent).label("total"),
            func.row_number().over(partition_by=posts.post_parent, order_by=newest_first).label("place"),
        )
        .where(
            in_list(posts.post_parent, bindparam("posts")),
            posts.post_type == "revision",
            posts.post_status == "inherit",
        )
        .subquery()
    )
    return select(numbered.c.post_parent, numbered.c.total, numbered.c.ID).where(numbered.c.place == 1)
