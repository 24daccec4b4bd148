"""`_embed`: the linked things inside the answer, loaded once for all rows of the page.

What the caller may not read is embedded as the refusal that asking for it would get. A list of links
that found nothing at all is left out (recorded: `replies` of a post without comments).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Link, Resource
from copydesk.wire.refused import Problem

Shown: TypeAlias = Mapping[str, Any]


def parse_embed(value: Any) -> Sequence[str] | bool:
    """Which links an `_embed` argument names: all (True), some, or none (False)."""
    if value is None:
        return False
    if isinstance(value, Mapping):
        value = list(value.values())
    names = value.split(",") if isinstance(value, str) else [str(name) for name in value]
    names = [name.strip() for name in names]
    if not names or names[0] in ("", "0", "true", "1"):
        return True
    return [name for name in names if name]


def embed_all(
    page: Page,
    answers: Sequence[dict[str, Any]],
    names: Sequence[str] | bool,
    standing: Mapping[Any, Mapping[str, Any]],
) -> None:
    """Adds `_embedded` to the answers of the page's rows, in their order; what stands of it stays as it is."""
    found: list[dict[str, list[Any]]] = [{} for _ in page.rows]
    for link in page.resource.links:
        target = page.call.api.resources.get(link.target or "")
        if target and link.load and _is_named(link.rel, names):
            rows_by_id = page.load(link.load)
            shown = _present_unique(target, rows_by_id, page)
            for row, answer, embedded in zip(page.rows, answers, found, strict=True):
                if _has_link(answer, link.rel) and link.href(row, page) is not None:
                    value = _value(link, rows_by_id.get(row.id), target, shown, page)
                    embedded.setdefault(link.rel, []).append(value)
    for row, answer, embedded in zip(page.rows, answers, found, strict=True):
        kept = {rel: values for rel, values in embedded.items() if any(values)}
        stands = standing.get(page.resource.id_of(row), {})
        kept = {rel: value for rel, value in stands.items() if _is_named(rel, names)} | {
            rel: values for rel, values in kept.items() if rel not in stands
        }
        if kept and "_links" in answer:
            answer["_embedded"] = kept


def _has_link(answer: Mapping[str, Any], rel: str) -> bool:
    """True unless `_fields` left the link out; links that stand are there as text, all of them."""
    links = answer.get("_links", {}) if isinstance(answer, Mapping) else {}
    return rel in links if isinstance(links, Mapping | list) else True


def _is_named(rel: str, names: Sequence[str] | bool) -> bool:
    return names is True or (not isinstance(names, bool) and rel in names)


def _present_unique(target: Resource, rows_by_id: Mapping[Any, Any], page: Page) -> dict[Any, Shown]:
    """The embedded rows by id, presented once each, however many rows link to them."""
    unique: dict[Any, Any] = {}
    for rows in rows_by_id.values():
        for row in rows if isinstance(rows, list) else [rows]:
            if not isinstance(row, Problem):
                unique.setdefault(target.id_of(row), row)
    return present_embedded(target, unique, page.call)


def embed_rows(call: Call, base: str, rows: Mapping[Any, Any]) -> dict[Any, Shown]:
    """Rows of a resource, by id, as they are embedded in an answer."""
    return present_embedded(call.api.resource(base), rows, call)


def present_embedded(target: Resource, rows: Mapping[Any, Any], call: Call) -> dict[Any, Shown]:
    """The rows as the caller may see them: what he may not read is the refusal that asking for it gets."""
    from copydesk.rest.present import present  # noqa: PLC0415 — an embedded row is presented, too

    call = call.with_params(context="embed")
    everything = Page(call, target, list(rows.values()))
    shown: dict[Any, Shown] = {}
    readable = []
    for key, row in rows.items():
        problem = target.rules.read(row, everything)
        if problem is None:
            readable.append(row)
        else:
            shown[key] = problem.body(is_member=call.viewer.is_member)
    answers = present(replace(everything, rows=readable), context="embed")
    for row, answer in zip(readable, answers, strict=True):
        shown[target.id_of(row)] = answer
    return shown


def _value(link: Link, rows: Any, target: Resource, shown: Mapping[Any, Shown], page: Page) -> Any:
    if isinstance(rows, Problem):
        return rows.body(is_member=page.call.viewer.is_member)
    if link.many:
        return [shown[target.id_of(row)] for row in rows or [] if "code" not in shown[target.id_of(row)]]
    return shown[target.id_of(rows)] if rows is not None else {}
