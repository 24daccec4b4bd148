"""The order of a request, fixed and written once: match, identify, validate, permit, prepare, write,
present, announce. (Validation comes before permission: WordPress reports a missing argument before a
missing right.)
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from copydesk.rest.describe import describe_route
from copydesk.rest.embed import parse_embed
from copydesk.rest.match import Found, endpoint_for
from copydesk.rest.page import Call, Page
from copydesk.rest.paging import paging_headers
from copydesk.rest.params import Params, raw_params, read_params
from copydesk.rest.present import LINK_MEMBERS, pick_members, present
from copydesk.rest.route import Endpoint, Outcome
from copydesk.store.work import open_work
from copydesk.wire.fields import Wanted, parse_fields, pick
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer

NO_ROUTE = Problem("rest_no_route", "There is no route for this address and method.", 404)


def dispatch(call: Call) -> Answer:
    """The answer to a call, refusals included; anything else that goes wrong travels up."""
    try:
        return _answer(call)
    except Refused as refused:
        return refusal(refused.problem, call)


def refusal(problem: Problem, call: Call) -> Answer:
    """A problem as an answer."""
    body = problem.body(is_member=call.viewer.is_member)
    return Answer(body, status=problem.status_for(is_member=call.viewer.is_member))


def _answer(call: Call) -> Answer:
    if call.request.method == "OPTIONS":
        return describe(call)
    found, endpoint = match(call)
    call.params = raw_params(call, endpoint.params, found.named)
    try:
        call.params = read_params(call, endpoint.params, found.named)
        problem = endpoint.permit(call)
        if problem:
            raise Refused(problem)
        answer = present_outcome(run(call, endpoint), call)
    except Refused as refused:
        answer = refusal(refused.problem, call)
    return replace(answer, headers={**answer.headers, **allow_header(found, call)})


def match(call: Call) -> tuple[Found, Endpoint]:
    """The route and endpoint of a call, or Refused."""
    for found in call.api.matcher.find_all(call.request.path):
        endpoint = endpoint_for(found.route, call.request.method)
        if endpoint:
            return found, endpoint
    raise Refused(NO_ROUTE)


def run(call: Call, endpoint: Endpoint) -> Outcome:
    """Does what the endpoint does: prepares what is slow, then writes in a transaction or just reads."""
    if endpoint.prepare:
        call.prepared = endpoint.prepare(call)
    if not endpoint.writes:
        return endpoint.run(call)
    with open_work(call.db) as work:
        call.work = work
        return endpoint.run(call)


def present_outcome(outcome: Outcome, call: Call) -> Answer:
    """Rows to data, with what `_fields` and `_embed` ask for."""
    wanted = parse_fields(call.request.query.get("_fields"))
    if isinstance(outcome, Refused):
        raise outcome
    if isinstance(outcome, Answer):
        return _pick_answer(outcome, wanted)
    if outcome.context:
        call.params = {**call.params, "context": outcome.context}
    page = Page(call, outcome.resource, outcome.rows, wanted)
    shown = present(
        page,
        context=call.context,
        embed=parse_embed(call.request.query.get("_embed")),
        single=not outcome.is_collection,
    )
    if outcome.resource.is_keyed and outcome.is_collection:
        names = [outcome.resource.id_of(row) for row in outcome.rows]
        data = dict(zip(names, shown, strict=True))
        nothing: Any = [] if outcome.resource.is_list_when_empty else {}
        answer = Answer(data or nothing, outcome.status, outcome.headers)
        return _pick_answer(answer, wanted)
    if outcome.total is not None:
        headers, links = paging_headers(call, outcome.resource, outcome.total)
        return Answer(shown, outcome.status, {**headers, **outcome.headers}, links)
    if outcome.is_collection:
        return Answer(shown, outcome.status, outcome.headers)
    links = () if outcome.context else _alternate(page)  # told to readers, not to writers (recorded)
    return Answer(shown[0], outcome.status, outcome.headers, links)


def _alternate(page: Page) -> tuple[tuple[str, Mapping[str, str]], ...]:
    read = page.resource.alternate
    address = read(page.rows[0], page) if read else None
    return ((address, {"rel": "alternate", "type": "text/html"}),) if address else ()


def _pick_answer(answer: Answer, wanted: Wanted | None) -> Answer:
    if wanted is None or answer.status >= 400:
        return answer
    if isinstance(answer.data, list):
        return replace(answer, data=[pick_members(item, wanted, single=False) for item in answer.data])
    if isinstance(answer.data, dict):
        picked = pick_members(answer.data, wanted, single=True)
        links = {name: answer.data[name] for name in LINK_MEMBERS if name in answer.data}
        return replace(answer, data={**(picked or {}), **links} if links else picked)
    return answer


def allow_header(found: Found, call: Call) -> Mapping[str, str]:
    """`Allow`: the methods of the route that this caller may use; absent when there is none."""
    allowed = [
        method
        for endpoint in found.route.endpoints
        if _permits(endpoint, call)
        for method in endpoint.methods
    ]
    return {"Allow": ", ".join(dict.fromkeys(allowed))} if allowed else {}


def _permits(endpoint: Endpoint, call: Call) -> bool:
    try:
        return endpoint.permit(call) is None
    except Refused:
        return False


def describe(call: Call) -> Answer:
    """The answer to `OPTIONS`: the first route that fits the path, with its schema."""
    wanted = parse_fields(call.request.query.get("_fields"))
    found = next(call.api.matcher.find_all(call.request.path), None)
    if found is None:
        return Answer([])
    call.params = Params(dict(found.named))
    said = describe_route(found.route, call, with_schema=True)
    return Answer(pick(said, wanted) if wanted else said, headers=allow_header(found, call))
