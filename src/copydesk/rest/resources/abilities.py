"""Abilities: what programs may ask the site to do, described so that they can find out. Core's only read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copydesk.rest.describe import resource_schema
from copydesk.rest.hints import read_hints
from copydesk.rest.index import namespace_route
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import ALL, VIEW, Field, Link, Param, Resource, Rules, Verbs
from copydesk.rest.resources.ability_rules import (
    ABILITIES,
    ANNOTATIONS,
    ANYTHING,
    CATEGORIES,
    Ability,
    Category,
)
from copydesk.rest.resources.ability_runs import RUNS
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, boolean, integer, mapping, string
from copydesk.wire.schema_check import check
from copydesk.wire.schema_clean import clean

FORBIDDEN = Problem("rest_forbidden", "Only members may see what the site can do.")
NO_CATEGORY = Problem("rest_ability_category_not_found", "There is no such category.", 404)
NO_ABILITY = Problem("rest_ability_not_found", "There is no such ability.", 404)
CANNOT_RUN = Problem("rest_ability_cannot_execute", "You may not use this ability.")
WRONG_METHOD = Problem("rest_ability_invalid_method", "An ability that only reads takes GET.", 405)
BAD_INPUT = Problem("ability_invalid_input", "The ability does not take this.", 400)

NAMESPACE = "wp-abilities/v1"
SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
NAME = Param(string("The name of the ability.", pattern=r"^[a-zA-Z0-9\-\/]+$"))
PAGES = {
    "page": Param(integer("Page of the collection.", default=1, minimum=1), early=True),
    "per_page": Param(integer("How many items a page has.", default=50, minimum=1, maximum=100), early=True),
}


def ability_parts() -> Iterator[Resource | Route]:
    """The namespace, its categories and abilities, in the order of publishing."""
    yield namespace_route(NAMESPACE)
    yield from _category_parts()
    yield from _ability_parts()


def may_look(call: Call) -> Problem | None:
    return None if call.viewer.can("read") else FORBIDDEN


def _address(call: Call, path: str) -> str:
    return call.site.rest_url(f"{NAMESPACE}/{path}")


def _paged(call: Call, found: Sequence[Any]) -> tuple[Sequence[Any], int]:
    per_page = call.params["per_page"]
    first = (call.params["page"] - 1) * per_page
    return found[first : first + per_page], len(found)


def _category_parts() -> Iterator[Resource | Route]:
    categories = Resource(
        base="categories",
        title="ability-category",
        namespace=NAMESPACE,
        fields=CATEGORY_FIELDS,
        links=(
            Link("self", lambda one, page: _address(page.call, f"categories/{one.slug}"), read_hints),
            Link("collection", lambda one, page: _address(page.call, "categories")),
            Link("abilities", lambda one, page: _address(page.call, f"abilities?category={one.slug}")),
        ),
        verbs=Verbs(find=lambda call: _paged(call, list(CATEGORIES.values()))),
        rules=Rules(find=may_look),
        params={**context_param(), **PAGES},
        allow_batch=False,
    )
    yield categories

    def read(call: Call) -> Outcome:
        return Rows(categories, [_category(call)])

    params = {"slug": Param(string("The name of the category.", pattern=f"^{SLUG}$"))}
    yield Route(
        f"{categories.route()}/(?P<slug>{SLUG})",
        (Endpoint(("GET",), read, params, permit=may_look),),
        NAMESPACE,
        lambda call: resource_schema(categories, call),
    )


def _category(call: Call) -> Category:
    found = CATEGORIES.get(str(call.params["slug"]))
    if found is None:
        raise Refused(NO_CATEGORY)
    return found


def _ability_parts() -> Iterator[Resource | Route]:
    abilities = Resource(
        base="abilities",
        title="ability",
        namespace=NAMESPACE,
        fields=ABILITY_FIELDS,
        links=(
            Link("self", own_address, read_hints),
            Link("collection", lambda one, page: _address(page.call, "abilities")),
            Link("wp:action-run", lambda one, page: f"{own_address(one, page)}/run"),
        ),
        explains_names=False,
        verbs=Verbs(find=find),
        rules=Rules(find=may_look),
        params={**context_param(), **PAGES, **FILTERS},
        allow_batch=False,
    )

    def read(call: Call) -> Outcome:
        return Rows(abilities, [_ability(call)])

    yield Route(
        rf"{abilities.route()}/(?P<name>[a-zA-Z0-9\-\/]+?)/run",
        (Endpoint(("GET", "POST", "PUT", "PATCH", "DELETE"), run, RUN_PARAMS, permit=may_run),),
        NAMESPACE,
        lambda call: RUN_SCHEMA,
    )
    yield abilities
    yield Route(
        rf"{abilities.route()}/(?P<name>[a-zA-Z0-9\-\/]+)",
        (Endpoint(("GET",), read, {"name": NAME}, permit=may_look),),
        NAMESPACE,
        lambda call: resource_schema(abilities, call),
    )


def own_address(ability: Ability, page: Page) -> str:
    return _address(page.call, f"abilities/{ability.name}")


def find(call: Call) -> tuple[Sequence[Ability], int]:
    category, namespace = call.params.get("category"), call.params.get("namespace")
    wanted = (call.params.get("meta") or {}).get("annotations") or {}
    found = [
        one
        for one in ABILITIES.values()
        if (not category or one.category == category)
        and (not namespace or one.name.startswith(f"{namespace}/"))
        and all(one.meta["annotations"].get(name) == value for name, value in wanted.items())
    ]
    return _paged(call, found)


def _ability(call: Call) -> Ability:
    found = ABILITIES.get(str(call.params["name"]))
    if found is None:
        raise Refused(NO_ABILITY)
    return found


def may_run(call: Call) -> Problem | None:
    ability = _ability(call)
    if call.request.method not in ("GET", "HEAD"):
        return WRONG_METHOD
    is_allowed = call.viewer.can(ability.capability) if ability.capability else call.viewer.is_member
    return None if is_allowed else CANNOT_RUN


def run(call: Call) -> Outcome:
    """All that the ability answers, or the members that the input names."""
    ability = _ability(call)
    given = call.params.get("input")
    if given is None:
        return Answer(RUNS[ability.name](call))
    if check(given, ability.input_schema, "input"):
        raise Refused(BAD_INPUT)
    wanted: Mapping[str, Any] = clean(given, ability.input_schema, "input") or {}
    names = wanted.get("fields") or list(ability.output)
    return Answer({name: value for name, value in RUNS[ability.name](call).items() if name in names})


CATEGORY_FIELDS = (
    Field("slug", string("The name."), context=ALL, readonly=True),
    Field("label", string("The name for people."), context=ALL, readonly=True),
    Field("description", string("What its abilities are for."), context=VIEW, readonly=True),
    Field("meta", mapping("More facts."), lambda one, page: [], VIEW, readonly=True),
)
ABILITY_FIELDS = (
    Field("name", string("The name."), context=ALL, readonly=True),
    Field("label", string("The name for people."), context=ALL, readonly=True),
    Field("description", string("What it does."), context=VIEW, readonly=True),
    Field("category", string("The category it belongs to."), context=ALL, readonly=True),
    Field("input_schema", mapping("What it takes."), context=VIEW, readonly=True),
    Field("output_schema", mapping("What it answers."), context=VIEW, readonly=True),
    Field(
        "meta",
        mapping(
            "More facts.", {"annotations": ANNOTATIONS, "public": boolean("Whether all programs may see it.")}
        ),
        context=VIEW,
        readonly=True,
    ),
)
FILTERS = {
    "category": Param(string("Only abilities of this category.")),
    "namespace": Param(string("Only abilities of this namespace.")),
    "meta": Param(
        mapping("Only abilities with these facts.", {"annotations": ANNOTATIONS}, additionalProperties=True)
    ),
}
RUN_PARAMS = {
    "name": NAME,
    "input": Param({"description": "What the ability takes.", "type": ANYTHING, "default": None}),
}
RUN_SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "title": "ability-execution",
    "type": "object",
    "properties": {
        "result": {
            "description": "What the ability answers.",
            "type": ANYTHING,
            "context": ["view", "edit"],
            "readonly": True,
        }
    },
}
