"""What the block editor and the desk ask for beside content, in the order in which it is published."""

from collections.abc import Callable, Iterator, Mapping

from copydesk.content.types import PostType
from copydesk.rest.resource import Resource
from copydesk.rest.resources.abilities import ability_parts
from copydesk.rest.resources.batch import batch_route
from copydesk.rest.resources.block_editor import block_editor_routes
from copydesk.rest.resources.block_renderer import renderer_route
from copydesk.rest.resources.block_types import block_type_parts
from copydesk.rest.resources.directories import directory_routes
from copydesk.rest.resources.font_collections import font_collection_parts
from copydesk.rest.resources.fonts import font_face_routes, font_family_routes
from copydesk.rest.resources.global_styles import global_styles_routes
from copydesk.rest.resources.icons import icon_parts
from copydesk.rest.resources.php_plugins import plugin_routes
from copydesk.rest.resources.sidebars import sidebar_routes
from copydesk.rest.resources.site_health import site_health_routes
from copydesk.rest.resources.templates import template_routes
from copydesk.rest.resources.themes import theme_parts
from copydesk.rest.resources.view_config import view_config_route
from copydesk.rest.resources.widget_types import widget_type_parts
from copydesk.rest.resources.widgets import widget_routes
from copydesk.rest.route import Route

# Types whose posts belong to the design of the site, and are not offered as posts are.
ROUTES_OF: Mapping[str, Callable[[PostType], Iterator[Route]]] = {
    "wp_template": template_routes,
    "wp_template_part": template_routes,
    "wp_global_styles": global_styles_routes,
    "wp_font_family": font_family_routes,
    "wp_font_face": font_face_routes,
}


def design_routes(post_type: PostType) -> Iterator[Route]:
    """The routes of a type of the site's design; none for other types."""
    make = ROUTES_OF.get(post_type.name)
    if make:
        yield from make(post_type)


def editor_parts() -> Iterator[Resource | Route]:
    """Everything that is not kept as posts."""
    yield renderer_route()
    yield from block_type_parts()
    yield from theme_parts()
    yield from plugin_routes()
    yield from sidebar_routes()
    yield from widget_type_parts()
    yield from widget_routes()
    yield from directory_routes()
    yield from site_health_routes()
    yield from block_editor_routes()
    yield from font_collection_parts()
    yield from ability_parts()
    yield from icon_parts()
    yield view_config_route()
    yield batch_route()
