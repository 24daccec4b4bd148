"""A visit: an HTTP request as plain values, and the route of the API that it asks for."""

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from anyio.to_thread import run_sync
from starlette.datastructures import UploadFile
from starlette.requests import Request as HttpRequest

from copydesk.wire.query import parse_pairs, parse_query
from copydesk.wire.request import BODY, Request, UploadedFile

API_ROOT = "/wp-json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
CHUNK_BYTES = 1 << 16


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
    files: Mapping[str, UploadedFile] = field(default_factory=dict)

    def as_request(self, route: str) -> Request:
        """The request for a route of the API."""
        return Request(
            method=self.method,
            path=route,
            query=self.query,
            headers=self.headers,
            body=self.body,
            form=self.form,
            files=self.files,
            host=self.headers.get("host", ""),
            remote_address=self.remote_address,
            uri=f"{self.raw_path}?{self.query_string}" if self.query_string else self.raw_path,
        )


@dataclass(frozen=True, slots=True)
class Body:
    """What came after the headers: bytes, or the fields and files of a form."""

    raw: bytes = b""
    form: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, UploadedFile] = field(default_factory=dict)


async def read_visit(
    scope: MutableMapping[str, Any], receive: Callable[[], Awaitable[MutableMapping[str, Any]]]
) -> Visit:
    """The visit of an ASGI scope, with its whole body."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    method = str(scope["method"])
    body = Body()
    if method not in ("GET", "HEAD", "OPTIONS") or "content-length" in headers:
        body = await _read_body(HttpRequest(scope, receive), headers.get("content-type", ""))
    client = scope.get("client")
    return Visit(
        method=method,
        path=str(scope["path"]),
        raw_path=scope.get("raw_path", b"").decode("latin-1"),
        query=parse_query(scope["query_string"].decode("latin-1")),
        headers=headers,
        body=body.raw,
        form=body.form,
        files=body.files,
        remote_address=client[0] if client else "",
        query_string=scope["query_string"].decode("latin-1"),
    )


async def _read_body(request: HttpRequest, content_type: str) -> Body:
    kind = content_type.split(";", maxsplit=1)[0].strip().lower()
    if kind == MULTIPART:
        return await _read_parts(request)
    if "content-disposition" in request.headers and kind != FORM and not kind.endswith("json"):
        return Body(files={BODY: await _keep_body(request, kind)})
    body = await request.body()
    return Body(body, parse_query(body.decode("latin-1")) if kind == FORM else {})


async def _read_parts(request: HttpRequest) -> Body:
    async with request.form() as parts:
        items = list(parts.multi_items())
        fields = parse_pairs((name, value) for name, value in items if isinstance(value, str))
        files = {name: await _keep_part(name, part) for name, part in items if not isinstance(part, str)}
    return Body(form=fields, files=files)


async def _keep_part(name: str, part: UploadFile) -> UploadedFile:
    async def chunks() -> AsyncIterator[bytes]:
        while chunk := await part.read(CHUNK_BYTES):
            yield chunk

    path, size = await _keep(chunks())
    return UploadedFile(name, part.filename or "", part.content_type or "", path, size)


async def _keep_body(request: HttpRequest, kind: str) -> UploadedFile:
    """A body that is a file is never held in memory whole."""
    path, size = await _keep(request.stream())
    return UploadedFile(BODY, "", kind, path, size)


async def _keep(chunks: AsyncIterable[bytes]) -> tuple[str, int]:
    """Writes what comes to a temporary file; nothing is left of one that breaks off."""
    file = NamedTemporaryFile(prefix="copydesk-", delete=False)  # noqa: SIM115 — `forget_files` removes it
    try:
        with file:
            async for chunk in chunks:
                await run_sync(file.write, chunk)
            return file.name, file.tell()
    except BaseException:
        Path(file.name).unlink(missing_ok=True)
        raise


def forget_files(visit: Visit) -> None:
    """Removes the temporary files of a visit that has been answered."""
    for file in visit.files.values():
        Path(file.path).unlink(missing_ok=True)


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
