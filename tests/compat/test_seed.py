"""The founding document and everything it links to, against recordings of a replica of its site.

What follows from what the document says must be equal. What it does not tell (`NOT_TOLD`) has a stand-in,
and the importer's report lists it.
"""

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from copydesk.plugins import load_plugins
from copydesk.rest.build import types_with_plugins
from copydesk.settings import Settings
from copydesk.store.database import connect_database
from copydesk.store.gaps import find_gaps
from copydesk.transfer.bring import import_documents
from copydesk.web.app import respond
from copydesk.web.parts import Parts, make_parts
from copydesk.web.requests import Visit
from copydesk.wire.query import parse_query

SEED = Path(__file__).parents[2].parent / "shared/seed"
RECORDED = SEED / "exchanges/seed-replica-classlist-as-wp6.9.jsonl"

pytestmark = pytest.mark.skipif(not RECORDED.exists(), reason="the recordings are not beside this checkout")

# The author's and the picture's own facts; words of errors are ours.
NOT_TOLD = [
    "*/author/0/url", "*/author/0/description", "*/author/0/avatar_urls/*", "*/wp:featuredmedia/0/*",
    "users/4/url", "users/4/description", "users/4/avatar_urls/*", "media/10752/*", "*/message",
]  # fmt: skip


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    plugins = load_plugins()
    db = connect_database(f"sqlite:///{tmp_path_factory.mktemp('seed')}/site.db")
    import_documents(db, [SEED / "post-10751.json"], plugins=lambda types: types_with_plugins(types, plugins))
    return make_parts(db, Settings(), plugins)


def exchanges() -> list[dict[str, Any]]:
    if not RECORDED.exists():
        return []
    lines = [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]
    routes = [line for line in lines if "/wp-json/" in line["request"]["path"]]
    return [
        line
        for line in routes
        if line["request"]["method"] == "GET" and not line["request"]["path"].endswith("/")
    ]


@pytest.mark.parametrize(
    "exchange", exchanges(), ids=lambda one: one["request"]["path"].partition("/wp/v2/")[2]
)
def test_what_follows_from_the_document_is_equal(exchange: dict[str, Any], parts: Parts) -> None:
    path, _, query = exchange["request"]["path"].partition("?")
    response = respond(parts, Visit("GET", path, path, parse_query(query), {}))
    assert response.status == exchange["status"]
    told, answered = json.loads(exchange["body_text"]), json.loads(response.body)
    name = path.partition("/wp/v2/")[2]
    unlike = [
        at for at in differences(told, answered, name) if not any(fnmatch(at, known) for known in NOT_TOLD)
    ]
    assert unlike == []


def differences(told: Any, answered: Any, at: str) -> Iterator[str]:
    """The places where two values differ."""
    if isinstance(told, dict) and isinstance(answered, dict):
        for name in {**told, **answered}:
            here = f"{at}/{name}"
            yield from differences(told.get(name, "(missing)"), answered.get(name, "(missing)"), here)
    elif isinstance(told, list) and isinstance(answered, list) and len(told) == len(answered):
        for index, pair in enumerate(zip(told, answered, strict=True)):
            yield from differences(*pair, f"{at}/{index}")
    elif told != answered:
        yield at


def test_every_link_of_the_document_leads_somewhere(parts: Parts) -> None:
    document = json.loads((SEED / "post-10751.json").read_bytes())
    home = "https://www.niftytrader.in"
    for rel, links in document["_links"].items():
        for link in links:
            if rel != "curies":
                path, _, query = link["href"].removeprefix(home).partition("?")
                status = respond(parts, Visit("GET", path, path, parse_query(query), {})).status
                # Revisions are for editors, though their links are shown to strangers (recorded).
                assert status == (401 if "/revisions" in path else 200), rel


def test_stand_ins_are_listed_as_gaps(parts: Parts) -> None:
    gaps = {(gap.object_type, gap.object_id, gap.name) for gap in find_gaps(parts.db)}
    assert {
        ("post", 10751, "content"),
        ("post", 10752, "file"),
        ("post", 10754, "content"),
        ("post", 10753, "id"),
        ("term", 615, "description"),
        ("user", 4, "email"),
    } <= gaps
