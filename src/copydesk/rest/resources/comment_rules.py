"""Who may read and moderate comments."""

from collections.abc import Mapping

from copydesk.auth.rules import may_edit_post
from copydesk.content.visibility import load_parents, may_read_post
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Rules
from copydesk.store.posts import load_posts
from copydesk.store.rows import Comment, Post
from copydesk.wire.refused import Problem

CANNOT_READ = Problem("rest_cannot_read", "You may not read this comment.")
CANNOT_READ_POST = Problem("rest_cannot_read_post", "You may not read the post of this comment.")
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not edit comments.")
FORBIDDEN_PARAM = Problem("rest_forbidden_param", "You may not filter comments by this.")
CANNOT_EDIT = Problem("rest_cannot_edit", "You may not edit this comment.")
CANNOT_DELETE = Problem("rest_cannot_delete", "You may not delete this comment.")
LOGIN_REQUIRED = Problem("rest_comment_login_required", "Log in to comment.", 401)

MODERATORS_ONLY = ("author", "author_exclude", "author_email", "status", "type")
PUBLIC_VALUES = {"status": "approve", "type": "comment"}


def comment_rules() -> Rules:
    """The rules of comments."""
    return Rules(may_find, may_read, may_create, may_update, may_delete)


def load_posts_of(page: Page) -> Mapping[int, Post]:
    """The posts commented on, and what they inherit from, by id."""
    posts = load_posts(page.call.db, {comment.post for comment in page.rows}, brief=True)
    return {**load_parents(page.call.db, posts.values()), **posts}


def may_find(call: Call) -> Problem | None:
    params = call.params
    for post_id in params.get("post") or ():
        problem = _may_read_comments_of(post_id, call)
        if problem:
            return problem
    if params.get("context") == "edit" and not call.viewer.can("moderate_comments"):
        return FORBIDDEN_CONTEXT
    if call.viewer.can("edit_posts"):
        return None
    asked = [name for name in MODERATORS_ONLY if params.get(name) not in (None, [], PUBLIC_VALUES.get(name))]
    return (
        Problem(FORBIDDEN_PARAM.code, f"You may not filter comments by {', '.join(asked)}.")
        if asked
        else None
    )


def _may_read_comments_of(post_id: int, call: Call) -> Problem | None:
    if not post_id:
        return None if call.viewer.can("moderate_comments") else CANNOT_READ
    posts = load_posts(call.db, [post_id], brief=True)
    post = posts.get(post_id)
    if post is None:
        return None
    parents = load_parents(call.db, [post])
    return None if may_read_post(call.viewer, post, call.api.types, parents) else CANNOT_READ_POST


def may_read(comment: Comment, page: Page) -> Problem | None:
    """Approved comments of posts that the caller may read; his own; any for moderators of the post."""
    call = page.call
    if call.context == "edit" and not call.viewer.can("moderate_comments"):
        return FORBIDDEN_CONTEXT
    post = page.load(load_posts_of).get(comment.post)
    if post is not None:
        if not may_read_post(call.viewer, post, call.api.types, page.load(load_posts_of)):
            return CANNOT_READ_POST
        if comment.approved == "1" and comment.type != "note":
            return None
    return None if _may_edit(comment, page) else CANNOT_READ


def _may_edit(comment: Comment, page: Page) -> bool:
    """Those who may edit the post may edit its comments; for a post that is gone, moderators."""
    viewer = page.call.viewer
    if not viewer.is_member:
        return False
    if viewer.can("moderate_comments"):
        return True
    post = page.load(load_posts_of).get(comment.post)
    post_type = page.call.api.types.posts.get(post.type) if post else None
    return bool(post and post_type and may_edit_post(viewer, post, post_type.capabilities))


def may_create(call: Call) -> Problem | None:
    return None if call.viewer.is_member else LOGIN_REQUIRED


def may_update(comment: Comment, page: Page) -> Problem | None:
    return None if _may_edit(comment, page) else CANNOT_EDIT


def may_delete(comment: Comment, page: Page) -> Problem | None:
    return None if _may_edit(comment, page) else CANNOT_DELETE
