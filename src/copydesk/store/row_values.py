"""From row values to columns: which column holds which field."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from copydesk.store.rows import Comment, Post, Term, User
from copydesk.store.tables import tables_of

Row: TypeAlias = Post | User | Comment


def _columns(row: type, table: str) -> dict[str, str]:
    """The fields of these rows stand in the order of the columns."""
    columns = [column.name for column in getattr(tables_of("wp_"), table).c]
    return dict(zip((field.name for field in fields(row)), columns, strict=True))


_COLUMNS: Mapping[type, Mapping[str, str]] = {
    Post: _columns(Post, "posts"),
    User: _columns(User, "users"),
    Comment: _columns(Comment, "comments"),
}
TERM_COLUMNS = {"id": "term_id", "name": "name", "slug": "slug", "group": "term_group"}
TAXONOMY_COLUMNS = {
    "taxonomy_id": "term_taxonomy_id",
    "id": "term_id",
    "taxonomy": "taxonomy",
    "description": "description",
    "parent": "parent",
    "count": "count",
}


def values_of(row: Row) -> dict[str, Any]:
    """All values of a row by column."""
    return {column: getattr(row, field) for field, column in _COLUMNS[type(row)].items()}


def term_values_of(term: Term, columns: Mapping[str, str]) -> dict[str, Any]:
    """The values of a term that belong to one of its two tables."""
    return {column: getattr(term, field) for field, column in columns.items()}


def changed_values(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in after.items() if before[name] != value}
