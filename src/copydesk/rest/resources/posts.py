"""Posts of every type that the API offers: posts, pages, and what plugins register."""

from collections.abc import Mapping, Sequence

from copydesk.content.sources import post_sources
from copydesk.content.standing import Sources
from copydesk.content.types import PostType, Types
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import Param, Resource, Verbs
from copydesk.rest.resources.post_fields import (
    has_excerpt,
    post_fields,
)
from copydesk.rest.resources.post_finding import find_page
from copydesk.rest.resources.post_links import action_schemas, post_links
from copydesk.rest.resources.post_loading import (
    load_details,
    load_links,
)
from copydesk.rest.resources.post_params import post_params
from copydesk.rest.resources.post_rules import find_target, post_rules
from copydesk.rest.resources.post_writes import post_creator, post_deleter, post_updater
from copydesk.store.rows import Post
from copydesk.wire.schema import integer, string

EXCERPT_LENGTH = {"excerpt_length": Param(integer("How many words an automatic excerpt has."))}
PASSWORD = {"password": Param(string("The password of a protected post."))}


def post_resource(post_type: PostType, types: Types) -> Resource:
    """The resource of a post type."""

    def find(call: Call) -> tuple[Sequence[Post], int]:
        return find_page(call, post_type)

    return Resource(
        base=post_type.rest_base,
        title=post_type.name,
        fields=post_fields(post_type, types),
        links=post_links(post_type, types),
        verbs=Verbs(
            find,
            find_target(post_type),
            create=post_creator(post_type),
            update=post_updater(post_type),
            delete=post_deleter(post_type),
        ),
        rules=post_rules(post_type),
        params=post_params(post_type, types),
        item_params={**context_param(), **(EXCERPT_LENGTH if has_excerpt(post_type) else {}), **PASSWORD},
        kind="post",
        sources=load_sources,
        alternate=read_alternate,
        id_schema=integer("The post's id."),
        schema_links=tuple(action_schemas(post_type, types)),
    )


def load_sources(page: Page) -> Mapping[int, Sources]:
    """What the answers of the page's posts are made from."""
    details = page.load(load_details)
    return {post.id: post_sources(page.call.site, post, details[post.id]) for post in page.rows}


def read_alternate(post: Post, page: Page) -> str | None:
    """The page that people read, for the `Link` header of a post of a type that has pages."""
    is_shown = page.call.api.types.posts[post.type].is_viewable
    return page.load(load_links)[post.id] if is_shown else None
