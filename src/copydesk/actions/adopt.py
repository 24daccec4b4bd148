"""Storing things as given: what importers bring keeps its ids, dates, guid and slug, without filters or events.

A source may not tell everything. A row that is only known by its id is a *stand-in*; a column that had to be
guessed is a *gap*. Both are noted, and filled by a later import that knows more: a guess never replaces
what is known, and what is known replaces a guess. A document that came with a row stands (content.standing).
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias

from copydesk.content.details import load_post_details
from copydesk.content.site import Site, make_site
from copydesk.content.sources import comment_sources, post_sources, term_sources, user_sources
from copydesk.content.standing import Sources, fingerprints, load_rows
from copydesk.content.types import Types
from copydesk.store.comments_write import adopt_comment
from copydesk.store.documents import Document, find_documents, save_document
from copydesk.store.gaps import Gap, close_gaps, find_gaps, save_gaps
from copydesk.store.meta import load_meta
from copydesk.store.meta_write import set_meta_list
from copydesk.store.options import load_options
from copydesk.store.posts_write import adopt_post
from copydesk.store.relationships import find_carriers, recount_terms, set_terms
from copydesk.store.rows import Comment, Post, Term, User
from copydesk.store.terms import load_terms
from copydesk.store.terms_write import adopt_term
from copydesk.store.users_write import adopt_user
from copydesk.store.work import Work
from copydesk.wire.dates import format_stored

Row: TypeAlias = Post | Term | User | Comment

KINDS: Mapping[type, str] = {Post: "post", Term: "term", User: "user", Comment: "comment"}


@dataclass(frozen=True, slots=True)
class Adoption:
    """A row to store, with what belongs to it. `gaps` name columns that were guessed, with what is missing.

    `meta` replaces the values of its keys; `terms` are ids by taxonomy. `is_stand_in`: only the id is sure.
    """

    row: Row
    meta: Mapping[str, Sequence[str]] = field(default_factory=dict)
    terms: Mapping[str, Sequence[int]] = field(default_factory=dict)
    gaps: Mapping[str, str] = field(default_factory=dict)
    is_stand_in: bool = False
    document: str = ""  # the JSON that came with it
    context: str = "view"
    source: str = ""  # where from

    @property
    def kind(self) -> str:
        return KINDS[type(self.row)]


def adopt(work: Work, types: Types, things: Sequence[Adoption]) -> None:
    """Stores things, those of one kind together, and lets their documents stand."""
    by_kind: dict[str, list[Adoption]] = {}
    for thing in things:
        by_kind.setdefault(thing.kind, []).append(thing)
    for kind in ("term", "user", "post", "comment"):
        _adopt_kind(work, types, kind, by_kind.get(kind, []))
    _count_stand_ins(work, types, by_kind)


def _count_stand_ins(work: Work, types: Types, things: Mapping[str, Sequence[Adoption]]) -> None:
    """Terms that no document told of count the posts that are here; the others keep what theirs said."""
    ids = {term_id for thing in things.get("post", ()) for ids in thing.terms.values() for term_id in ids}
    gaps = _gaps_by_id(work, "term", sorted(ids))
    unknown = [term for term in load_terms(work.db, ids).values() if STAND_IN in gaps.get(term.id, {})]
    recount_terms(work, [term.taxonomy_id for term in unknown], tuple(types.posts))


def _adopt_kind(work: Work, types: Types, kind: str, things: Sequence[Adoption]) -> None:
    if not things:
        return
    ids = [thing.row.id for thing in things]
    known: Mapping[int, Any] = load_rows(work.db, kind, ids)
    gaps = _gaps_by_id(work, kind, ids)
    carriers = _standing_carriers(work, types, kind, things, known)
    for thing in things:
        _adopt_one(work, types, thing, known.get(thing.row.id), gaps.get(thing.row.id, {}))
    _save_documents(work, types, kind, [thing for thing in things if thing.document])
    for post_id, before in carriers.items():
        _stand_again(work, types, post_id, before)


STAND_IN = "stand-in"


def _adopt_one(
    work: Work, types: Types, thing: Adoption, before: Row | None, gaps: Mapping[str, str]
) -> None:
    is_known = before is not None and STAND_IN not in gaps
    if thing.is_stand_in and before is not None:
        return
    row, open_gaps = _merged(thing, before, gaps) if is_known else (thing.row, dict(thing.gaps))
    PUT[type(row)](work, row)
    for key, values in thing.meta.items():
        set_meta_list(work, _meta_kind(thing.kind), row.id, key=key, values=values)
    if thing.terms:
        _put_terms(work, types, row.id, thing.terms)
    if thing.is_stand_in:
        open_gaps[STAND_IN] = "only its id is known"
    close_gaps(work, thing.kind, row.id)
    save_gaps(work, [Gap(thing.kind, row.id, name, note) for name, note in open_gaps.items()])


def _gaps_by_id(work: Work, kind: str, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for gap in find_gaps(work.db, kind, ids):
        found.setdefault(gap.object_id, {})[gap.name] = gap.note
    return found


def _merged(thing: Adoption, before: Any, gaps: Mapping[str, str]) -> tuple[Any, dict[str, str]]:
    """The new row, but with what was known where the new one only guesses."""
    kept = {
        name: getattr(before, name) for name in thing.gaps if name not in gaps and _is_column(before, name)
    }
    open_gaps = {
        name: note for name, note in thing.gaps.items() if name in gaps or not _is_column(before, name)
    }
    return replace(thing.row, **kept), open_gaps


def _is_column(row: Any, name: str) -> bool:
    return any(column.name == name for column in fields(row))


def _meta_kind(kind: str) -> Any:
    return kind


PUT: Mapping[type, Callable[[Work, Any], None]] = {
    Post: adopt_post,
    Term: adopt_term,
    User: adopt_user,
    Comment: adopt_comment,
}


def _put_terms(work: Work, types: Types, post_id: int, terms: Mapping[str, Sequence[int]]) -> None:
    every = load_terms(work.db, [term_id for ids in terms.values() for term_id in ids])
    for taxonomy, ids in terms.items():
        taxonomy_ids = [every[term_id].taxonomy_id for term_id in ids if term_id in every]
        known = types.taxonomies.get(taxonomy)
        set_terms(work, post_id, taxonomy, taxonomy_ids=taxonomy_ids, ordered=bool(known and known.is_sorted))


def _save_documents(work: Work, types: Types, kind: str, things: Iterable[Adoption]) -> None:
    things = list(things)
    sources = load_sources(work, types, kind, [thing.row.id for thing in things])
    now = format_stored(int(time.time()))
    for thing in things:
        made_from = json.dumps(fingerprints(sources[thing.row.id]))
        save_document(
            work,
            Document(kind, thing.row.id, thing.context, thing.document, made_from, thing.source, now),
        )


def load_sources(work: Work, types: Types, kind: str, ids: Sequence[int]) -> Mapping[int, Sources]:
    """What the answers of stored rows are made from."""
    db, site = work.db, _site_of(work)
    rows: Mapping[int, Any] = load_rows(db, kind, ids)
    if kind == "post":
        details = load_post_details(db, types, rows)
        return {key: post_sources(site, row, details[key]) for key, row in rows.items()}
    if kind == "comment":
        return {key: comment_sources(site, row) for key, row in rows.items()}
    meta = load_meta(db, _meta_kind(kind), rows)
    make = term_sources if kind == "term" else user_sources
    return {key: make(site, row, meta[key]) for key, row in rows.items()}


def _site_of(work: Work) -> Site:
    return make_site(load_options(work.db))


def _standing_carriers(
    work: Work, types: Types, kind: str, things: Sequence[Adoption], known: Mapping[int, Any]
) -> Mapping[int, Sources]:
    """The posts whose documents show a term that is about to be filled in, with their sources before."""
    if kind != "term":
        return {}
    changing = [
        known[thing.row.id].taxonomy_id for thing in things if thing.row.id in known and not thing.is_stand_in
    ]
    carriers = find_carriers(work.db, changing) if changing else []
    documented = {document.object_id for document in find_documents(work.db, "post", carriers)}
    return load_sources(work, types, "post", sorted(documented)) if documented else {}


def _stand_again(work: Work, types: Types, post_id: int, before: Sources) -> None:
    """Filling a gap is no edit: what stood on a stand-in stands on what took its place."""
    was = fingerprints(before)
    now = fingerprints(load_sources(work, types, "post", [post_id])[post_id])
    for stored in find_documents(work.db, "post", [post_id]):
        then: dict[str, str] = json.loads(stored.sources)
        renewed = {name: now.get(name, "") if was.get(name) == mark else mark for name, mark in then.items()}
        if renewed != then:
            save_document(work, replace(stored, sources=json.dumps(renewed)))
