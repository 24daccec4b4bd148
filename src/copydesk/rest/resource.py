"""The declaration of a resource: fields, links, rules and verbs as values.

The published schema, the check of arguments, the `OPTIONS` answer, the response and its links all come
from one `Resource`. The order of `fields` is the order on the wire.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from copydesk.rest.page import Call, Page
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema
from copydesk.wire.schema_check import Failure

VIEW = ("view", "edit")
ALL = ("view", "edit", "embed")
EDIT = ("edit",)

MISSING: Any = object()  # a field's `read` answers this when the row has no such member

Rule: TypeAlias = Callable[[Call], Problem | None]
RowRule: TypeAlias = Callable[[Any, Page], Problem | None]
Read: TypeAlias = Callable[[Any, Page], Any]
Loader: TypeAlias = Callable[[Page], Mapping[Any, Any]]


@dataclass(frozen=True, slots=True)
class Param:
    """An argument. `early` ones are checked before the others are, and in the order of declaration.

    `permit` is asked about the value as it was sent, before it is checked. `check` is asked for what the schema
    cannot say; that of an early one is asked instead of the schema. `clean` goes on with the value that the
    schema made, and may raise `Refused`.
    """

    schema: Schema
    required: bool = False
    early: bool = False
    clean: Callable[[Any, Call], Any] | None = None
    permit: Callable[[Any, Call], Problem | None] | None = None
    check: Callable[[Any, Call], Failure | None] | None = None
    is_unchecked: bool = False  # the schema is only published; `clean` takes the value as it was sent
    refuses_default: bool = False  # the default does not fit, on purpose: it has to be sent


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A member of the answer; `read` defaults to the row's attribute of that name.

    `made_from` names what an imported value of this field depends on (see content.standing); it
    defaults to the field's own name.
    """

    name: str
    schema: Schema
    read: Read | None = None
    context: tuple[str, ...] = ALL
    readonly: bool = False
    made_from: tuple[str, ...] = ()
    clean: Callable[[Any, Call], Any] | None = None  # of its argument, as in `Param`
    hidden: bool = False  # in answers, but not in the published schema
    is_bare: bool = False  # its published schema says nothing of contexts, as fields of PHP plugins do
    check: Callable[[Any, Call], Failure | None] | None = (
        None  # of what is sent for it, instead of the schema's
    )
    shows: Schema | None = None  # what answers hold, where the published schema is not true of them

    @property
    def sources(self) -> tuple[str, ...]:
        return self.made_from or (self.name,)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an answer; left out when `href` answers None.

    `about` gives further members of the link. With `target` (a resource's base) and `load` (rows by the
    id of the linking row) it can be embedded; `many` links to a collection.
    """

    rel: str
    href: Callable[[Any, Page], str | None]
    about: Callable[[Any, Page], Mapping[str, Any]] | None = None
    target: str | None = None
    load: Loader | None = None
    many: bool = False
    context: tuple[str, ...] = ALL


NOT_WRITTEN_YET = Problem("rest_not_implemented", "Copydesk does not write this yet.", 501)


def not_yet(*about: Any) -> Any:
    """The verb of a write that is published, with its rules, but still refused."""
    raise Refused(NOT_WRITTEN_YET)


def allow(*about: Any) -> Problem | None:
    """The rule that always agrees."""
    return None


@dataclass(frozen=True, slots=True)
class Verbs:
    """What can be done to a resource's rows. What is None is not offered.

    Writes answer with the row, or with a `Refused` where what they did stays all the same. Deleting answers with
    the data to send, or with an outcome to present.
    """

    find: Callable[[Call], tuple[Sequence[Any], int | None]] | None = None  # no total: a list without pages
    get: Callable[[Call], Any] | None = None  # the row that the route names, or Refused
    create: Callable[[Call, Mapping[str, Any]], Any] | None = None
    prepare: Callable[[Call], Any] | None = None  # of a creation: what is slow, before its transaction
    update: Callable[[Call, Any, Mapping[str, Any]], Any] | None = None
    delete: Callable[[Call, Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may do it: each answers with a Problem or None, and only the dispatcher raises."""

    find: Rule = allow
    read: RowRule = allow
    create: Rule = allow
    update: RowRule = allow
    delete: RowRule = allow
    get: Rule | None = None  # of a single one, where that differs from `read` (or no row is needed for it)


@dataclass(frozen=True, slots=True)
class Resource:
    """One kind of thing the API offers, at `{namespace}/{base}` and `{namespace}/{base}/{id}`."""

    base: str
    title: str
    fields: tuple[Field, ...]
    verbs: Verbs
    rules: Rules = Rules()
    links: tuple[Link, ...] = ()
    explains_names: bool = True  # compact names of links are explained by `curies`
    params: Mapping[str, Param] = field(default_factory=dict)  # of the collection
    item_params: Mapping[str, Param] = field(default_factory=dict)  # of a single one
    create_params: Mapping[str, Param] = field(default_factory=dict)  # of creation, beside the fields
    delete_params: Mapping[str, Param] = field(default_factory=dict)
    namespace: str = "wp/v2"
    id_name: str = "id"
    id_pattern: str = r"[\d]+"
    id_schema: Schema = field(default_factory=lambda: {"type": "integer"})
    kind: str = ""  # what its standing documents are filed under; none stand without
    sources: Loader | None = None  # what the answers of rows are made from (content.sources)
    allow_batch: bool = True
    is_keyed: bool = False  # the collection is an object by name, without pages
    is_list_when_empty: bool = False  # PHP's empty array; other keyed collections are objects (recorded)
    counts_in_words: bool = False  # envelopes have the totals as strings (recorded: comments)
    picks_members: bool = True  # `_fields` may name members of members
    pages_by_offset: bool = False  # links to neighbours count from the offset, where one is given
    created_context: Callable[[Call], str] | None = (
        None  # of the answer to a creation, where that is not edit
    )
    schema_links: tuple[Mapping[str, Any], ...] = ()
    alternate: Callable[[Any, Page], str | None] | None = None  # the page people read, for the Link header

    def route(self, *, single: bool = False) -> str:
        return f"/{self.namespace}/{self.base}" + (
            f"/(?P<{self.id_name}>{self.id_pattern})" if single else ""
        )

    def id_of(self, row: Any) -> Any:
        """What the row is called in addresses; also its key where the collection is an object."""
        return row.name if self.is_keyed else row.id
