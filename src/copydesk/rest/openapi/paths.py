"""Patterns of routes as paths with named places: `/wp/v2/posts/(?P<id>[\\d]+)` → `/wp/v2/posts/{id}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

GROUP = re.compile(r"\(\?P<(\w+)>")
PIECE = re.compile(
    r"\\.|\[\^?(?:\\.|[^\]\\])*\]|[()]|[^\\\[()]+", re.DOTALL
)  # an escape, a class, a bracket, text
NEEDLESS_ESCAPE = re.compile(r"\\([^\w\s\\\[\]^*+?.()|{}$-])")  # `\/`, which strict readers refuse


@dataclass(frozen=True, slots=True)
class Place:
    """A named group of a pattern."""

    name: str
    pattern: str


def path_of(pattern: str) -> tuple[str, tuple[Place, ...]]:
    """The path of a pattern, and its places in their order."""
    path, places, at = "", [], 0
    for found in _groups(pattern):
        start, inner, end, name = found
        path += pattern[at:start] + f"{{{name}}}"
        places.append(Place(name, NEEDLESS_ESCAPE.sub(r"\1", pattern[inner : end - 1])))
        at = end
    return path + pattern[at:], tuple(places)


def _groups(pattern: str) -> Iterator[tuple[int, int, int, str]]:
    """Start, start of the inside, end and name of the groups that are not inside another one."""
    end = 0
    for group in GROUP.finditer(pattern):
        if group.start() >= end:
            end = _closing(pattern, group.end())
            yield group.start(), group.end(), end, group[1]


def _closing(pattern: str, at: int) -> int:
    """The place after the bracket that closes the group whose inside begins here."""
    depth = 1
    for piece in PIECE.finditer(pattern, at):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if depth == 0:
            return piece.end()
    raise ValueError(f"a group of {pattern} is not closed")
