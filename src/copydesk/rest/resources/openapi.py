"""The description of the API for programs: OpenAPI 3.1, at `copydesk/v1/openapi.json`."""

from copydesk.rest.openapi.document import describe_api
from copydesk.rest.page import Call
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.wire.request import Answer

NAMESPACE = "copydesk/v1"


def openapi_route() -> Route:
    """The route of the description. The index does not list it: WordPress's index is what clients expect."""
    return Route(f"/{NAMESPACE}/openapi.json", (Endpoint(("GET",), read),), NAMESPACE, listed=False)


def read(call: Call) -> Outcome:
    return Answer(describe_api(call))
