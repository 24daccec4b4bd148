"""What answers hold: a component for every resource and context, as far as routes refer to them.

No member is required: `_fields` leaves out whatever is not asked for. What tells the contexts of a resource
apart is what is *not* there: members that belong to other contexts.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from copydesk.rest.page import Call
from copydesk.rest.resource import Resource
from copydesk.rest.route import Route
from copydesk.wire.json_schema import answer_schema
from copydesk.wire.schema import Schema

EMPTY_OR_OBJECT: Schema = {"type": ["object", "array"], "maxItems": 0}
NOTHING: Schema = {
    "type": "array",
    "maxItems": 0,
    "description": "An object without members, as PHP writes it: `_fields` named none of its members.",
}

LINK: Schema = {
    "type": "object",
    "description": "Where something that belongs to the item is found.",
    "properties": {
        "href": {"type": "string"},
        "embeddable": {"type": "boolean", "description": "Whether `_embed` puts it into the answer."},
        "targetHints": {
            **EMPTY_OR_OBJECT,
            "properties": {"allow": {"type": "array", "items": {"type": "string"}}},
        },
    },
    "required": ["href"],
}
PROBLEM: Schema = {
    "type": "object",
    "description": "Why a request was refused.",
    "properties": {
        "code": {"type": ["string", "integer"], "description": "What programs go by."},
        "message": {"type": "string", "description": "The same for people."},
        "data": {
            "type": ["object", "array", "string", "null"],
            "properties": {
                "status": {"type": "integer", "description": "The status of the answer."},
                "params": {
                    "type": ["object", "array"],
                    "description": "The arguments that do not fit with what is wrong, or those that are missing.",
                },
                "details": {"type": ["object", "array"], "description": "Codes for each argument."},
            },
        },
    },
    "required": ["code", "message"],
}


class Components:
    """The schemas of a description. What is referred to is made, with all that it refers to."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.resources = call.api.resources
        self.schemas: dict[str, Schema] = {"Link": LINK, "Nothing": NOTHING, "Problem": PROBLEM}
        self._named: dict[str, Resource] = {}

    def of_route(self, route: Route, contexts: Sequence[str]) -> Schema:
        """What GET answers: a list, an object by name, or one thing."""
        resource = route.collection_of or route.item_of
        if resource is None:
            return self._handmade(route, contexts[0])
        shown = self.of_contexts(resource, contexts)
        if route.item_of:
            return shown
        if resource.is_keyed:
            return {**EMPTY_OR_OBJECT, "additionalProperties": shown}
        return {"type": "array", "items": shown}

    def _handmade(self, route: Route, context: str) -> Schema:
        """What a route without a resource says of its answer; nothing, when it says nothing."""
        said = route.shows or (route.schema(self.call) if route.schema else None)
        return answer_schema(said, context) if said else {}

    def of_contexts(self, resource: Resource, contexts: Sequence[str]) -> Schema:
        """An item in one of these contexts."""
        return {"anyOf": [*(self.refer(resource, context) for context in contexts), refer_to("Nothing")]}

    def refer(self, resource: Resource, context: str) -> Schema:
        """A reference to the component of a resource and a context."""
        name = f"{self._name(resource)}.{context}"
        if name not in self.schemas:
            self.schemas[name] = {}  # an embedded thing may embed things like itself
            self.schemas[name] = self._item(resource, context)
        return refer_to(name)

    def keep(self, name: str, schema: Schema) -> Schema:
        """A reference to a component of this name."""
        self.schemas[name] = schema
        return refer_to(name)

    def of_change(self, route: Route, *, is_deletion: bool) -> Schema:
        """What a write answers: the item as it is now. What is gone for good is told as it was."""
        resource = route.collection_of or route.item_of
        if resource is None:
            return {}
        shown = self.refer(resource, "edit")
        if not is_deletion:
            return shown
        gone = {"type": "object", "properties": {"deleted": {"const": True}, "previous": shown}}
        return {"anyOf": [{**gone, "required": ["deleted"]}, shown]}

    def _name(self, resource: Resource) -> str:
        """The title of the schema; two resources may have the same one."""
        for name in (resource.title, f"{resource.base}.{resource.title}"):
            known = self._named.setdefault(name.replace("/", "."), resource)
            if known is resource:
                return name.replace("/", ".")
        raise ValueError(f"two resources are called {resource.base} and {resource.title}")

    def _item(self, resource: Resource, context: str) -> Schema:
        members = {
            field.name: answer_schema(field.shows or field.schema, context)
            for field in resource.fields
            if context in field.context
        }
        links = [link for link in resource.links if context in link.context]
        if links:
            members["_links"] = _links({link.rel for link in links})
        embedded = dict(self._embedded(resource)) if context != "embed" else {}
        if embedded:
            members["_embedded"] = {**EMPTY_OR_OBJECT, "properties": embedded}
        others = {field.name for field in resource.fields} - members.keys()
        return {"type": "object", "properties": members, **_without(others)}

    def _embedded(self, resource: Resource) -> Iterator[tuple[str, Schema]]:
        """What may be inside by relation: things, lists of things, or why the caller may not see them."""
        found: dict[str, list[Schema]] = {}
        for link in resource.links:
            target = self.resources.get(link.target or "")
            if target and link.load:
                one = self.refer(target, "embed")
                found.setdefault(link.rel, []).append({"type": "array", "items": one} if link.many else one)
        for rel, forms in found.items():
            forms.append(refer_to("Problem"))
            yield rel, {"type": "array", "items": {"anyOf": forms}}


def refer_to(name: str) -> Schema:
    """A reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def _without(names: set[str]) -> Schema:
    """None of these members is there."""
    return {"not": {"anyOf": [{"required": [name]} for name in sorted(names)]}} if names else {}


def _links(relations: set[str]) -> Schema:
    links = {"type": "array", "items": refer_to("Link")}
    known: dict[str, Any] = dict.fromkeys(sorted(relations), links)
    return {**EMPTY_OR_OBJECT, "properties": known}
