"""Embedded things of documents that stand.

What a document embeds stands like the rest of it: as long as its links do, and as long as nobody changed
the things that are embedded. Refusals among them, and links of plugins that nobody here knows, stand with
the links alone.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from copydesk.content.standing import LINK_SOURCES, Standing, load_rows, load_standing, split_document
from copydesk.rest.page import Page
from copydesk.wire.json import Raw, split_array

Embeds = dict[str, Raw]


def load_standing_embeds(page: Page, standing: Mapping[Any, Standing]) -> dict[Any, Embeds]:
    """What stands of `_embedded`, by row and link name; nothing for members, who see things of their own."""
    if page.call.viewer.is_member:
        return {}
    texts = {
        row_id: split_document(one.members["_embedded"])
        for row_id, one in standing.items()
        if "_embedded" in one.members and one.stands(LINK_SOURCES)
    }
    if not texts:
        return {}
    changed = {
        rel: _changed_ids(page, rel, (embeds[rel] for embeds in texts.values() if rel in embeds))
        for rel in {rel for embeds in texts.values() for rel in embeds}
    }
    return {
        row_id: {rel: Raw(text) for rel, text in embeds.items() if not changed[rel] & set(_ids_in(text))}
        for row_id, embeds in texts.items()
    }


def _ids_in(text: str) -> Iterable[int]:
    """The ids of what an entry of `_embedded` holds: things, or lists of things."""
    for piece in split_array(text):
        for item in split_array(piece) if piece.startswith("[") else [piece]:
            found = split_document(item).get("id", "")
            if found.isdigit():
                yield int(found)


def _changed_ids(page: Page, rel: str, texts: Iterable[str]) -> set[int]:
    """Those of the embedded things whose rows are not what they were when the document came."""
    targets = {link.target for link in page.resource.links if link.rel == rel and link.target}
    ids = {found for text in texts for found in _ids_in(text)}
    changed: set[int] = set()
    for name in targets:
        target = page.call.api.resource(name)
        sources = target.sources
        if sources is None:
            continue
        rows = list(load_rows(page.call.db, target.kind, ids).values())
        found = Page(page.call, target, rows)
        stands = load_standing(page.call.db, target.kind, rows, "embed", lambda: sources(found))  # noqa: B023 — called at once
        changed |= {row_id for row_id, one in stands.items() if not one.stands(one.then)}
    return changed
