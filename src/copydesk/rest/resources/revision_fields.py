"""The members of revisions and autosaves: who made them and when, and the texts as they were then."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from copydesk.content.render import render_captions
from copydesk.content.types import Types
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Page
from copydesk.rest.resource import VIEW, Field, Resource
from copydesk.rest.resources.post_fields import (
    DATES,
)
from copydesk.rest.resources.post_loading import (
    load_contents,
    load_post_meta,
    load_publication,
    load_titles,
)
from copydesk.store.rows import Post
from copydesk.wire.schema import integer, string

DATE, DATE_GMT, GUID, MODIFIED, MODIFIED_GMT = DATES


def revision_fields(posts: Resource, types: Types) -> Iterator[Field]:
    """The fields of revisions of a resource's posts, in the order of the wire; their texts are those of the posts."""
    fields = {field.name: field for field in posts.fields}
    about = string("When, in GMT.", format="date-time")
    yield Field("author", integer("The id of who made it."))
    yield Field("date", string("When, in the site's time zone.", format="date-time"), DATE.read)
    yield Field("date_gmt", about, DATE_GMT.read, VIEW)
    yield Field("id", integer("The id."))
    yield Field("modified", MODIFIED.schema, MODIFIED.read, VIEW)
    yield Field("modified_gmt", MODIFIED_GMT.schema, MODIFIED_GMT.read, VIEW)
    yield Field("parent", integer("The id of the post."))
    yield Field("slug", string("The name."))
    yield GUID if "guid" in fields else replace(GUID, schema=string("The global identifier."), readonly=False)
    for name, read in READERS.items():
        if name in fields:
            yield replace(fields[name], read=read)
    yield meta_field("post", posts.title, types, load_post_meta)


def read_title(revision: Post, page: Page) -> Mapping[str, str]:
    return {"raw": revision.title, "rendered": page.load(load_titles)[revision.id]}


def read_content(revision: Post, page: Page) -> Mapping[str, str]:
    shown = page.load(load_contents)[revision.id] if page.wants("content.rendered") else ""
    return {"raw": revision.content, "rendered": shown}


def load_excerpts(page: Page) -> Mapping[int, str]:
    """The excerpts that authors wrote."""
    return render_captions(page.load(load_publication), page.rows)


def read_excerpt(revision: Post, page: Page) -> Mapping[str, str]:
    return {"raw": revision.excerpt, "rendered": page.load(load_excerpts)[revision.id]}


# All texts are rendered, those of patterns too; passwords and formats of blocks are no matter of revisions.
READERS = {"title": read_title, "content": read_content, "excerpt": read_excerpt}
