"""Rows to answers: fields, standing values, links, embedded resources, `_fields`.

A row whose imported document still stands answers with the document's own members, in the document's
order, as far as what they were made from is unchanged; the rest is computed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from copydesk.content.standing import LINK_SOURCES, Standing, load_standing
from copydesk.rest.embed import embed_all
from copydesk.rest.embed_standing import load_standing_embeds
from copydesk.rest.page import Page
from copydesk.rest.resource import MISSING, Field, Link, Resource
from copydesk.wire.fields import Wanted, pick
from copydesk.wire.json import Raw, parse
from copydesk.wire.links import CURIES, has_compact_names

LINK_MEMBERS = ("_links", "_embedded")


def present(
    page: Page, *, context: str, embed: Sequence[str] | bool = False, single: bool = False
) -> list[dict[str, Any]]:
    """The answers for the page's rows, in their order. `embed` names the links to embed, True means all."""
    resource, sources = page.resource, page.resource.sources
    standing = load_standing(
        page.call.db,
        resource.kind if sources else "",
        page.rows,
        context,
        lambda: page.load(sources) if sources else {},
    )
    shape = shape_of(page, context)
    answers = [_present_row(row, page, shape, standing.get(resource.id_of(row))) for row in page.rows]
    if page.wanted is not None:
        answers = [pick_members(answer, page.wanted, single=single) for answer in answers]
    if embed:
        embed_all(page, answers, embed, load_standing_embeds(page, standing))
    if standing:
        answers = [
            _as_told(answer, standing.get(resource.id_of(row)))
            for row, answer in zip(page.rows, answers, strict=True)
        ]
    return answers


def _as_told(answer: dict[str, Any], standing: Standing | None) -> dict[str, Any]:
    """The members in the order of the document, links included; what is new comes last."""
    if standing is None or not standing.is_exact or not answer:
        return answer
    told = {name: answer[name] for name in standing.members if name in answer}
    return told | answer


def pick_members(answer: dict[str, Any], wanted: Wanted, *, single: bool) -> dict[str, Any]:
    """What `_fields` asks for. Single answers have all links or none; what links are left can be embedded."""
    picked: dict[str, Any] = pick(answer, wanted)
    if single:
        picked = pick({name: value for name, value in answer.items() if name not in LINK_MEMBERS}, wanted)
        if "_links" in answer and (wanted.has("_links") or wanted.has("_embedded")):
            picked = {**(picked or {}), "_links": answer["_links"]}
    return picked


@dataclass(frozen=True, slots=True)
class Shape:
    """What all rows of a page show, worked out once: fields, links, and the context they are shown in."""

    context: str
    fields: tuple[Field, ...]
    links: tuple[Link, ...]
    wants_links: bool


def shape_of(page: Page, context: str) -> Shape:
    """The shape of a page's answers."""
    resource = page.resource
    return Shape(
        context=context,
        fields=tuple(f for f in resource.fields if context in f.context and page.wants(f.name)),
        links=tuple(link for link in resource.links if context in link.context),
        wants_links=page.wants("_links") or page.wants("_embedded"),
    )


def _present_row(row: Any, page: Page, shape: Shape, standing: Standing | None) -> dict[str, Any]:
    if standing is None:
        return present_live(row, page, shape)
    return _present_standing(row, page, shape, standing)


def present_live(row: Any, page: Page, shape: Shape) -> dict[str, Any]:
    """The answer computed from the row alone."""
    answer: dict[str, Any] = {}
    for field in shape.fields:
        value = _read(field, row, page, shape.context)
        if value is not MISSING:
            answer[field.name] = value
    links = present_links(row, page, shape) if shape.wants_links else None
    if links:
        answer["_links"] = links
    return answer


def _read(field: Field, row: Any, page: Page, context: str) -> Any:
    value = field.read(row, page) if field.read else getattr(row, field.name)
    if isinstance(value, dict) and field.schema.get("properties"):
        # An object without members is PHP's empty array (recorded: meta of users in the context view).
        return _in_context(value, field, context) or []
    return value


