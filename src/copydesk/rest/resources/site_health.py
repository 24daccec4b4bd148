"""Site health: the checks that the desk shows to administrators, as far as they concern this server."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.rest.index import namespace_route
from copydesk.rest.page import Call
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.wire.refused import Problem
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, mapping, string

FORBIDDEN = Problem("rest_forbidden", "You may not see how the site is doing.")
NAMESPACE = "wp-site-health/v1"

GOOD, RECOMMENDED = "good", "recommended"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    status: str
    label: str
    description: str
    area: str = "Performance"


def site_health_routes() -> Iterator[Route]:
    """The namespace and all checks."""
    yield namespace_route(NAMESPACE)
    for name, check in CHECKS.items():
        yield _route(f"tests/{name}", _reported(name, check), SCHEMA)
    yield _route("directory-sizes", read_sizes)
    yield _route("tests/page-cache", _reported("page-cache", check_page_cache))


def _route(path: str, run: Callable[[Call], Outcome], schema: Schema | None = None) -> Route:
    endpoint = Endpoint(("GET",), run, permit=may_look)
    pattern = f"/{NAMESPACE}/{path}"
    return Route(pattern, (endpoint,), NAMESPACE, (lambda call: schema) if schema else None)


def may_look(call: Call) -> Problem | None:
    # WordPress derives the right to see these from the right to install plugins.
    return None if call.viewer.can("install_plugins") else FORBIDDEN


def _reported(name: str, check: Callable[[Call], Finding]) -> Callable[[Call], Outcome]:
    def run(call: Call) -> Outcome:
        found = check(call)
        return Answer(
            {
                "label": found.label,
                "status": found.status,
                "badge": {"label": found.area, "color": "blue"},
                "description": f"<p>{found.description}</p>",
                "actions": "",
                "test": name.replace("-", "_"),
            }
        )

    return run


def check_updates(call: Call) -> Finding:
    return Finding(
        GOOD,
        "Updates are in your hands",
        "Copydesk never updates itself: a new version is installed like the first one.",
        "Security",
    )


def check_loopback(call: Call) -> Finding:
    return Finding(
        GOOD, "The site needs no requests to itself", "Jobs run in the server, and not through its own pages."
    )


def check_https(call: Call) -> Finding:
    if call.site.home.startswith("https://") and call.site.siteurl.startswith("https://"):
        return Finding(
            GOOD, "The site is read over HTTPS", "Both of its addresses begin with https.", "Security"
        )
    return Finding(
        RECOMMENDED,
        "The site is not read over HTTPS",
        "Change both addresses of the site to https, and the server in front accordingly.",
        "Security",
    )


def check_communication(call: Call) -> Finding:
    return Finding(
        GOOD,
        "The site asks nobody for updates",
        "It works without a connection to other servers.",
        "Security",
    )


def check_authorization(call: Call) -> Finding:
    if call.request.headers.get("authorization"):
        return Finding(GOOD, "Credentials arrive", "The Authorization header reaches the server.", "Security")
    return Finding(
        RECOMMENDED,
        "Credentials did not arrive",
        "The request had no Authorization header; a server in front may have taken it out.",
        "Security",
    )


def check_page_cache(call: Call) -> Finding:
    return Finding(
        GOOD, "Pages are kept in memory", "What was asked before is answered without the database."
    )


CHECKS: Mapping[str, Callable[[Call], Finding]] = {
    "background-updates": check_updates,
    "loopback-requests": check_loopback,
    "https-status": check_https,
    "dotorg-communication": check_communication,
    "authorization-header": check_authorization,
}


def read_sizes(call: Call) -> Outcome:
    """Folders are not measured: that would take longer than an answer should."""
    return Answer({"raw": 0})


def _fixed(schema: Schema) -> Schema:
    return {**schema, "readonly": True}


BADGE: dict[str, Any] = {
    "label": _fixed(string()),
    "color": _fixed(string(enum=["blue", "orange", "red", "green", "purple", "gray"])),
}
SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "title": "wp-site-health-test",
    "type": "object",
    "properties": {
        "test": _fixed(string("Which check.")),
        "label": _fixed(string("What it found, in a few words.")),
        "status": _fixed(string("How bad it is.", enum=["good", "recommended", "critical"])),
        "badge": _fixed(mapping("What it is about.", BADGE)),
        "description": _fixed(string("What it found, as HTML.")),
        "actions": _fixed(string("What to do, as HTML.")),
    },
}
