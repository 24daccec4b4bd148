"""Terms of every taxonomy: found by a `TermQuery`, loaded by id, or by the posts that carry them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, Join, Select, bindparam, case, func, or_, select

from copydesk.store.conditions import Conditions, Form, Forms, column_of, where
from copydesk.store.database import Db
from copydesk.store.dialects import Containing, Places, contains, in_list, place_in, sorting
from copydesk.store.loading import load_by_id
from copydesk.store.post_query import TermCondition
from copydesk.store.rows import Term
from copydesk.store.statements import FARTHEST
from copydesk.store.tables import Tables

TermOrderBy: TypeAlias = Literal[
    "name", "slug", "count", "term_group", "id", "description", "parent", "term_order", "include",
    "include_slugs", "none",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TermQuery:
    """Which terms, in which order, which part of them. An empty tuple or text sets no condition."""

    taxonomies: tuple[str, ...]
    ids: tuple[int, ...] = ()
    not_ids: tuple[int, ...] = ()
    slugs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # compared without regard to case and accents
    parents: tuple[int, ...] = ()
    posts: tuple[int, ...] = ()  # carried by one of these
    hide_empty: bool = False
    keep_parents: bool = False  # with hide_empty: an empty term stays when a descendant is not empty
    search: str = ""  # in name or slug
    order: TermOrderBy = "name"
    descending: bool = False
    limit: int | None = None
    offset: int = 0
    counted: bool = True  # how many there are besides this part


def find_terms(db: Db, query: TermQuery) -> tuple[list[Term], int]:
    """The part of the terms that `query` asks for, and how many there are in all."""
    conditions = _conditions_of(query)
    order = _order_of(query, conditions)
    forms, params = tuple(conditions.forms), conditions.params
    if query.limit is not None:
        params.update(limit=query.limit, offset=min(query.offset, FARTHEST))
    rows = db.rows(_page, params, (forms, order, query.descending, query.limit is not None))
    total = len(rows)
    if query.counted and query.limit is not None and (query.offset or total >= query.limit):
        total = int(db.value(_count, params, forms))
    return [Term(*row) for row in rows], total


def count_terms(db: Db, query: TermQuery) -> int:
    conditions = _conditions_of(query)
    return int(db.value(_count, conditions.params, tuple(conditions.forms)))


def get_term(db: Db, term_id: int, taxonomy: str | None = None) -> Term | None:
    """A term by id, in the taxonomy when one is given."""
    rows = db.rows(_terms_by_ids, {"ids": (term_id,)})
    found = [Term(*row) for row in rows]
    return next((term for term in found if taxonomy in (None, term.taxonomy)), None)


def load_terms(db: Db, ids: Iterable[int]) -> dict[int, Term]:
    """Terms by id."""

    def load(missing: tuple[int, ...]) -> dict[int, Term]:
        return {row[0]: Term(*row) for row in db.rows(_terms_by_ids, {"ids": missing})}

    return load_by_id(db, "terms", ids, load)


def load_terms_of_posts(
    db: Db, taxonomies: Sequence[str], post_ids: Iterable[int], *, ordered: Sequence[str] = ()
) -> dict[int, dict[str, list[Term]]]:
    """For every post and taxonomy its terms by name, or in the post's own order if it is `ordered`."""
    found: dict[int, dict[str, list[Term]]] = {
        post_id: {taxonomy: [] for taxonomy in taxonomies} for post_id in post_ids
    }
    if not found or not taxonomies:
        return found
    params = {"posts": tuple(found), "taxonomies": tuple(taxonomies), "ordered": tuple(ordered)}
    for row in db.rows(_terms_of_posts, params, bool(ordered)):
        term = Term(*row[1:])
        found[row[0]][term.taxonomy].append(term)
    return found


@dataclass(frozen=True, slots=True)
class Family:
    """The `taxonomy_id`s that a condition comes to, and how many posts carry them, by their counts."""

    ids: tuple[int, ...] = ()
    posts: int = 0


def load_padded_counts(
    db: Db, taxonomy: str, types: tuple[str, ...], *, statuses: tuple[str, ...] = ("publish",)
) -> dict[int, int]:
    """For every term of a taxonomy how many posts carry it or a term below it, each post once; by id."""
    params = {"taxonomy": taxonomy, "types": types, "statuses": statuses}
    return {row[0]: row[1] for row in db.rows(_padded_counts, params)}


def load_families(db: Db, conditions: Sequence[TermCondition]) -> list[Family]:
    """For every condition its terms, with their descendants when it asks for them."""
    return [_family(db, condition) for condition in conditions]


