"""Reading SQL dumps (mysqldump, mariadb-dump, phpMyAdmin, WP-CLI) without a database server.

A dump is a stream of statements of any length. Only `CREATE TABLE` (for the names of the columns and the next
id) and `INSERT INTO` are of interest; everything else is skipped, also the bodies between `DELIMITER` lines.
One statement is held in memory at a time: mysqldump cuts its inserts at a few megabytes.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, TextIO, TypeAlias

Value: TypeAlias = str | int | float | None

_CHUNK = 1 << 20
# One piece of a statement: a string, a name, a comment, the end, or a run of anything else. Where the text
# ends inside a piece nothing matches, and more is read.
_PIECE = re.compile(
    r"""
      '(?>[^'\\]+|\\.|'')*+'
    | "(?>[^"\\]+|\\.|"")*+"
    | `[^`]*+`
    | --\s[^\n]*+\n
    | \#[^\n]*+\n
    | /\*.*?\*/
    | (?P<end>;)
    | [^'"`;\-#/]++
    | -(?=[^-]|-\S)
    | /(?=[^*])
    """,
    re.VERBOSE | re.DOTALL,
)
_LEAD = re.compile(r"(?>\s+|--\s[^\n]*+\n|\#[^\n]*+\n|/\*.*?\*/)*+", re.DOTALL)
_USUAL_DELIMITER = re.compile(r"^DELIMITER ;\s*?$", re.IGNORECASE | re.MULTILINE)
_NAME = r"""(?:[`"][^`"]+[`"]\.)?[`"]?([^`"\s(.]+)[`"]?\s*"""
_CREATE = re.compile(rf"CREATE TABLE (?:IF NOT EXISTS )?{_NAME}\(", re.IGNORECASE)
_COLUMN = re.compile(r'^\s*[`"]([^`"]+)[`"] ', re.MULTILINE)
_NEXT_ID = re.compile(r"AUTO_INCREMENT=(\d+)")
_INSERT = re.compile(
    rf"(?:INSERT|REPLACE)(?: IGNORE)? INTO {_NAME}(?:\(([^)]*)\)\s*)?VALUES\s*", re.IGNORECASE
)
_VALUE = re.compile(
    r"""\s*(?:
      (?:_\w+\s*|N)?'(?P<text>(?>[^'\\]+|\\.|'')*+)'
    | 0x(?P<hex>[0-9A-Fa-f]+)
    | (?P<null>NULL)
    | (?P<number>-?[0-9.]+(?:[eE][-+]?\d+)?)
    )\s*(?P<after>[,)])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ROW_START = re.compile(r"\s*,?\s*\(")
_ESCAPE = re.compile(r"\\(.)|''", re.DOTALL)
_ESCAPED = {"0": "\0", "n": "\n", "r": "\r", "t": "\t", "Z": "\x1a", "b": "\b"}


@dataclass(frozen=True, slots=True)
class CreatedTable:
    """A table, its columns in order, and the id that its next row would get."""

    name: str
    columns: tuple[str, ...]
    next_id: int | None


@dataclass(frozen=True, slots=True)
class InsertedRows:
    """Rows of a table, in the order of `columns`."""

    table: str
    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]


class DumpError(ValueError):
    """The dump cannot be understood; the text says where."""


def read_dump(stream: BinaryIO) -> Iterator[CreatedTable | InsertedRows]:
    """The tables and rows of a dump, in its order."""
    columns: dict[str, tuple[str, ...]] = {}
    for statement in _statements(
        io.TextIOWrapper(stream, encoding="utf-8", errors="surrogateescape", newline="")
    ):
        if created := _CREATE.match(statement):
            table = _created(created[1], statement)
            columns[table.name] = table.columns
            yield table
        elif inserted := _INSERT.match(statement):
            yield _inserted(inserted, statement, columns)


def _statements(source: TextIO) -> Iterator[str]:
    """The statements, without the comments before them and without the semicolon."""
    text, start, scan, ended = "", 0, 0, False
    while True:
        piece = _PIECE.match(text, scan)
        if piece is None or (piece.end() == len(text) and not ended):
            if ended:
                return
            chunk = source.read(_CHUNK)
            text, scan, start, ended = text[start:] + chunk, scan - start, 0, not chunk
            continue
        scan = piece.end()
        if piece["end"]:
            statement = text[start : scan - 1]
            statement = statement[_lead_length(statement) :]
            start = scan
            if statement[:9].upper() == "DELIMITER":
                text, start = _after_delimiter(text[scan:], source), 0
                scan = 0
            else:
                yield statement


def _lead_length(statement: str) -> int:
    lead = _LEAD.match(statement)
    return lead.end() if lead else 0


def _after_delimiter(text: str, source: TextIO) -> str:
    """What follows the line that makes the semicolon the delimiter again."""
    while True:
        if found := _USUAL_DELIMITER.search(text):
            return text[found.end() :]
        chunk = source.read(_CHUNK)
        if not chunk:
            return ""
        text = text[-20:] + chunk


def _created(name: str, statement: str) -> CreatedTable:
    next_id = _NEXT_ID.search(statement)
    return CreatedTable(name, tuple(_COLUMN.findall(statement)), int(next_id[1]) if next_id else None)


def _inserted(found: re.Match[str], statement: str, known: dict[str, tuple[str, ...]]) -> InsertedRows:
    table, names = found[1], found[2]
    columns = tuple(name.strip(' \r\n`"') for name in names.split(",")) if names else known.get(table)
    if columns is None:
        raise DumpError(f"The dump fills {table} without saying what its columns are.")
    rows = list(_rows(statement, found.end()))
    if any(len(row) != len(columns) for row in rows):
        raise DumpError(f"A row of {table} in the dump has not as many values as the table has columns.")
    return InsertedRows(table, columns, rows)


def _rows(statement: str, position: int) -> Iterator[tuple[Value, ...]]:
    while start := _ROW_START.match(statement, position):
        position = start.end()
        values: list[Value] = []
        while True:
            found = _VALUE.match(statement, position)
            if found is None:
                raise DumpError(f"The dump has no value here: {statement[position : position + 60]!r}")
            position = found.end()
            values.append(_value(found))
            if found["after"] == ")":
                break
        yield tuple(values)


def _value(found: re.Match[str]) -> Value:
    text, number = found["text"], found["number"]
    if text is not None:
        return _ESCAPE.sub(_unescape, text) if "\\" in text or "''" in text else text
    if number is not None:
        return int(number) if number.lstrip("-").isdecimal() else float(number)
    if found["hex"] is not None:
        return bytes.fromhex(found["hex"]).decode("utf-8", "surrogateescape")
    return None


def _unescape(found: re.Match[str]) -> str:
    char = found[1]
    return "'" if char is None else _ESCAPED.get(char, char)
