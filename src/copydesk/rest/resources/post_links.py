"""The links of a post: its neighbours in the API, and what the caller may do to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Page
from copydesk.rest.resource import EDIT, Link
from copydesk.rest.resources.comment_rules import CANNOT_READ_POST
from copydesk.rest.resources.comments import load_replies
from copydesk.rest.resources.post_loading import (
    details_of,
    load_details,
)
from copydesk.rest.resources.post_rules import may_edit, may_read
from copydesk.rest.resources.users import INVALID_USER
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post, Term
from copydesk.store.users import load_users
from copydesk.wire.links import NAMESPACE


def post_links(post_type: PostType, types: Types) -> tuple[Link, ...]:
    """The links of a type, in the order of the wire."""
    return tuple(_all_links(post_type, types))


def _all_links(post_type: PostType, types: Types) -> Iterator[Link]:
    base, has = post_type.rest_base, post_type.has
    yield Link("self", lambda post, page: page.call.url(f"{base}/{post.id}"), read_hints)
    yield Link("collection", lambda post, page: page.call.url(base))
    yield Link("about", lambda post, page: page.call.url(f"types/{post.type}"))
    if has("author"):
        yield Link("author", read_author_href, target="users", load=load_authors)
    if has("comments"):
        yield Link("replies", read_replies_href, target="comments", load=load_discussions, many=True)
    if has("revisions"):
        yield Link(
            "version-history",
            lambda post, page: page.call.url(f"{base}/{post.id}/revisions"),
            lambda post, page: {"count": details_of(post, page).revisions.count},
        )
        yield Link("predecessor-version", read_predecessor_href, read_predecessor)
    if post_type.is_hierarchical:
        yield Link("up", _up_href(base), target=base, load=load_ups)
    yield Link("wp:featuredmedia", read_picture_href, target="media", load=load_pictures)
    if post_type.name not in ("attachment", "nav_menu_item", "revision"):
        yield Link("wp:attachment", lambda post, page: page.call.url(f"media?parent={post.id}"))
    for taxonomy in types.taxonomies_of(post_type.name):
        if taxonomy.rest_base:
            yield term_link(taxonomy)
    yield from action_links(post_type, types)


def read_author_href(post: Post, page: Page) -> str | None:
    return page.call.url(f"users/{post.author}") if post.author else None


def load_authors(page: Page) -> Mapping[int, Any]:
    """The posts' authors; for one that is gone the refusal that asking for him gets."""
    users = load_users(page.call.db, {post.author for post in page.rows})
    return {post.id: users.get(post.author, INVALID_USER) for post in page.rows}


def read_replies_href(post: Post, page: Page) -> str:
    return page.call.url(f"comments?post={post.id}")


def load_discussions(page: Page) -> Mapping[int, Any]:
    """The newest comments on posts; those on a locked post are locked, too."""
    replies = page.load(load_replies)
    return {
        post.id: CANNOT_READ_POST if post.password and not may_edit(post, page.call) else replies[post.id]
        for post in page.rows
    }


def read_predecessor_href(post: Post, page: Page) -> str | None:
    revisions = details_of(post, page).revisions
    if not revisions.count:
        return None
    return page.call.url(f"{page.resource.base}/{post.id}/revisions/{revisions.latest}")


def read_predecessor(post: Post, page: Page) -> Mapping[str, Any]:
    return {"id": details_of(post, page).revisions.latest}


def _up_href(base: str) -> Callable[[Post, Page], str | None]:
    """The parent, under the base of its own type: it need not be of the post's."""

    def href(post: Post, page: Page) -> str | None:
        if not post.parent:
            return None
        parent = page.load(load_ups).get(post.id)
        of_parent = page.call.api.types.posts.get(parent.type) if parent else None
        own = of_parent.rest_base if of_parent and of_parent.rest_base else base
        return page.call.url(f"{own}/{post.parent}")

    return href


def load_ups(page: Page) -> Mapping[int, Post]:
    """The posts' parents."""
    parents = load_posts(page.call.db, {post.parent for post in page.rows if post.parent})
    return {post.id: parents[post.parent] for post in page.rows if post.parent in parents}


