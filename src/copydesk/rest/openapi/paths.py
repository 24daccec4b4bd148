"""Patterns of routes as paths with named places: `/wp/v2/posts/(?P<id>[\\d]+)` → `/wp/v2/posts/{id}`.

A place is one segment. A group that spans two (`core/paragraph`) becomes two places, the second with a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

GROUP = re.compile(r"\(\?P<(\w+)>")
PIECE = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])*\]|[()/]|[^\\\[()/]+", re.DOTALL)  # an escape, a class, text …
NEEDLESS_ESCAPE = re.compile(r"\\([^\w\s\\\[\]^*+?.()|{}$-])")  # `\/`, which strict readers refuse


@dataclass(frozen=True, slots=True)
class Place:
    """A named segment, with what it must look like."""

    name: str
    pattern: str


def path_of(pattern: str) -> tuple[str, tuple[Place, ...]]:
    """The path of a pattern, and its places in their order."""
    path = ""
    places: list[Place] = []
    at = 0
    for start, inner, end, name in _groups(pattern):
        segments = _segments(NEEDLESS_ESCAPE.sub(r"\1", pattern[inner : end - 1]))
        named = [Place(f"{name}_{n}" if n > 1 else name, one) for n, one in enumerate(segments, 1)]
        path += pattern[at:start] + "/".join(f"{{{place.name}}}" for place in named)
        places += named
        at = end
    return path + pattern[at:], tuple(places)


def _groups(pattern: str) -> Iterator[tuple[int, int, int, str]]:
    """Start, start of the inside, end and name of the groups."""
    for group in GROUP.finditer(pattern):
        yield group.start(), group.end(), _closing(pattern, group.end()), group[1]


def _closing(pattern: str, at: int) -> int:
    """The place after the bracket that closes the group whose inside begins here."""
    depth = 1
    for piece in PIECE.finditer(pattern, at):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if depth == 0:
            return piece.end()
    raise ValueError(f"a group of {pattern} is not closed")


def _segments(pattern: str) -> list[str]:
    """A pattern cut at the slashes that are always there."""
    depth, segments = 0, [""]
    for piece in PIECE.findall(pattern):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "/" and depth == 0:
            segments.append("")
        else:
            segments[-1] += piece
    return segments
