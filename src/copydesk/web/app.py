"""The ASGI application: tells the API, the site and files apart, and moves the work to threads."""

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from typing import Any, TypeAlias

import anyio
from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect

from copydesk.content.answering import Newsroom
from copydesk.rest.serve import Response, serve
from copydesk.site.routes import read_page
from copydesk.store.failures import StoreError
from copydesk.web.parts import Parts
from copydesk.web.requests import Visit, api_route, forget_files, read_visit
from copydesk.web.static import uploads_app

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

THREADS = 4  # they take turns in Python, and each has a connection with a cache
OK = 200
DEBUG_HEADER = "x-copydesk-debug"
STATEMENTS_HEADER = "X-Copydesk-Statements"
JSON = {"Content-Type": "application/json; charset=UTF-8"}
FAILED = Response(
    500, JSON, b'{"code":"internal_server_error","message":"Something went wrong.","data":{"status":500}}'
)
NO_DATABASE = Response(
    503, JSON, b'{"code":"db_connect_error","message":"The database does not answer.","data":{"status":503}}'
)

_log = logging.getLogger(__name__)


class App:
    """One running server: an ASGI application over the parts of a site."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.uploads = uploads_app(parts.uploads)
        self.limiter: anyio.CapacityLimiter | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _live(self.parts, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        file = self.parts.upload_path(str(scope["path"]))
        if file is not None:
            await self.uploads({**scope, "path": file, "root_path": ""}, receive, send)
            return
        try:
            visit = await read_visit(scope, receive)
        except ClientDisconnect:
            return
        if self.limiter is None:
            self.limiter = anyio.CapacityLimiter(THREADS)
        try:
            response = await run_sync(respond, self.parts, visit, limiter=self.limiter)
        finally:
            forget_files(visit)
        await _send(response, send)


def respond(parts: Parts, visit: Visit) -> Response:
    """The response to a visit. What nobody expected is logged and answered with 500."""
    try:
        with parts.db.reading():
            route = api_route(visit, parts.sites.read().path)
            if route is not None:
                return _serve_api(parts, visit, route)
            newsroom = Newsroom(parts.db, parts.sites.read(), parts.api.types)
            page = read_page(newsroom, visit.path, visit.query)
        if page.post_id and page.status == OK:
            parts.announce("page_viewed", page.post_id)
        return Response(page.status, page.headers, b"" if visit.method == "HEAD" else page.html.encode())
    except StoreError:
        _log.exception("the database failed at %s %s", visit.method, visit.path)
        return NO_DATABASE
    except Exception:
        _log.exception("failed at %s %s", visit.method, visit.path)
        return FAILED


def _serve_api(parts: Parts, visit: Visit, route: str) -> Response:
    """The API's response; clients that ask for it are told how many statements it cost."""
    before = parts.db.statements
    request = visit.as_request(route)
    response = serve(parts.api, parts.db, parts.sites, request, uploads=parts.uploads)
    if visit.headers.get(DEBUG_HEADER) != "1":
        return response
    cost = {STATEMENTS_HEADER: str(parts.db.statements - before)}
    return replace(response, headers={**response.headers, **cost})


async def _live(parts: Parts, receive: Receive, send: Send) -> None:
    """Start and end of the process; plugins hear of the end while the database is still open."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.shutdown":
            await run_sync(parts.announce, "server_stopping")
            await send({"type": "lifespan.shutdown.complete"})
            return
        await send({"type": "lifespan.startup.complete"})


async def _send(response: Response, send: Send) -> None:
    headers = [(name.encode("latin-1"), value.encode("utf-8")) for name, value in response.headers.items()]
    headers.append((b"content-length", str(len(response.body)).encode()))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": response.body})
