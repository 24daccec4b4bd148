"""Documents of the REST API, read from files: what each is, and why some are none.

A file holds one object or a list of them. Every object keeps its exact text, so that it can stand. What is
embedded in a document is a document too, of the context `embed`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from copydesk.wire.json import respell, split_array, split_object

EMBEDDED_FIRST = ("term", "user", "post", "comment")  # the order in which kinds build on one another


class NotADocument(Exception):  # noqa: N818 — it says what the thing is
    """Why something cannot be imported, in one line; `about_site` is what it says of the site all the same."""

    def __init__(self, reason: str, about_site: Mapping[str, Any] | None = None) -> None:
        super().__init__(reason)
        self.about_site = about_site or {}


@dataclass(frozen=True, slots=True)
class Document:
    """An object as the API served it: `text` in PHP's spelling, `data` parsed. `subtype` is type or taxonomy."""

    kind: str  # post, term, user, comment
    subtype: str
    id: int
    context: str
    text: str
    data: Mapping[str, Any] = field(repr=False)

    def link(self, rel: str) -> Mapping[str, Any] | None:
        """The first link of a name, also under the full name that early APIs used."""
        found = self.links(rel)
        return found[0] if found else None

    def links(self, rel: str) -> list[Mapping[str, Any]]:
        """All links of a name."""
        links = self.data.get("_links")
        if not isinstance(links, Mapping):
            return []
        named = links.get(rel) or links.get(rel.replace("wp:", "https://api.w.org/")) or []
        return [link for link in named if isinstance(link, Mapping) and isinstance(link.get("href"), str)]

    def rendered(self, name: str) -> str:
        """A text member as HTML, whether it is an object with `rendered` or a plain text."""
        value = self.data.get(name)
        if isinstance(value, Mapping):
            value = value.get("rendered")
        return value if isinstance(value, str) else ""

    def raw(self, name: str) -> str | None:
        """A text member as stored; None when the document does not tell."""
        value = self.data.get(name)
        found = value.get("raw") if isinstance(value, Mapping) else None
        return found if isinstance(found, str) else None

    def text_member(self, name: str) -> str:
        value = self.data.get(name)
        return value if isinstance(value, str) else ""

    def int_member(self, name: str) -> int:
        value = self.data.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else 0


def read_documents(text: str) -> Iterator[Document | NotADocument]:
    """The documents of a file's text, what is embedded before what embeds it. NotADocument: nothing is."""
    try:
        top = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotADocument(f"it is not valid JSON ({error})") from None
    if isinstance(top, list):
        if not top:
            raise NotADocument("the list is empty")
        for piece in split_array(text):
            yield from _read_one(piece)
    else:
        yield from _read_one(text)


def _read_one(text: str) -> Iterator[Document | NotADocument]:
    try:
        document = make_document(text)
    except NotADocument as reason:
        yield reason
        return
    embedded = document.data.get("_embedded")
    if isinstance(embedded, Mapping):
        yield from _embedded(split_object(document.text)["_embedded"])
    yield document


def _embedded(text: str) -> Iterator[Document]:
    """What is embedded; refusals and things without an id are passed over, they stay in their document."""
    found: dict[tuple[str, int], Document] = {}
    for group in split_object(text).values():
        for piece in split_array(group):
            for item in split_array(piece) if piece.startswith("[") else [piece]:
                try:
                    document = make_document(item, context="embed")
                except NotADocument:
                    continue
                found[document.kind, document.id] = document
    yield from sorted(found.values(), key=lambda document: EMBEDDED_FIRST.index(document.kind))


def make_document(text: str, context: str = "") -> Document:
    """The document of one object's text. NotADocument says what it is instead."""
    data = json.loads(text)
    if not isinstance(data, dict):
        raise NotADocument("it is no object")
    _refuse_others(data)
    kind, subtype = _kind_of(data)
    return Document(kind, subtype, data["id"], context or _context_of(kind, data), respell(text), data)


def _refuse_others(data: Mapping[str, Any]) -> None:
    if isinstance(data.get("code"), str | int) and "message" in data:
        raise NotADocument(f"it is a refusal ({data['code']}), not a document")
    if "home" in data and "url" in data and "id" not in data:
        raise NotADocument("it is the index of an API, which holds no document", data)
    if "namespace" in data and "routes" in data:
        raise NotADocument("it is the index of a namespace, which holds no document")
    if "provider_name" in data and "html" in data:
        raise NotADocument("it is an oEmbed answer, not a document")
    if not isinstance(data.get("id"), int) or isinstance(data.get("id"), bool) or data["id"] <= 0:
        raise NotADocument("it has no id")
    if isinstance(data.get("type"), str) and "subtype" in data and "url" in data:
        raise NotADocument("it is a search result: import what it leads to")


def _kind_of(data: Mapping[str, Any]) -> tuple[str, str]:
    if isinstance(data.get("taxonomy"), str):
        return "term", data["taxonomy"]
    if "author_avatar_urls" in data or ("author_name" in data and "post" in data):
        return "comment", str(data.get("type") or "comment")
    if isinstance(data.get("type"), str) and ("date" in data or "slug" in data):
        return "post", data["type"]
    if "avatar_urls" in data or ("name" in data and "slug" in data and "type" not in data):
        return "user", ""
    if isinstance(data.get("parent"), int) and "-revision-v" in str(data.get("slug", "")):
        return "post", "revision"
    raise NotADocument("it is of no kind that can be imported")


CONTENT_MEMBERS = {"post": "content", "comment": "post", "user": "meta", "term": "count"}


def _context_of(kind: str, data: Mapping[str, Any]) -> str:
    """`edit` has raw texts, `embed` leaves the long members out."""
    texts = [data.get(name) for name in ("title", "content", "guid")]
    if any(isinstance(text, Mapping) and "raw" in text for text in texts) or "capabilities" in data:
        return "edit"
    return "view"
