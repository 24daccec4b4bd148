"""Who may read and moderate comments."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from copydesk.auth.rules import may_edit_post
from copydesk.content.visibility import load_parents, may_read_post
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Rules
from copydesk.store.documents import find_public_ids
from copydesk.store.posts import load_posts
from copydesk.store.rows import Comment, Post
from copydesk.wire.dates import format_stored
from copydesk.wire.refused import Problem
from copydesk.wire.schema_check import is_integer

CANNOT_READ = Problem("rest_cannot_read", "You may not read this comment.")
CANNOT_READ_POST = Problem("rest_cannot_read_post", "You may not read the post of this comment.")
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not edit comments.")
FORBIDDEN_PARAM = Problem("rest_forbidden_param", "You may not filter comments by this.")
CANNOT_EDIT = Problem("rest_cannot_edit", "You may not edit this comment.")
CANNOT_DELETE = Problem("rest_cannot_delete", "You may not delete this comment.")
INVALID_POST = Problem("rest_comment_invalid_post_id", "There is no such post to comment on.", 403)
LOGIN_REQUIRED = Problem("rest_comment_login_required", "Log in to comment.", 401)

FOREIGN_AUTHOR = Problem("rest_comment_invalid_author", "You may not comment for others.")
FOREIGN_ADDRESS = Problem("rest_comment_invalid_author_ip", "You may not say from where you comment.")
OWN_STATUS = Problem("rest_comment_invalid_status", "You may not say what state a comment has.")
CANNOT_NOTE = Problem("rest_cannot_create_note", "You may not leave notes at this post.")
CLOSED = Problem("rest_comment_closed", "This post takes no comments.", 403)
UNCOMMENTED = {
    "draft": Problem("rest_comment_draft_post", "Drafts take no comments.", 403),
    "trash": Problem("rest_comment_trash_post", "Posts in the trash take no comments.", 403),
}

DAY_SECONDS = 86_400
PUBLIC_VALUES = {"status": "approve", "type": "comment"}
MODERATORS_ONLY = ("author", "author_exclude", "author_email")


def comment_rules() -> Rules:
    """The rules of comments."""
    return Rules(may_find, may_read, may_create, may_update, may_delete)


def load_posts_of(page: Page) -> Mapping[int, Post]:
    """The posts commented on, and what they inherit from, by id."""
    return _load_posts(page.call, {comment.post for comment in page.rows})


def load_shown(page: Page) -> frozenset[int]:
    """Those of the page's comments that the source of an import showed to everyone."""
    return find_public_ids(page.call.db, "comment", [comment.id for comment in page.rows])


def _load_posts(call: Call, ids: Iterable[int]) -> Mapping[int, Post]:
    posts = load_posts(call.db, ids, brief=True)
    return {**load_parents(call.db, posts.values()), **posts}


def may_find(call: Call) -> Problem | None:
    """Comments of readable posts; what is not public about comments is for those who write."""
    problem = _may_read_comments_of(_post_ids(call), call)
    if problem:
        return problem
    if call.context == "edit" and not call.viewer.can("moderate_comments"):
        return FORBIDDEN_CONTEXT
    asked = [] if call.viewer.can("edit_posts") else list(_forbidden(call.params))
    if not asked:
        return None
    return Problem(FORBIDDEN_PARAM.code, f"You may not filter comments by {', '.join(asked)}.")


def _forbidden(params: Mapping[str, Any]) -> Iterator[str]:
    yield from (name for name in MODERATORS_ONLY if params.get(name))
    # WP 7.1: without its usual value the argument is refused, too (recorded: OPTIONS allows nothing).
    yield from (name for name, usual in PUBLIC_VALUES.items() if params.get(name) != usual)


def _post_ids(call: Call) -> list[int]:
    """The posts asked for, of arguments that may not have been checked."""
    given = call.params.get("post") or []
    return [int(item) for item in (given if isinstance(given, list) else [given]) if is_integer(item)]


