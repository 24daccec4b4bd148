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
def tables_of(prefix: str) -> Tables:
    """The tables under `prefix`, in alphabetical order, as a dump lists them."""
    metadata = MetaData()
    declared = {name: _table(metadata, prefix, name, *items) for name, items in _declarations().items()}
    return Tables(prefix, metadata, **declared)


def indexes_of(table: Table, dialect: str) -> list[Index]:
    """The indexes of a table for `mysql` or `sqlite`, in the order of their declaration."""
    indexes: dict[str, list[Index]] = table.info["indexes"]
    return indexes[dialect]


@dataclass(frozen=True, slots=True)
class _Key:
    """An index to be: its name, its columns, and how many characters of a column it holds on MySQL."""

    name: str
    columns: tuple[str, ...]
    length: int | None = None
    unique: bool = False


def _key(name: str, *columns: str, length: int | None = None, unique: bool = False) -> _Key:
    return _Key(name, columns or (name,), length, unique)


def _table(metadata: MetaData, prefix: str, name: str, *items: Any) -> Table:
    keys = [item for item in items if isinstance(item, _Key)]
    rest = [item for item in items if not isinstance(item, _Key)]
    has_row_id = not any(isinstance(item, PrimaryKeyConstraint) for item in rest)
    table = Table(
        prefix + name,
        metadata,
        *rest,
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_unicode_520_ci",
        sqlite_autoincrement=has_row_id,
        sqlite_with_rowid=has_row_id,
    )
    table.info["name"] = name
    table.info["indexes"] = {dialect: [_index(table, key, dialect) for key in keys] for dialect in _DIALECTS}
    return table


_DIALECTS = ("mysql", "sqlite")


def _index(table: Table, key: _Key, dialect: str) -> Index:
    name = key.name if dialect == "mysql" else f"{table.name}_{key.name}"
    columns = [table.c[column] for column in key.columns]
    return Index(name, *columns, unique=key.unique, mysql_length=key.length).ddl_if(dialect=dialect)


def _id(name: str) -> Column[Any]:
    return Column(name, BIGINT, nullable=False, autoincrement=True, primary_key=True)


def _number(name: str, kind: TypeEngine[Any] = BIGINT, default: int = 0) -> Column[Any]:
    return Column(name, kind, nullable=False, server_default=text(str(default)))


def _date(name: str) -> Column[Any]:
    return Column(name, DATETIME, nullable=False, server_default=ZERO_DATE)


def _word(name: str, length: int, default: str = "") -> Column[Any]:
    return Column(name, _varchar(length), nullable=False, server_default=default)


def _varchar(length: int) -> TypeEngine[Any]:
    return _stored(mysql.VARCHAR(length), _NOCASE)


def _text(name: str, kind: TypeEngine[Any]) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _meta(row_id: str, owner: str) -> tuple[Any, ...]:
    return (
        _id(row_id),
        _number(owner),
        Column("meta_key", _varchar(255)),
        Column("meta_value", LONGTEXT),
        _key(owner),
        _key("meta_key", length=INDEXED_CHARACTERS),
    )


def _declarations() -> dict[str, tuple[Any, ...]]:
    """Made anew for each prefix: a column belongs to one table."""
    return {
        "commentmeta": _meta("meta_id", "comment_id"),
        "comments": (
            _id("comment_ID"),
            _number("comment_post_ID"),
            _text("comment_author", TINYTEXT),
            _word("comment_author_email", 100),
            _word("comment_author_url", 200),
            _word("comment_author_IP", 100),
            _date("comment_date"),
            _date("comment_date_gmt"),
            _text("comment_content", TEXT),
            _number("comment_karma", INT),
            _word("comment_approved", 20, "1"),
            _word("comment_agent", 255),
            _word("comment_type", 20, "comment"),
            _number("comment_parent"),
            _number("user_id"),
            _key("comment_post_ID"),
            _key("comment_approved_date_gmt", "comment_approved", "comment_date_gmt"),
            _key("comment_date_gmt"),
            _key("comment_parent"),
            _key("comment_author_email", length=10),
        ),
        "links": (
            _id("link_id"),
            _word("link_url", 255),
            _word("link_name", 255),
            _word("link_image", 255),
            _word("link_target", 25),
            _word("link_description", 255),
            _word("link_visible", 20, "Y"),
            _number("link_owner", default=1),
            _number("link_rating", INT),
            _date("link_updated"),
            _word("link_rel", 255),
            _text("link_notes", MEDIUMTEXT),
            _word("link_rss", 255),
            _key("link_visible"),
        ),
        "options": (
            _id("option_id"),
            _word("option_name", 191),
            _text("option_value", LONGTEXT),
            _word("autoload", 20, "yes"),
            _key("option_name", unique=True),
            _key("autoload"),
        ),
        "postmeta": _meta("meta_id", "post_id"),
        "posts": (
            _id("ID"),
            _number("post_author"),
            _date("post_date"),
            _date("post_date_gmt"),
            _text("post_content", LONGTEXT),
            _text("post_title", TEXT),
            _text("post_excerpt", TEXT),
            _word("post_status", 20, "publish"),
            _word("comment_status", 20, "open"),
            _word("ping_status", 20, "open"),
            _word("post_password", 255),
            _word("post_name", 200),
            _text("to_ping", TEXT),
            _text("pinged", TEXT),
            _date("post_modified"),
            _date("post_modified_gmt"),
            _text("post_content_filtered", LONGTEXT),
            _number("post_parent"),
            _word("guid", 255),
            _number("menu_order", INT),
            _word("post_type", 20, "post"),
            _word("post_mime_type", 100),
            _number("comment_count", SIGNED_BIGINT),
            _key("post_name", length=INDEXED_CHARACTERS),
            _key("type_status_date", "post_type", "post_status", "post_date", "ID"),
            _key("post_parent"),
            _key("post_author"),
            _key("type_status_author", "post_type", "post_status", "post_author"),
        ),
        "term_relationships": (
            _number("object_id"),
            _number("term_taxonomy_id"),
            _number("term_order", INT),
            PrimaryKeyConstraint("object_id", "term_taxonomy_id"),
            _key("term_taxonomy_id"),
        ),
        "term_taxonomy": (
            _id("term_taxonomy_id"),
            _number("term_id"),
            _word("taxonomy", 32),
            _text("description", LONGTEXT),
            _number("parent"),
            _number("count", SIGNED_BIGINT),
            _key("term_id_taxonomy", "term_id", "taxonomy", unique=True),
            _key("taxonomy"),
        ),
        "termmeta": _meta("meta_id", "term_id"),
        "terms": (
            _id("term_id"),
            _word("name", 200),
            _word("slug", 200),
            _number("term_group", GROUP_BIGINT),
            _key("slug", length=INDEXED_CHARACTERS),
            _key("name", length=INDEXED_CHARACTERS),
        ),
        "usermeta": _meta("umeta_id", "user_id"),
        "users": (
            _id("ID"),
            _word("user_login", 60),
            _word("user_pass", 255),
            _word("user_nicename", 50),
            _word("user_email", 100),
            _word("user_url", 100),
            _date("user_registered"),
            _word("user_activation_key", 255),
            _number("user_status", INT),
            _word("display_name", 250),
            _key("user_login_key", "user_login"),
            _key("user_nicename"),
            _key("user_email"),
        ),
    }
