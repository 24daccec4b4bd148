"""Addresses of the pages of a list: the address the reader is at, with the page's number in its query."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

from copydesk.text.percent import encode_query

_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//[^/]*", re.IGNORECASE | re.ASCII)


def with_query(address: str, name: str, value: int | str) -> str:
    """Sets one value of the query; a new one comes last."""
    path = _HOST.sub("", address.partition("#")[0].partition("?")[0], count=1)
    return f"{path}?{format_query({**parse_query(address), name: str(value)})}"


def format_query(values: Mapping[str, str]) -> str:
    return "&".join(
        f"{encode_query(name, safe='[]')}={encode_query(value)}" if value else encode_query(name, safe="[]")
        for name, value in values.items()
    )


def parse_query(address: str) -> dict[str, str]:
    """The values of an address's query by name; of equal names the last counts."""
    query = address.partition("#")[0].partition("?")[2]
    return dict(parse_qsl(query, keep_blank_values=True, errors="surrogateescape"))


def query_without(address: str, name: str) -> dict[str, str]:
    values = parse_query(address)
    values.pop(name, None)
    return values


def shown_pages(current: int, pages: int, middle: int = 2) -> Iterator[int | None]:
    """The first, the last, and those around the current page; None for a gap."""
    for number in _candidates(current, pages, middle):
        yield number if number in (1, pages) or abs(number - current) <= middle else None


def _candidates(current: int, pages: int, middle: int) -> Iterator[int]:
    """Those that are shown and one of each gap, however many pages there are."""
    first = min(max(current - middle - 1, 2), pages - 1)
    last = max(min(current + middle + 1, pages - 1), 2)
    yield from sorted({1, *range(first, last + 1), pages} if pages > 1 else {1})
