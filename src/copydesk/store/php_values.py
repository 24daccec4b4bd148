"""What PHP's serialised values hold besides texts, numbers and arrays. Nothing here is ever built or run."""

import re
from dataclasses import dataclass, field
from typing import Any

MAX_INT = 2**63 - 1
_INDEX = re.compile(r"0|-?[1-9]\d{0,18}", re.ASCII)


class PhpSyntaxError(ValueError):
    """A text that PHP would not unserialise."""


@dataclass(frozen=True)
class PhpObject:
    """An object, as its class and its properties; names of private ones hold NULs."""

    cls: str
    props: dict[int | str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PhpEnum:
    """A case of an enum, as `Class:Case`."""

    name: str


@dataclass(frozen=True)
class PhpCustom:
    """An object that serialised itself, in a way of its own."""

    cls: str
    body: str


@dataclass(frozen=True)
class PhpReference:
    """The value of another place: `R` shares it, `r` is the same object."""

    letter: str
    slot: int


class SpelledFloat(float):
    """A float with the digits another version of PHP gave it."""

    __slots__ = ("digits",)
    digits: str


def array_key(key: int | str) -> int | str:
    """The key an array has: texts that spell a number are that number."""
    if (
        isinstance(key, str)
        and key[-1:].isdigit()
        and _INDEX.fullmatch(key)
        and -MAX_INT <= int(key) <= MAX_INT
    ):
        return int(key)
    return key
