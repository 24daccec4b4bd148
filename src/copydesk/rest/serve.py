"""From a request to the bytes of its answer: method override, callers, envelopes, callbacks, headers."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from copydesk.auth.identify import identify
from copydesk.auth.nonces import REST_ACTION, make_nonce
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.site import Site, SiteReader
from copydesk.rest.api import Api
from copydesk.rest.dispatch import dispatch
from copydesk.rest.page import Call
from copydesk.store.database import Db
from copydesk.wire.json import encode
from copydesk.wire.links import format_link_header
from copydesk.wire.refused import Problem
from copydesk.wire.request import Answer, Request

BAD_CALLBACK = Problem("rest_callback_invalid", "The name of the callback is not valid.", 400, has_data=False)

CALLBACK = re.compile(r"[\w.]+")
JSON = "application/json; charset=UTF-8"
JAVASCRIPT = "application/javascript; charset=UTF-8"

ALWAYS: Mapping[str, str] = {
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Expose-Headers": "X-WP-Total, X-WP-TotalPages, Link",
    "Access-Control-Allow-Headers": "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
}
SENT_LATE = ("Access-Control-Expose-Headers", "Access-Control-Allow-Headers", "Vary")
NOT_CACHED = "no-cache, must-revalidate, max-age=0, no-store, private"


@dataclass(frozen=True, slots=True)
class Response:
    """What goes out."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def serve(
    api: Api, db: Db, sites: SiteReader, request: Request, *, uploads: Path = Path("uploads")
) -> Response:
    """The response to a request for the API."""
    request = override_method(request)
    site = sites.read()
    viewer = identify(db, site.options, request, keys=site.keys, siteurl=site.siteurl)
    if isinstance(viewer, Problem):
        answer = Answer(viewer.body(), status=viewer.status_for(is_member=False))
        return respond(answer, site, STRANGER, request, is_cached=False)
    callback = request.query.get("_jsonp")
    if isinstance(callback, str) and callback and not CALLBACK.fullmatch(callback):
        headers = common_headers(site, viewer, request)
        kept = {name: value for name, value in headers.items() if name not in SENT_LATE}
        return Response(400, kept, encode(BAD_CALLBACK.body()))
    answer = dispatch(Call(api, db, site, viewer, request, uploads=uploads))
    return respond(answer, site, viewer, request)


def override_method(request: Request) -> Request:
    """`_method` in the query or the header `X-HTTP-Method-Override` names another method."""
    given = request.query.get("_method") or request.headers.get("x-http-method-override")
    if not isinstance(given, str) or not given:
        return request
    return replace(request, method=given.upper(), sent_method=request.method)


def respond(
    answer: Answer, site: Site, viewer: Viewer, request: Request, *, is_cached: bool = True
) -> Response:
    """Headers and bytes of an answer."""
    own = dict(answer.headers)
    if answer.links:  # in envelopes it stands before `Allow`, as in WordPress
        allowed = {"Allow": own.pop("Allow")} if "Allow" in own else {}
        own = {**own, "Link": format_link_header(answer.links), **allowed}
    headers = common_headers(site, viewer, request)
    if not is_cached:
        headers["Cache-Control"] = NOT_CACHED
    if "_envelope" in request.query:
        status, data = 200, {"body": answer.data, "status": answer.status, "headers": own or []}
    else:
        status, data = answer.status, answer.data
        headers |= {name: str(value) for name, value in own.items()}
    body = answer.text.encode() if answer.text else encode(data, pretty="_pretty" in request.query)
    callback = request.query.get("_jsonp")
    if isinstance(callback, str) and callback:
        body = b"/**/" + callback.encode() + b"(" + body + b")"
    return Response(status, headers, b"" if request.method == "HEAD" else body)


def common_headers(site: Site, viewer: Viewer, request: Request) -> dict[str, str]:
    """The headers that every answer of the API has."""
    headers: dict[str, Any] = {
        "Content-Type": JAVASCRIPT if request.query.get("_jsonp") else JSON,
        **ALWAYS,
        "Link": f'<{site.rest_url("")}>; rel="https://api.w.org/"',
    }
    if viewer.is_member:
        headers["Cache-Control"] = NOT_CACHED
    if viewer.session and site.keys:  # the next request may come with a younger nonce
        now = int(time.time())
        headers["X-WP-Nonce"] = make_nonce(
            site.keys, REST_ACTION, user=viewer.id, token=viewer.session, now=now
        )
    origin = request.headers.get("origin")
    if origin:
        headers |= {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Methods": "OPTIONS, GET, POST, PUT, PATCH, DELETE",
            "Access-Control-Allow-Credentials": "true",
        }
    if origin or ((request.sent_method or request.method) == "GET" and not viewer.is_member):
        headers["Vary"] = "Origin"
    return headers
