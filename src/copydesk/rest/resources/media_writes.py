"""What clients may change about files: the caption is the post's excerpt, the description its content.

A file has the status of the post that it belongs to, unless it is private or in the trash.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from copydesk.actions.media import attach, blank_attachment, create_attachment, delete_attachment, set_alt
from copydesk.actions.posts import get_saved
from copydesk.content.types import PostType
from copydesk.rest.page import Call
from copydesk.rest.resources.post_writes import changed_post, desk_of, finish, post_updater
from copydesk.rest.resources.written import refuse_without_force, shown_before_deletion, work_of
from copydesk.store.posts import get_post
from copydesk.store.rows import Post
from copydesk.wire.refused import Problem, Refused

NO_TRASH = Problem("rest_trash_not_supported", "Files have no trash; send force=true to delete.", 501)
BAD_PARENT = Problem("rest_invalid_param", "A file cannot belong to a file or a revision.", 400)

Changes = Mapping[str, Any]


def media_creator(post_type: PostType) -> Callable[[Call, Changes], Post | Refused]:
    def create(call: Call, changes: Changes) -> Post | Refused:
        work, desk, taken = work_of(call), desk_of(call), call.prepared
        work.on_rollback(taken.files.discard)
        said = as_post_changes(changes, taken.stored.mime_type)
        post = changed_post(call, desk, blank_attachment(desk, taken.stored), said)
        if changes.get("post"):
            post = replace(post, parent=int(changes["post"]))
        post = create_attachment(work, desk, post, taken.stored)
        done = finish(call, desk, post, said)
        return describe(call, done, changes) if isinstance(done, Post) else done

    return create


COLUMNS = {"caption": "excerpt", "description": "content"}
OWN = ("post", "alt_text")
OWN_STATUSES = ("private", "trash")


def media_updater(post_type: PostType) -> Callable[[Call, Post, Changes], Post | Refused]:
    update_post = post_updater(post_type)

    def update(call: Call, post: Post, changes: Changes) -> Post | Refused:
        check_parent(call, changes)
        done = update_post(call, post, as_post_changes(changes, post.mime_type))
        return describe(call, done, changes) if isinstance(done, Post) else done

    return update


def delete_media(call: Call, post: Post) -> Any:
    refuse_without_force(call, NO_TRASH)
    work = work_of(call)
    previous = shown_before_deletion(call)
    delete_attachment(work, desk_of(call), get_saved(work, post.id), uploads=call.uploads)
    return {"deleted": True, "previous": previous}


def check_parent(call: Call, changes: Changes) -> None:
    """Refused where a file is to belong to what cannot have files."""
    parent = get_post(call.db, int(changes["post"])) if changes.get("post") else None
    if parent and parent.type in ("attachment", "revision"):
        raise Refused(BAD_PARENT)


def as_post_changes(changes: Changes, mime_type: str) -> dict[str, Any]:
    """The changes by the names that posts have for them. Only sound and film have a picture that stands for them."""
    changes = dict(changes)
    if not mime_type.startswith(("audio/", "video/")):
        changes.pop("featured_media", None)
    named = {COLUMNS.get(name, name): value for name, value in changes.items() if name not in OWN}
    if named.get("status") is not None and named["status"] not in OWN_STATUSES:
        named["status"] = "inherit"
    return named


def describe(call: Call, post: Post, changes: Changes) -> Post:
    """What files have and posts have not."""
    work = work_of(call)
    if changes.get("alt_text") is not None:
        set_alt(work, post.id, str(changes["alt_text"]))
    if changes.get("post") is not None:
        attach(work, post.id, int(changes["post"]))
    return get_saved(work, post.id)
