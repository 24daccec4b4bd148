"""Terms, taxonomies and post types as texts see them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.links import archive_link, load_lineage, term_link
from copydesk.content.types import PostType, Taxonomy
from copydesk.store.rows import Term
from copydesk.store.terms import (
    TermOrderBy,
    TermQuery,
    find_terms,
    load_padded_counts,
    load_terms,
    load_terms_of_posts,
)
from copydesk.text.blocks.needs import (
    PostTypeFacts,
    PostTypeNeed,
    TaxonomyFacts,
    TaxonomyNeed,
    TermAncestorsNeed,
    TermNeed,
    TermsNeed,
)
from copydesk.text.facts import PostTermsNeed, TermFacts

ORDERS: Mapping[str, TermOrderBy] = {name: name for name in get_args(TermOrderBy)}
QUERY_NAMES = {"category": "category_name", "post_tag": "tag"}


def term_facts(newsroom: Newsroom, terms: Iterable[Term], known: Mapping[int, Term]) -> list[TermFacts]:
    """Terms as texts see them, in their order; `known` holds the terms above them."""
    taxonomies = newsroom.types.taxonomies
    return [
        TermFacts(
            id=term.id,
            taxonomy=term.taxonomy,
            name=term.name,
            slug=term.slug,
            link=term_link(newsroom.site, taxonomies[term.taxonomy], term, known),
            description=term.description,
            parent=term.parent,
            count=term.count,
        )
        for term in terms
    ]


def _load_term_facts(newsroom: Newsroom, terms: Iterable[Term]) -> dict[int, TermFacts]:
    unique = list({term.id: term for term in terms}.values())
    facts = term_facts(newsroom, unique, load_lineage(newsroom.db, unique))
    return {fact.id: fact for fact in facts}


def _answer_post_terms(newsroom: Newsroom, needs: list[PostTermsNeed]) -> Answers:
    taxonomies = sorted({need.taxonomy for need in needs} & newsroom.types.taxonomies.keys())
    carried = load_terms_of_posts(newsroom.db, taxonomies, {need.post for need in needs})
    facts = _load_term_facts(
        newsroom, [term for lists in carried.values() for terms in lists.values() for term in terms]
    )
    return {
        need: tuple(facts[term.id] for term in carried[need.post].get(need.taxonomy, ())) for need in needs
    }


def _answer_single_terms(newsroom: Newsroom, needs: list[TermNeed]) -> Answers:
    terms = _load_known(newsroom, {need.id for need in needs})
    facts = _load_term_facts(newsroom, terms.values())
    return {
        need: facts[need.id] if need.id in terms and terms[need.id].taxonomy == need.taxonomy else None
        for need in needs
    }


def _load_known(newsroom: Newsroom, ids: Iterable[int]) -> dict[int, Term]:
    """Terms of the taxonomies that the site has, by id."""
    found = load_terms(newsroom.db, ids)
    return {key: term for key, term in found.items() if term.taxonomy in newsroom.types.taxonomies}


def _answer_ancestors(newsroom: Newsroom, needs: list[TermAncestorsNeed]) -> Answers:
    terms = _load_known(newsroom, {need.id for need in needs})
    known = load_lineage(newsroom.db, list(terms.values()))
    facts = {fact.id: fact for fact in term_facts(newsroom, known.values(), known)}
    return {
        need: tuple(facts[term_id] for term_id in _ids_above(terms.get(need.id), known)) for need in needs
    }


def _ids_above(term: Term | None, known: Mapping[int, Term]) -> list[int]:
    above: list[int] = []
    while term is not None:
        parent = known.get(term.parent)
        if parent is None or parent.id in above:
            break
        above.append(parent.id)
        term = parent
    return above


def _answer_lists(newsroom: Newsroom, needs: list[TermsNeed]) -> Answers:
    found = {
        need: _find(newsroom, need) if need.taxonomy in newsroom.types.taxonomies else None for need in needs
    }
    facts = _load_term_facts(newsroom, [term for terms in found.values() for term in terms or ()])
    counts = {
        taxonomy: load_padded_counts(newsroom.db, taxonomy, newsroom.types.taxonomies[taxonomy].types)
        for taxonomy in {need.taxonomy for need, terms in found.items() if need.padded and terms}
    }
    return {
        need: None if terms is None else tuple(_counted(facts[term.id], counts, need) for term in terms)
        for need, terms in found.items()
    }


def _counted(fact: TermFacts, counts: Mapping[str, Mapping[int, int]], need: TermsNeed) -> TermFacts:
    return replace(fact, count=counts[need.taxonomy].get(fact.id, 0)) if need.padded else fact


def _find(newsroom: Newsroom, need: TermsNeed) -> Sequence[Term]:
    query = TermQuery(
        taxonomies=(need.taxonomy,),
        ids=need.only,
        not_ids=need.without,
        parents=() if need.parent is None else (need.parent,),
        hide_empty=need.hide_empty,
        keep_parents=need.nested,
        order=ORDERS.get(need.order_by, "name"),
        descending=not need.ascending,
        limit=need.number or None,
    )
    return find_terms(newsroom.db, query)[0]


def _answer_taxonomies(newsroom: Newsroom, needs: list[TaxonomyNeed]) -> Answers:
    known = newsroom.types.taxonomies
    return {need: _taxonomy_facts(known.get(need.name)) for need in needs}


def _taxonomy_facts(taxonomy: Taxonomy | None) -> TaxonomyFacts | None:
    if taxonomy is None or not taxonomy.is_publicly_queryable:
        return None
    return TaxonomyFacts(
        taxonomy.name,
        taxonomy.label,
        taxonomy.singular_label,
        taxonomy.is_hierarchical,
        QUERY_NAMES.get(taxonomy.name, taxonomy.name),
    )


def _answer_types(newsroom: Newsroom, needs: list[PostTypeNeed]) -> Answers:
    known = newsroom.types.posts
    return {need: _type_facts(newsroom, known.get(need.name)) for need in needs}


def _type_facts(newsroom: Newsroom, post_type: PostType | None) -> PostTypeFacts | None:
    if post_type is None or not post_type.is_viewable:
        return None
    taxonomies = newsroom.types.taxonomies_of(post_type.name)
    return PostTypeFacts(
        post_type.name,
        post_type.label,
        post_type.singular_label,
        post_type.is_hierarchical,
        archive_link(newsroom.site, post_type),
        tuple(taxonomy.name for taxonomy in taxonomies if taxonomy.is_publicly_queryable),
    )


ANSWERERS: Answerers = {
    PostTermsNeed: _answer_post_terms,
    TermNeed: _answer_single_terms,
    TermAncestorsNeed: _answer_ancestors,
    TermsNeed: _answer_lists,
    TaxonomyNeed: _answer_taxonomies,
    PostTypeNeed: _answer_types,
}
