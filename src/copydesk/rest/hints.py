"""`targetHints`: the methods that the caller may use on what a link leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from copydesk.rest.page import Page


def read_hints(row: Any, page: Page) -> Mapping[str, Any]:
    """The methods of a row's own route that its rules grant, in the order of the route's endpoints."""
    # WP 7.1 asks without the arguments of this request: what a password opened is not in the list.
    allowed = list(_allowed(row, replace(page, call=page.call.with_params())))
    return {"targetHints": {"allow": allowed}} if allowed else {}


def _allowed(row: Any, page: Page) -> Iterator[str]:
    rules, verbs = page.resource.rules, page.resource.verbs
    if rules.read(row, page) is None:
        yield "GET"
    if verbs.update and rules.update(row, page) is None:
        yield from ("POST", "PUT", "PATCH")
    if verbs.delete and rules.delete(row, page) is None:
        yield "DELETE"
