"""Who has which slug: asked before a slug is given to somebody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select

from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.tables import Tables

_AFTER_DASH = "."  # the character that follows the hyphen


@dataclass(frozen=True, slots=True)
class SlugOwner:
    """A post with its slug."""

    id: int
    slug: str
    type: str
    parent: int


def find_slug_owners(db: Db, slugs: Iterable[str]) -> list[SlugOwner]:
    """The posts that have one of these slugs."""
    wanted = tuple(sorted(set(slugs)))
    rows = db.rows(_owners, {"slugs": wanted}) if wanted else []
    return [SlugOwner(*row) for row in rows]


def find_numbered_owners(db: Db, beginnings: Iterable[str]) -> list[SlugOwner]:
    """The posts whose slug is one of these beginnings with a hyphen and more behind."""
    wanted = sorted(set(beginnings))
    if not wanted:
        return []
    params = {f"from{place}": f"{beginning}-" for place, beginning in enumerate(wanted)}
    params |= {f"to{place}": f"{beginning}{_AFTER_DASH}" for place, beginning in enumerate(wanted)}
    return [SlugOwner(*row) for row in db.rows(_numbered_owners, params, len(wanted))]


def _columns(t: Tables) -> list[Any]:
    posts = t.posts.c
    return [posts.ID, posts.post_name, posts.post_type, posts.post_parent]


def _owners(t: Tables) -> Select[Any]:
    return select(*_columns(t)).where(in_list(t.posts.c.post_name, bindparam("slugs")))


def _numbered_owners(t: Tables, count: int) -> Select[Any]:
    name = t.posts.c.post_name
    spans = [
        and_(name >= bindparam(f"from{place}"), name < bindparam(f"to{place}")) for place in range(count)
    ]
    return select(*_columns(t)).where(or_(*spans))
