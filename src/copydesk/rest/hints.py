"""`targetHints`: the methods that the caller may use on what a link leads to."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.rest.page import Page


def read_hints(row: Any, page: Page) -> Mapping[str, Any]:
    """The methods of a row's own route that its rules grant, in the order of the route's endpoints."""
    return {"targetHints": {"allow": list(_allowed(row, page))}}


def _allowed(row: Any, page: Page) -> Iterator[str]:
    rules, verbs = page.resource.rules, page.resource.verbs
    yield "GET"
    if verbs.update and rules.update(row, page) is None:
        yield from ("POST", "PUT", "PATCH")
    if verbs.delete and rules.delete(row, page) is None:
        yield "DELETE"
