"""Creating, changing and deleting terms of every taxonomy.

A term's slug is its own within the taxonomy. One that is taken is told apart by the slugs of the term's
ancestors, nearest first, and then by a number. Two terms with one name may not stand below the same
parent, unless each came with a slug of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from copydesk.actions.conflicts import CHANGED
from copydesk.content.types import Taxonomy
from copydesk.store.database import Db
from copydesk.store.failures import TooLongError
from copydesk.store.relationships import (
    Relationship,
    add_relationships,
    find_carriers,
    find_relationships,
    recount_terms,
)
from copydesk.store.rows import Term
from copydesk.store.terms import TermQuery, find_terms, get_term
from copydesk.store.terms_write import delete_term as delete_rows_of_term
from copydesk.store.terms_write import insert_term, load_taken_term_slugs
from copydesk.store.terms_write import update_term as update_rows_of_term
from copydesk.store.work import Work
from copydesk.text.saving import clean_for_saving
from copydesk.text.slugs import slug_of
from copydesk.wire.refused import Problem, Refused

NAME_MISSING = Problem("empty_term_name", "A term needs a name.", 500, data=None)
SLUG_TAKEN = Problem("duplicate_term_slug", "Another term has this slug.", 500, data=None)
EXISTS = Problem("term_exists", "There is a term of this name already.", 400)
TOO_LONG = Problem(
    "db_insert_error",
    "The term could not be stored.",
    500,
    # Clients see this sentence as data (recorded: categories-write).
    data="WordPress database error: Processing the value for the following field failed: name."
    " The supplied value may be too long or contains invalid data.",
)


def create_term(work: Work, taxonomy: Taxonomy, values: Mapping[str, Any]) -> Term:
    """A new term. `values` are name, slug, description and parent; an empty slug is made from the name."""
    name = _clean_name(values)
    slug = slug_of(values.get("slug") or "")
    new = Term(0, 0, name, slug, 0, taxonomy.name, _clean_description(values), values.get("parent") or 0, 0)
    _refuse_namesake(work.db, new, is_slug_given=bool(slug))
    made_slug = slug or slug_of(name)
    slug = free_slug(work.db, replace(new, slug=made_slug), taxonomy) if made_slug else ""
    try:
        term = insert_term(work, replace(new, slug=slug))
    except TooLongError:
        raise Refused(TOO_LONG) from None
    if slug:
        return term
    return _save(work, term, replace(term, slug=str(term.id)))  # a name of signs alone makes no slug


def update_term(work: Work, taxonomy: Taxonomy, term_id: int, changes: Mapping[str, Any]) -> Term:
    """Changes what is named among name, slug, description and parent."""
    before = get_term(work.db, term_id, taxonomy.name)
    if before is None:
        raise Refused(CHANGED)
    after = before
    if "name" in changes:
        after = replace(after, name=_clean_name(changes))
    if "description" in changes:
        after = replace(after, description=_clean_description(changes))
    if "parent" in changes:
        after = replace(after, parent=_parent_without_loop(work.db, before, int(changes["parent"])))
    if "slug" in changes:
        after = replace(after, slug=_changed_slug(work.db, after, taxonomy, slug_of(changes["slug"])))
    return _save(work, before, after)


def delete_term(work: Work, taxonomy: Taxonomy, term: Term, *, default: Term | None = None) -> None:
    """Deletes a term. Posts that are left without any of its taxonomy get the default one."""
    carriers = find_carriers(work.db, [term.taxonomy_id]) if default else []
    delete_rows_of_term(work, term)
    if default is None or not carriers:
        return
    others = {found.object_id for found in find_relationships(work.db, carriers, taxonomy.name)}
    add_relationships(work, [Relationship(one, default.taxonomy_id) for one in carriers if one not in others])
    recount_terms(work, [default.taxonomy_id], taxonomy.types)


def free_slug(db: Db, term: Term, taxonomy: Taxonomy) -> str:
    """The term's slug, or one like it that no other term of the taxonomy has."""
    taken = load_taken_term_slugs(db, term.slug, taxonomy=term.taxonomy, except_id=term.id)
    slug = term.slug
    if slug not in taken:
        return slug
    for ancestor in _ancestors(db, term) if taxonomy.is_hierarchical else ():
        slug = f"{slug}-{ancestor.slug}"
        if slug not in taken:
            return slug
    return _numbered(slug, taken.__contains__)


def _numbered(slug: str, is_taken: Callable[[str], bool]) -> str:
    number = 2
    while is_taken(f"{slug}-{number}"):
        number += 1
    return f"{slug}-{number}"


def _ancestors(db: Db, term: Term) -> list[Term]:
    """The terms above a term, nearest first."""
    found: list[Term] = []
    seen = {term.id}
    parent = term.parent
    while parent and parent not in seen:
        above = get_term(db, parent, term.taxonomy)
        if above is None:
            break
        found.append(above)
        seen.add(parent)
        parent = above.parent
    return found


def _parent_without_loop(db: Db, term: Term, parent: int) -> int:
    """The wanted parent, or none when the term would stand below itself."""
    if not parent:
        return 0
    lineage = _ancestors(db, replace(term, id=0, parent=parent))
    return 0 if term.id in {above.id for above in lineage} else parent


def _changed_slug(db: Db, term: Term, taxonomy: Taxonomy, wanted: str) -> str:
    if not wanted:
        return free_slug(db, replace(term, slug=slug_of(term.name) or str(term.id)), taxonomy)
    if wanted in load_taken_term_slugs(db, wanted, taxonomy=term.taxonomy, except_id=term.id):
        raise Refused(SLUG_TAKEN)
    return wanted


def _refuse_namesake(db: Db, new: Term, *, is_slug_given: bool) -> None:
    namesakes, _ = find_terms(
        db,
        TermQuery(taxonomies=(new.taxonomy,), names=(new.name,), parents=(new.parent,), order="id"),
    )
    for namesake in namesakes:
        if not is_slug_given or namesake.slug == new.slug:
            problem = replace(EXISTS, more={"additional_data": [namesake.id, namesake.id]})
            raise Refused(problem, term_id=namesake.id)


def _save(work: Work, before: Term, after: Term) -> Term:
    try:
        is_saved = update_rows_of_term(work, before, after)
    except TooLongError:
        raise Refused(TOO_LONG) from None
    if not is_saved:
        raise Refused(CHANGED)
    return after


def _clean_name(values: Mapping[str, Any]) -> str:
    name = clean_for_saving("term_name", str(values["name"]), may_write_unfiltered_html=False)
    if not name:
        raise Refused(NAME_MISSING)
    return name


def _clean_description(values: Mapping[str, Any]) -> str:
    given = str(values.get("description") or "")
    return clean_for_saving("term_description", given, may_write_unfiltered_html=False)
