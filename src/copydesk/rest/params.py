"""Arguments of a request: gathered, checked, converted.

The order decides which errors a client sees (recorded): arguments that must be there; then the `early`
ones in the order of their declaration; then all others in the order in which they were sent. All
failures of a stage are reported together.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from copydesk.rest.page import Call
from copydesk.rest.resource import Param
from copydesk.wire.php_numbers import whole
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Request
from copydesk.wire.schema import array, boolean, integer, string
from copydesk.wire.schema_check import Failure, check
from copydesk.wire.schema_clean import clean

BAD_JSON = Problem("rest_invalid_json", "The body is not valid JSON.", 400)
BAD_PARAMS = Problem("rest_invalid_param", "Some arguments are not valid.", 400)
MISSING_PARAMS = Problem("rest_missing_callback_param", "Some arguments are missing.", 400)

JSON_DEPTH_ERROR, JSON_SYNTAX_ERROR, JSON_SURROGATE_ERROR = 1, 4, 10  # numbers of PHP's json_last_error
MAX_JSON_DEPTH = 512

WITH_BODY = ("POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, slots=True)
class Params(Mapping[str, Any]):
    """Checked values with defaults; `query` holds those of the query string as links repeat them."""

    cleaned: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    sent: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> Any:
        return self.cleaned[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.cleaned)

    def __len__(self) -> int:
        return len(self.cleaned)


def is_json(request: Request) -> bool:
    """True for `application/json` and types that end in `+json`."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


def parse_json_body(request: Request) -> Mapping[str, Any]:
    """The members of a JSON body; a body that is not an object counts as none. Refused when it is broken."""
    if not request.body or not is_json(request):
        return {}
    try:
        body = json.loads(request.body.decode("utf-8"))
    except RecursionError:
        raise Refused(BAD_JSON, **_json_error(JSON_DEPTH_ERROR)) from None
    except ValueError:
        raise Refused(BAD_JSON, **_json_error(JSON_SYNTAX_ERROR)) from None
    if isinstance(body, list):
        return {str(index): item for index, item in enumerate(body)}
    if not isinstance(body, dict):
        return {}
    _check_depth(body)
    return body


def _json_error(number: int) -> dict[str, Any]:
    return {"json_error_code": number, "json_error_message": "The JSON parser stopped."}


def _check_depth(body: Mapping[str, Any]) -> None:
    level: list[Any] = [body]
    for _ in range(MAX_JSON_DEPTH):
        inner: list[Any] = []
        for value in level:
            members = value.values() if isinstance(value, dict) else value
            inner += [member for member in members if isinstance(member, dict | list)]
            for text in members:
                if (
                    isinstance(text, str)
                    and not text.isascii()
                    and any("\ud800" <= c <= "\udfff" for c in text)
                ):
                    raise Refused(BAD_JSON, **_json_error(JSON_SURROGATE_ERROR))
        if not inner:
            return
        level = inner
    raise Refused(BAD_JSON, **_json_error(JSON_DEPTH_ERROR))


def read_params(call: Call, params: Mapping[str, Param], named: Mapping[str, str]) -> Params:
    """The checked arguments of a call. `named` are the groups of the route's pattern."""
    request = call.request
    sources = [parse_json_body(request), *_url_sources(request, named)]
    given = _merged(sources)
    given |= {name: text for name, text in named.items() if name not in params and _is_odd(given[name])}
    sent = list(dict.fromkeys(name for source in sources for name in source))
    _check_required(params, given)
    _check_early(params, given, call)
    cleaned = _clean_all(params, given, sent, call)
    query = {
        name: cleaned.get(name, value) if name in params else value for name, value in request.query.items()
    }
    return Params({**_defaults(params), **cleaned}, query, frozenset(given))


def raw_params(call: Call, params: Mapping[str, Param], named: Mapping[str, str]) -> Params:
    """The arguments as they were sent: what permissions are decided by when the check refuses them."""
    try:
        body = parse_json_body(call.request)
    except Refused:
        body = {}
    given = _merged([body, *_url_sources(call.request, named)])
    return Params({**_defaults(params), **given, **_places(given, params, named)})


def _places(
    given: Mapping[str, Any], params: Mapping[str, Param], named: Mapping[str, str]
) -> Mapping[str, Any]:
    """What the path names, as permissions take it when it does not fit: a number, or a text."""
    numbers = {name for name in named if name in params and params[name].schema.get("type") == "integer"}
    texts = {name: text if _is_odd(given[name]) else given[name] for name, text in named.items()}
    return {**texts, **{name: whole(given[name]) for name in numbers}}


def _is_odd(value: Any) -> bool:
    """True for what no path can hold: the query may say a name again, with brackets."""
    return isinstance(value, Mapping | list)


