"""The members of a post of any type; which of them a type has follows from what it supports."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.content.answering import Newsroom
from copydesk.content.details import PostDetails, load_post_details
from copydesk.content.links import PostLinks, prepare_post_links
from copydesk.content.permalinks import CATEGORY_TAG
from copydesk.content.post_classes import post_classes
from copydesk.content.render import PostTexts, Publication, render_contents, render_posts, render_titles
from copydesk.content.sample_slugs import load_sample_slugs
from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import ALL, EDIT, VIEW, Field
from copydesk.rest.resources.post_checks import details_as_sent, take_any_text, template_check
from copydesk.rest.resources.post_params import FORMATS
from copydesk.rest.resources.post_rules import may_edit
from copydesk.rest.resources.post_variants import vary_fields
from copydesk.rest.visit import visit_facts
from copydesk.store.rows import Post
from copydesk.text.blocks.hooks import settle_blocks
from copydesk.text.pipeline import EXCERPT_WORDS
from copydesk.text.urls import escape_url
from copydesk.wire.dates import EMPTY_DATE, format_rest_date, gmt_of_local
from copydesk.wire.schema import Schema, array, boolean, integer, mapping, nullable, string

# Types whose contents pass the hooks for blocks once more before they are edited (WP 7.1).
RENDERED_TWICE = frozenset({"post", "page", "wp_block", "wp_navigation"})

Read = Callable[[Post, Page], Any]

SHOWN = {"context": ["view", "edit", "embed"], "readonly": True}
RAW = {"context": ["edit"]}


def load_details(page: Page) -> Mapping[int, PostDetails]:
    """Meta, terms and revisions of the page's posts."""
    call = page.call
    details = load_post_details(call.db, call.api.types, [post.id for post in page.rows])
    return details_as_sent(details, call) if call.work else details


def load_post_meta(page: Page) -> Mapping[int, Mapping[str, Sequence[str]]]:
    return {post_id: details.meta for post_id, details in page.load(load_details).items()}


def load_link_maker(page: Page) -> PostLinks:
    """What makes the addresses of the page's posts."""
    call = page.call
    details = page.load(load_details) if CATEGORY_TAG in call.site.permalinks.tags else None
    return prepare_post_links(call.db, call.site, call.api.types, page.rows, details, viewer=call.viewer)


def load_links(page: Page) -> Mapping[int, str]:
    """The addresses of the page's posts."""
    links = page.load(load_link_maker)
    return {post.id: links.link(post) for post in page.rows}


def load_slugs(page: Page) -> Mapping[int, str]:
    """The slugs of the posts' titles."""
    call = page.call
    return load_sample_slugs(call.db, call.site, call.api.types, page.rows)


def details_of(post: Post, page: Page) -> PostDetails:
    return page.load(load_details)[post.id]


def newsroom_of(call: Call) -> Newsroom:
    """Where the texts of this answer ask for facts."""
    return Newsroom(call.db, call.site, call.api.types, call.viewer)


def load_publication(page: Page) -> Publication:
    """What rendering the page's posts needs to know."""
    call = page.call
    opened = {post.id for post in page.rows if post.password and is_open(post, page)}
    return Publication(
        newsroom_of(call), page.load(load_details), page.load(load_links), visit_facts(call), opened
    )


def load_titles(page: Page) -> Mapping[int, str]:
    return render_titles(newsroom_of(page.call), page.rows)


def load_texts(page: Page) -> PostTexts:
    """Contents and excerpts, as far as they are wanted and open to the caller."""
    call = page.call
    has_content = page.wants("content.rendered") and _shows(page, "content", "rendered")
    again = page.resource.title in RENDERED_TWICE and _shows(page, "content", "raw")
    return render_posts(
        page.load(load_publication),
        page.rows,
        contents="not" if not has_content else "twice" if again else "once",
        excerpts=page.wants("excerpt.rendered"),
        words=max(call.params.get("excerpt_length", EXCERPT_WORDS), 0),
    )


def _shows(page: Page, name: str, member: str) -> bool:
    """Whether answers of this kind and context have a member."""
    context = page.call.context
    return any(
        context in field.context and context in field.schema["properties"].get(member, {}).get("context", ())
        for field in page.resource.fields
        if field.name == name
    )


def load_contents(page: Page) -> Mapping[int, str]:
    """All contents, for types that do not lock theirs."""
    return render_contents(page.load(load_publication), page.rows)


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


def is_open(post: Post, page: Page) -> bool:
    """True when the caller may see content and excerpt: no password, the right one, or an editor's request."""
    if not post.password:
        return True
    call = page.call
    if call.params.get("password") == post.password:
        return True
    return call.context == "edit" and may_edit(post, call)


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
