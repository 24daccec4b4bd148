"""Standing documents: what a source said about an object, word for word, until the object changes."""

from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass, fields
from typing import Any

from sqlalchemy import Delete, Insert, Select, bindparam, delete, insert, select

from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.failures import MissingTableError
from copydesk.store.own_tables import own
from copydesk.store.tables import Tables
from copydesk.store.versions import remembered
from copydesk.store.work import Work


@dataclass(frozen=True, slots=True)
class Document:
    """The body is ASCII JSON; `sources` is JSON too: for every source of its fields, the hash it was made from."""

    object_type: str  # post, term, user or comment
    object_id: int
    context: str
    body: str
    sources: str
    source_url: str
    imported_at: str  # as dates are stored, in UTC


PUBLIC_CONTEXTS = ("view", "embed")

_COLUMNS = tuple(field.name for field in fields(Document))


def has_documents(db: Db) -> bool:
    """False for sites that nothing was imported into: they need not ask about each of their rows."""
    return remembered(db, _any_document, lambda: _finds_any(db))


def _finds_any(db: Db) -> bool:
    try:
        return db.row(_any_document) is not None
    except MissingTableError:
        return False


def load_documents(db: Db, object_type: str, ids: Iterable[int], context: str) -> dict[int, Document]:
    """The documents that stand, by object; objects without one are missing."""
    wanted = tuple(set(ids))
    if not wanted or not has_documents(db):
        return {}
    rows = db.rows(_documents, {"type": object_type, "ids": wanted, "context": context})
    return {row[1]: Document(*row) for row in rows}


def find_documents(db: Db, object_type: str, ids: Iterable[int]) -> list[Document]:
    """The documents of objects in any context."""
    wanted = tuple(set(ids))
    if not wanted or not has_documents(db):
        return []
    return [Document(*row) for row in db.rows(_all_documents, {"type": object_type, "ids": wanted})]


def find_public_ids(db: Db, object_type: str, ids: Iterable[int] | None = None) -> frozenset[int]:
    """Those of the objects (or all) that the source showed to everyone: in the contexts view or embed."""
    wanted = None if ids is None else tuple(set(ids))
    if wanted == () or not has_documents(db):
        return frozenset()
    params = {"type": object_type, "ids": wanted or (), "contexts": PUBLIC_CONTEXTS}
    return frozenset(row[0] for row in db.rows(_public_ids, params, wanted is not None))


def save_document(work: Work, document: Document) -> None:
    """Lets a document stand, in place of the one before."""
    delete_documents(work, document.object_type, (document.object_id,), document.context)
    work.execute(_insert, dict(zip(_COLUMNS, astuple(document), strict=True)))


def delete_documents(work: Work, object_type: str, ids: Collection[int], context: str | None = None) -> int:
    """Documents of objects that went away or changed altogether, in one context or in all."""
    params = {"type": object_type, "ids": tuple(ids), "context": context}
    return work.execute(_delete, params, context is not None) if ids else 0


def _any_document(t: Tables) -> Select[Any]:
    return select(own(t).documents.c.object_id).limit(1)


def _documents(t: Tables) -> Select[Any]:
    documents = own(t).documents
    return select(documents).where(
        documents.c.object_type == bindparam("type"),
        in_list(documents.c.object_id, bindparam("ids")),
        documents.c.context == bindparam("context"),
    )


def _public_ids(t: Tables, some: bool = False) -> Select[Any]:
    documents = own(t).documents
    found = select(documents.c.object_id).where(
        documents.c.object_type == bindparam("type"), in_list(documents.c.context, bindparam("contexts"))
    )
    return found.where(in_list(documents.c.object_id, bindparam("ids"))) if some else found


def _all_documents(t: Tables) -> Select[Any]:
    documents = own(t).documents
    return select(documents).where(
        documents.c.object_type == bindparam("type"), in_list(documents.c.object_id, bindparam("ids"))
    )


def _insert(t: Tables) -> Insert:
    return insert(own(t).documents).values({name: bindparam(name) for name in _COLUMNS})


def _delete(t: Tables, in_context: bool = False) -> Delete:
    documents = own(t).documents
    found = delete(documents).where(
        documents.c.object_type == bindparam("type"), in_list(documents.c.object_id, bindparam("ids"))
    )
    return found.where(documents.c.context == bindparam("context")) if in_context else found
