"""Writing terms: the two rows that each of them has.

WordPress keeps the tree of a taxonomy in the option `{taxonomy}_children` and makes it anew when it is
missing; so it is deleted whenever the tree changes here.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, Update, bindparam, func, select, update

from copydesk.store.conditions import Conditions, Forms, where
from copydesk.store.database import Db
from copydesk.store.meta_write import delete_all_meta
from copydesk.store.options_write import delete_options
from copydesk.store.posts_write import pattern_of_prefix
from copydesk.store.row_values import TAXONOMY_COLUMNS, TERM_COLUMNS, changed_values, term_values_of
from copydesk.store.rows import Term
from copydesk.store.tables import Tables
from copydesk.store.work import Work
from copydesk.store.writing import delete_rows, insert_row, put_row, update_row


def insert_term(work: Work, term: Term) -> Term:
    """The term with the ids it got; ids of 0 are chosen by the database."""
    term_id = insert_row(work, "terms", term_values_of(term, TERM_COLUMNS))
    stored = replace(term, id=term_id)
    taxonomy_id = insert_row(work, "term_taxonomy", term_values_of(stored, TAXONOMY_COLUMNS))
    _forget_tree(work, term.taxonomy)
    return replace(stored, taxonomy_id=taxonomy_id)


def update_term(work: Work, before: Term, after: Term) -> bool:
    """Stores what `after` changes; False when a row is no longer what was read `before`."""
    assert (before.id, before.taxonomy_id) == (after.id, after.taxonomy_id)
    if before.parent != after.parent:
        _forget_tree(work, before.taxonomy)
    return _update_part(
        work, "terms", before.id, columns=TERM_COLUMNS, terms=(before, after)
    ) and _update_part(
        work, "term_taxonomy", before.taxonomy_id, columns=TAXONOMY_COLUMNS, terms=(before, after)
    )


def delete_term(work: Work, term: Term) -> None:
    """The term, its meta and its relationships; its children move up to its parent."""
    params = {"of_taxonomy": term.taxonomy, "old": term.id, "new": term.parent}
    work.execute(_move_children, params)
    delete_rows(work, "term_relationships", "term_taxonomy_id", (term.taxonomy_id,))
    delete_rows(work, "term_taxonomy", "term_taxonomy_id", (term.taxonomy_id,))
    if not work.db.value(_uses, {"id": term.id}):  # before WordPress 4.2 taxonomies could share a term
        delete_all_meta(work, "term", (term.id,))
        delete_rows(work, "terms", "term_id", (term.id,))
    _forget_tree(work, term.taxonomy)


def adopt_term(work: Work, term: Term) -> None:
    """Stores a term under its own ids, over whatever is there."""
    put_row(work, "terms", term_values_of(term, TERM_COLUMNS))
    put_row(work, "term_taxonomy", term_values_of(term, TAXONOMY_COLUMNS))
    _forget_tree(work, term.taxonomy)


def load_taken_term_slugs(db: Db, stem: str, *, taxonomy: str = "", except_id: int = 0) -> set[str]:
    """The slugs in use that begin with `stem`, in one taxonomy or in all."""
    found = Conditions()
    found.add(_starts_with, values=(pattern_of_prefix(stem),))
    found.one_of("taxonomy", (taxonomy,) if taxonomy else (), table="term_taxonomy")
    found.none_of("term_id", (except_id,) if except_id else (), table="terms")
    return {row[0] for row in db.rows(_slugs, found.params, tuple(found.forms))}


def _update_part(
    work: Work, table: str, row_id: int, *, columns: dict[str, str], terms: tuple[Term, Term]
) -> bool:
    before, after = (term_values_of(term, columns) for term in terms)
    changes = changed_values(before, after)
    expected = {name: before[name] for name in changes}
    return update_row(work, table, row_id, values=changes, expected=expected)


def _forget_tree(work: Work, taxonomy: str) -> None:
    delete_options(work, f"{taxonomy}_children")


def _move_children(t: Tables) -> Update:
    kinds = t.term_taxonomy
    return (
        update(kinds)
        .where(kinds.c.taxonomy == bindparam("of_taxonomy"), kinds.c.parent == bindparam("old"))
        .values(parent=bindparam("new"))
    )


def _uses(t: Tables) -> Select[Any]:
    kinds = t.term_taxonomy
    return select(func.count()).select_from(kinds).where(kinds.c.term_id == bindparam("id"))


def _starts_with(t: Tables, pattern: Any) -> Any:
    return t.terms.c.slug.like(pattern, escape="\\")


def _slugs(t: Tables, forms: Forms) -> Select[Any]:
    tables = t.terms.join(t.term_taxonomy, t.term_taxonomy.c.term_id == t.terms.c.term_id)
    return select(t.terms.c.slug).select_from(tables).where(*where(t, forms))