def _in_context(value: Mapping[str, Any], field: Field, context: str) -> Mapping[str, Any]:
    """The members of an object that belong to the context; those without a say belong to all."""
    hidden = hidden_members(field, context)
    return {name: member for name, member in value.items() if name not in hidden} if hidden else value


@lru_cache(maxsize=4096)
def hidden_members(field: Field, context: str) -> frozenset[str]:
    """The members of a field's object that the context leaves out."""
    properties = field.schema.get("properties") or {}
    return frozenset(
        name for name, below in properties.items() if context not in below.get("context", (context,))
    )


def present_links(row: Any, page: Page, shape: Shape) -> dict[str, Any]:
    """`_links` of a row; `curies` explains compact names where there are any."""
    links: dict[str, list[dict[str, Any]]] = {}
    for link in shape.links:
        found = _present_link(link, row, page)
        if found:
            links.setdefault(link.rel, []).append(found)
    if page.resource.explains_names and has_compact_names(links):
        links["curies"] = [dict(curie) for curie in CURIES]
    return links


def _present_link(link: Link, row: Any, page: Page) -> dict[str, Any] | None:
    href = link.href(row, page)
    if href is None:
        return None
    about = dict(link.about(row, page)) if link.about else {}
    hints = about.pop("targetHints", None)
    if link.target and "embeddable" not in about:
        about["embeddable"] = True
    shown: dict[str, Any] = {**about, "href": href}
    if hints:
        shown["targetHints"] = hints
    return shown


def _present_standing(row: Any, page: Page, shape: Shape, standing: Standing) -> dict[str, Any]:
    """The document's members, those whose sources changed computed anew."""
    answer: dict[str, Any] = {}
    for name, field in _member_order(page.resource, shape.context, standing):
        if page.wants(name):
            value = _standing_member(name, field, row, page, shape.context, standing)
            if value is not MISSING:
                answer[name] = value
    if shape.wants_links:
        links = _standing_links(row, page, shape, standing)
        if links:
            answer["_links"] = links
    return answer


def _member_order(resource: Resource, context: str, standing: Standing) -> Iterator[tuple[str, Field | None]]:
    """A document of this context gives its own order; of another one, it only lends values to the fields.

    A field that the document lacks (a plugin took it out) comes back once its sources have changed.
    """
    fields = {field.name: field for field in resource.fields if context in field.context}
    own = [name for name in standing.members if name not in LINK_MEMBERS]
    if standing.is_exact:
        yield from ((name, fields.get(name)) for name in own)
        yield from (
            (name, field)
            for name, field in fields.items()
            if name not in standing.members and not standing.stands(field.sources)
        )
    else:
        known = {field.name for field in resource.fields}
        yield from fields.items()
        yield from ((name, None) for name in own if name not in known)


def _standing_member(
    name: str, field: Field | None, row: Any, page: Page, context: str, standing: Standing
) -> Any:
    text = standing.members.get(name)
    if field is not None and not standing.stands(field.sources):
        return _read(field, row, page, context)
    if text is None:
        taken_out = field is None or standing.context in field.context
        return MISSING if taken_out or field is None else _read(field, row, page, context)
    if field is not None and not standing.is_exact and text.startswith("{"):
        known = _in_context(parse(text), field, context)
        return {**(_read(field, row, page, context) or {}), **known}
    below = page.wanted.children.get(name) if page.wanted else None
    return Raw(text) if below is None or below.is_leaf else parse(text)


def _standing_links(row: Any, page: Page, shape: Shape, standing: Standing) -> Any:
    text = standing.members.get("_links")
    if text is None:
        return None if standing.is_exact else present_links(row, page, shape)
    # What a link allows depends on who asks; a document read for editing was asked for by a member.
    is_anothers = page.call.viewer.is_member and standing.context != "edit"
    if is_anothers or not standing.stands(LINK_SOURCES):
        return present_links(row, page, shape)
    below = page.wanted.children.get("_links") if page.wanted else None
    return Raw(text) if below is None or below.is_leaf else parse(text)
