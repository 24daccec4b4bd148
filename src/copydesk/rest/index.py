"""The indexes: the root of the API with what the site says of itself, and one for each namespace."""

from collections.abc import Mapping
from typing import Any

from copydesk.content.files import load_file_urls
from copydesk.rest.describe import describe_route
from copydesk.rest.page import Call
from copydesk.rest.resource import Param
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.wire.links import CURIES
from copydesk.wire.request import Answer

HELP = "https://developer.wordpress.org/rest-api/"
CONTEXT = {"context": Param({"default": "view"})}


def index_route() -> Route:
    """The route `/`."""
    return Route("/", (Endpoint(("GET",), read_index, CONTEXT),), namespace="")


def namespace_route(namespace: str) -> Route:
    """The route of a namespace."""

    def run(call: Call) -> Outcome:
        routes = {
            route.pattern: describe_route(route, call, with_schema=call.context == "help")
            for route in call.api.routes
            if route.namespace == namespace and route.listed
        }
        links = {"up": [{"href": call.site.rest_url("")}]}
        return Answer({"namespace": namespace, "routes": routes, "_links": links})

    params = {"namespace": Param({"default": namespace}), **CONTEXT}
    return Route(f"/{namespace}", (Endpoint(("GET",), run, params),), namespace=namespace)


def read_index(call: Call) -> Outcome:
    """What the site says of itself, and all its routes."""
    site = call.site
    routes = {
        route.pattern: describe_route(route, call, with_schema=call.context == "help")
        for route in call.api.routes
        if route.listed
    }
    data: dict[str, Any] = {
        "name": site.name,
        "description": site.description,
        "url": site.siteurl,
        "home": site.home,
        "gmt_offset": site.gmt_offset,
        "timezone_string": site.timezone_string,
        "page_for_posts": site.int_option("page_for_posts"),
        "page_on_front": site.int_option("page_on_front"),
        "show_on_front": site.option("show_on_front", "posts"),
        "namespaces": list(call.api.namespaces),
        "authentication": _authentication(call),
        "routes": routes,
        "site_logo": site.logo_id or False,
        "site_icon": site.icon_id,
        "site_icon_url": _icon_url(call),
    }
    data["_links"] = _links(call)
    return Answer(data)


def _authentication(call: Call) -> Mapping[str, Any] | list[Any]:
    if not call.site.siteurl.startswith("https://"):
        return []
    address = f"{call.site.siteurl}/wp-admin/authorize-application.php"
    return {"application-passwords": {"endpoints": {"authorization": address}}}


def _icon_url(call: Call) -> str:
    icon = call.site.icon_id
    return load_file_urls(call.db, call.site, [icon]).get(icon, "") if icon else ""


def _links(call: Call) -> dict[str, Any]:
    links: dict[str, list[dict[str, Any]]] = {"help": [{"href": HELP}]}
    for kind, media_id in (("site_logo", call.site.logo_id), ("site_icon", call.site.icon_id)):
        if media_id:
            href = call.url(f"media/{media_id}")
            links.setdefault("wp:featuredmedia", []).append({"embeddable": True, "type": kind, "href": href})
    if len(links) > 1:
        links["curies"] = [dict(curie) for curie in CURIES]
    return links
