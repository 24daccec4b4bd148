"""Statements, written once for any prefix and compiled once per database to the driver's own SQL.

A statement is a module-level function of the tables that answers a SQLAlchemy construct; the function itself
is the key it is remembered by. What varies in its form (which conditions, which order) comes as a second
argument, `shape`, a hashable value that is part of the key. What varies in its values is bound when it runs.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from sqlalchemy import Executable
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

from copydesk.store.dialects import Dialect, Encoders
from copydesk.store.tables import Tables

Build: TypeAlias = Callable[..., Executable]
Params: TypeAlias = Mapping[str, Any]
FARTHEST = 2**62  # more rows to pass over than any database takes
NO_PARAMS: Params = MappingProxyType({})

_REMEMBERED = 2000


@dataclass(frozen=True, slots=True)
class Statement:
    """Driver SQL with the names of its placeholders, in their order."""

    sql: str
    names: tuple[str, ...]
    constants: Params
    encoders: Encoders

    def bind(self, params: Params) -> list[Any]:
        if self.constants:
            params = {**self.constants, **params}
        encoders = self.encoders
        values = []
        for name in self.names:
            value = params[name]
            encode = encoders.get(type(value))
            values.append(encode(value) if encode else value)
        return values


class Statements:
    """The compiled statements of one database."""

    def __init__(self, tables: Tables, dialect: Dialect) -> None:
        self._tables = tables
        self._dialect = dialect
        self._known: dict[tuple[Build, Hashable], Statement] = {}

    def get(self, build: Build, shape: Hashable = None) -> Statement:
        key = (build, shape)
        statement = self._known.get(key)
        return statement if statement is not None else self._compile(key)

    def _compile(self, key: tuple[Build, Hashable]) -> Statement:
        build, shape = key
        construct = build(self._tables) if shape is None else build(self._tables, shape)
        assert isinstance(construct, ClauseElement)
        compiled = construct.compile(
            dialect=self._dialect.compiler, compile_kwargs={"render_postcompile": True}
        )
        assert isinstance(compiled, SQLCompiler)
        names = tuple(compiled.positiontup or ())
        constants = {name: value for name, value in compiled.params.items() if value is not None}
        if len(self._known) >= _REMEMBERED:
            self._known.clear()  # shapes are few; this only keeps a hostile variety from growing for ever
        statement = Statement(str(compiled), names, constants, self._dialect.encoders)
        self._known[key] = statement
        return statement
