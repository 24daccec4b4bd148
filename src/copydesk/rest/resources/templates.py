"""Templates and template parts of the active theme, with their revisions and autosaves.

Their ids hold slashes (`theme//slug`), everybody who edits posts may read them, and whether one exists is
asked only after the caller's rights: so their routes are written here, and not made from a resource's verbs.
"""

from collections.abc import Iterator

from copydesk.content.answering import Newsroom
from copydesk.content.templates import Template, fallback_slugs, find_template, load_templates
from copydesk.content.types import PostType
from copydesk.rest.compile import UPDATE, writable_params
from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call
from copydesk.rest.params import FORCE, context_param
from copydesk.rest.resource import Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.resources.template_fields import Row, row_of, template_fields, template_links
from copydesk.rest.resources.template_revisions import revision_routes
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import boolean, integer, string

CANNOT_MANAGE = Problem(
    "rest_cannot_manage_templates", "You may not read or change the templates of this site."
)
NOT_FOUND = Problem("rest_template_not_found", "There is no such template.", 404)

ID_PATTERN = r'([^\/:<>\*\?"\|]+(?:\/[^\/:<>\*\?"\|]+)?)[\/\w%-]+'
ID = Param(string("The id of the template."))


def template_routes(post_type: PostType) -> Iterator[Route]:
    """The routes of `wp_template` or `wp_template_part`, in their order."""
    kind, base = post_type.name, post_type.rest_base
    resource = Resource(
        base=base,
        title=kind,
        fields=template_fields(kind),
        links=template_links(base),
        verbs=Verbs(update=not_yet, delete=not_yet),
        rules=Rules(
            update=lambda row, page: may_manage(page.call), delete=lambda row, page: may_manage(page.call)
        ),
        allow_batch=False,
    )
    yield from revision_routes(resource, kind, ID_PATTERN)
    yield _collection(resource, kind)
    yield _lookup(resource, kind)
    yield _single(resource, kind)


def may_read(call: Call) -> Problem | None:
    return None if may_edit_any(call) or may_manage(call) is None else CANNOT_MANAGE


def may_manage(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_theme_options") else CANNOT_MANAGE


def newsroom_of(call: Call) -> Newsroom:
    return Newsroom(call.db, call.site, call.api.types)


def _collection(resource: Resource, kind: str) -> Route:
    def find(call: Call) -> Outcome:
        found = [one for one in load_templates(newsroom_of(call), kind) if _is_wanted(one, call)]
        return Rows(resource, [row_of(template) for template in found], is_collection=True)

    params = {
        **context_param(),
        "wp_id": Param(integer("Only the one saved as this post.")),
        "area": Param(string("Only parts for this area.")),
        "post_type": Param(string("Only templates that posts of this type may choose.")),
    }
    return Route(
        resource.route(),
        (
            Endpoint(("GET",), find, params, permit=may_read),
            Endpoint(
                ("POST",), not_yet, writable_params(resource, creating=True), permit=may_manage, writes=True
            ),
        ),
        schema=lambda call: resource_schema(resource, call),
        collection_of=resource,
    )


def _is_wanted(template: Template, call: Call) -> bool:
    post_id, area, post_type = (call.params.get(name) for name in ("wp_id", "area", "post_type"))
    if post_id and (template.post is None or template.post.id != post_id):
        return False
    if area and template.area != area:
        return False
    return not post_type or (template.is_custom and post_type in (template.post_types or (post_type,)))


def _lookup(resource: Resource, kind: str) -> Route:
    def find(call: Call) -> Outcome:
        params = call.params
        names = fallback_slugs(
            params["slug"], params.get("template_prefix") or "", is_custom=bool(params.get("is_custom"))
        )
        found = {one.slug: one for one in load_templates(newsroom_of(call), kind, names)}
        nearest = next((found[name] for name in names if name in found), None)
        return Rows(resource, [row_of(nearest)]) if nearest else Answer({})

    params = {
        "slug": Param(string("The name of the template to find a substitute for."), required=True),
        "is_custom": Param(boolean("Whether a person made it up.")),
        "template_prefix": Param(string("What it is a special case of.")),
    }
    endpoint = Endpoint(("GET",), find, params, permit=may_read)
    return Route(f"{resource.route()}/lookup", (endpoint,), item_of=resource)


def _single(resource: Resource, kind: str) -> Route:
    def get(call: Call) -> Outcome:
        return Rows(resource, [_found(call, kind)])

    update = {"id": ID, **writable_params(resource, creating=False)}
    return Route(
        f"{resource.route()}/(?P<id>{ID_PATTERN})",
        (
            Endpoint(("GET",), get, {"id": ID, **context_param()}, permit=may_read),
            Endpoint(UPDATE, not_yet, update, permit=may_manage, writes=True),
            Endpoint(("DELETE",), not_yet, {"id": ID, **FORCE}, permit=may_manage, writes=True),
        ),
        schema=lambda call: resource_schema(resource, call),
        item_of=resource,
    )


def _found(call: Call, kind: str) -> Row:
    template = find_template(newsroom_of(call), kind, str(call.params["id"]))
    if template is None:
        raise Refused(NOT_FOUND)
    return row_of(template)
