"""WordPress's twelve tables, declared once for SQLite and MySQL/MariaDB, under any prefix.

On MySQL and MariaDB the declaration gives the tables that WordPress 7.1 makes, column by column and index by
index. On SQLite the same columns hold the same texts: numbers are INTEGER, dates are the stored text
`YYYY-MM-DD HH:MM:SS`, short texts compare without regard to case (NOCASE), and indexes carry the table's
name, because SQLite wants index names unique in the whole file.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text, text
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeEngine

ZERO_DATE = "0000-00-00 00:00:00"
INDEXED_CHARACTERS = 191  # what InnoDB's old row format can index of utf8mb4

_NOCASE = Text(collation="NOCASE")


def _stored(kind: TypeEngine[Any], on_sqlite: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.with_variant(on_sqlite, "sqlite")


BIGINT = _stored(mysql.BIGINT(20, unsigned=True), Integer())
SIGNED_BIGINT = _stored(mysql.BIGINT(20), Integer())
GROUP_BIGINT = _stored(mysql.BIGINT(10), Integer())
INT = _stored(mysql.INTEGER(11), Integer())
DATETIME = _stored(mysql.DATETIME(), Text())
TINYTEXT = _stored(mysql.TINYTEXT(), _NOCASE)
TEXT = _stored(mysql.TEXT(), Text())
MEDIUMTEXT = _stored(mysql.MEDIUMTEXT(), Text())
LONGTEXT = _stored(mysql.LONGTEXT(), Text())


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The tables of one site. Compared by identity: `tables_of` gives the same object for the same prefix."""

    prefix: str
    metadata: MetaData
    commentmeta: Table
    comments: Table
    links: Table
    options: Table
    postmeta: Table
    posts: Table
    term_relationships: Table
    term_taxonomy: Table
    termmeta: Table
    terms: Table
    usermeta: Table
    users: Table

    @property
    def all(self) -> tuple[Table, ...]:
        return tuple(self.metadata.tables.values())


@lru_cache
def tables_of(prefix: str, long_last: bool = False) -> Tables:
    """The tables under `prefix`, in alphabetical order, as a dump lists them.

    With `long_last` the columns of long texts come after the others: so they are laid out on SQLite, which has
    to walk through an article to reach what stands behind it.
    """
    metadata = MetaData()
    declared = {}
    for name, items in _declarations().items():
        laid_out = sorted(items, key=_is_long) if long_last else items
        declared[name] = declare_table(metadata, prefix + name, *laid_out)
        declared[name].info["name"] = name
    return Tables(prefix, metadata, **declared)


def _is_long(item: Any) -> bool:
    return isinstance(item, Column) and isinstance(item.type, mysql.LONGTEXT)


def indexes_of(table: Table, dialect: str) -> list[Index]:
    """The indexes of a table for `mysql` or `sqlite`, in the order of their declaration."""
    indexes: dict[str, list[Index]] = table.info["indexes"]
    return indexes[dialect]


@dataclass(frozen=True, slots=True)
class Key:
    """An index to be: its name, its columns, and how many characters of a column it holds on MySQL."""

    name: str
    columns: tuple[str, ...]
    length: int | None = None
    unique: bool = False


def index_key(name: str, *columns: str, length: int | None = None, unique: bool = False) -> Key:
    return Key(name, columns or (name,), length, unique)


def declare_table(
    metadata: MetaData, name: str, *items: Any, collation: str = "utf8mb4_unicode_520_ci"
) -> Table:
    """A table of columns, constraints and keys, as both databases make it."""
    keys = [item for item in items if isinstance(item, Key)]
    rest = [item for item in items if not isinstance(item, Key)]
    has_row_id = not any(isinstance(item, PrimaryKeyConstraint) for item in rest)
    table = Table(
        name,
        metadata,
        *rest,
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
        mysql_collate=collation,
        sqlite_autoincrement=has_row_id,
        sqlite_with_rowid=has_row_id,
    )
    table.info["indexes"] = {dialect: [_index(table, key, dialect) for key in keys] for dialect in _DIALECTS}
    return table


_DIALECTS = ("mysql", "sqlite")


def _index(table: Table, key: Key, dialect: str) -> Index:
    name = key.name if dialect == "mysql" else f"{table.name}_{key.name}"
    columns = [table.c[column] for column in key.columns]
    return Index(name, *columns, unique=key.unique, mysql_length=key.length).ddl_if(dialect=dialect)


def id_column(name: str) -> Column[Any]:
    return Column(name, BIGINT, nullable=False, autoincrement=True, primary_key=True)


def number_column(name: str, kind: TypeEngine[Any] = BIGINT, default: int = 0) -> Column[Any]:
    return Column(name, kind, nullable=False, server_default=text(str(default)))


def date_column(name: str) -> Column[Any]:
    return Column(name, DATETIME, nullable=False, server_default=ZERO_DATE)


def word_column(name: str, length: int, default: str = "", *, exact: bool = False) -> Column[Any]:
    """A short text; an `exact` one tells upper from lower case on SQLite too."""
    kind = _stored(mysql.VARCHAR(length), Text()) if exact else _varchar(length)
    return Column(name, kind, nullable=False, server_default=default)


