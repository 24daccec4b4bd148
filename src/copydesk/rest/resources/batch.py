"""Many writes in one request, at `batch/v1`."""

from copydesk.rest.resource import Param, not_yet
from copydesk.rest.route import Endpoint, Route
from copydesk.wire.schema import Schema, array, mapping, string

MOST_REQUESTS = 25

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
    return Route("/batch/v1", (Endpoint(("POST",), not_yet, params),), namespace="")
