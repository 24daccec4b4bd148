"""What clients may change about posts: from the arguments of a request to the actions.

Only what was sent is changed; null is as good as nothing, but for dates, which it takes back. Everything is
settled before the first write, except the meta: a value that does not fit is refused, and the post stays
(recorded: posts-fields).
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from copydesk.actions.desk import Desk, blank_post
from copydesk.actions.menu_items import join_growing_menus
from copydesk.actions.post_details import STICKY_OPTION, set_sticky, set_template, set_thumbnail
from copydesk.actions.post_slugs import free_slug
from copydesk.actions.post_terms import assign_terms, set_format
from copydesk.actions.posts import create_post, delete_post, get_saved, trash_post, update_post
from copydesk.actions.revisions import save_revision
from copydesk.content.types import PostType
from copydesk.rest.meta_write import write_meta
from copydesk.rest.page import Call
from copydesk.rest.resources.written import shown_before_deletion, work_of
from copydesk.rest.route import Rows
from copydesk.store.options import get_option
from copydesk.store.posts import get_post
from copydesk.store.rows import Post
from copydesk.store.users import get_user
from copydesk.store.work import Work
from copydesk.text.slugs import slug_of
from copydesk.wire.dates import EMPTY_DATE, DatePair, parse_rest_date
from copydesk.wire.refused import Problem, Refused

CANNOT_PUBLISH = Problem("rest_cannot_publish", "You may not publish posts of this type.")
INVALID_AUTHOR = Problem("rest_invalid_author", "There is no such author.", 400)
INVALID_PARENT = Problem("rest_post_invalid_id", "There is no such parent.", 400)
STICKY_AND_LOCKED = Problem("rest_invalid_field", "A post cannot be sticky and have a password.", 400)
ALREADY_TRASHED = Problem("rest_already_trashed", "The post is in the trash already.", 410)

UNSLUGGED = ("draft", "pending")

Changes = Mapping[str, Any]


def post_creator(post_type: PostType) -> Callable[[Call, Changes], Post | Refused]:
    def create(call: Call, changes: Changes) -> Post | Refused:
        work, desk = work_of(call), desk_of(call)
        post = changed_post(call, desk, blank_post(desk, post_type), changes)
        post = create_post(work, desk, post)
        join_growing_menus(work, desk, post)
        return finish(call, desk, post, changes)

    return create


def post_updater(post_type: PostType) -> Callable[[Call, Post, Changes], Post | Refused]:
    def update(call: Call, post: Post, changes: Changes) -> Post | Refused:
        work, desk = work_of(call), desk_of(call)
        before = get_saved(work, post.id)
        after = update_post(work, desk, before, changed_post(call, desk, before, changes))
        if after.status != before.status:
            join_growing_menus(work, desk, after)
        done = finish(call, desk, after, changes)
        if isinstance(done, Post):
            save_revision(work, desk, done)
        return done

    return update


def post_deleter(post_type: PostType) -> Callable[[Call, Post], Any]:
    def delete(call: Call, post: Post) -> Any:
        work, desk = work_of(call), desk_of(call)
        if call.params.get("force"):
            previous = shown_before_deletion(call)
            delete_post(work, desk, get_saved(work, post.id))
            return {"deleted": True, "previous": previous}
        before = get_saved(work, post.id)
        if before.status == "trash":
            raise Refused(ALREADY_TRASHED)
        trashed = trash_post(work, desk, before)
        save_revision(work, desk, trashed)
        _read_sticky_anew(call, work)
        return Rows(call.api.resource(post_type.rest_base), [get_saved(work, post.id)], context="edit")

    return delete


def desk_of(call: Call) -> Desk:
    """The caller at work, now."""
    return Desk(call.site, call.api.types, call.viewer, int(time.time()))


def changed_post(call: Call, desk: Desk, post: Post, changes: Changes) -> Post:
    """The post as the changes want it. Refused where they ask for what cannot be."""
    post = replace(
        post,
        title=_changed(changes.get("title"), post.title),
        content=_changed(changes.get("content"), post.content),
        excerpt=_changed(changes.get("excerpt"), post.excerpt),
    )
    post = replace(post, **_status(desk, post, changes), **_dates(call, post, changes))
    post = replace(post, **_author(call, changes), **_password(call, post, changes), **_parent(call, changes))
    plain = ("menu_order", "comment_status", "ping_status")
    post = replace(post, **{name: changes[name] for name in plain if changes.get(name) not in (None, "")})
    if changes.get("slug") is None:
        return post
    return _slugged(work_of(call), desk, post, slug_of(changes["slug"]))


def raw_text(value: Any) -> str | None:
    """A text that was sent as such or as the member `raw`; all else is nothing (recorded: title 5)."""
    text = value.get("raw") if isinstance(value, Mapping) else value
    return text if isinstance(text, str) else None


def _changed(value: Any, before: str) -> str:
    text = raw_text(value)
    return before if text is None else text


def _status(desk: Desk, post: Post, changes: Changes) -> dict[str, Any]:
    status = changes.get("status")
    if status is None or (post.id and status == post.status):
        return {}
    if status in ("publish", "future", "private"):
        names = desk.type_of(post).capabilities
        if not desk.viewer.can(names.publish_posts):
            raise Refused(CANNOT_PUBLISH)
    return {"status": status}


def _dates(call: Call, post: Post, changes: Changes) -> dict[str, Any]:
    pair: DatePair | None = None
    if changes.get("date"):
        pair = parse_rest_date(changes["date"], call.site.zone)
        is_new = pair is not None and pair.local != post.date
    elif changes.get("date_gmt"):
        pair = parse_rest_date(changes["date_gmt"], call.site.zone, is_gmt=True)
        is_new = pair is not None and pair.gmt != post.date_gmt
    else:
        is_reset = any(name in changes and changes[name] is None for name in ("date", "date_gmt"))
        return {"date": EMPTY_DATE, "date_gmt": EMPTY_DATE} if is_reset else {}
    return {"date": pair.local, "date_gmt": pair.gmt} if pair and is_new else {}


def _author(call: Call, changes: Changes) -> dict[str, Any]:
    author = changes.get("author")
    if not author:
        return {}
    if author != call.viewer.id and get_user(call.db, int(author)) is None:
        raise Refused(INVALID_AUTHOR)
    return {"author": int(author)}


def _password(call: Call, post: Post, changes: Changes) -> dict[str, Any]:
    password, wants_sticky = changes.get("password"), bool(changes.get("sticky"))
    is_sticky = bool(post.id) and post.id in call.site.sticky_ids
    if password and (wants_sticky or is_sticky):
        raise Refused(STICKY_AND_LOCKED)
    if wants_sticky and post.id and post.password:
        raise Refused(STICKY_AND_LOCKED)
    return {} if password is None else {"password": password}


def _parent(call: Call, changes: Changes) -> dict[str, Any]:
    parent = changes.get("parent")
    if parent is None:
        return {}
    if parent and (parent < 0 or get_post(call.db, int(parent)) is None):
        raise Refused(INVALID_PARENT)
    return {"parent": int(parent)}


def _slugged(work: Work, desk: Desk, post: Post, slug: str) -> Post:
    """A slug that is given to a draft is its own already; that of a published one is looked at when saved."""
    named = replace(post, slug=slug)
    if post.status in UNSLUGGED:
        return replace(named, slug=free_slug(work, desk, named, current=post.slug, status="publish"))
    return named


def finish(call: Call, desk: Desk, post: Post, changes: Changes) -> Post | Refused:
    """What belongs to the post beside its row; then the post as it is, or why its meta could not be stored."""
    work = work_of(call)
    if changes.get("sticky") is not None:
        set_sticky(work, post.id, is_sticky=changes["sticky"])
        _read_sticky_anew(call, work)
    if changes.get("featured_media") is not None:
        set_thumbnail(work, post.id, changes["featured_media"])
    if changes.get("format"):
        set_format(work, desk, post, changes["format"])
    if changes.get("template") is not None:
        set_template(work, post.id, str(changes["template"]))
    for taxonomy in desk.types.taxonomies_of(post.type):
        if taxonomy.rest_base and taxonomy.rest_base in changes:
            assign_terms(work, desk, post, taxonomy, changes[taxonomy.rest_base] or ())
    problem = None
    if changes.get("meta") is not None:
        keys = desk.types.meta_of("post", post.type)
        problem = write_meta(work, "post", post.id, keys=keys, sent=changes["meta"])
    return Refused(problem) if problem else get_saved(work, post.id)


def _read_sticky_anew(call: Call, work: Work) -> None:
    """The answer says what the option says now."""
    options = {**call.site.options, STICKY_OPTION: get_option(work.db, STICKY_OPTION) or ""}
    call.site = replace(call.site, options=options)
