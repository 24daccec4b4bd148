"""What clients may change about terms: from the arguments of a request to the actions."""

from collections.abc import Callable, Mapping
from typing import Any

from copydesk.actions.terms import create_term, delete_term, update_term
from copydesk.content.types import Taxonomy
from copydesk.rest.meta_write import write_meta
from copydesk.rest.page import Call
from copydesk.rest.resources.written import refuse_without_force, sent_changes, shown_before_deletion, work_of
from copydesk.store.rows import Term
from copydesk.store.terms import get_term
from copydesk.wire.refused import Problem, Refused

FLAT = Problem("rest_taxonomy_not_hierarchical", "Terms of this taxonomy have no parents.", 400)
NO_PARENT = Problem("rest_term_invalid", "There is no such parent.", 400)
NO_TRASH = Problem("rest_trash_not_supported", "Terms have no trash: say force=true to delete.", 501)


def term_creator(taxonomy: Taxonomy) -> Callable[[Call, Mapping[str, Any]], Term | Refused]:
    def create(call: Call, changes: Mapping[str, Any]) -> Term | Refused:
        _check_parent(call, taxonomy, changes)
        return with_meta(call, create_term(work_of(call), taxonomy, sent_changes(changes)), changes)

    return create


def term_updater(taxonomy: Taxonomy) -> Callable[[Call, Term, Mapping[str, Any]], Term | Refused]:
    def update(call: Call, term: Term, changes: Mapping[str, Any]) -> Term | Refused:
        _check_parent(call, taxonomy, changes)
        changed = update_term(work_of(call), taxonomy, term.id, sent_changes(changes))
        return with_meta(call, changed, changes)

    return update


def term_deleter(taxonomy: Taxonomy) -> Callable[[Call, Term], Any]:
    def delete(call: Call, term: Term) -> Any:
        refuse_without_force(call, NO_TRASH)
        previous = shown_before_deletion(call)
        option = taxonomy.default_term_option
        default = get_term(call.db, call.site.int_option(option), taxonomy.name) if option else None
        delete_term(work_of(call), taxonomy, term, default=default)
        return {"deleted": True, "previous": previous}

    return delete


def with_meta(call: Call, term: Term, changes: Mapping[str, Any]) -> Term | Refused:
    """The term, with the meta that was sent. What does not fit is refused, and the term stays."""
    if changes.get("meta"):
        keys = call.api.types.meta_of("term", term.taxonomy)
        problem = write_meta(work_of(call), "term", term.id, keys=keys, sent=changes["meta"])
        if problem:
            return Refused(problem)
    return term


def _check_parent(call: Call, taxonomy: Taxonomy, changes: Mapping[str, Any]) -> None:
    if not taxonomy.is_hierarchical:
        if call.params.get("parent") is not None:
            raise Refused(FLAT)
        return
    parent = changes.get("parent")
    if parent and get_term(call.db, int(parent), taxonomy.name) is None:
        raise Refused(NO_PARENT)
