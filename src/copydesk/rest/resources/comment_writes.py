"""What clients may change about comments: from the arguments of a request to the actions."""

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from copydesk.actions.comments import (
    create_comment,
    delete_comment,
    get_saved_comment,
    moderate_comment,
    update_comment,
)
from copydesk.content.types import Types
from copydesk.rest.meta_write import write_meta
from copydesk.rest.page import Call
from copydesk.rest.resources.written import sent_changes, shown_before_deletion, work_of
from copydesk.rest.route import Rows
from copydesk.store.posts import get_post
from copydesk.store.rows import Comment, User
from copydesk.store.users import get_user
from copydesk.wire.dates import DatePair, format_stored, parse_rest_date
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import string
from copydesk.wire.schema_check import Failure, check

EXISTS = Problem("rest_comment_exists", "New comments have no id yet.", 400)
BAD_TYPE = Problem("rest_invalid_comment_type", "Comments of this type cannot be made.", 400)
FIXED_TYPE = Problem("rest_comment_invalid_type", "The type of a comment cannot be changed.", 404)
NO_CONTENT = Problem("rest_comment_content_invalid", "A comment needs a text.", 400)
NO_AUTHOR = Problem("rest_comment_author_invalid", "There is no such user.", 400)
HALF_AN_AUTHOR = Problem("rest_comment_author_data_required", "Give both a name and an email address.", 400)
NO_POST = Problem("rest_comment_invalid_post_id", "There is no such post to comment on.", 403)
ALREADY_TRASHED = Problem("rest_already_trashed", "The comment is in the trash already.", 410)

WRITABLE_TYPES = ("comment", "note")
LOCAL = "127.0.0.1"
EMAIL = string("An email address.", format="email")


def take_any_text(value: Any, call: Call) -> Failure | None:
    """The text is taken in any form; what is none counts as nothing (recorded: comments-create)."""
    return None


def check_email(value: Any, call: Call) -> Failure | None:
    """An address, or none."""
    return None if value == "" else check(value, EMAIL, "author_email")


def make_comment(call: Call, changes: Mapping[str, Any]) -> Comment | Refused:
    """A new comment; moderators may say what state it has."""
    if call.params.get("id"):
        raise Refused(EXISTS)
    kind = call.params.get("type") or "comment"
    if kind not in WRITABLE_TYPES:
        raise Refused(BAD_TYPE)
    values = sent_changes(changes)
    content = _content(values)
    if not content:
        raise Refused(NO_CONTENT)
    now = int(time.time())
    date = _date(call, values) or DatePair(*_now(call, now))
    blank = Comment(0, values["post"], "", "", "", "", date.local, date.gmt, content, 0, "1", "", kind, 0, 0)
    new = _authored(call, replace(_placed(call, blank, values), content=content), values)
    post = get_post(call.db, new.post)
    assert post is not None, "rules have found the post"
    comment = create_comment(work_of(call), call.site, new, post=post, viewer=call.viewer, now=now)
    if values.get("status"):
        comment = moderate_comment(work_of(call), comment, values["status"], now=now)
    return _finish(call, comment, values)


def change_comment(call: Call, comment: Comment, changes: Mapping[str, Any]) -> Comment | Refused:
    """A comment with what was sent. Who edits leaves his address and browser, as in WordPress."""
    values = sent_changes(changes)
    if call.params.get("type") and call.params["type"] != (comment.type or "comment"):
        raise Refused(FIXED_TYPE)
    before = get_saved_comment(work_of(call), comment.id)
    after = _changed(call, before, values)
    after = update_comment(work_of(call), call.site, before, after)
    if values.get("status"):
        after = moderate_comment(work_of(call), after, values["status"], now=int(time.time()))
    return _finish(call, after, values)


