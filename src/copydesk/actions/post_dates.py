"""Dates of posts as they are saved, and the statuses that follow from them.

A post is dated twice, locally and in GMT. While it is a draft its date floats: there is no GMT date, the
local one says when it was saved last, and publishing dates it anew. A date that an editor gives stays.
Publishing with a date to come schedules; scheduling with a date that has come publishes.
"""

from dataclasses import replace
from datetime import UTC

from copydesk.actions.desk import Desk
from copydesk.store.rows import Post
from copydesk.wire.dates import EMPTY_DATE, gmt_of_local, local_of_gmt, read_timestamp

SOON_SECONDS = 60  # nearer than this is now


def settle_dates(desk: Desk, post: Post) -> Post:
    """The post with both its dates, and the status that they leave it."""
    date, date_gmt = post.date, post.date_gmt
    if date == EMPTY_DATE:
        given = local_of_gmt(date_gmt, desk.site.zone) if date_gmt != EMPTY_DATE else None
        date = given or desk.now_local
    if date_gmt == EMPTY_DATE and not desk.is_floating(post.status):
        date_gmt = gmt_of_local(date, desk.site.zone) or EMPTY_DATE
    return replace(post, date=date, date_gmt=date_gmt, status=_timed_status(desk, post, date_gmt))


def float_date(desk: Desk, before: Post, after: Post) -> Post:
    """A draft that was never dated by hand is dated anew whenever it is saved."""
    if after.date_gmt == EMPTY_DATE and desk.is_floating(before.status):
        return replace(after, date=EMPTY_DATE)
    return after


def _timed_status(desk: Desk, post: Post, date_gmt: str) -> str:
    if post.type == "attachment" or post.status not in ("publish", "future"):
        return post.status
    when = read_timestamp(date_gmt, UTC)
    return "future" if when is not None and when - desk.now >= SOON_SECONDS else "publish"
