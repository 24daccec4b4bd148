"""Our own tables beside WordPress's: made when something is to be kept in them, and droppable at any time.

Without them a database is a plain WordPress database, and reads as one that has nothing of ours in it.
"""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import MetaData, PrimaryKeyConstraint, Table

from copydesk.store.database import Db
from copydesk.store.schema import make_tables
from copydesk.store.tables import (
    LONGTEXT,
    TEXT,
    Tables,
    date_column,
    declare_table,
    index_key,
    number_column,
    text_column,
    word_column,
)

_EXACT = "utf8mb4_bin"  # our names are compared to the letter


@dataclass(frozen=True, slots=True, eq=False)
class OwnTables:
    """Standing documents, what they left open, how far imports have come, and facts about the site."""

    metadata: MetaData
    documents: Table
    gaps: Table
    imports: Table
    facts: Table


@lru_cache
def own_tables_of(prefix: str) -> OwnTables:
    metadata = MetaData()
    return OwnTables(
        metadata,
        documents=declare_table(
            metadata,
            f"{prefix}copydesk_documents",
            word_column("object_type", 20, exact=True),
            number_column("object_id"),
            word_column("context", 20, exact=True),
            text_column("body", LONGTEXT),
            text_column("sources", LONGTEXT),
            word_column("source_url", 2000, exact=True),
            date_column("imported_at"),
            PrimaryKeyConstraint("object_type", "object_id", "context"),
            collation=_EXACT,
        ),
        gaps=declare_table(
            metadata,
            f"{prefix}copydesk_gaps",
            word_column("object_type", 20, exact=True),
            number_column("object_id"),
            word_column("name", 100, exact=True),
            text_column("note", TEXT),
            PrimaryKeyConstraint("object_type", "object_id", "name"),
            collation=_EXACT,
        ),
        imports=declare_table(
            metadata,
            f"{prefix}copydesk_imports",
            word_column("source", 191, exact=True),
            word_column("item", 191, exact=True),
            word_column("state", 20, exact=True),
            text_column("note", TEXT),
            date_column("changed_at"),
            PrimaryKeyConstraint("source", "item"),
            index_key("source_state", "source", "state"),
            collation=_EXACT,
        ),
        facts=declare_table(
            metadata,
            f"{prefix}copydesk_facts",
            word_column("name", 100, exact=True),
            text_column("value", LONGTEXT),
            PrimaryKeyConstraint("name"),
            collation=_EXACT,
        ),
    )


def own(t: Tables) -> OwnTables:
    """Our tables beside these."""
    return own_tables_of(t.prefix)


def create_own_tables(db: Db) -> None:
    """Makes the tables that are missing. Before any work that fills them, never inside."""
    make_tables(db, own_tables_of(db.prefix).metadata.tables.values())
