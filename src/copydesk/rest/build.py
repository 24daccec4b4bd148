"""The resources and routes of the API in the order in which they are published."""

from collections.abc import Iterator, Sequence

from copydesk.content.types import Types
from copydesk.rest.api import Api, build_api
from copydesk.rest.design import design_routes, editor_parts
from copydesk.rest.extend import extend
from copydesk.rest.index import index_route, namespace_route
from copydesk.rest.plugin import Plugin
from copydesk.rest.resource import Resource
from copydesk.rest.resources.application_passwords import application_password_routes
from copydesk.rest.resources.comments import comment_resource
from copydesk.rest.resources.me import me_route
from copydesk.rest.resources.media import media_resource
from copydesk.rest.resources.menu_locations import menu_location_resource
from copydesk.rest.resources.menus import menu_resource
from copydesk.rest.resources.posts import post_resource
from copydesk.rest.resources.revisions import revision_resource
from copydesk.rest.resources.search import search_resource
from copydesk.rest.resources.settings import settings_route
from copydesk.rest.resources.statuses import status_resource
from copydesk.rest.resources.taxonomies import taxonomy_resource
from copydesk.rest.resources.terms import term_resource
from copydesk.rest.resources.types import type_resource
from copydesk.rest.resources.users import user_resource
from copydesk.rest.route import Route

# Types whose routes follow rules of their own, and not those of posts.
APART = (
    "wp_template",
    "wp_template_part",
    "wp_global_styles",
    "wp_font_family",
    "wp_font_face",
    "nav_menu_item",
)


def content_api(types: Types, plugins: Sequence[Plugin] = ()) -> Api:
    """The API of a site with these kinds of content."""
    parts = [extend(part, plugins) if isinstance(part, Resource) else part for part in content_parts(types)]
    own = [part for plugin in plugins for part in plugin.routes]
    namespaces = dict.fromkeys(part.namespace for part in own)
    roots = [namespace_route(namespace) for namespace in namespaces if namespace != "wp/v2"]
    return build_api(types, [*parts, *roots, *own])


def types_with_plugins(types: Types, plugins: Sequence[Plugin]) -> Types:
    """The kinds of content with those that plugins declare."""
    for plugin in plugins:
        types = types.with_more(plugin.post_types, plugin.taxonomies, plugin.meta)
    return types


def content_parts(types: Types) -> Iterator[Resource | Route]:
    """Everything in `wp/v2`, and the root."""
    yield index_route()
    yield namespace_route("wp/v2")
    for post_type in types.posts.values():
        if not post_type.rest_base or post_type.name in APART:
            yield from design_routes(post_type)
            continue
        yield media_resource(types) if post_type.name == "attachment" else post_resource(post_type, types)
        if post_type.has("revisions"):
            yield revision_resource(post_type, types)
    yield type_resource()
    yield status_resource()
    yield taxonomy_resource()
    for taxonomy in types.taxonomies.values():
        if taxonomy.rest_base:
            is_menu = taxonomy.name == "nav_menu"
            yield menu_resource(taxonomy, types) if is_menu else term_resource(taxonomy, types)
    users = user_resource(types)
    yield users
    yield me_route(users)
    yield from application_password_routes()
    yield comment_resource(types)
    yield search_resource(types)
    yield settings_route()
    yield menu_location_resource()
    yield from editor_parts()
