"""Numbers in post meta that several processes, PHP among them, count up at the same time.

Amounts are added where the number stands, so nobody's counting is lost. The row of a new number is made
while its post is locked, so that two processes do not make one each (SQLite has one writer anyway).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Integer, Select, Update, bindparam, cast, select, update

from copydesk.store.dialects import in_list
from copydesk.store.meta import find_meta
from copydesk.store.rows import MetaRow
from copydesk.store.tables import Tables
from copydesk.store.work import Work
from copydesk.store.writing import insert_rows

_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)


def increase_post_meta(work: Work, key: str, amounts: Mapping[int, int]) -> None:
    """Adds to each post's number under a key; one that is missing, or no number, counts from 0.

    Posts that are gone get none.
    """
    rows = find_meta(work.db, "post", amounts, (key,))
    missing = amounts.keys() - {row.object_id for row in rows}
    if missing:
        rows += _make_rows(work, key, missing)
    broken = tuple(row.id for row in rows if not _NUMBER.fullmatch(row.value))
    if broken:
        work.execute(_reset, {"ids": broken})
    work.execute_many(_increase, [_addition(row, amounts) for row in sorted(rows, key=_id_of)])


def _make_rows(work: Work, key: str, post_ids: Iterable[int]) -> list[MetaRow]:
    """The rows of posts that had none; somebody else may have made them before the posts were locked."""
    locked = [row[0] for row in work.db.rows(_lock_posts, {"ids": tuple(sorted(post_ids))})]
    known = {row.object_id for row in find_meta(work.db, "post", locked, (key,))}
    new = [{"post_id": one, "meta_key": key, "meta_value": "0"} for one in locked if one not in known]
    insert_rows(work, "postmeta", new)
    return find_meta(work.db, "post", locked, (key,))


def _id_of(row: MetaRow) -> int:
    return row.id


def _addition(row: MetaRow, amounts: Mapping[int, int]) -> dict[str, int]:
    return {"id": row.id, "amount": amounts[row.object_id]}


def _lock_posts(t: Tables) -> Select[Any]:
    posts = t.posts.c
    return select(posts.ID).where(in_list(posts.ID, bindparam("ids"))).order_by(posts.ID).with_for_update()


def _reset(t: Tables) -> Update:
    meta = t.postmeta
    return update(meta).where(in_list(meta.c.meta_id, bindparam("ids"))).values(meta_value="0")


def _increase(t: Tables) -> Update:
    meta = t.postmeta
    number = cast(meta.c.meta_value, Integer)
    return (
        update(meta)
        .where(meta.c.meta_id == bindparam("id"))
        .values(meta_value=number + bindparam("amount", type_=Integer))
    )
