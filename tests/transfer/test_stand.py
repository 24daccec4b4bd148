"""What was imported stands: every document of real sites comes back as it came, until somebody edits it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from copydesk.auth.viewer import Viewer
from copydesk.content.standing import ROW_LOADERS
from copydesk.rest.dispatch import dispatch
from copydesk.rest.page import Call
from copydesk.settings import Settings
from copydesk.store.create_rules import CAPABILITIES
from copydesk.store.database import Db, connect_database
from copydesk.store.posts import get_post
from copydesk.store.posts_write import update_post
from copydesk.store.rows import User
from copydesk.store.work import open_work
from copydesk.transfer.bring import Report, import_documents
from copydesk.transfer.rest_document import Document
from copydesk.transfer.sources import read_file
from copydesk.web.app import respond
from copydesk.web.parts import Parts, make_parts
from copydesk.web.requests import Visit
from copydesk.wire.json import encode
from copydesk.wire.query import parse_query
from copydesk.wire.request import Request

SHARED = Path(__file__).parents[2].parent / "shared"
SEED = SHARED / "seed/post-10751.json"
WILD = SHARED / "wild/rest"
SITES = sorted(path.name for path in WILD.iterdir()) if WILD.is_dir() else []

needs_shared = pytest.mark.skipif(
    not SEED.exists(), reason="the shared documents are not beside this checkout"
)


def imported(folder: Path, *sources: Path) -> tuple[Db, Report]:
    """A database into which the sources were imported."""
    db = connect_database(f"sqlite:///{folder}/site.db")
    return db, import_documents(db, sources, any_home=True)


ADMINISTRATOR = Viewer(
    User(1, "a", "", "a", "", "", "", "", 0, "A"), frozenset(CAPABILITIES["administrator"].split())
)


def answer(parts: Parts, route: str, query: str = "", context: str = "view") -> tuple[int, bytes]:
    """Status and body for a request to the API: of a stranger, or of an administrator who edits."""
    if context == "edit":
        site = parts.sites.read()
        request = Request("GET", route, {"context": "edit"})
        told = dispatch(Call(parts.api, parts.db, site, ADMINISTRATOR, request))
        return told.status, encode(told.data)
    path = f"{parts.sites.read().path}/wp-json{route}"
    response = respond(parts, Visit("GET", path, path, parse_query(query), {}))
    return response.status, response.body


def route_of(parts: Parts, document: Document) -> str:
    types = parts.api.types
    if document.kind == "post":
        known = types.posts[document.subtype]
        return f"/{known.rest_namespace}/{known.rest_base}/{document.id}"
    if document.kind == "term":
        return f"/wp/v2/{types.taxonomies[document.subtype].rest_base}/{document.id}"
    return f"/wp/v2/{document.kind}s/{document.id}"


@needs_shared
def test_the_founding_document_comes_back_byte_for_byte(tmp_path: Path) -> None:
    db, _ = imported(tmp_path, SEED)
    parts = make_parts(db, Settings())
    assert answer(parts, "/wp/v2/posts/10751") == (200, SEED.read_bytes())


@needs_shared
@pytest.mark.parametrize("site", SITES)
def test_documents_of_real_sites_come_back_as_they_came(site: str, tmp_path: Path) -> None:
    """Each file alone: some hold several versions of one document."""
    for number, path in enumerate(sorted((WILD / site).rglob("*.json"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        documents = list(documents_of(path))
        db, report = imported(folder, path)
        assert documents or len(report.refusals) == 1, path
        parts = make_parts(db, Settings()) if documents else None
        for document in documents:
            assert parts
            query = "_embed" if "_embedded" in document.data else ""
            status, body = answer(parts, route_of(parts, document), query, document.context)
            assert status == 200, (path, body[:200])
            assert json.loads(body, object_pairs_hook=list) == pairs(document), path
            if path.read_text(encoding="utf-8").rstrip("\n") == document.text:  # in PHP's own spelling
                assert body == path.read_bytes().rstrip(b"\n"), path


@needs_shared
@pytest.mark.parametrize("site", SITES)
def test_a_folder_of_documents_is_imported_or_refused_line_by_line(site: str, tmp_path: Path) -> None:
    _, report = imported(tmp_path, WILD / site)
    expected = sum(1 for path in (WILD / site).rglob("*.json") for _ in documents_of(path))
    assert sum(report.brought.values()) + report.passed_over >= expected
    assert all("\n" not in str(refusal) for refusal in report.refusals)


def documents_of(path: Path) -> list[Document]:
    """The documents of a file, without what is embedded in them."""
    return [one for one in read_file(path) if isinstance(one, Document) and one.context != "embed"]


def pairs(document: Document) -> Any:
    return json.loads(document.text, object_pairs_hook=list)


@needs_shared
def test_a_new_title_is_live_and_the_rest_still_stands(tmp_path: Path) -> None:
    db, _ = imported(tmp_path, SEED)
    parts = make_parts(db, Settings())
    before = get_post(db, 10751)
    assert before
    changed = replace(before, title='A "new" title', modified="2026-01-02 03:04:05")
    with open_work(db) as work:
        update_post(work, before, changed)
    told = json.loads(SEED.read_bytes())
    now = json.loads(answer(parts, "/wp/v2/posts/10751")[1])
    assert now["title"]["rendered"] == "A &#8220;new&#8221; title"
    assert now["modified"] == "2026-01-02T03:04:05"
    changed_members = {name for name in told if told[name] != now[name]}
    assert changed_members == {"title", "modified"}
    assert list(now) == list(told)


@needs_shared
def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    db, _ = imported(tmp_path, SEED)
    rows = {kind: ROW_LOADERS[kind](db, range(1, 20000)) for kind in ROW_LOADERS}
    again = import_documents(db, [SEED])
    assert (again.passed_over, sum(again.brought.values())) == (1, 0)
    assert {kind: ROW_LOADERS[kind](db, range(1, 20000)) for kind in ROW_LOADERS} == rows
