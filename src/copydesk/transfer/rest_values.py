"""Values of documents in the form in which the database keeps them."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from copydesk.transfer.clues import taxonomy_bases
from copydesk.transfer.rest_document import Document

NO_DATE = "0000-00-00 00:00:00"
NO_PASSWORD = "!"  # noqa: S105 — no hash looks like this, so nobody can log in with it
CORE_BASES = {"categories": "category", "tags": "post_tag"}
LAST_ID = re.compile(r"/(\d+)/?$")


def stored_date(value: Any) -> str:
    """A date of an answer as the database stores it."""
    return value[:19].replace("T", " ") if isinstance(value, str) and len(value) >= 19 else NO_DATE


def featured_media_of(document: Document) -> int:
    """The featured picture: its member, or else the link that some sites leave when they take the member out."""
    given = document.int_member("featured_media")
    if given:
        return given
    link = document.link("wp:featuredmedia")
    found = LAST_ID.search(urlsplit(link["href"]).path) if link else None
    return int(found[1]) if found else 0


def term_ids(document: Document) -> Iterator[tuple[str, list[int]]]:
    """The ids of terms by taxonomy, and the format, which is a term as well."""
    bases = {base: name for name, base in taxonomy_bases(document).items()}
    for member, taxonomy in {**CORE_BASES, **bases}.items():
        ids = document.data.get(member)
        if isinstance(ids, list):
            yield taxonomy, [term_id for term_id in ids if isinstance(term_id, int) and term_id > 0]
