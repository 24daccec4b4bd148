"""The terms that posts carry, and the counts that follow."""

from collections.abc import Collection, Mapping, Sequence

from copydesk.actions.desk import Desk
from copydesk.content.types import Taxonomy
from copydesk.store.relationships import find_relationships, recount_terms, set_terms
from copydesk.store.rows import Post, Term
from copydesk.store.terms import TermQuery, find_terms, load_terms
from copydesk.store.terms_write import insert_term
from copydesk.store.work import Work

FORMAT = "post_format"
STANDARD = "standard"


def assign_terms(work: Work, desk: Desk, post: Post, taxonomy: Taxonomy, term_ids: Sequence[int]) -> None:
    """Lets the post carry these terms of a taxonomy and no others; ids of other terms do not count."""
    wanted = tuple(dict.fromkeys(term_ids))
    known = load_terms(work.db, wanted) if wanted else {}
    terms = [known[one] for one in wanted if one in known and known[one].taxonomy == taxonomy.name]
    if not terms:
        terms = _default_terms(work, desk, post, taxonomy)
    carried = [term.taxonomy_id for term in terms]
    changed = set_terms(work, post.id, taxonomy.name, taxonomy_ids=carried, ordered=taxonomy.is_sorted)
    recount(work, {taxonomy.name: taxonomy}, {taxonomy.name: changed})


def assign_defaults(work: Work, desk: Desk, post: Post) -> None:
    """The terms that a new post carries without being told so."""
    for taxonomy in desk.types.taxonomies_of(post.type):
        if taxonomy.default_term_option:
            assign_terms(work, desk, post, taxonomy, ())


def _default_terms(work: Work, desk: Desk, post: Post, taxonomy: Taxonomy) -> list[Term]:
    option = taxonomy.default_term_option
    if not option or post.status == "auto-draft":
        return []
    term_id = desk.site.int_option(option)
    term = load_terms(work.db, (term_id,)).get(term_id)
    return [term] if term and term.taxonomy == taxonomy.name else []


def set_format(work: Work, desk: Desk, post: Post, name: str) -> None:
    """The post's format; the standard one is no term at all."""
    carried = [] if name == STANDARD else [_format_term(work, name).taxonomy_id]
    changed = set_terms(work, post.id, FORMAT, taxonomy_ids=carried)
    recount(work, desk.types.taxonomies, {FORMAT: changed})


def _format_term(work: Work, name: str) -> Term:
    slug = f"post-format-{name}"
    terms, _ = find_terms(work.db, TermQuery(taxonomies=(FORMAT,), slugs=(slug,), order="none"))
    return terms[0] if terms else insert_term(work, Term(0, 0, slug, slug, 0, FORMAT, "", 0, 0))


def recount_all(work: Work, desk: Desk, post: Post) -> None:
    """Counts anew all that the post carries: it came to be published, or is no longer."""
    for taxonomy in desk.types.taxonomies_of(post.type):
        carried = {found.taxonomy_id for found in find_relationships(work.db, (post.id,), taxonomy.name)}
        recount(work, {taxonomy.name: taxonomy}, {taxonomy.name: carried})


def recount(work: Work, taxonomies: Mapping[str, Taxonomy], changed: Mapping[str, Collection[int]]) -> None:
    """Counts the terms of these taxonomies anew, by their `taxonomy_id`s."""
    for name, taxonomy_ids in changed.items():
        recount_terms(work, taxonomy_ids, taxonomies[name].types)