def drop_comment(call: Call, comment: Comment) -> Any:
    """Into the trash, or for good."""
    if call.params.get("force"):
        previous = shown_before_deletion(call)
        delete_comment(work_of(call), comment)
        return {"deleted": True, "previous": previous}
    if comment.approved == "trash":
        raise Refused(ALREADY_TRASHED)
    trashed = moderate_comment(work_of(call), comment, "trash", now=int(time.time()))
    return Rows(call.api.resource("comments"), [trashed], context="edit")


def created_context(call: Call) -> str:
    """Only moderators see what is not for everyone, also of their own new comment."""
    return "edit" if call.viewer.can("moderate_comments") else "view"


def _changed(call: Call, before: Comment, values: Mapping[str, Any]) -> Comment:
    after = _placed(call, before, values)
    if "content" in values:
        content = _content(values)
        if not content:
            raise Refused(NO_CONTENT)
        after = replace(after, content=content)
    if values.get("post") and get_post(call.db, values["post"]) is None:
        raise Refused(NO_POST)
    if "author" in values:
        user = get_user(call.db, values["author"])
        if user is None:
            raise Refused(NO_AUTHOR)
        after = replace(_signed(after, user), user=user.id)
    date = _date(call, values) or DatePair(after.date, after.date_gmt)
    return replace(
        after,
        author_name=values.get("author_name", after.author_name),
        author_email=values.get("author_email", after.author_email),
        author_url=values.get("author_url", after.author_url),
        date=date.local,
        date_gmt=date.gmt,
    )


def _placed(call: Call, comment: Comment, values: Mapping[str, Any]) -> Comment:
    """Where the comment stands, and from where it came."""
    return replace(
        comment,
        post=values.get("post") or comment.post,
        parent=values.get("parent", comment.parent),
        author_ip=values.get("author_ip") or call.request.remote_address or LOCAL,
        agent=values.get("author_user_agent") or call.request.headers.get("user-agent", ""),
    )


def _authored(call: Call, comment: Comment, values: Mapping[str, Any]) -> Comment:
    """Whose comment it is: the caller's, another user's, or that of the name and address that were sent."""
    name, email = values.get("author_name") or "", values.get("author_email") or ""
    if bool(name) != bool(email) and call.site.option("require_name_email") == "1":
        raise Refused(HALF_AN_AUTHOR)
    user = call.viewer.user if not (name or email) else None
    if values.get("author"):
        user = get_user(call.db, values["author"])
        if user is None:
            raise Refused(NO_AUTHOR)
    signed = replace(_signed(comment, user), user=user.id) if user else comment
    return replace(
        signed,
        author_name=name or signed.author_name,
        author_email=email or signed.author_email,
        author_url=values.get("author_url") or signed.author_url,
    )


def _signed(comment: Comment, user: User) -> Comment:
    return replace(comment, author_name=user.display_name, author_email=user.email, author_url=user.url)


def _content(values: Mapping[str, Any]) -> str:
    given = values.get("content")
    text = given.get("raw") if isinstance(given, Mapping) else given
    return text if isinstance(text, str) and text.strip() else ""


def _date(call: Call, values: Mapping[str, Any]) -> DatePair | None:
    if values.get("date"):
        return parse_rest_date(values["date"], call.site.zone)
    if values.get("date_gmt"):
        return parse_rest_date(values["date_gmt"], call.site.zone, is_gmt=True)
    return None


def _now(call: Call, now: int) -> tuple[str, str]:
    pair = parse_rest_date(f"{format_stored(now).replace(' ', 'T')}Z", call.site.zone)
    assert pair is not None, "a date of our own"
    return pair.local, pair.gmt


def _finish(call: Call, comment: Comment, values: Mapping[str, Any]) -> Comment | Refused:
    types: Types = call.api.types
    if "meta" in values:
        keys = types.meta_of("comment")
        problem = write_meta(work_of(call), "comment", comment.id, keys=keys, sent=values["meta"])
        if problem:
            return Refused(problem)
    return comment