def _url_sources(request: Request, named: Mapping[str, str]) -> list[Mapping[str, Any]]:
    form = [request.form] if request.method in WITH_BODY else []
    return [*form, request.query, named]


def _merged(sources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """All that was sent; of two values for a name that of the earlier source."""
    given: dict[str, Any] = {}
    for source in reversed(sources):
        given.update(source)
    return given


def _defaults(params: Mapping[str, Param]) -> dict[str, Any]:
    return {name: param.schema["default"] for name, param in params.items() if "default" in param.schema}


def _check_required(params: Mapping[str, Param], given: Mapping[str, Any]) -> None:
    missing = [name for name, param in params.items() if param.required and given.get(name) is None]
    if missing:
        raise Refused(MISSING_PARAMS, params=missing)


def _check_early(params: Mapping[str, Param], given: Mapping[str, Any], call: Call) -> None:
    failures = {}
    for name, param in params.items():
        value = given.get(name)
        if value is None and param.refuses_default:
            value = param.schema["default"]
        if param.early and value is not None:
            failure = param.check(value, call) if param.check else check(value, param.schema, name)
            if failure:
                failures[name] = failure
    _refuse(failures)


def _clean_all(
    params: Mapping[str, Param], given: Mapping[str, Any], sent: list[str], call: Call
) -> dict[str, Any]:
    failures: dict[str, Failure] = {}
    cleaned: dict[str, Any] = {}
    for name in sent:
        param = params.get(name)
        if param is None:
            cleaned[name] = given[name]
            continue
        try:
            cleaned[name] = _clean_one(name, param, given[name], call)
        except _Failed as failed:
            failures[name] = failed.failure
    _refuse(failures)
    return cleaned


class _Failed(Exception):  # noqa: N818 — never leaves this file
    def __init__(self, failure: Failure) -> None:
        self.failure = failure


def _clean_one(name: str, param: Param, value: Any, call: Call) -> Any:
    if param.early:
        if value is None:
            return None
    elif not param.is_unchecked:
        problem = param.permit(value, call) if param.permit else None
        if problem:
            raise _Failed(_refused(problem, call))
        failure = check(value, param.schema, name) or (param.check(value, call) if param.check else None)
        if failure:
            raise _Failed(failure)
    is_taken = param.is_unchecked or (param.early and param.check)
    cleaned = value if is_taken else clean(value, param.schema, name)
    try:
        return param.clean(cleaned, call) if param.clean else cleaned
    except Refused as refused:
        raise _Failed(_refused(refused.problem, call)) from None


def _refused(problem: Problem, call: Call) -> Failure:
    status = problem.status_for(is_member=call.viewer.is_member)
    return Failure(problem.code, problem.message, {"status": status, **problem.facts})


def _refuse(failures: Mapping[str, Failure]) -> None:
    if not failures:
        return
    details: Any = {
        name: {
            "code": failure.code,
            "message": failure.message,
            "data": dict(failure.data) if failure.data is not None else None,
        }
        for name, failure in failures.items()
        if failure.code
    }
    raise Refused(
        BAD_PARAMS,
        params={name: failure.message for name, failure in failures.items()},
        details=details or [],
    )


def context_param(*contexts: str, default: str | None = "view") -> dict[str, Param]:
    """The argument `context`."""
    allowed = list(contexts or ("view", "embed", "edit"))
    text = "Scope under which the request is made; it decides which members the answer has."
    return {"context": Param(string(text, enum=allowed, default=default), early=True)}


PAGING: Mapping[str, Param] = {
    "page": Param(integer("Page of the collection.", default=1, minimum=1), early=True),
    "per_page": Param(integer("How many items a page has.", default=10, minimum=1, maximum=100), early=True),
}
SEARCH: Mapping[str, Param] = {"search": Param(string("Only what matches these words."), early=True)}
EXCLUDE: Mapping[str, Param] = {
    "exclude": Param(array("All but these ids.", integer(), default=[])),
}
INCLUDE: Mapping[str, Param] = {
    "include": Param(array("Only these ids.", integer(), default=[])),
}
OFFSET: Mapping[str, Param] = {"offset": Param(integer("How many items to pass over."))}
FORCE: Mapping[str, Param] = {
    "force": Param(boolean("Delete for good instead of moving to the trash.", default=False))
}


def ordering(default: str, orders: list[str], *, order: str = "desc", about: str = "") -> dict[str, Param]:
    """The arguments `order` and `orderby`."""
    return {
        "order": Param(string("Ascending or descending.", default=order, enum=["asc", "desc"])),
        "orderby": Param(string(about or "What to sort by.", default=default, enum=orders)),
    }