def _may_read_comments_of(post_ids: Sequence[int], call: Call) -> Problem | None:
    if 0 in post_ids and not call.viewer.can("moderate_comments"):
        return CANNOT_READ
    posts = _load_posts(call, post_ids) if post_ids else {}
    is_readable = all(_is_open(posts[post_id], posts, call) for post_id in post_ids if post_id in posts)
    return None if is_readable else CANNOT_READ_POST


def _is_open(post: Post, parents: Mapping[int, Post], call: Call) -> bool:
    """True when the caller may read what the post says, its password included."""
    if not may_read_post(call.viewer, post, call.api.types, parents):
        return False
    return not post.password or call.params.get("password") == post.password or _may_edit_post(post, call)


def may_read(comment: Comment, page: Page) -> Problem | None:
    """Approved comments of posts that the caller may read; his own; any for moderators of the post.

    Whoever imports a site keeps its comments, though their posts may not have come with them.
    """
    call = page.call
    if call.context == "edit" and not call.viewer.can("moderate_comments"):
        return FORBIDDEN_CONTEXT
    posts = page.load(load_posts_of)
    post = posts.get(comment.post)
    if comment.approved == "1" and comment.type != "note":
        if post is not None and _is_open(post, posts, call):
            return None
        if post is None and comment.id in page.load(load_shown):
            return None
    is_own = call.viewer.is_member and comment.user == call.viewer.id
    return None if is_own or _may_edit(comment, page) else CANNOT_READ


def _may_edit(comment: Comment, page: Page) -> bool:
    """Those who may edit the post may edit its comments; for a post that is gone, moderators."""
    viewer = page.call.viewer
    if viewer.can("moderate_comments"):
        return True
    post = page.load(load_posts_of).get(comment.post)
    return post is not None and _may_edit_post(post, page.call)


def _may_edit_post(post: Post, call: Call) -> bool:
    post_type = call.api.types.posts.get(post.type)
    return (
        call.viewer.is_member
        and post_type is not None
        and may_edit_post(call.viewer, post, post_type.capabilities)
    )


def may_create(call: Call) -> Problem | None:
    """Members may, on a post that exists, is open to comments, and that they may read."""
    if not call.viewer.is_member:
        return LOGIN_REQUIRED
    problem = None if call.viewer.can("moderate_comments") else _claims_too_much(call)
    if problem:
        return problem
    given = call.params.get("post")
    post_id = int(given) if given and is_integer(given) else 0
    posts = _load_posts(call, [post_id]) if post_id else {}
    post = posts.get(post_id)
    return _may_comment_on(post, posts, call) if post else INVALID_POST


def _claims_too_much(call: Call) -> Problem | None:
    """Only moderators speak for others, from elsewhere, or approve what they say."""
    params = call.params
    if params.get("author") and params["author"] != call.viewer.id:
        return FOREIGN_AUTHOR
    if params.get("author_ip") and params["author_ip"] != call.request.remote_address:
        return FOREIGN_ADDRESS
    return OWN_STATUS if params.get("status") else None


def _may_comment_on(post: Post, posts: Mapping[int, Post], call: Call) -> Problem | None:
    if call.params.get("type") == "note":
        return None if _may_edit_post(post, call) else CANNOT_NOTE
    if post.status in UNCOMMENTED:
        return UNCOMMENTED[post.status]
    if not _is_open(post, posts, call):
        return CANNOT_READ_POST
    return None if takes_comments(post, call) else CLOSED


def takes_comments(post: Post, call: Call) -> bool:
    """True while the discussion of a post is open; sites may close it after so many days."""
    if post.comment_status != "open":
        return False
    days = call.site.int_option("close_comments_days_old")
    if call.site.option("close_comments_for_old_posts") != "1" or not days or post.type != "post":
        return True
    return post.date_gmt > format_stored(int(time.time()) - days * DAY_SECONDS)


def may_update(comment: Comment, page: Page) -> Problem | None:
    return None if _may_edit(comment, page) else CANNOT_EDIT


def may_delete(comment: Comment, page: Page) -> Problem | None:
    return None if _may_edit(comment, page) else CANNOT_DELETE
