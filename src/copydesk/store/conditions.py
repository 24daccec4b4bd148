"""The conditions of a query, gathered one by one: their forms are its shape, their values its parameters.

A form is a function of the tables with what it needs to know besides; two queries with the same forms are the
same SQL, and are compiled once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, or_, true

from copydesk.store.dialects import in_list
from copydesk.store.tables import Tables

Make: TypeAlias = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Form:
    """A condition (or a sort key) to be: `make(tables, *known, *placeholders of the named values)`."""

    make: Make
    known: tuple[Any, ...] = ()
    names: tuple[str, ...] = ()

    def __call__(self, t: Tables) -> ColumnElement[Any]:
        made: ColumnElement[Any] = self.make(t, *self.known, *[bindparam(name) for name in self.names])
        return made


Forms: TypeAlias = tuple[Form, ...]


@dataclass(slots=True)
class Conditions:
    """What a query asks for. Groups made by `group` share the parameters."""

    forms: list[Form] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)

    def form(self, make: Make, *known: Any, values: Iterable[Any] = ()) -> Form:
        """A form whose values are noted; for a sort key, or as part of something larger."""
        names = []
        for value in values:
            names.append(f"p{len(self.params)}")
            self.params[names[-1]] = value
        return Form(make, known, tuple(names))

    def add(self, make: Make, *known: Any, values: Iterable[Any] = ()) -> None:
        self.forms.append(self.form(make, *known, values=values))

    def group(self) -> "Conditions":
        return Conditions(params=self.params)

    def add_any(self, groups: Iterable["Conditions"]) -> None:
        """One of the groups must hold, with all its conditions."""
        self.forms.append(Form(any_of, (tuple(tuple(group.forms) for group in groups),)))

    def one_of(self, column: str, values: tuple[Any, ...], *, table: str = "posts") -> None:
        """A column has one of the values; no values, no condition."""
        if len(values) == 1:
            self.add(equal, table, column, values=values)
        elif values:
            self.add(among, table, column, values=(values,))

    def none_of(self, column: str, values: tuple[Any, ...], *, table: str = "posts") -> None:
        if values:
            self.add(not_among, table, column, values=(values,))


def where(t: Tables, forms: Forms) -> list[ColumnElement[Any]]:
    return [form(t) for form in forms]


def equal(t: Tables, table: str, column: str, value: Any) -> Any:
    return column_of(t, table, column) == value


def among(t: Tables, table: str, column: str, values: Any) -> ColumnElement[Any]:
    return in_list(column_of(t, table, column), values)


def not_among(t: Tables, table: str, column: str, values: Any) -> ColumnElement[Any]:
    return ~in_list(column_of(t, table, column), values)


def above(t: Tables, table: str, column: str, value: Any) -> Any:
    return column_of(t, table, column) > value


def below(t: Tables, table: str, column: str, value: Any) -> Any:
    return column_of(t, table, column) < value


def nothing(_t: Tables) -> ColumnElement[Any]:
    """No row will do."""
    return false()


def found_one(wanted: Select[Any]) -> ColumnElement[bool]:
    """Whether there is such a row; unlike EXISTS it is never turned around by a planner.

    A page of ten then costs a few probes, where MariaDB would first list all rows of the subquery.
    """
    return wanted.limit(1).scalar_subquery().is_not(None)


def column_of(t: Tables, table: str, column: str) -> ColumnElement[Any]:
    found: ColumnElement[Any] = getattr(t, table).c[column]
    return found


def any_of(t: Tables, groups: tuple[Forms, ...]) -> ColumnElement[Any]:
    """One of the groups holds."""
    return or_(*[and_(true(), *where(t, forms)) for forms in groups])
