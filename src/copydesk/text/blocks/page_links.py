"""Addresses of the pages of a list: the address the reader is at, with the page's number in its query."""

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, quote_plus, urlsplit


def with_query(address: str, name: str, value: int | str) -> str:
    """Sets one value of the query; a new one comes last."""
    parts = urlsplit(address)
    values = dict(parse_qsl(parts.query, keep_blank_values=True))
    values[name] = str(value)
    return f"{parts.path}?{format_query(values)}"


def format_query(values: Mapping[str, str]) -> str:
    return "&".join(
        f"{quote_plus(name, safe='[]')}={quote_plus(value)}" if value else quote_plus(name, safe="[]")
        for name, value in values.items()
    )


def query_without(address: str, name: str) -> dict[str, str]:
    values = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
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
