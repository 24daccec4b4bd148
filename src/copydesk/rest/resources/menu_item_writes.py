"""What clients may change about items of classic menus: from the arguments of a request to the actions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from copydesk.actions.desk import blank_post
from copydesk.actions.menu_items import ITEMS, MENUS, create_menu_item, update_menu_item
from copydesk.actions.posts import delete_post, get_saved
from copydesk.content.details import load_post_details
from copydesk.content.menu_items import ARCHIVE, CUSTOM, POST, TERM, MenuItem, read_menu_item
from copydesk.rest.meta_write import write_meta
from copydesk.rest.page import Call
from copydesk.rest.resources.post_writes import desk_of
from copydesk.rest.resources.written import (
    refuse_without_force,
    sent_changes,
    shown_before_deletion,
    work_of,
)
from copydesk.store.posts import get_post
from copydesk.store.rows import Post, Term
from copydesk.store.terms import get_term
from copydesk.wire.refused import Problem, Refused

EXISTS = Problem("rest_post_exists", "New items have no id yet.", 400)
NO_POST = Problem("rest_post_invalid_id", "The item leads to a post that does not exist.", 400)
NO_TERM = Problem("rest_term_invalid_id", "The item leads to a term that does not exist.", 400)
NO_ARCHIVE = Problem("rest_post_invalid_type", "The item leads to an archive that does not exist.", 400)
NO_MENU = Problem("invalid_menu_id", "There is no such menu.", 400)
NO_TITLE = Problem("rest_title_required", "An item with an address of its own needs a title.", 400)
NO_URL = Problem("rest_url_required", "An item needs an address.", 400)
NO_TRASH = Problem("rest_trash_not_supported", "Menu items have no trash: say force=true to delete.", 501)

BLANK = MenuItem(0, CUSTOM, "", 0, 0, "", ("",), ("",), "")


def make_item(call: Call, changes: Mapping[str, Any]) -> Post | Refused:
    """A new item."""
    if call.params.get("id"):
        raise Refused(EXISTS)
    values, desk = sent_changes(changes), desk_of(call)
    item = _changed_item(BLANK, values)
    post = _changed_post(blank_post(desk, call.api.types.posts[ITEMS]), values)
    _check(call, item, post.title)
    post = create_menu_item(
        work_of(call), desk, _without_own_title(call, post, item), item=item, menu=_menu(call, values)
    )
    return _finish(call, post, values)


def change_item(call: Call, post: Post, changes: Mapping[str, Any]) -> Post | Refused:
    """An item with what was sent."""
    values, work = sent_changes(changes), work_of(call)
    before = get_saved(work, post.id)
    details = load_post_details(call.db, call.api.types, {post.id: before})[post.id]
    item = _changed_item(read_menu_item(before, details), values)
    after = _changed_post(before, values)
    _check(call, item, after.title)
    after = _without_own_title(call, after, item)
    menu = _menu(call, values)
    return _finish(call, update_menu_item(work, desk_of(call), before, after, item=item, menu=menu), values)


def drop_item(call: Call, post: Post) -> Any:
    """The answer for an item that is gone."""
    refuse_without_force(call, NO_TRASH)
    previous = shown_before_deletion(call, "view")
    delete_post(work_of(call), desk_of(call), get_saved(work_of(call), post.id))
    return {"deleted": True, "previous": previous}


def _changed_item(item: MenuItem, values: Mapping[str, Any]) -> MenuItem:
    changed = replace(
        item,
        type=values.get("type", item.type),
        object=values.get("object", item.object),
        object_id=values.get("object_id", item.object_id),
        parent=values.get("parent", item.parent),
        target=values.get("target", item.target),
        url=values.get("url", item.url),
        classes=tuple(values.get("classes", item.classes)),
        xfn=tuple(values.get("xfn", item.xfn)),
    )
    return changed if changed.type == CUSTOM else replace(changed, url="")


def _changed_post(post: Post, values: Mapping[str, Any]) -> Post:
    title = values.get("title", post.title)
    return replace(
        post,
        title=str(title.get("raw", "")) if isinstance(title, Mapping) else title,
        status=values.get("status", post.status),
        excerpt=values.get("attr_title", post.excerpt),
        content=values.get("description", post.content),
        menu_order=values.get("menu_order", post.menu_order),
    )


def _check(call: Call, item: MenuItem, title: str) -> None:
    """An item must lead somewhere; one with an address of its own needs a title as well."""
    if item.type == POST and get_post(call.db, item.object_id) is None:
        raise Refused(NO_POST)
    if item.type == TERM and get_term(call.db, item.object_id, item.object or None) is None:
        raise Refused(NO_TERM)
    if item.type == ARCHIVE and item.object not in call.api.types.posts:
        raise Refused(NO_ARCHIVE)
    if item.type != CUSTOM:
        return
    problems = [problem for problem, text in ((NO_TITLE, title), (NO_URL, item.url)) if not text]
    if problems:
        first, *others = problems
        more = {"additional_errors": [other.body() for other in others]} if others else {}
        raise Refused(replace(first, more=more))


def _without_own_title(call: Call, post: Post, item: MenuItem) -> Post:
    """A title that only repeats what the item leads to follows it, and is not stored."""
    goal = get_post(call.db, item.object_id) if item.type == POST else None
    term = get_term(call.db, item.object_id) if item.type == TERM else None
    own = goal.title if goal else term.name if term else None
    parent = goal.parent if goal else term.parent if term else 0
    return replace(post, parent=parent, title="" if post.title == own else post.title)


def _menu(call: Call, values: Mapping[str, Any]) -> Term | None:
    menu_id = values.get("menus")
    if not menu_id:
        return None
    menu = get_term(call.db, int(menu_id), MENUS)
    if menu is None:
        raise Refused(NO_MENU)
    return menu


def _finish(call: Call, post: Post, values: Mapping[str, Any]) -> Post | Refused:
    if "meta" in values:
        keys = call.api.types.meta_of("post", ITEMS)
        problem = write_meta(work_of(call), "post", post.id, keys=keys, sent=values["meta"])
        if problem:
            return Refused(problem)
    return get_saved(work_of(call), post.id)
