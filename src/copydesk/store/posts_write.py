"""Writing posts, of every type, as they are given: what follows from a change is decided in `actions`."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, Update, bindparam, select, update

from copydesk.store.conditions import Conditions, Forms, where
from copydesk.store.database import Db
from copydesk.store.row_values import changed_values, values_of
from copydesk.store.rows import Post
from copydesk.store.tables import Tables
from copydesk.store.work import Work
from copydesk.store.writing import delete_rows, insert_row, put_row, update_row

# What decides who may see and change a post, and when it was changed last.
_ALWAYS_EXPECTED = ("post_status", "post_modified_gmt")


def insert_post(work: Work, post: Post) -> int:
    """The id of the new post; an id of 0 is chosen by the database."""
    return insert_row(work, "posts", values_of(post))


def update_post(work: Work, before: Post, after: Post) -> bool:
    """Stores what `after` changes; False when the row is no longer what was read `before`.

    Both must have been read whole, not brief.
    """
    assert before.id == after.id
    old, new = values_of(before), values_of(after)
    changes = changed_values(old, new)
    expected = {name: old[name] for name in (*_ALWAYS_EXPECTED, *changes)}
    return update_row(work, "posts", before.id, values=changes, expected=expected)


def delete_posts(work: Work, ids: Collection[int]) -> int:
    """The rows alone: their meta, terms and comments have their own functions."""
    return delete_rows(work, "posts", "ID", ids)


def adopt_post(work: Work, post: Post) -> None:
    """Stores a post under its own id, over whatever is there."""
    put_row(work, "posts", values_of(post))


def set_post_column(work: Work, post_id: int, column: str, value: Any) -> bool:
    """One column of a post, whatever it was: counts, guid, parents that went away."""
    return update_row(work, "posts", post_id, values={column: value})


def hand_over_posts(work: Work, *, author: int, heir: int) -> int:
    """All that one user wrote, of every type, becomes another's; how much that was."""
    return work.execute(_hand_over, {"old": author, "new": heir})


def load_taken_slugs(
    db: Db,
    stem: str,
    *,
    types: tuple[str, ...] = (),
    parents: tuple[int, ...] = (),
    except_id: int = 0,
) -> set[str]:
    """The slugs in use that begin with `stem`, among posts of these types and below these parents."""
    found = Conditions()
    found.add(_starts_with, values=(pattern_of_prefix(stem),))
    found.one_of("post_type", types)
    found.one_of("post_parent", parents)
    found.none_of("ID", (except_id,) if except_id else ())
    return {row[0] for row in db.rows(_slugs, found.params, tuple(found.forms))}


def pattern_of_prefix(stem: str) -> str:
    """What `LIKE` takes for texts that begin with `stem`."""
    escaped = stem.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return escaped + "%"


def _starts_with(t: Tables, pattern: Any) -> Any:
    return t.posts.c.post_name.like(pattern, escape="\\")


def _slugs(t: Tables, forms: Forms) -> Select[Any]:
    return select(t.posts.c.post_name).where(*where(t, forms))


def _hand_over(t: Tables) -> Update:
    posts = t.posts
    return update(posts).where(posts.c.post_author == bindparam("old")).values(post_author=bindparam("new"))
