"""The members of a post of any type; which of them a type has follows from what it supports."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from copydesk.content.post_classes import post_classes
from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Page
from copydesk.rest.resource import ALL, EDIT, VIEW, Field
from copydesk.rest.resources.post_checks import take_any_text, template_check
from copydesk.rest.resources.post_loading import (
    RENDERED_TWICE,
    details_of,
    load_link_maker,
    load_links,
    load_post_meta,
    load_slugs,
    load_texts,
    load_titles,
)
from copydesk.rest.resources.post_params import FORMATS
from copydesk.rest.resources.post_variants import vary_fields
from copydesk.store.rows import Post
from copydesk.text.blocks.hooks import settle_blocks
from copydesk.text.urls import escape_url
from copydesk.wire.dates import EMPTY_DATE, format_rest_date, gmt_of_local
from copydesk.wire.schema import Schema, array, boolean, integer, mapping, nullable, string

Read = Callable[[Post, Page], Any]

SHOWN = {"context": ["view", "edit", "embed"], "readonly": True}
RAW = {"context": ["edit"]}


def post_fields(post_type: PostType, types: Types) -> tuple[Field, ...]:
    """The fields of a type, in the order of the wire."""
    fields = [field for field in _all_fields(post_type, types) if field is not None]
    return tuple(vary_fields(post_type.name, fields, types))


def has_excerpt(post_type: PostType) -> bool:
    """Pages show one, though they do not support any (recorded)."""
    return post_type.has("excerpt") or post_type.name == "page"


def _all_fields(post_type: PostType, types: Types) -> Iterator[Field | None]:
    has = post_type.has
    yield Field("id", integer("The post's id."), context=ALL, readonly=True)
    yield from DATES
    yield Field("password", string("A password that protects content and excerpt."), context=EDIT)
    yield from IDENTITY
    yield TITLE if has("title") else None
    yield CONTENT if has("editor") else None
    yield EXCERPT if has_excerpt(post_type) else None
    yield AUTHOR if has("author") else None
    yield FEATURED_MEDIA if has("thumbnail") else None
    yield PARENT if post_type.is_hierarchical else None
    yield MENU_ORDER if has("page-attributes") else None
    yield COMMENT_STATUS if has("comments") else None
    yield PING_STATUS if has("comments") else None
    yield STICKY if post_type.name == "post" else None
    yield replace(TEMPLATE, check=template_check(post_type))
    yield FORMAT if has("post-formats") else None
    yield meta_field("post", post_type.name, types, load_post_meta) if has("custom-fields") else None
    for taxonomy in types.taxonomies_of(post_type.name):
        yield taxonomy_field(taxonomy) if taxonomy.rest_base else None
    if post_type.is_viewable:
        yield PERMALINK_TEMPLATE
        yield GENERATED_SLUG
        yield CLASS_LIST


def _date(name: str) -> Read:
    def read(post: Post, page: Page) -> str | None:
        return format_rest_date(getattr(post, name), page.call.site.zone)

    return read


def read_date_gmt(post: Post, page: Page) -> str | None:
    return _gmt_date(post.date_gmt, post.date, page)


def read_modified_gmt(post: Post, page: Page) -> str | None:
    return _gmt_date(post.modified_gmt, post.modified, page)


def _gmt_date(stored: str, local: str, page: Page) -> str | None:
    """A draft without a GMT date is shown with the one that its local date comes to."""
    zone = page.call.site.zone
    shown = stored if stored != EMPTY_DATE else gmt_of_local(local, zone)
    return format_rest_date(shown, zone) if shown else None


def read_guid(post: Post, page: Page) -> Mapping[str, str]:
    return {"rendered": escape_url(post.guid), "raw": post.guid}


def read_link(post: Post, page: Page) -> str:
    return page.load(load_links)[post.id]


def read_title(post: Post, page: Page) -> Mapping[str, Any]:
    return {"raw": post.title, "rendered": page.load(load_titles)[post.id]}


def read_content(post: Post, page: Page) -> Mapping[str, Any]:
    shown = page.load(load_texts).contents.get(post.id, "") if page.wants("content.rendered") else ""
    # Only members ever see it raw.
    is_settled = page.resource.title in RENDERED_TWICE and page.call.viewer.is_member
    return {
        "raw": settle_blocks(post.content) if is_settled else post.content,
        "rendered": shown,
        "protected": bool(post.password),
        "block_version": 1 if "<!-- wp:" in post.content else 0,
    }


def read_excerpt(post: Post, page: Page) -> Mapping[str, Any]:
    shown = page.load(load_texts).excerpts.get(post.id, "") if page.wants("excerpt.rendered") else ""
    return {"raw": post.excerpt, "rendered": shown, "protected": bool(post.password)}


def read_template(post: Post, page: Page) -> str:
    return details_of(post, page).first("_wp_page_template").removeprefix("default")


def read_class_list(post: Post, page: Page) -> list[str]:
    return post_classes(post, details_of(post, page), page.call.api.types)


def read_permalink_template(post: Post, page: Page) -> str:
    return page.load(load_link_maker).template(post)


def read_generated_slug(post: Post, page: Page) -> str:
    return page.load(load_slugs)[post.id]


def taxonomy_field(taxonomy: Taxonomy) -> Field:
    """The ids of the post's terms, under the taxonomy's base."""

    def read(post: Post, page: Page) -> list[int]:
        return [term.id for term in details_of(post, page).terms.get(taxonomy.name, ())]

    return Field(
        taxonomy.rest_base,
        array(f"The terms of the post in the taxonomy {taxonomy.name}.", integer()),
        read,
        VIEW,
        made_from=(f"terms:{taxonomy.name}",),
    )


def _rendered(description: str, raw: str, html: str, **more: Schema) -> Schema:
    properties = {"raw": {**string(raw), **RAW}, "rendered": {**string(html), **SHOWN}, **more}
    return mapping(description, properties)


PROTECTED = {**boolean("Whether a password protects it."), **SHOWN}
STATUSES = ["publish", "future", "draft", "pending", "private"]

DATES = (
    Field(
        "date",
        nullable(string("When the post was published, in the site's time zone.", format="date-time")),
        _date("date"),
        ALL,
    ),
    Field(
        "date_gmt",
        nullable(string("When the post was published, in GMT.", format="date-time")),
        read_date_gmt,
        VIEW,
        made_from=("date",),
    ),
    Field(
        "guid",
        mapping(
            "The post's global identifier.",
            {
                "raw": {**string("As stored."), **RAW, "readonly": True},
                "rendered": {**string("For display."), "context": ["view", "edit"], "readonly": True},
            },
        ),
        read_guid,
        VIEW,
        readonly=True,
    ),
    Field(
        "modified",
        string("When the post was last changed, in the site's time zone.", format="date-time"),
        _date("modified"),
        VIEW,
        readonly=True,
    ),
    Field(
        "modified_gmt",
        string("When the post was last changed, in GMT.", format="date-time"),
        read_modified_gmt,
        VIEW,
        readonly=True,
        made_from=("modified",),
    ),
)

IDENTITY = (
    Field("slug", string("The post's name in addresses, unique in its type."), context=ALL),
    Field("status", string("The post's status.", enum=STATUSES), context=VIEW),
    Field("type", string("The post's type."), context=ALL, readonly=True),
    Field(
        "link",
        string("The post's address.", format="uri"),
        read_link,
        ALL,
        readonly=True,
        made_from=("slug", "status", "type", "date", "parent", "site"),
    ),
)

TITLE = Field(
    "title", _rendered("The title.", "As stored.", "As HTML."), read_title, ALL, check=take_any_text
)
CONTENT = Field(
    "content",
    mapping(
        "The content.",
        {
            "raw": {**string("As stored."), **RAW},
            "rendered": {**string("As HTML."), "context": ["view", "edit"], "readonly": True},
            "block_version": {**integer("The version of the block format."), **RAW, "readonly": True},
            "protected": PROTECTED,
        },
    ),
    read_content,
    VIEW,
    made_from=("content", "password"),
    check=take_any_text,
)
EXCERPT = Field(
    "excerpt",
    _rendered("The excerpt.", "As stored.", "As HTML.", protected=PROTECTED),
    read_excerpt,
    ALL,
    made_from=("excerpt", "content", "password"),
    check=take_any_text,
)
AUTHOR = Field("author", integer("The id of the author."), context=ALL)
FEATURED_MEDIA = Field(
    "featured_media",
    integer("The id of the featured picture."),
    lambda post, page: details_of(post, page).thumbnail,
    ALL,
    made_from=("thumbnail",),
)
PARENT = Field("parent", integer("The id of the parent."), context=VIEW)
MENU_ORDER = Field("menu_order", integer("The place among its siblings."), context=VIEW)
COMMENT_STATUS = Field(
    "comment_status", string("Whether comments are open.", enum=["open", "closed"]), context=VIEW
)
PING_STATUS = Field("ping_status", string("Whether pings are open.", enum=["open", "closed"]), context=VIEW)
STICKY = Field(
    "sticky",
    boolean("Whether the post stays on top."),
    lambda post, page: post.id in page.call.site.sticky_ids,
    VIEW,
)
TEMPLATE = Field("template", string("The theme's template for the post."), read_template, VIEW)
FORMAT = Field(
    "format",
    string("The post's format.", enum=FORMATS),
    lambda post, page: details_of(post, page).format,
    VIEW,
    made_from=("terms:post_format",),
)
PERMALINK_TEMPLATE = Field(
    "permalink_template",
    string("The address with a place for the slug."),
    read_permalink_template,
    EDIT,
    readonly=True,
)
GENERATED_SLUG = Field(
    "generated_slug", string("The slug made from the title."), read_generated_slug, EDIT, readonly=True
)
CLASS_LIST = Field(
    "class_list",
    array("Class names for the post's element.", string()),
    read_class_list,
    VIEW,
    readonly=True,
    made_from=("status", "type", "password", "thumbnail", "terms"),
)
