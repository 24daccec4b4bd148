"""A resource's routes: what each verb does for the dispatcher, and who may use it."""

from collections.abc import Mapping
from typing import Any

from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call, Page
from copydesk.rest.params import FORCE, context_param
from copydesk.rest.resource import Param, Resource
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema

UPDATE = ("POST", "PUT", "PATCH")


def routes_of(resource: Resource) -> list[Route]:
    """The collection's route and the single one's, as far as the resource has verbs for them."""
    routes = []
    collection = tuple(e for e in (_find(resource), _create(resource)) if e)
    if collection:
        routes.append(route_for(resource, resource.route(), collection, single=False))
    single = tuple(e for e in (_get(resource), _update(resource), _delete(resource)) if e)
    if single:
        routes.append(route_for(resource, resource.route(single=True), single, single=True))
    return routes


def route_for(resource: Resource, pattern: str, endpoints: tuple[Endpoint, ...], *, single: bool) -> Route:
    """A route whose answers are items of the resource: one, or the many of a collection."""
    return Route(
        pattern=pattern,
        endpoints=endpoints,
        namespace=resource.namespace,
        schema=lambda call: resource_schema(resource, call),
        collection_of=None if single else resource,
        item_of=resource if single else None,
    )


def target_of(resource: Resource, call: Call) -> Page:
    """A page of the one row that the route names, found once for each call."""
    if call.target is None:
        assert resource.verbs.get is not None
        call.target = Page(call, resource, [resource.verbs.get(call)])
    return call.target


def _find(resource: Resource) -> Endpoint | None:
    find = resource.verbs.find
    if find is None:
        return None

    def run(call: Call) -> Outcome:
        rows, total = find(call)
        return Rows(resource, rows, None if resource.is_keyed else total, is_collection=True)

    return Endpoint(
        ("GET",), run, resource.params, permit=resource.rules.find, allow_batch=resource.allow_batch
    )


def _get(resource: Resource) -> Endpoint | None:
    if resource.verbs.get is None:
        return None

    def permit(call: Call) -> Problem | None:
        page = target_of(resource, call)
        return resource.rules.read(page.rows[0], page)

    def run(call: Call) -> Outcome:
        return Rows(resource, target_of(resource, call).rows)

    params = {resource.id_name: Param(resource.id_schema), **(resource.item_params or context_param())}
    return Endpoint(
        ("GET",), run, params, permit=resource.rules.get or permit, allow_batch=resource.allow_batch
    )


def _create(resource: Resource) -> Endpoint | None:
    create = resource.verbs.create
    if create is None:
        return None

    def run(call: Call) -> Outcome:
        row = create(call, changes_of(resource, call))
        if isinstance(row, Refused):
            return row
        location = call.site.rest_url(f"{resource.namespace}/{resource.base}/{resource.id_of(row)}")
        context = resource.created_context(call) if resource.created_context else "edit"
        return Rows(resource, [row], status=201, headers={"Location": location}, context=context)

    return Endpoint(
        ("POST",),
        run,
        {**writable_params(resource, creating=True), **resource.create_params},
        permit=resource.rules.create,
        prepare=resource.verbs.prepare,
        writes=True,
        allow_batch=resource.allow_batch,
    )


def _update(resource: Resource) -> Endpoint | None:
    update = resource.verbs.update
    if update is None:
        return None

    def permit(call: Call) -> Problem | None:
        page = target_of(resource, call)
        return resource.rules.update(page.rows[0], page)

    def run(call: Call) -> Outcome:
        row = update(call, target_of(resource, call).rows[0], changes_of(resource, call))
        call.target = None
        return row if isinstance(row, Refused) else Rows(resource, [row], context="edit")

    params = {resource.id_name: Param(resource.id_schema), **writable_params(resource, creating=False)}
    return Endpoint(UPDATE, run, params, permit=permit, writes=True, allow_batch=resource.allow_batch)


def _delete(resource: Resource) -> Endpoint | None:
    delete = resource.verbs.delete
    if delete is None:
        return None

    def permit(call: Call) -> Problem | None:
        page = target_of(resource, call)
        return resource.rules.delete(page.rows[0], page)

    def run(call: Call) -> Outcome:
        left = delete(call, target_of(resource, call).rows[0])
        call.target = None  # `Allow` is for what is there now
        return left if isinstance(left, Rows) else Answer(left)

    params = {resource.id_name: Param(resource.id_schema), **(resource.delete_params or FORCE)}
    return Endpoint(("DELETE",), run, params, permit=permit, writes=True, allow_batch=resource.allow_batch)


def writable_params(resource: Resource, *, creating: bool) -> dict[str, Param]:
    """The arguments of a write: the fields that are not readonly; defaults and duties only on creation."""
    params = {}
    for field in resource.fields:
        if not field.readonly:
            params[field.name] = Param(
                _argument(field.schema, creating=creating),
                required=creating and field.schema.get("required") is True,
                early=True,
                clean=field.clean,
                check=field.check,
            )
    return params


def _argument(schema: Schema, *, creating: bool) -> Schema:
    has_default = creating and schema.get("default") is not None
    left_out = {"readonly", "context", "required"} | (set() if has_default else {"default"})
    return {name: value for name, value in schema.items() if name not in left_out}


def changes_of(resource: Resource, call: Call) -> Mapping[str, Any]:
    """What the client sent for writable fields."""
    return {
        field.name: call.params[field.name]
        for field in resource.fields
        if not field.readonly and field.name in call.params
    }