def _family(db: Db, condition: TermCondition) -> Family:
    if not condition.ids:
        return Family()
    statement = _descendants if condition.include_children else _taxonomy_ids
    rows = db.rows(statement, {"taxonomy": condition.taxonomy, "ids": tuple(condition.ids)})
    return Family(tuple(row[0] for row in rows), sum(row[1] for row in rows))


_ORDER_COLUMNS = {
    "count": ("term_taxonomy", "count"),
    "parent": ("term_taxonomy", "parent"),
    "term_group": ("terms", "term_group"),
    "id": ("terms", "term_id"),
}
_ORDER_TEXTS = {
    "name": ("terms", "name"),
    "slug": ("terms", "slug"),
    "description": ("term_taxonomy", "description"),
}


def _conditions_of(query: TermQuery) -> Conditions:
    found = Conditions()
    found.one_of("taxonomy", query.taxonomies, table="term_taxonomy")
    found.one_of("term_id", query.ids, table="terms")
    found.none_of("term_id", query.not_ids, table="terms")
    found.one_of("slug", query.slugs, table="terms")
    found.one_of("parent", query.parents, table="term_taxonomy")
    if query.names:
        found.add(_named, len(query.names), values=query.names)
    if query.posts:
        found.add(_carried, values=(query.posts,))
    if query.hide_empty:
        found.add(_in_use, query.keep_parents)
    if query.search:
        found.add(_searched, values=(Containing(query.search),))
    return found


def _order_of(query: TermQuery, conditions: Conditions) -> Form | None:
    if query.order == "none":
        return None
    if query.order == "include" and query.ids:
        return conditions.form(_by_place, "term_id", values=(Places(query.ids),))
    if query.order == "include_slugs" and query.slugs:
        return conditions.form(_by_place, "slug", values=(Places(query.slugs),))
    if query.order == "term_order":
        return conditions.form(_by_term_order, values=(query.posts,))
    if query.order in _ORDER_COLUMNS:
        return Form(column_of, _ORDER_COLUMNS[query.order])
    return Form(_by_text, _ORDER_TEXTS.get(query.order, _ORDER_TEXTS["name"]))


def _joined(t: Tables) -> Join:
    return t.terms.join(t.term_taxonomy, t.terms.c.term_id == t.term_taxonomy.c.term_id)


def term_columns(t: Tables) -> list[ColumnElement[Any]]:
    """The columns in the order of `Term`."""
    terms, kinds = t.terms.c, t.term_taxonomy.c
    own = [terms.term_id, kinds.term_taxonomy_id, terms.name, terms.slug, terms.term_group]
    return [*own, kinds.taxonomy, kinds.description, kinds.parent, kinds.count]


def _page(t: Tables, shape: tuple[Forms, Form | None, bool, bool]) -> Select[Any]:
    forms, order, descending, limited = shape
    found = select(*term_columns(t)).select_from(_joined(t)).where(*where(t, forms))
    if order is not None:
        keys = [order(t), t.terms.c.term_id]
        found = found.order_by(*[key.desc() if descending else key.asc() for key in keys])
    return found.limit(bindparam("limit")).offset(bindparam("offset")) if limited else found


def _count(t: Tables, forms: Forms) -> Select[Any]:
    return select(func.count()).select_from(_joined(t)).where(*where(t, forms))


def _terms_by_ids(t: Tables) -> Select[Any]:
    kinds = t.term_taxonomy
    return (
        select(*term_columns(t))
        .select_from(_joined(t))
        .where(in_list(kinds.c.term_id, bindparam("ids")))
        .order_by(kinds.c.term_taxonomy_id)
    )


def _terms_of_posts(t: Tables, has_own_order: bool = False) -> Select[Any]:
    relation, kinds = t.term_relationships, t.term_taxonomy
    tables = relation.join(kinds, kinds.c.term_taxonomy_id == relation.c.term_taxonomy_id).join(
        t.terms, t.terms.c.term_id == kinds.c.term_id
    )
    place = case((in_list(kinds.c.taxonomy, bindparam("ordered")), relation.c.term_order), else_=0)
    keys = [place] if has_own_order else []
    return (
        select(relation.c.object_id, *term_columns(t))
        .prefix_with("STRAIGHT_JOIN", dialect="mysql")  # MariaDB would read all terms for a few posts
        .select_from(tables)
        .where(
            in_list(relation.c.object_id, bindparam("posts")),
            in_list(kinds.c.taxonomy, bindparam("taxonomies")),
        )
        .order_by(*keys, sorting(t.terms.c.name), t.terms.c.term_id)
    )


