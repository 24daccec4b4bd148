"""Comments: what was approved for everyone, all for those who moderate."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copydesk.content.links import load_post_links
from copydesk.content.render import render_comments
from copydesk.content.sources import comment_sources
from copydesk.content.standing import Sources
from copydesk.content.types import Types
from copydesk.rest.hints import read_hints
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Call, Page
from copydesk.rest.params import FORCE
from copydesk.rest.resource import EDIT, MISSING, VIEW, Field, Link, Resource, Verbs
from copydesk.rest.resources.avatars import AVATARS, AVATARS_OF_COMMENTS, SIZES, avatar_urls, shows_avatars
from copydesk.rest.resources.comment_params import PASSWORD, comment_params, comment_query, item_params
from copydesk.rest.resources.comment_rules import comment_rules
from copydesk.rest.resources.comment_writes import (
    change_comment,
    check_email,
    created_context,
    drop_comment,
    make_comment,
    take_any_text,
)
from copydesk.rest.resources.typed_links import typed_links
from copydesk.store.comments import (
    count_comments,
    find_comments,
    get_comment,
    load_comments,
    load_newest_comments,
    load_reply_counts,
)
from copydesk.store.meta import load_meta
from copydesk.store.posts import load_posts
from copydesk.store.rows import Comment, Post
from copydesk.store.users import load_users
from copydesk.wire.dates import format_rest_date
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema, integer, mapping, string

INVALID_ID = Problem("rest_comment_invalid_id", "There is no such comment.", 404)

STATUSES = {"1": "approved", "approve": "approved", "0": "hold", "hold": "hold"}
WITH_AVATAR = ("", "comment", "note")
ANY = ("view", "edit", "embed")


def comment_resource(types: Types) -> Resource:
    """The resource of the site's comments."""
    return Resource(
        base="comments",
        title="comment",
        fields=tuple(_fields(types)),
        links=tuple(_links(types)),
        verbs=Verbs(find, get, create=make_comment, update=change_comment, delete=drop_comment),
        rules=comment_rules(),
        params=comment_params(),
        item_params=item_params(),
        delete_params={**FORCE, **PASSWORD},
        id_schema=integer("The comment's id."),
        allow_batch=False,
        kind="comment",
        picks_members=False,
        counts_in_words=True,
        created_context=created_context,
        sources=load_sources,
    )


def find(call: Call) -> tuple[Sequence[Comment], int]:
    query = comment_query(call)
    if query.order == "include" and not query.ids:
        return [], count_comments(call.db, query)  # WP 7.1: an order of nothing shows nothing (recorded)
    comments, total = find_comments(call.db, query)
    page = Page(call, call.api.resource("comments"), comments)
    read = page.resource.rules.read
    return [comment for comment in comments if read(comment, page) is None], total


def get(call: Call) -> Comment:
    comment = get_comment(call.db, int(call.params["id"]))
    if comment is None:
        raise Refused(INVALID_ID)
    return comment


def load_sources(page: Page) -> Mapping[int, Sources]:
    """What the answers of the page's comments are made from."""
    return {comment.id: comment_sources(page.call.site, comment) for comment in page.rows}


def load_comment_meta(page: Page) -> Mapping[int, Mapping[str, Sequence[str]]]:
    return load_meta(page.call.db, "comment", [comment.id for comment in page.rows])


def load_commented(page: Page) -> Mapping[int, Post]:
    """The posts commented on, by their ids."""
    return load_posts(page.call.db, {comment.post for comment in page.rows}, brief=True)


def load_links(page: Page) -> Mapping[int, str]:
    """The addresses of the posts commented on, by their ids."""
    call = page.call
    posts = list(page.load(load_commented).values())
    return load_post_links(call.db, call.site, call.api.types, posts, viewer=call.viewer)


def load_texts(page: Page) -> Mapping[int, str]:
    call = page.call
    return render_comments(call.db, call.site, call.api.types, page.rows)


def read_link(comment: Comment, page: Page) -> str:
    return page.call.site.permalinks.comment_link(page.load(load_links).get(comment.post, ""), comment.id)


