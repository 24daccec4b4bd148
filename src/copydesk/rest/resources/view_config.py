"""How the desk lists things of a kind: columns, layouts, ready-made views, the form beside them."""

from collections.abc import Iterable, Mapping
from typing import Any

from copydesk.content.answering import Newsroom
from copydesk.content.labels import post_type_labels
from copydesk.content.templates import load_templates
from copydesk.content.types import PostType
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Param
from copydesk.rest.resources.template_fields import read_author_text, row_of
from copydesk.rest.resources.view_config_rules import (
    AUTHOR_AT_START,
    DEFAULT_LAYOUTS,
    DEFAULT_VIEW,
    PAGE_LAYOUTS,
    PAGE_STATUSES,
    PAGE_VIEW,
    POST_FORM,
    SCHEMA,
    TEMPLATE_FORM,
    TEMPLATE_LAYOUTS,
    TEMPLATE_VIEW,
)
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import string

CANNOT_READ = Problem("rest_cannot_read", "You may not see how these are listed.")
INVALID = Problem("rest_view_config_invalid_entity", "There is nothing of that kind and name.", 404)

VERSION = 1


def view_config_route() -> Route:
    """The route of all kinds."""
    params = {
        "kind": Param(string("What kind of thing."), required=True),
        "name": Param(string("Which one of the kind."), required=True),
    }
    return Route(
        "/wp/v2/view-config",
        (Endpoint(("GET",), read, params, permit=may_read),),
        schema=lambda call: SCHEMA,
    )


def _type_of(call: Call) -> PostType | None:
    """The post type that is asked for; None for things of other kinds."""
    if call.params.get("kind") != "postType":
        return None
    post_type = call.api.types.posts.get(str(call.params.get("name")))
    if post_type is None:
        raise Refused(INVALID)
    return post_type


def may_read(call: Call) -> Problem | None:
    post_type = _type_of(call)
    if post_type:
        wanted = post_type.capabilities.edit_posts
    else:
        wanted = "manage_options" if call.params.get("kind") == "root" else "edit_posts"
    return None if call.viewer.can(wanted) else CANNOT_READ


def read(call: Call) -> Outcome:
    post_type = _type_of(call)
    said = {"kind": call.params["kind"], "name": call.params["name"], "version": VERSION}
    return Answer({**said, **_config(post_type, call)})


def _config(post_type: PostType | None, call: Call) -> Mapping[str, Any]:
    if post_type is None:
        return _said(DEFAULT_VIEW, DEFAULT_LAYOUTS, [_all("All items")], {})
    if post_type.name == "page":
        return _said(PAGE_VIEW, PAGE_LAYOUTS, [_all(_all_label(post_type)), *_by_status()], POST_FORM)
    if post_type.name == "wp_template":
        views = [_all("All templates"), *_by_author(call)]
        return _said(TEMPLATE_VIEW, TEMPLATE_LAYOUTS, views, TEMPLATE_FORM)
    return _said(DEFAULT_VIEW, DEFAULT_LAYOUTS, [_all(_all_label(post_type))], POST_FORM)


def _said(view: Any, layouts: Any, views: list[Any], form: Any) -> dict[str, Any]:
    return {"default_view": view, "default_layouts": layouts, "view_list": views, "form": form}


def _all(title: str) -> dict[str, str]:
    return {"title": title, "slug": "all"}


def _all_label(post_type: PostType) -> str:
    labels = post_type_labels(
        post_type.label,
        post_type.singular_label or post_type.label,
        post_type.labels,
        is_hierarchical=post_type.is_hierarchical,
        is_builtin=post_type.is_builtin,
    )
    return labels["all_items"] or post_type.label


def _filter(field: str, operator: str, value: str) -> dict[str, Any]:
    return {"filters": [{"field": field, "operator": operator, "value": value, "isLocked": True}]}


def _by_status() -> Iterable[dict[str, Any]]:
    for title, slug, status in PAGE_STATUSES:
        table = {"type": "table", **AUTHOR_AT_START} if status == "trash" else {}
        yield {"title": title, "slug": slug, "view": {**table, **_filter("status", "isAny", status)}}


def _by_author(call: Call) -> list[dict[str, Any]]:
    """A list for everybody who made templates: the theme first of all."""
    rows = [
        row_of(one) for one in load_templates(Newsroom(call.db, call.site, call.api.types), "wp_template")
    ]
    page = Page(call, call.api.resource("posts"), rows)
    names = dict.fromkeys(read_author_text(row, page) for row in rows)
    return [{"title": name, "slug": name, "view": _filter("author", "is", name)} for name in names]
