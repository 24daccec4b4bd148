"""Revisions and autosaves of templates: only what editors saved has any."""

from collections.abc import Iterator
from dataclasses import replace

from copydesk.content.answering import Newsroom
from copydesk.content.templates import find_template, name_theme
from copydesk.rest.compile import route_for, writable_params
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call, Page
from copydesk.rest.params import FORCE, context_param
from copydesk.rest.resource import Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.resources.post_rules import may_edit
from copydesk.rest.resources.revisions import INVALID_ID, MISMATCH, find_revisions, revision_params
from copydesk.rest.resources.template_fields import PARENT, Row
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.posts import PostQuery, find_posts, get_post
from copydesk.store.rows import Post
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import integer, string

CANNOT_READ = Problem("rest_cannot_read", "You may not read earlier states of this template.")
NOT_SAVED = Problem("rest_invalid_template", "A file of the theme has no earlier states.", 400)
NO_PARENT = Problem("rest_post_invalid_parent", "There is no such template.", 404)

OWNER = Param(string("The id of the template."))
NUMBER = Param(integer("The id of the revision."))


def revision_routes(resource: Resource, kind: str, id_pattern: str) -> Iterator[Route]:
    """The routes below a template's: its revisions, one of them, its autosaves, one of them."""
    shown = _revisions_of(resource, kind)
    by_parent = rf"{resource.route()}/(?P<parent>{id_pattern})"
    by_id = rf"{resource.route()}/(?P<id>{id_pattern})"
    one = {"parent": OWNER, "id": NUMBER}

    def may_read(call: Call) -> Problem | None:
        return _may_read(_saved(call, kind), call)

    def find(call: Call) -> Outcome:
        parent = _saved(call, kind)
        found, total = find_revisions(call, _post(parent))
        return Rows(shown, [_row(parent, post) for post in found], total, is_collection=True)

    def get(call: Call) -> Outcome:
        parent = _saved(call, kind)
        return Rows(shown, [_row(parent, _revision(call, parent))])

    def find_autosaves(call: Call) -> Outcome:
        parent = _saved(call, kind)
        return Rows(shown, [_row(parent, post) for post in _autosaves(call, parent)], is_collection=True)

    def route(pattern: str, *endpoints: Endpoint) -> Route:
        return route_for(shown, pattern, endpoints, single=pattern.endswith(r"(?P<id>[\d]+)"))

    saving = {"id": OWNER, **writable_params(resource, creating=False)}
    yield route(
        f"{by_parent}/revisions",
        Endpoint(("GET",), find, {"parent": OWNER, **revision_params()}, permit=may_read),
    )
    yield route(
        rf"{by_parent}/revisions/(?P<id>[\d]+)",
        Endpoint(("GET",), get, {**one, **context_param()}, permit=may_read),
        Endpoint(("DELETE",), not_yet, {**one, **FORCE}, permit=may_read, writes=True),
    )
    yield route(
        f"{by_id}/autosaves",
        Endpoint(("GET",), find_autosaves, {"id": OWNER, **context_param()}, permit=may_read),
        Endpoint(("POST",), not_yet, saving, permit=may_read, writes=True),
    )
    yield route(
        rf"{by_parent}/autosaves/(?P<id>[\d]+)",
        Endpoint(("GET",), get, {**one, **context_param()}, permit=may_read),
    )


def _revisions_of(resource: Resource, kind: str) -> Resource:
    """The revisions as a resource: the fields of the template, and links of their own."""

    def own(row: Row, page: Page) -> str:
        number = row.revision.id if row.revision else 0
        return page.call.url(f"{resource.base}/{row.id}/revisions/{number}")

    return replace(
        resource,
        fields=(*resource.fields, PARENT),
        links=(
            Link("self", own, read_hints),
            Link("parent", lambda row, page: page.call.url(f"{resource.base}/{row.id}")),
        ),
        verbs=Verbs(delete=not_yet),
        rules=Rules(),
    )


def _saved(call: Call, kind: str) -> Row:
    """The template that the route names, saved as a post, or Refused."""
    template_id = call.params.get("parent") or call.params.get("id") or ""
    newsroom = Newsroom(call.db, call.site, call.api.types)
    template = find_template(newsroom, kind, str(template_id))
    if template is None:
        raise Refused(NO_PARENT)
    if template.post is None:
        raise Refused(NOT_SAVED)
    return Row(template, template.content, template.title, template.description)


def _post(parent: Row) -> Post:
    assert parent.template.post is not None
    return parent.template.post


def _may_read(parent: Row, call: Call) -> Problem | None:
    return None if may_edit(_post(parent), call) else CANNOT_READ


def _row(parent: Row, revision: Post) -> Row:
    content = name_theme(revision.content, parent.template.theme)
    return Row(parent.template, content, revision.title, revision.excerpt, revision)


def _revision(call: Call, parent: Row) -> Post:
    revision = get_post(call.db, int(call.params["id"]))
    if revision is None or revision.type != "revision":
        raise Refused(INVALID_ID)
    if revision.parent != _post(parent).id:
        raise Refused(MISMATCH)
    return revision


def _autosaves(call: Call, parent: Row) -> list[Post]:
    post = _post(parent)
    query = PostQuery(
        types=("revision",),
        statuses=("inherit",),
        parents=(post.id,),
        slugs=(f"{post.id}-autosave-v1",),
        limit=None,
        counted=False,
    )
    return find_posts(call.db, query)[0]
