"""Standing documents: what an importer brought is answered as it came until its sources change.

Every member of an answer is made from some facts of the database (its *sources*): `title` from the post's
title, `class_list` from status, terms and picture. With an imported document the fingerprints of all its
sources are stored; a member stands while the fingerprints of its sources are what they were, whoever
writes to the database, PHP included. Members that nobody here can compute stand as long as the row lives.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from copydesk.store.comments import load_comments
from copydesk.store.database import Db
from copydesk.store.documents import Document, find_documents
from copydesk.store.posts import load_posts
from copydesk.store.terms import load_terms
from copydesk.store.users import load_users
from copydesk.wire.json import split_object

Sources = Mapping[str, str]

LIVE = "live"  # a source that is never the same: what is made from it is computed for every answer
LINK_SOURCES = ("author", "parent", "thumbnail", "revisions", "type", "status", "slug", "site")


@dataclass(frozen=True, slots=True)
class Standing:
    """An imported document of a row. `members` are JSON texts; exact means of the context asked for."""

    members: Mapping[str, str]
    context: str
    is_exact: bool
    then: Mapping[str, str]  # fingerprints at import
    changed: frozenset[str]  # the sources that are no longer what they were then

    def stands(self, sources: Iterable[str]) -> bool:
        """True while none of the sources has changed."""
        return self.changed.isdisjoint(sources)


def fingerprint(text: str) -> str:
    """A short fingerprint of a source; nothing has none."""
    if not text:
        return ""
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=9).hexdigest()


def fingerprints(sources: Sources) -> dict[str, str]:
    """What is stored with a document."""
    return {name: fingerprint(text) for name, text in sources.items() if text}


@lru_cache(maxsize=1024)
def split_document(body: str) -> Mapping[str, str]:
    return split_object(body)


def load_standing(
    db: Db, kind: str, rows: Sequence[Any], context: str, load_sources: Callable[[], Mapping[int, Sources]]
) -> Mapping[int, Standing]:
    """The standing documents of rows, by id: the one of the asked context before any other.

    `load_sources` gives what the rows' answers are made from now; it is only called when there are documents.
    """
    documents = group_documents(find_documents(db, kind, [row.id for row in rows]) if kind and rows else ())
    if not documents:
        return {}
    sources = load_sources()
    found = {}
    for row_id, by_context in documents.items():
        document = next(by_context[name] for name in (context, "view", "edit", "embed") if name in by_context)
        then = json.loads(document.sources)
        found[row_id] = Standing(
            members=split_document(document.body),
            context=document.context,
            is_exact=document.context == context,
            then=then,
            changed=changed_sources(then, sources[row_id]),
        )
    return found


def changed_sources(then: Mapping[str, str], now: Sources) -> frozenset[str]:
    """The sources whose fingerprints are no longer what they were."""
    names = then.keys() | now.keys()
    return frozenset(
        [LIVE, *(name for name in names if then.get(name, "") != fingerprint(now.get(name, "")))]
    )


def load_rows(db: Db, kind: str, ids: Iterable[int]) -> Mapping[int, Any]:
    """The rows of a kind of document, by id."""
    return ROW_LOADERS[kind](db, ids)


ROW_LOADERS: Mapping[str, Callable[[Db, Iterable[int]], Mapping[int, Any]]] = {
    "post": load_posts,
    "term": load_terms,
    "user": load_users,
    "comment": load_comments,
}


def group_documents(documents: Iterable[Document]) -> dict[int, dict[str, Document]]:
    """Documents by object and context."""
    grouped: dict[int, dict[str, Document]] = {}
    for document in documents:
        grouped.setdefault(document.object_id, {})[document.context] = document
    return grouped
