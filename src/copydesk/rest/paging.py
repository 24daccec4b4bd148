"""Totals and neighbours of a page: `X-WP-Total`, `X-WP-TotalPages`, and links to `prev` and `next`."""

from collections.abc import Mapping

from copydesk.rest.page import Call
from copydesk.rest.resource import Resource
from copydesk.wire.query import format_query

Links = tuple[tuple[str, Mapping[str, str]], ...]


def page_count(total: int, per_page: int) -> int:
    return -(-total // per_page)


def paging_headers(call: Call, resource: Resource, total: int) -> tuple[dict[str, str | int], Links]:
    """Headers and `Link` entries for a collection of `total` items.

    The links repeat the arguments as they were understood; `prev` of a page far past the end is the last
    real page (recorded).
    """
    asked = int(call.params.get("per_page") or 0) if "per_page" in resource.params else 0
    per_page = asked or max(total, 1)
    pages = page_count(total, per_page)
    headers: dict[str, str | int] = {"X-WP-Total": total, "X-WP-TotalPages": pages}
    if resource.counts_in_words:
        headers = {name: str(number) for name, number in headers.items()}
    if "page" not in resource.params:
        return headers, ()
    page = _page_number(call, resource, per_page)
    links = []
    if page > 1:
        links.append((_page_url(call, resource, min(page - 1, pages or page - 1)), {"rel": "prev"}))
    if page < pages:
        links.append((_page_url(call, resource, page + 1), {"rel": "next"}))
    return headers, tuple(links)


def _page_number(call: Call, resource: Resource, per_page: int) -> int:
    offset = call.params.get("offset") if resource.pages_by_offset and "offset" in resource.params else None
    return int(call.params.get("page") or 1) if offset is None else page_count(int(offset), per_page) + 1


def _page_url(call: Call, resource: Resource, page: int) -> str:
    route = call.request.path.strip("/").lower()
    query = {**getattr(call.params, "query", {}), "page": page}
    if call.site.permalinks.is_plain:  # the address names the route already
        query.pop("rest_route", None)
    return call.site.rest_url(f"{route}?{format_query(query)}")
