"""The indexes: the root of the API with what the site says of itself, and one for each namespace."""

from collections.abc import Mapping
from typing import Any

from copydesk.content.files import load_file_urls
from copydesk.media.sizes import MAX_BIT_DEPTH, THRESHOLD, image_sizes
from copydesk.rest.describe import describe_route
from copydesk.rest.embed import embed_rows, parse_embed
from copydesk.rest.page import Call
from copydesk.rest.resource import Param
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.store.posts import load_posts
from copydesk.wire.fields import parse_fields
from copydesk.wire.links import CURIES
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, array, integer, mapping, string

HELP = "https://developer.wordpress.org/rest-api/"
PICTURES = "wp:featuredmedia"
CONTEXT = {"context": Param({"default": "view"})}


ROUTES: Schema = mapping("Routes by their patterns.", additionalProperties=mapping("Methods and arguments."))
SHOWS_INDEX: Schema = mapping(
    "What the site says of itself.",
    {
        "name": string("Its title, as HTML."),
        "description": string("Its tagline, as HTML."),
        "url": string("Where the CMS answers.", format="uri"),
        "home": string("Where its readers go.", format="uri"),
        "gmt_offset": {"type": ["number", "string"], "description": "Hours east of Greenwich now."},
        "timezone_string": string("A city in its time zone."),
        "namespaces": array("What routes begin with.", string()),
        "authentication": mapping("How programs get a password of their own."),
        "routes": ROUTES,
        "site_logo": {"type": ["integer", "boolean"], "description": "The id of its logo."},
        "site_icon": integer("The id of its icon."),
        "site_icon_url": string("The address of its icon."),
        "_links": mapping(),
    },
)
SHOWS_NAMESPACE: Schema = mapping(
    "What a namespace offers.", {"namespace": string("Its name."), "routes": ROUTES, "_links": mapping()}
)


def index_route() -> Route:
    """The route `/`."""
    return Route("/", (Endpoint(("GET",), read_index, CONTEXT),), namespace="", shows=SHOWS_INDEX)


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
    return Route(
        f"/{namespace}", (Endpoint(("GET",), run, params),), namespace=namespace, shows=SHOWS_NAMESPACE
    )


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
        **_image_facts(call),
        "site_logo": site.logo_id or False,
        "site_icon": site.icon_id,
        "site_icon_url": _icon_url(call),
    }
    wanted = parse_fields(call.request.query.get("_fields"))
    if wanted is None or wanted.has("_links") or wanted.has("_embedded"):
        data |= _links_of(call)
    return Answer(data)


def _authentication(call: Call) -> Mapping[str, Any] | list[Any]:
    if not call.site.siteurl.startswith("https://"):
        return []
    address = f"{call.site.siteurl}/wp-admin/authorize-application.php"
    return {"application-passwords": {"endpoints": {"authorization": address}}}


def _image_facts(call: Call) -> Mapping[str, Any]:
    """How pictures are scaled, told to those who may upload them."""
    if not call.viewer.can("upload_files"):
        return {}
    return {
        "image_sizes": image_sizes(call.site.options),
        "image_size_threshold": THRESHOLD,
        "image_strip_meta": True,
        "image_max_bit_depth": MAX_BIT_DEPTH,
    }


def _icon_url(call: Call) -> str:
    icon = call.site.icon_id
    return load_file_urls(call.db, call.site, [icon]).get(icon, "") if icon else ""


def _links_of(call: Call) -> dict[str, Any]:
    """The links of the site, and the pictures among them when they are to be embedded."""
    pictures = {"site_logo": call.site.logo_id, "site_icon": call.site.icon_id}
    pictures = {kind: media_id for kind, media_id in pictures.items() if media_id}
    links: dict[str, list[dict[str, Any]]] = {"help": [{"href": HELP}]}
    if call.viewer.can("switch_themes") or call.viewer.can("edit_posts"):
        links["wp:active-theme"] = [{"href": call.url(f"themes/{call.site.option('stylesheet')}")}]
    if pictures:
        links[PICTURES] = [
            {"embeddable": True, "type": kind, "href": call.url(f"media/{media_id}")}
            for kind, media_id in pictures.items()
        ]
    if len(links) > 1:
        links["curies"] = [dict(curie) for curie in CURIES]
    asked = parse_embed(call.request.query.get("_embed"))
    if not pictures or not (asked is True or (asked and PICTURES in asked)):
        return {"_links": links}
    shown = embed_rows(call, "media", load_posts(call.db, pictures.values()))
    return {"_links": links, "_embedded": {PICTURES: [shown[media_id] for media_id in pictures.values()]}}
