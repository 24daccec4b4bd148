"""The resources and routes of the API in the order in which they are published."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.rest.api import Api, build_api
from copydesk.rest.design import design_routes, editor_parts
from copydesk.rest.extend import extend
from copydesk.rest.index import index_route, namespace_route
from copydesk.rest.plugin import Plugin
from copydesk.rest.resource import Resource
from copydesk.rest.resources.application_passwords import application_password_routes
from copydesk.rest.resources.autosaves import autosave_routes
from copydesk.rest.resources.comments import comment_resource
from copydesk.rest.resources.me import me_route
from copydesk.rest.resources.media import media_resource
from copydesk.rest.resources.media_processing import media_routes
from copydesk.rest.resources.menu_items import menu_item_resource
from copydesk.rest.resources.menu_locations import menu_location_resource
from copydesk.rest.resources.menus import menu_resource
from copydesk.rest.resources.oembed import NAMESPACE as OEMBED
from copydesk.rest.resources.oembed import oembed_routes
from copydesk.rest.resources.openapi import openapi_route
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
)

# Kinds of content with fields of their own.
OF_TYPES: Mapping[str, Callable[[PostType, Types], Resource]] = {
    "attachment": media_resource,
    "nav_menu_item": menu_item_resource,
}
OF_TAXONOMIES: Mapping[str, Callable[[Taxonomy, Types], Resource]] = {"nav_menu": menu_resource}


def content_api(types: Types, plugins: Sequence[Plugin] = ()) -> Api:
    """The API of a site with these kinds of content."""
    parts = [extend(part, plugins) if isinstance(part, Resource) else part for part in content_parts(types)]
    own = [part for plugin in plugins for part in plugin.routes]
    namespaces = dict.fromkeys(part.namespace for part in own)
    roots = [namespace_route(namespace) for namespace in namespaces if namespace != "wp/v2"]
    return build_api(types, [*parts, *roots, *own, openapi_route()])


def types_with_plugins(types: Types, plugins: Sequence[Plugin]) -> Types:
    """The kinds of content with those that plugins declare."""
    for plugin in plugins:
        types = types.with_more(
            plugin.post_types,
            plugin.taxonomies,
            plugin.meta,
            blocks=plugin.blocks,
            shortcodes=plugin.shortcodes,
        )
    return types


def content_parts(types: Types) -> Iterator[Resource | Route]:
    """Everything in `wp/v2`, and the root."""
    yield index_route()
    yield namespace_route(OEMBED)
    yield from oembed_routes()
    yield namespace_route("wp/v2")
    for post_type in types.posts.values():
        if post_type.rest_base and post_type.name not in APART:
            resource = OF_TYPES.get(post_type.name, post_resource)(post_type, types)
            yield resource
            if post_type.name == "attachment":
                yield from media_routes(resource)
            if post_type.has("revisions"):
                yield revision_resource(post_type, types, resource)
            if post_type.has("autosave"):
                yield from autosave_routes(post_type, types, resource)
        yield from design_routes(post_type)
    yield type_resource()
    yield status_resource()
    yield taxonomy_resource()
    for taxonomy in types.taxonomies.values():
        if taxonomy.rest_base:
            yield OF_TAXONOMIES.get(taxonomy.name, term_resource)(taxonomy, types)
    users = user_resource(types)
    yield users
    yield me_route(users)
    yield from application_password_routes()
    yield comment_resource(types)
    yield search_resource(types)
    yield settings_route()
    yield menu_location_resource()
    yield from editor_parts()
