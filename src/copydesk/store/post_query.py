"""Which posts are wanted, as a value.

Visibility is decided in `content`, not here: what a caller may see arrives as alternatives (`Visible`), of
which a post must meet one.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from copydesk.store import search as searching

OrderBy: TypeAlias = Literal[
    "date", "modified", "id", "author", "parent", "title", "slug", "type", "menu_order", "comment_count",
    "relevance", "include", "include_slugs", "include_parents", "meta", "none",
]  # fmt: skip
Operator: TypeAlias = Literal["IN", "NOT IN", "AND", "EXISTS", "NOT EXISTS"]


@dataclass(frozen=True, slots=True)
class Visible:
    """Posts of these types in these statuses (none given: any); those of `author` only when one is given."""

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    author: int | None = None


@dataclass(frozen=True, slots=True)
class TermCondition:
    """Posts with one (IN), none (NOT IN) or all (AND) of these terms, or with any term at all (EXISTS)."""

    taxonomy: str
    ids: tuple[int, ...] = ()
    operator: Operator = "IN"
    include_children: bool = False


@dataclass(frozen=True, slots=True)
class MetaCondition:
    """Posts that have the key, with the value when one is given; or that have not."""

    key: str
    value: str | None = None
    has: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """What to sort by; `key` is the meta key for `meta`."""

    by: OrderBy = "date"
    descending: bool = True
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostQuery:
    """Which posts, in which order, which part of them. An empty tuple sets no condition.

    Dates are local, as stored, and excluded themselves. `mime_types` may end in `/*`.
    """

    types: tuple[str, ...] = ("post",)
    statuses: tuple[str, ...] = ()
    visible: tuple[Visible, ...] = ()
    ids: tuple[int, ...] = ()
    not_ids: tuple[int, ...] = ()
    slugs: tuple[str, ...] = ()
    authors: tuple[int, ...] = ()
    not_authors: tuple[int, ...] = ()
    parents: tuple[int, ...] = ()
    not_parents: tuple[int, ...] = ()
    after: str = ""
    before: str = ""
    modified_after: str = ""
    modified_before: str = ""
    menu_order: int | None = None
    mime_types: tuple[str, ...] = ()
    terms: tuple[TermCondition, ...] = ()
    any_term_condition: bool = False  # one of `terms` is enough
    term_choices: tuple[TermCondition, ...] = ()  # one of these is enough, besides what `terms` ask
    meta: tuple[MetaCondition, ...] = ()
    has_password: bool | None = None
    search: str = ""
    search_columns: tuple[str, ...] = searching.COLUMNS
    search_exact: bool = False
    search_file_names: bool = False
    order: tuple[Order, ...] = (Order(),)
    limit: int | None = 10
    offset: int = 0
    brief: bool = False  # rows without content, excerpt and content_filtered
    counted: bool = True  # how many there are besides this part
    is_total_exact: bool = True  # or else, on MariaDB, what it was a quarter of a second ago

    @property
    def all_terms(self) -> tuple[TermCondition, ...]:
        return (*self.terms, *self.term_choices)