def _taxonomy_ids(t: Tables) -> Select[Any]:
    kinds = t.term_taxonomy.c
    return select(kinds.term_taxonomy_id, kinds.count).where(
        kinds.taxonomy == bindparam("taxonomy"), in_list(kinds.term_id, bindparam("ids"))
    )


def _descendants(t: Tables) -> Select[Any]:
    kinds = t.term_taxonomy
    start = select(kinds.c.term_id, kinds.c.term_taxonomy_id, kinds.c.count.label("posts")).where(
        kinds.c.taxonomy == bindparam("taxonomy"), in_list(kinds.c.term_id, bindparam("ids"))
    )
    family = start.cte("family", recursive=True)
    child = kinds.alias("child")
    next_generation = select(child.c.term_id, child.c.term_taxonomy_id, child.c.count).where(
        child.c.parent == family.c.term_id, child.c.taxonomy == bindparam("taxonomy")
    )
    family = family.union(next_generation)  # UNION, not UNION ALL: a loop of parents ends
    return select(family.c.term_taxonomy_id, family.c.posts)


def _padded_counts(t: Tables) -> Select[Any]:
    kinds, relation, posts = t.term_taxonomy, t.term_relationships, t.posts
    own = select(kinds.c.term_id.label("top"), kinds.c.term_id, kinds.c.term_taxonomy_id)
    tree = own.where(kinds.c.taxonomy == bindparam("taxonomy")).cte("tree", recursive=True)
    child = kinds.alias("child")
    tree = tree.union(  # UNION, not UNION ALL: a loop of parents ends
        select(tree.c.top, child.c.term_id, child.c.term_taxonomy_id).where(
            child.c.parent == tree.c.term_id, child.c.taxonomy == bindparam("taxonomy")
        )
    )
    tables = tree.join(relation, relation.c.term_taxonomy_id == tree.c.term_taxonomy_id).join(
        posts, relation.c.object_id == posts.c.ID
    )
    return (
        select(tree.c.top, func.count(posts.c.ID.distinct()))
        .select_from(tables)
        .where(
            in_list(posts.c.post_type, bindparam("types")),
            in_list(posts.c.post_status, bindparam("statuses")),
        )
        .group_by(tree.c.top)
    )


def _named(t: Tables, _count: int, *names: Any) -> ColumnElement[Any]:
    return or_(*[sorting(t.terms.c.name) == sorting(name) for name in names])


def _carried(t: Tables, posts: Any) -> ColumnElement[Any]:
    relation = t.term_relationships
    carried = select(relation.c.term_taxonomy_id).where(in_list(relation.c.object_id, posts))
    return t.term_taxonomy.c.term_taxonomy_id.in_(carried)


def _in_use(t: Tables, keep_parents: bool) -> ColumnElement[Any]:
    used: ColumnElement[Any] = t.term_taxonomy.c.count > 0
    if not keep_parents:
        return used
    kinds, parents = t.term_taxonomy.alias("used"), t.term_taxonomy.alias("above")
    line = select(kinds.c.taxonomy, kinds.c.parent).where(kinds.c.count > 0).cte("line", recursive=True)
    line = line.union(
        select(parents.c.taxonomy, parents.c.parent).where(
            parents.c.term_id == line.c.parent, parents.c.taxonomy == line.c.taxonomy
        )
    )
    ancestor = (
        select(line.c.parent)
        .where(line.c.parent == t.term_taxonomy.c.term_id, line.c.taxonomy == t.term_taxonomy.c.taxonomy)
        .correlate(t.term_taxonomy)
        .exists()
    )
    return or_(used, ancestor)


def _searched(t: Tables, text: Any) -> ColumnElement[Any]:
    return or_(contains(t.terms.c.name, text), contains(t.terms.c.slug, text))


def _by_text(t: Tables, table: str, column: str) -> ColumnElement[Any]:
    return sorting(column_of(t, table, column))


def _by_place(t: Tables, column: str, places: Any) -> ColumnElement[Any]:
    return place_in(t.terms.c[column], places)


def _by_term_order(t: Tables, posts: Any) -> ColumnElement[Any]:
    relation = t.term_relationships
    order = (
        select(func.min(relation.c.term_order))
        .where(
            relation.c.term_taxonomy_id == t.term_taxonomy.c.term_taxonomy_id,
            in_list(relation.c.object_id, posts),
        )
        .correlate(t.term_taxonomy)
    )
    return order.scalar_subquery()