def _varchar(length: int) -> TypeEngine[Any]:
    return _stored(mysql.VARCHAR(length), _NOCASE)


def text_column(name: str, kind: TypeEngine[Any]) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _meta(row_id: str, owner: str) -> tuple[Any, ...]:
    return (
        id_column(row_id),
        number_column(owner),
        Column("meta_key", _varchar(255)),
        Column("meta_value", LONGTEXT),
        index_key(owner),
        index_key("meta_key", length=INDEXED_CHARACTERS),
    )


def _declarations() -> dict[str, tuple[Any, ...]]:
    """Made anew for each prefix: a column belongs to one table."""
    return {
        "commentmeta": _meta("meta_id", "comment_id"),
        "comments": (
            id_column("comment_ID"),
            number_column("comment_post_ID"),
            text_column("comment_author", TINYTEXT),
            word_column("comment_author_email", 100),
            word_column("comment_author_url", 200),
            word_column("comment_author_IP", 100),
            date_column("comment_date"),
            date_column("comment_date_gmt"),
            text_column("comment_content", TEXT),
            number_column("comment_karma", INT),
            word_column("comment_approved", 20, "1"),
            word_column("comment_agent", 255),
            word_column("comment_type", 20, "comment"),
            number_column("comment_parent"),
            number_column("user_id"),
            index_key("comment_post_ID"),
            index_key("comment_approved_date_gmt", "comment_approved", "comment_date_gmt"),
            index_key("comment_date_gmt"),
            index_key("comment_parent"),
            index_key("comment_author_email", length=10),
        ),
        "links": (
            id_column("link_id"),
            word_column("link_url", 255),
            word_column("link_name", 255),
            word_column("link_image", 255),
            word_column("link_target", 25),
            word_column("link_description", 255),
            word_column("link_visible", 20, "Y"),
            number_column("link_owner", default=1),
            number_column("link_rating", INT),
            date_column("link_updated"),
            word_column("link_rel", 255),
            text_column("link_notes", MEDIUMTEXT),
            word_column("link_rss", 255),
            index_key("link_visible"),
        ),
        "options": (
            id_column("option_id"),
            word_column("option_name", 191),
            text_column("option_value", LONGTEXT),
            word_column("autoload", 20, "yes"),
            index_key("option_name", unique=True),
            index_key("autoload"),
        ),
        "postmeta": _meta("meta_id", "post_id"),
        "posts": (
            id_column("ID"),
            number_column("post_author"),
            date_column("post_date"),
            date_column("post_date_gmt"),
            text_column("post_content", LONGTEXT),
            text_column("post_title", TEXT),
            text_column("post_excerpt", TEXT),
            word_column("post_status", 20, "publish"),
            word_column("comment_status", 20, "open"),
            word_column("ping_status", 20, "open"),
            word_column("post_password", 255),
            word_column("post_name", 200),
            text_column("to_ping", TEXT),
            text_column("pinged", TEXT),
            date_column("post_modified"),
            date_column("post_modified_gmt"),
            text_column("post_content_filtered", LONGTEXT),
            number_column("post_parent"),
            word_column("guid", 255),
            number_column("menu_order", INT),
            word_column("post_type", 20, "post"),
            word_column("post_mime_type", 100),
            number_column("comment_count", SIGNED_BIGINT),
            index_key("post_name", length=INDEXED_CHARACTERS),
            index_key("type_status_date", "post_type", "post_status", "post_date", "ID"),
            index_key("post_parent"),
            index_key("post_author"),
            index_key("type_status_author", "post_type", "post_status", "post_author"),
        ),
        "term_relationships": (
            number_column("object_id"),
            number_column("term_taxonomy_id"),
            number_column("term_order", INT),
            PrimaryKeyConstraint("object_id", "term_taxonomy_id"),
            index_key("term_taxonomy_id"),
        ),
        "term_taxonomy": (
            id_column("term_taxonomy_id"),
            number_column("term_id"),
            word_column("taxonomy", 32),
            text_column("description", LONGTEXT),
            number_column("parent"),
            number_column("count", SIGNED_BIGINT),
            index_key("term_id_taxonomy", "term_id", "taxonomy", unique=True),
            index_key("taxonomy"),
        ),
        "termmeta": _meta("meta_id", "term_id"),
        "terms": (
            id_column("term_id"),
            word_column("name", 200),
            word_column("slug", 200),
            number_column("term_group", GROUP_BIGINT),
            index_key("slug", length=INDEXED_CHARACTERS),
            index_key("name", length=INDEXED_CHARACTERS),
        ),
        "usermeta": _meta("umeta_id", "user_id"),
        "users": (
            id_column("ID"),
            word_column("user_login", 60),
            word_column("user_pass", 255),
            word_column("user_nicename", 50),
            word_column("user_email", 100),
            word_column("user_url", 100),
            date_column("user_registered"),
            word_column("user_activation_key", 255),
            number_column("user_status", INT),
            word_column("display_name", 250),
            index_key("user_login_key", "user_login"),
            index_key("user_nicename"),
            index_key("user_email"),
        ),
    }
