"""Many writes in one request, at `batch/v1`: checked before the first is done, then done one after the other.

Each is answered as if it had come alone, with a transaction of its own; one that fails does not stop the
others, unless all have to be valid.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from copydesk.rest.dispatch import allow_header, dispatch, match, refusal
from copydesk.rest.page import Call
from copydesk.rest.params import raw_params, read_params
from copydesk.rest.resource import Param
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.wire.query import parse_query
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, array, mapping, string

NOT_IN_BATCHES = Problem("rest_batch_not_allowed", "This route takes no part in batches.", 400)

MOST_REQUESTS = 25
MULTI_STATUS = 207
JSON = {"content-type": "application/json"}

ANYTHING: Schema = {"type": "object", "properties": [], "additionalProperties": True}
HEADERS: Schema = {
    "type": "object",
    "properties": [],
    "additionalProperties": {"type": ["string", "array"], "items": string()},
}
REQUEST = mapping(
    "",
    {
        "method": string(enum=["POST", "PUT", "PATCH", "DELETE"], default="POST"),
        "path": string(required=True),
        "body": ANYTHING,
        "headers": HEADERS,
    },
)


def batch_route() -> Route:
    """The route; each request is permitted or refused by itself."""
    params = {
        "validation": Param(string(enum=["require-all-validate", "normal"], default="normal")),
        "requests": Param(array("", REQUEST, maxItems=MOST_REQUESTS), required=True),
    }
    return Route("/batch/v1", (Endpoint(("POST",), run_batch, params),), namespace="")


@dataclass(frozen=True, slots=True)
class Checked:
    """A request of a batch, and why it cannot be done, if so."""

    call: Call
    problem: Problem | None


def run_batch(call: Call) -> Outcome:
    """The answers to all requests; none is done where all have to be valid and one is not."""
    asked = [check(single_call(call, request)) for request in call.params["requests"]]
    if call.params["validation"] == "require-all-validate" and any(one.problem for one in asked):
        refused = [enveloped(refusal(one.problem, one.call)) if one.problem else None for one in asked]
        return Answer({"failed": "validation", "responses": refused}, MULTI_STATUS)
    return Answer({"responses": [enveloped(answer(one)) for one in asked]}, MULTI_STATUS)


def single_call(call: Call, asked: Mapping[str, Any]) -> Call:
    """A request of the batch as a call of its own, by the same caller."""
    address = urlsplit(asked["path"])
    headers = {name.lower(): _header(value) for name, value in (asked.get("headers") or {}).items()}
    who = {
        name: call.request.headers[name] for name in ("host", "user-agent") if name in call.request.headers
    }
    request = replace(
        call.request,
        method=asked.get("method") or "POST",
        path=address.path,
        query=parse_query(address.query),
        headers={**who, **headers, **JSON},
        body=json.dumps(asked.get("body") or {}).encode(),
        form={},
        files={},
        uri=asked["path"],
    )
    return replace(call, request=request, params={}, target=None, work=None, prepared=None)


def _header(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def check(call: Call) -> Checked:
    """Whether a request names a route that takes part, and its arguments fit."""
    try:
        found, endpoint = match(call)
        call.params = raw_params(call, endpoint.params, found.named)
        if not endpoint.allow_batch:
            return Checked(call, NOT_IN_BATCHES)
        call.params = read_params(call, endpoint.params, found.named)
    except Refused as refused:
        return Checked(call, refused.problem)
    return Checked(call, None)


def answer(one: Checked) -> Answer:
    """The answer to one request, as if it had come alone."""
    if one.problem is None or one.problem.code != NOT_IN_BATCHES.code:
        return dispatch(one.call)
    return replace(refusal(one.problem, one.call), headers=allow_header(match(one.call)[0], one.call))


def enveloped(answer: Answer) -> dict[str, Any]:
    """An answer as a member of another."""
    return {"body": answer.data, "status": answer.status, "headers": dict(answer.headers) or []}
