"""Finds the route and the endpoint of a request.

Patterns are tried in the order of registration, without regard to case (recorded: `/wp/v2/POSTS` works);
a pattern that fits without an endpoint for the method does not end the search.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from copydesk.rest.route import Endpoint, Route

LITERAL = re.compile(r"[\w/.-]*")


@dataclass(frozen=True, slots=True)
class Found:
    """A route that fits a path, with the named parts of the path."""

    route: Route
    named: Mapping[str, str]


class Matcher:
    """All routes, sorted by the literal start of their patterns so that few expressions are tried."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._by_start: dict[str, list[tuple[re.Pattern[str], Route]]] = {}
        for route in routes:
            start = _start(route.pattern)
            compiled = re.compile(route.pattern, re.IGNORECASE | re.ASCII)
            self._by_start.setdefault(start, []).append((compiled, route))

    def find_all(self, path: str) -> Iterator[Found]:
        """The routes that fit, in order."""
        for compiled, route in self._by_start.get(_start(path), ()):
            fit = compiled.fullmatch(path)
            if fit:
                yield Found(route, {name: text for name, text in fit.groupdict().items() if text is not None})


def _start(path: str) -> str:
    """The first three segments, as far as they are literal: `/wp/v2/posts/(?P<id>…)` → `/wp/v2/posts`."""
    literal = path.lower()
    cut = LITERAL.match(literal)
    pieces = literal.split("/")[:4]
    if cut and cut.end() < len("/".join(pieces)):  # a pattern within the first three segments
        pieces = literal[: cut.end()].rsplit("/", 1)[0].split("/")
    return "/".join(pieces)


def endpoint_for(route: Route, method: str) -> Endpoint | None:
    """The endpoint that answers a method; HEAD is answered by that of GET."""
    wanted = "GET" if method == "HEAD" else method
    return next((endpoint for endpoint in route.endpoints if wanted in endpoint.methods), None)
