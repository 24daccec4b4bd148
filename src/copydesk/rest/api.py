"""The API of one running server: its resources, routes and types, built once at start-up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from copydesk.content.types import Types
from copydesk.rest.compile import routes_of
from copydesk.rest.match import Matcher
from copydesk.rest.resource import Resource
from copydesk.rest.route import Route


@dataclass(frozen=True)
class Api:
    """Everything that requests are matched against."""

    types: Types
    resources: Mapping[str, Resource]
    routes: tuple[Route, ...]
    namespaces: tuple[str, ...]
    matcher: Matcher = field(repr=False)

    def resource(self, base: str) -> Resource:
        return self.resources[base]


def build_api(types: Types, parts: Iterable[Resource | Route]) -> Api:
    """An API of resources and routes, in the order in which they are published."""
    resources: dict[str, Resource] = {}
    routes: list[Route] = []
    for part in parts:
        if isinstance(part, Resource):
            resources.setdefault(part.base, part)
            routes += routes_of(part)
        else:
            shown = part.collection_of or part.item_of
            if shown:
                resources.setdefault(shown.base, shown)
            routes.append(part)
    return Api(
        types=types,
        resources=resources,
        routes=tuple(routes),
        namespaces=tuple(
            dict.fromkeys(route.namespace for route in routes if route.namespace and route.listed)
        ),
        matcher=Matcher(routes),
    )
