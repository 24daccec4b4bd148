"""Writes the generated pages of `docs/`: `python -m scripts.make_docs` (a test checks that they are current)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.content.registrations import make_types
from copydesk.plugins import load_plugins
from copydesk.rest.api import Api
from copydesk.rest.build import content_api, types_with_plugins
from copydesk.rest.resource import Resource
from copydesk.rest.route import Route

DOCS = Path(__file__).parents[1] / "docs"

RESOURCES_HEAD = """\
# Resources

Every route of the API and every member of its answers, written by `python -m scripts.make_docs` from the
declarations in `src/copydesk/rest/resources/` and the installed plugins. Members are in the order of the wire; *view*,
*edit* and *embed* name the contexts (members without a note are in all three), *ro* is read-only.

The same for programs, as OpenAPI 3.1 and of the site that is asked: `/wp-json/copydesk/v1/openapi.json`. A request with
`X-Copydesk-Debug: 1` is told in `X-Copydesk-Statements` how many SQL statements it cost.
"""


def default_api() -> Api:
    """The API of a site that registers nothing itself."""
    plugins = load_plugins()
    return content_api(types_with_plugins(make_types({}), plugins), plugins)


def resources_page(api: Api) -> str:
    """The page on resources."""
    namespaces = dict.fromkeys(route.namespace for route in api.routes if route.namespace)
    return RESOURCES_HEAD + "".join(_namespace(api, namespace) for namespace in namespaces)


def _namespace(api: Api, namespace: str) -> str:
    routes = [route for route in api.routes if route.namespace == namespace]
    return f"\n## {namespace}\n" + "".join(_route(route) for route in routes)


def _route(route: Route) -> str:
    lines = [f"\n### `{route.pattern}`\n"]
    lines += [f"- {', '.join(one.methods)}: {_names(one.params)}" for one in route.endpoints]
    resource = route.item_of
    if resource:
        lines += ["", "| member | type | |", "|---|---|---|", *_fields(resource)]
    return "\n".join(lines) + "\n"


def _names(params: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in params) or "–"


def _fields(resource: Resource) -> Iterator[str]:
    for field in resource.fields:
        kind = field.schema.get("type", "")
        shown = " or ".join(kind) if isinstance(kind, list) else kind
        contexts = "" if len(field.context) == 3 else ", ".join(field.context) or "never shown"
        notes = ", ".join(note for note in (contexts, "ro" if field.readonly else "") if note)
        yield f"| `{field.name}` | {shown} | {notes} |"


def pages() -> dict[str, str]:
    """The generated pages by name."""
    return {"resources.md": resources_page(default_api())}


def main() -> None:
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