def load_pictures(page: Page) -> Mapping[int, Post]:
    """The posts' featured pictures."""
    details = page.load(load_details)
    pictures = load_posts(page.call.db, {one.thumbnail for one in details.values() if one.thumbnail})
    return {
        post.id: pictures[details[post.id].thumbnail]
        for post in page.rows
        if details[post.id].thumbnail in pictures
    }


def open_pictures(page: Page) -> Page:
    """The featured pictures as a page of their own."""
    return Page(page.call, page.call.api.resource("media"), list(page.load(load_pictures).values()))


def read_picture_href(post: Post, page: Page) -> str | None:
    """Only for pictures that the caller may read."""
    picture = page.load(load_pictures).get(post.id)
    if picture is None or not may_read(picture, page.load(open_pictures)):
        return None
    return page.call.url(f"media/{picture.id}")


def term_link(taxonomy: Taxonomy) -> Link:
    """The terms of the post in a taxonomy."""

    def load(page: Page) -> Mapping[int, Sequence[Term]]:
        details = page.load(load_details)
        return {post_id: one.terms.get(taxonomy.name, ()) for post_id, one in details.items()}

    return Link(
        "wp:term",
        lambda post, page: page.call.url(f"{taxonomy.rest_base}?post={post.id}"),
        lambda post, page: {"taxonomy": taxonomy.name},
        target=taxonomy.rest_base,
        load=load,
        many=True,
    )


def action_links(post_type: PostType, types: Types) -> Iterator[Link]:
    """What the caller may do to the post, told to editors."""
    names = post_type.capabilities
    if post_type.name != "attachment":
        yield _action("publish", names.publish_posts)
    yield _action("unfiltered-html", "unfiltered_html")
    if post_type.name == "post":
        yield _action("sticky", names.edit_others_posts, names.publish_posts)
    if post_type.has("author"):
        yield _action("assign-author", names.edit_others_posts)
    for taxonomy in types.taxonomies_of(post_type.name):
        if taxonomy.rest_base:
            rights = taxonomy.capabilities
            creating = rights.edit_terms if taxonomy.is_hierarchical else rights.assign_terms
            yield _action(f"create-{taxonomy.rest_base}", creating)
            yield _action(f"assign-{taxonomy.rest_base}", rights.assign_terms)


def _action(name: str, *capabilities: str) -> Link:
    def href(post: Post, page: Page) -> str | None:
        viewer = page.call.viewer
        if not all(viewer.can(capability) for capability in capabilities):
            return None
        return page.call.url(f"{page.resource.base}/{post.id}")

    return Link(f"wp:action-{name}", href, context=EDIT)


def action_schemas(post_type: PostType, types: Types) -> Iterator[Mapping[str, Any]]:
    """The same actions as the published schema explains them: what each may change."""
    if post_type.name != "attachment":
        status = {"type": "string", "enum": ["publish", "future"]}
        yield _action_schema("publish", "May publish the post.", status=status)
    raw = {"raw": {"type": "string"}}
    yield _action_schema("unfiltered-html", "May write any HTML and JavaScript.", content=raw)
    if post_type.name == "post":
        yield _action_schema("sticky", "May let the post stick.", sticky={"type": "boolean"})
    if post_type.has("author"):
        yield _action_schema("assign-author", "May name another author.", author={"type": "integer"})
    for taxonomy in types.taxonomies_of(post_type.name):
        if taxonomy.rest_base:
            ids = {taxonomy.rest_base: {"type": "array", "items": {"type": "integer"}}}
            about = f"terms of the taxonomy {taxonomy.name}."
            yield _action_schema(f"assign-{taxonomy.rest_base}", f"May assign {about}", **ids)
            yield _action_schema(f"create-{taxonomy.rest_base}", f"May create {about}", **ids)


def _action_schema(name: str, title: str, **properties: Mapping[str, Any]) -> Mapping[str, Any]:
    target = {"type": "object", "properties": properties}
    return {"rel": f"{NAMESPACE}action-{name}", "title": title, "href": "", "targetSchema": target}
