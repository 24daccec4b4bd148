"""Which posts carry which terms: `term_relationships`, and the counts that follow from it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Delete, Select, Update, and_, bindparam, delete, func, or_, select, update

from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.tables import Tables
from copydesk.store.work import Work
from copydesk.store.writing import delete_rows, insert_rows


@dataclass(frozen=True, slots=True)
class Relationship:
    """A post (or link, or user) carries a term; `order` is the term's place where a taxonomy is ordered."""

    object_id: int
    taxonomy_id: int
    order: int = 0


def find_relationships(
    db: Db, object_ids: Collection[int], taxonomy: str | None = None
) -> list[Relationship]:
    """What these posts carry, in one taxonomy or in all, in their own order."""
    params = {"objects": tuple(object_ids), "taxonomy": taxonomy}
    rows = db.rows(_relationships, params, taxonomy is not None) if object_ids else []
    return [Relationship(*row) for row in rows]


def find_carriers(db: Db, taxonomy_ids: Collection[int]) -> list[int]:
    """The ids of what carries one of these terms."""
    rows = db.rows(_carriers, {"ids": tuple(taxonomy_ids)}) if taxonomy_ids else []
    return [row[0] for row in rows]


def set_terms(
    work: Work, object_id: int, taxonomy: str, *, taxonomy_ids: Sequence[int], ordered: bool = False
) -> set[int]:
    """Lets a post carry these terms of a taxonomy and no others; the `taxonomy_id`s that came or went."""
    wanted = list(dict.fromkeys(taxonomy_ids))
    present = {found.taxonomy_id: found for found in find_relationships(work.db, (object_id,), taxonomy)}
    gone = present.keys() - set(wanted)
    work.execute(_delete_some, {"object": object_id, "taxonomy_ids": tuple(gone)})
    places = {taxonomy_id: place if ordered else 0 for place, taxonomy_id in enumerate(wanted, start=1)}
    new = [taxonomy_id for taxonomy_id in wanted if taxonomy_id not in present]
    add_relationships(
        work, [Relationship(object_id, taxonomy_id, places[taxonomy_id]) for taxonomy_id in new]
    )
    for taxonomy_id, found in present.items():
        if ordered and taxonomy_id in places and found.order != places[taxonomy_id]:
            params = {"object": object_id, "taxonomy_id": taxonomy_id, "order": places[taxonomy_id]}
            work.execute(_set_order, params)
    return gone | set(new)


def add_relationships(work: Work, relationships: Iterable[Relationship]) -> None:
    """Relationships that do not exist yet."""
    rows = [
        {"object_id": new.object_id, "term_taxonomy_id": new.taxonomy_id, "term_order": new.order}
        for new in relationships
    ]
    insert_rows(work, "term_relationships", rows)


def delete_relationships(work: Work, object_ids: Collection[int]) -> set[int]:
    """All that these posts carry; the `taxonomy_id`s they carried."""
    carried = {found.taxonomy_id for found in find_relationships(work.db, object_ids)}
    delete_rows(work, "term_relationships", "object_id", object_ids)
    return carried


def recount_terms(
    work: Work,
    taxonomy_ids: Collection[int],
    types: tuple[str, ...],
    *,
    statuses: tuple[str, ...] = ("publish",),
) -> None:
    """Counts the published posts of these types anew; an attachment is published when its post is."""
    if taxonomy_ids:
        params = {"taxonomy_ids": tuple(taxonomy_ids), "types": types, "statuses": statuses}
        work.execute(_recount, params)


def _carriers(t: Tables) -> Select[Any]:
    relation = t.term_relationships
    return (
        select(relation.c.object_id)
        .distinct()
        .where(in_list(relation.c.term_taxonomy_id, bindparam("ids")))
        .order_by(relation.c.object_id)
    )


def _relationships(t: Tables, in_taxonomy: bool) -> Select[Any]:
    relation, kinds = t.term_relationships.c, t.term_taxonomy
    tables = t.term_relationships.join(kinds, kinds.c.term_taxonomy_id == relation.term_taxonomy_id)
    found = (
        select(relation.object_id, relation.term_taxonomy_id, relation.term_order)
        .select_from(tables)
        .where(in_list(relation.object_id, bindparam("objects")))
        .order_by(relation.object_id, relation.term_order, relation.term_taxonomy_id)
    )
    return found.where(kinds.c.taxonomy == bindparam("taxonomy")) if in_taxonomy else found


def _delete_some(t: Tables) -> Delete:
    relation = t.term_relationships
    return delete(relation).where(
        relation.c.object_id == bindparam("object"),
        in_list(relation.c.term_taxonomy_id, bindparam("taxonomy_ids")),
    )


def _set_order(t: Tables) -> Update:
    relation = t.term_relationships
    return (
        update(relation)
        .where(
            relation.c.object_id == bindparam("object"),
            relation.c.term_taxonomy_id == bindparam("taxonomy_id"),
        )
        .values(term_order=bindparam("order"))
    )


def _recount(t: Tables) -> Update:
    kinds, relation, posts = t.term_taxonomy, t.term_relationships, t.posts
    parents = posts.alias("parents")
    parent_is_published = (
        select(parents.c.ID)
        .where(posts.c.post_parent == parents.c.ID, in_list(parents.c.post_status, bindparam("statuses")))
        .correlate(posts)
        .exists()
    )
    published = or_(
        in_list(posts.c.post_status, bindparam("statuses")),
        and_(posts.c.post_status == "inherit", parent_is_published),
    )
    count = (
        select(func.count())
        .select_from(relation.join(posts, relation.c.object_id == posts.c.ID))
        .where(
            relation.c.term_taxonomy_id == kinds.c.term_taxonomy_id,
            in_list(posts.c.post_type, bindparam("types")),
            published,
        )
        .correlate(kinds)
        .scalar_subquery()
    )
    return (
        update(kinds).where(in_list(kinds.c.term_taxonomy_id, bindparam("taxonomy_ids"))).values(count=count)
    )
