"""Media: attachments, with what their files tell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.content.facts_media import attachment_facts
from copydesk.content.render import render_excerpts
from copydesk.content.types import PostType, Types
from copydesk.media.details import (
    STANDARD_SIZES,
    file_name,
    file_size,
    media_details,
    missing_sizes,
    quality_of,
)
from copydesk.media.kinds import ALL_KINDS
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import EDIT, MISSING, VIEW, Field, Param, Resource, Verbs
from copydesk.rest.resources.media_uploads import take_upload, with_parent
from copydesk.rest.resources.media_writes import delete_media, media_creator, media_updater
from copydesk.rest.resources.post_checks import take_any_text, template_check
from copydesk.rest.resources.post_fields import (
    CLASS_LIST,
    COMMENT_STATUS,
    DATES,
    FEATURED_MEDIA,
    GENERATED_SLUG,
    IDENTITY,
    PERMALINK_TEMPLATE,
    PING_STATUS,
    TEMPLATE,
    TITLE,
)
from copydesk.rest.resources.post_finding import find_page
from copydesk.rest.resources.post_links import action_schemas, post_links
from copydesk.rest.resources.post_loading import (
    details_of,
    load_contents,
    load_details,
    load_links,
    load_post_meta,
    load_publication,
)
from copydesk.rest.resources.post_params import post_params, status_rule
from copydesk.rest.resources.post_rules import find_target, post_rules
from copydesk.rest.resources.posts import load_sources
from copydesk.rest.resources.typed_links import typed_links
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post
from copydesk.text.facts import AttachmentFacts
from copydesk.wire.schema import Schema, array, boolean, integer, mapping, nullable, string

UPLOAD_PARAMS = {
    "generate_sub_sizes": Param(boolean("Whether to make smaller sizes of a picture.", default=True)),
    "convert_format": Param(boolean("Whether pictures may change their format.", default=True)),
    "url": Param(string("The address of a picture to fetch, instead of an upload.", format="uri")),
}
MEDIA_TYPES = ["image", "video", "text", "application", "audio"]


def media_resource(post_type: PostType, types: Types) -> Resource:
    """The resource of the media library."""

    def find(call: Call) -> tuple[Sequence[Post], int]:
        return find_page(call, post_type, mime_types=tuple(_mime_types(call)))

    rules = post_rules(post_type)
    return Resource(
        base=post_type.rest_base,
        title="attachment",
        fields=tuple(_fields(types)),
        links=(
            *post_links(post_type, types),
            *typed_links(types, "wp:attached-to", lambda post: post.parent, with_id=True),
        ),
        verbs=Verbs(
            find,
            find_target(post_type),
            create=media_creator(post_type),
            prepare=take_upload,
            update=media_updater(post_type),
            delete=delete_media,
        ),
        rules=replace(rules, create=with_parent(rules.create)),
        params=_params(post_type, types),
        item_params=context_param(),
        create_params=UPLOAD_PARAMS,
        id_schema=integer("The id of the file."),
        schema_links=tuple(action_schemas(post_type, types)),
        allow_batch=False,
        kind="post",
        sources=load_sources,
        alternate=lambda post, page: page.load(load_links)[post.id],
    )


def _params(post_type: PostType, types: Types) -> dict[str, Param]:
    statuses = {"enum": ["inherit", "private", "trash"], "type": "string"}
    params = post_params(post_type, types)
    params["status"] = Param(
        {**array("Only files of these statuses.", statuses), "default": "inherit"},
        permit=status_rule(post_type),
    )
    kinds = {"type": "string", "enum": MEDIA_TYPES}
    params["media_type"] = Param({**array("Only these kinds of media.", kinds), "default": None})
    params["mime_type"] = Param({**array("Only these types of files.", string()), "default": None})
    return params


def _mime_types(call: Call) -> Iterator[str]:
    """The types of files asked for, as far as libraries take them; without any there is no condition."""
    kinds = tuple(f"{kind}/" for kind in call.params.get("media_type") or ())
    types = call.params.get("mime_type") or ()
    for mime_type in dict.fromkeys(ALL_KINDS.types.values()):
        if mime_type.startswith(kinds) or mime_type in types:
            yield mime_type


def load_known_parents(page: Page) -> Mapping[int, Post]:
    """The posts that the page's files were added to, by id."""
    return load_posts(page.call.db, {post.parent for post in page.rows if post.parent}, brief=True)


def load_files(page: Page) -> Mapping[int, AttachmentFacts]:
    """What is known of the page's files."""
    details = page.load(load_details)
    return {post.id: attachment_facts(page.call.site, post, details[post.id]) for post in page.rows}


def load_captions(page: Page) -> Mapping[int, str]:
    return render_excerpts(page.load(load_publication), page.rows)


def read_post(post: Post, page: Page) -> int | None:
    """The post that the file was added to; null when there is none."""
    return post.parent if post.parent in page.load(load_known_parents) else None