def _fields(types: Types) -> Iterator[Field]:
    yield Field("id", integer("The comment's id."), context=ANY, readonly=True)
    yield Field("post", {**integer("The id of the post."), "default": 0}, context=VIEW)
    yield Field("parent", {**integer("The id of the comment answered."), "default": 0}, context=ANY)
    yield Field("author", integer("The id of the user, if it was one."), lambda c, page: c.user, ANY)
    yield Field("author_name", string("The name."), context=ANY)
    yield Field("author_email", string("The email address.", format="email"), context=EDIT, check=check_email)
    yield Field("author_url", string("The page.", format="uri"), context=ANY)
    yield Field("author_ip", string("The IP address.", format="ip"), context=EDIT)
    yield Field("author_user_agent", string("The browser."), lambda c, page: c.agent, EDIT)
    yield Field("date", string("When, in the site's time zone.", format="date-time"), _date("date"), ANY)
    yield Field(
        "date_gmt", string("When, in GMT.", format="date-time"), _date("date_gmt"), VIEW, made_from=("date",)
    )
    yield Field("content", CONTENT, read_content, ANY, check=take_any_text)
    yield Field(
        "link",
        string("The comment's address.", format="uri"),
        read_link,
        ANY,
        readonly=True,
        made_from=("post", "site"),
    )
    yield Field("status", string("The state."), read_status, VIEW)
    yield Field(
        "type",
        {**string("The kind."), "default": "comment"},
        lambda c, page: c.type or "comment",
        ANY,
        readonly=True,
    )
    yield AVATAR_FIELD
    yield meta_field("comment", "", types, load_comment_meta)


CONTENT: Schema = mapping(
    "The text.",
    {
        "raw": {**string("As stored."), "context": ["edit"]},
        "rendered": {**string("As HTML."), "context": ["view", "edit", "embed"], "readonly": True},
    },
)


def _date(name: str) -> Any:
    return lambda comment, page: format_rest_date(getattr(comment, name), page.call.site.zone)


def read_content(comment: Comment, page: Page) -> Mapping[str, str]:
    return {"rendered": page.load(load_texts)[comment.id], "raw": comment.content}


def read_avatars(comment: Comment, page: Page) -> Any:
    """Addresses by size; false where another site speaks and not a person. Some sites show no avatars."""
    if not shows_avatars(page.call.site):
        return MISSING
    if comment.type not in WITH_AVATAR:
        return dict.fromkeys(map(str, SIZES), False)
    author = page.load(load_authors).get(comment.id)
    email = author.email if author else comment.author_email
    return avatar_urls(email, page.call.site, comment.author_name)


AVATAR_FIELD = Field(
    "author_avatar_urls",
    AVATARS,
    read_avatars,
    ANY,
    readonly=True,
    made_from=("author_email",),
    shows=AVATARS_OF_COMMENTS,
)


def read_status(comment: Comment, page: Page) -> str:
    return STATUSES.get(comment.approved, comment.approved)


def _links(types: Types) -> Iterator[Link]:
    yield Link("self", lambda comment, page: page.call.url(f"comments/{comment.id}"), read_hints)
    yield Link("collection", lambda comment, page: page.call.url("comments"))
    yield Link(
        "author",
        lambda comment, page: page.call.url(f"users/{comment.user}") if comment.user else None,
        target="users",
        load=load_authors,
    )
    yield from typed_links(types, "up", lambda comment: comment.post)
    yield Link(
        "in-reply-to",
        lambda comment, page: page.call.url(f"comments/{comment.parent}") if comment.parent else None,
        target="comments",
        load=load_answered,
    )
    yield Link("children", read_children_href, target="comments", load=load_children, many=True)


def load_authors(page: Page) -> Mapping[int, Any]:
    users = load_users(page.call.db, {comment.user for comment in page.rows if comment.user})
    return {comment.id: users[comment.user] for comment in page.rows if comment.user in users}


def load_answered(page: Page) -> Mapping[int, Comment]:
    answered = load_comments(page.call.db, {comment.parent for comment in page.rows if comment.parent})
    return {comment.id: answered[comment.parent] for comment in page.rows if comment.parent in answered}


def load_reply_totals(page: Page) -> Mapping[int, int]:
    return load_reply_counts(page.call.db, [comment.id for comment in page.rows])


def read_children_href(comment: Comment, page: Page) -> str | None:
    if not page.load(load_reply_totals).get(comment.id):
        return None
    return page.call.url(f"comments?parent={comment.id}")


def load_children(page: Page) -> Mapping[int, Sequence[Comment]]:
    """The newest answers to the page's comments, as the collection would show them."""
    ids = [comment.id for comment in page.rows]
    return load_newest_comments(page.call.db, "comment_parent", ids)


def load_replies(page: Page) -> Mapping[int, Sequence[Comment]]:
    """The newest comments on the page's posts, as the collection would show them."""
    ids = [post.id for post in page.rows]
    return load_newest_comments(page.call.db, "comment_post_ID", ids)
