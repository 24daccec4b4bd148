"""A visit: an HTTP request as plain values, and the route of the API that it asks for."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request as HttpRequest

from copydesk.wire.query import parse_pairs, parse_query
from copydesk.wire.request import Request

API_ROOT = "/wp-json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Visit:
    """What came over HTTP. `path` is decoded; `raw_path` is as sent."""

    method: str
    path: str
    raw_path: str
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: bytes = b""
    form: Mapping[str, Any] = field(default_factory=dict)
    remote_address: str = ""
    query_string: str = ""  # as sent

    def as_request(self, route: str) -> Request:
        """The request for a route of the API."""
        return Request(
            method=self.method,
            path=route,
            query=self.query,
            headers=self.headers,
            body=self.body,
            form=self.form,
            host=self.headers.get("host", ""),
            remote_address=self.remote_address,
            uri=f"{self.raw_path}?{self.query_string}" if self.query_string else self.raw_path,
        )


async def read_visit(
    scope: MutableMapping[str, Any], receive: Callable[[], Awaitable[MutableMapping[str, Any]]]
) -> Visit:
    """The visit of an ASGI scope, with its whole body."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    method = str(scope["method"])
    body: bytes = b""
    form: dict[str, Any] = {}
    if method not in ("GET", "HEAD", "OPTIONS") or "content-length" in headers:
        body, form = await _read_body(HttpRequest(scope, receive), headers.get("content-type", ""))
    client = scope.get("client")
    return Visit(
        method=method,
        path=str(scope["path"]),
        raw_path=scope.get("raw_path", b"").decode("latin-1"),
        query=parse_query(scope["query_string"].decode("latin-1")),
        headers=headers,
        body=body,
        form=form,
        remote_address=client[0] if client else "",
        query_string=scope["query_string"].decode("latin-1"),
    )


async def _read_body(request: HttpRequest, content_type: str) -> tuple[bytes, dict[str, Any]]:
    kind = content_type.split(";", maxsplit=1)[0].strip().lower()
    if kind == "multipart/form-data":
        async with request.form() as parts:
            return b"", parse_pairs(
                (name, value) for name, value in parts.multi_items() if isinstance(value, str)
            )
    body = await request.body()
    return body, parse_query(body.decode("latin-1")) if kind == FORM else {}


def api_route(visit: Visit, site_path: str) -> str | None:
    """The route that a visit asks for: below `/wp-json`, or in `rest_route`; None when it is for the site.

    Escapes in the path are not undone (recorded: `%70osts` is no route).
    """
    raw = visit.raw_path or visit.path
    path = raw[len(site_path) :] if raw.startswith(site_path) else raw
    if path.startswith("/index.php/"):
        path = path.removeprefix("/index.php")
    if path == API_ROOT or path.startswith(API_ROOT + "/"):
        return _trimmed(path[len(API_ROOT) :])
    asked = visit.query.get("rest_route")
    if isinstance(asked, str) and asked and path in ("", "/", "/index.php"):
        return _trimmed(asked)
    return None


def _trimmed(route: str) -> str:
    """One slash at the end is as good as none."""
    return route[:-1] if len(route) > 1 and route.endswith("/") else route or "/"