def read_caption(post: Post, page: Page) -> Mapping[str, str]:
    return {"raw": post.excerpt, "rendered": page.load(load_captions)[post.id]}


def read_description(post: Post, page: Page) -> Mapping[str, str]:
    return {"raw": post.content, "rendered": page.load(load_contents)[post.id]}


def read_alt(post: Post, page: Page) -> str:
    return details_of(post, page).first("_wp_attachment_image_alt")


def read_media_type(post: Post, page: Page) -> str:
    return "image" if post.mime_type.startswith("image/") else "file"


def read_details(post: Post, page: Page) -> Any:
    return media_details(page.load(load_files)[post.id])


def read_url(post: Post, page: Page) -> str:
    return page.load(load_files)[post.id].url


def read_filename(post: Post, page: Page) -> str:
    return file_name(page.load(load_files)[post.id])


def read_filesize(post: Post, page: Page) -> int | None:
    return file_size(page.load(load_files)[post.id])


def read_missing(post: Post, page: Page) -> list[str]:
    return missing_sizes(page.load(load_files)[post.id], page.call.site.options)


RENDERED = {"context": ["view", "edit", "embed"], "readonly": True}
RAW = {"context": ["edit"]}
FILE = ("file", "site")

CAPTION: Schema = mapping(
    "The caption.",
    {"raw": {**string("As stored."), **RAW}, "rendered": {**string("As HTML."), **RENDERED}},
)
DESCRIPTION: Schema = mapping(
    "The description.",
    {
        "raw": {**string("As stored."), **RAW},
        "rendered": {**string("As HTML."), "context": ["view", "edit"], "readonly": True},
    },
)


def _fields(types: Types) -> Iterator[Field]:
    yield Field("id", integer("The id of the file."), readonly=True)
    yield from DATES
    yield from IDENTITY
    yield TITLE
    yield Field("author", integer("The id of who added it."))
    yield FEATURED_MEDIA
    yield COMMENT_STATUS
    yield PING_STATUS
    yield replace(TEMPLATE, check=template_check(types.posts["attachment"]))
    yield meta_field("post", "attachment", types, load_post_meta)
    yield PERMALINK_TEMPLATE
    yield GENERATED_SLUG
    yield CLASS_LIST
    from_content = ("content", *FILE)
    yield Field(
        "description", DESCRIPTION, read_description, VIEW, made_from=from_content, check=take_any_text
    )
    yield Field("caption", CAPTION, read_caption, made_from=("excerpt",), check=take_any_text)
    yield Field("alt_text", string("The text for those who do not see it."), read_alt, made_from=("alt",))
    kinds = string("The kind of media.", enum=["image", "file"])
    yield Field("media_type", kinds, read_media_type, readonly=True, made_from=("mime_type",))
    yield Field("mime_type", string("The type of the file."), readonly=True)
    yield Field("media_details", mapping("Facts of the file."), read_details, readonly=True, made_from=FILE)
    parent = integer("The id of the post it was added to.")
    yield Field("post", parent, read_post, VIEW, made_from=("parent",), shows=nullable(parent))
    yield Field(
        "source_url",
        string("The address of the file.", format="uri"),
        read_url,
        readonly=True,
        made_from=FILE,
    )
    missing = array("Sizes that are still to be made.", string())
    yield Field("missing_image_sizes", missing, read_missing, EDIT, readonly=True, made_from=FILE)
    yield Field("filename", string("The file's name."), read_filename, VIEW, readonly=True, made_from=FILE)
    size = nullable(integer("The size of the file in bytes."))
    yield Field("filesize", size, read_filesize, VIEW, readonly=True, made_from=FILE)
    yield from EDITING


PERCENT = {"type": "integer", "minimum": 1, "maximum": 100}
QUALITY_SCHEMA: Schema = mapping(
    "The quality that sub-sizes are made with.",
    {"default": PERCENT, "sizes": {"type": "object", "properties": dict.fromkeys(STANDARD_SIZES, PERCENT)}},
)


def of_images(read: Callable[[Post, Page], Any]) -> Callable[[Post, Page], Any]:
    """A reader of what only pictures have."""
    return lambda post, page: read(post, page) if post.mime_type.startswith("image/") else MISSING


def read_quality(post: Post, page: Page) -> Mapping[str, Any]:
    return {"default": quality_of(page.load(load_files)[post.id]), "sizes": []}


EDITING = (
    Field(
        "exif_orientation",
        integer("The orientation by Exif, from 1 to 8."),
        of_images(lambda post, page: 1),
        EDIT,
        readonly=True,
    ),
    Field("image_quality", QUALITY_SCHEMA, of_images(read_quality), EDIT, readonly=True),
    Field(
        "image_output_format",
        nullable(string("The type of sub-sizes, when it is another.")),
        of_images(lambda post, page: None),
        EDIT,
        readonly=True,
    ),
    Field(
        "image_save_progressive",
        boolean("Whether sub-sizes are progressive."),
        of_images(lambda post, page: False),
        EDIT,
        readonly=True,
    ),
)
