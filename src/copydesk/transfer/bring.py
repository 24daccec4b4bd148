"""Importing REST documents: what they say of their site first, then batch by batch what they hold.

A batch is one transaction, so a document is here whole or not at all, and a second run passes over what
stands already.
"""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from copydesk.actions.adopt import Adoption, adopt
from copydesk.content.registrations import make_types
from copydesk.content.types import Types
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db
from copydesk.store.documents import find_documents
from copydesk.store.facts import REGISTRATIONS, get_fact, save_fact
from copydesk.store.gaps import Gap, find_gaps
from copydesk.store.options import load_options
from copydesk.store.own_tables import create_own_tables
from copydesk.store.schema import create_tables
from copydesk.store.work import open_work
from copydesk.transfer.clues import Clues, find_clues, home_of
from copydesk.transfer.rest_document import Document
from copydesk.transfer.rest_rows import adoptions_of
from copydesk.transfer.sources import Refusal, find_files, find_uploads, rank_of, read_file

BATCH = 100
HEAVY = ("content", "excerpt", "_embedded")  # members that say nothing of the site


@dataclass
class Report:
    """What an import did."""

    home: str = ""
    is_new_site: bool = False
    brought: Counter[str] = field(default_factory=Counter)  # by type or taxonomy
    passed_over: int = 0  # stood already
    files_copied: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


class ImportProblem(Exception):  # noqa: N818 — one line for the person who imports
    """Why nothing can be imported, and what to do."""


def import_documents(
    db: Db,
    sources: Sequence[Path],
    *,
    uploads: Path | None = None,
    any_home: bool = False,
    plugins: Callable[[Types], Types] = lambda types: types,
) -> Report:
    """Imports files and folders of documents; an empty database becomes the site they come from."""
    report = Report()
    files = _survey(sources, report)
    if not files:
        return report
    clues = find_clues([document for _, light in files for document in light], _take_index(report))
    report.home = _prepare_site(db, clues, report)
    types = plugins(_register(db, clues))
    allowed = None if any_home else report.home
    things = _things([path for path, _ in files], report, allowed)
    while batch := list(islice(things, BATCH)):
        _bring(db, types, batch, report)
    _copy_uploads(sources, uploads, report)
    report.gaps = find_gaps(db)
    return report


def _survey(sources: Sequence[Path], report: Report) -> list[tuple[Path, list[Document]]]:
    """The files with documents, each with its documents without their long members, in order of import."""
    surveyed = []
    try:
        for path in find_files(sources):
            found = list(read_file(path))
            report.refusals += [one for one in found if isinstance(one, Refusal)]
            light = [_light(one) for one in found if isinstance(one, Document)]
            if light:
                surveyed.append((path, light))
    except FileNotFoundError as error:
        raise ImportProblem(f"There is no file or folder {error.args[0]}: correct its name.") from None
    surveyed.sort(key=lambda entry: max(rank_of(document) for document in entry[1]))
    return surveyed


def _take_index(report: Report) -> Mapping[str, Any]:
    """What an index of the API among the files says of the site; it is no refusal then."""
    found = [refusal for refusal in report.refusals if refusal.about_site]
    report.refusals = [refusal for refusal in report.refusals if not refusal.about_site]
    return found[0].about_site if found else {}


def _light(document: Document) -> Document:
    return replace(
        document, text="", data={name: value for name, value in document.data.items() if name not in HEAVY}
    )


def _prepare_site(db: Db, clues: Clues, report: Report) -> str:
    """The home of the site in the database, which is made when there is none."""
    create_tables(db)
    create_own_tables(db)
    known = load_options(db, ("home",)).get("home")
    if known:
        return known.rstrip("/")
    if not clues.home:
        raise ImportProblem(
            "The documents do not say which site they come from: make it first with `copydesk init --home URL`."
        )
    options = {} if clues.timezone_string else {"gmt_offset": clues.gmt_offset, "timezone_string": ""}
    options["blogdescription"] = clues.tagline
    new = NewSite(
        home=clues.home,
        siteurl=clues.siteurl,
        title=clues.title or clues.home.partition("://")[2],
        permalinks=clues.permalink_structure,
        timezone=clues.timezone_string,
        options=options,
    )
    create_site(db, new)
    report.is_new_site = True
    return clues.home


def _register(db: Db, clues: Clues) -> Types:
    """The kinds of content of the site, with those that the documents show; what was declared before stays."""
    known = json.loads(get_fact(db, REGISTRATIONS) or "{}")
    merged = {
        kind: {**clues.registrations.get(kind, {}), **known.get(kind, {})}
        for kind in ("post_types", "taxonomies")
    }
    if merged != known:
        with open_work(db) as work:
            save_fact(work, REGISTRATIONS, json.dumps(merged))
    return make_types(merged)


def _things(paths: Iterable[Path], report: Report, home: str | None) -> Iterator[tuple[Document, str]]:
    for path in paths:
        for found in read_file(path):
            if isinstance(found, Refusal):
                continue
            its_home = home_of(found)
            if home is not None and its_home and its_home != home:
                reason = (
                    f"it comes from {its_home}, this site is {home} (--other-home imports it all the same)"
                )
                report.refusals.append(Refusal(path, reason))
                continue
            yield found, str(path)


def _bring(db: Db, types: Types, batch: Sequence[tuple[Document, str]], report: Report) -> None:
    """Adopts a batch in one transaction, but for what stands already word for word."""
    standing = {
        (document.object_type, document.object_id, document.context): document.body
        for kind in {document.kind for document, _ in batch}
        for document in find_documents(db, kind, [one.id for one, _ in batch if one.kind == kind])
    }
    new = [
        (document, source)
        for document, source in batch
        if standing.get((document.kind, document.id, document.context)) != document.text
    ]
    report.passed_over += len(batch) - len(new)
    with open_work(db) as work:
        adopt(
            work,
            types,
            _in_order(thing for document, source in new for thing in adoptions_of(document, source)),
        )
    report.brought.update(document.subtype or document.kind for document, _ in new)


def _in_order(things: Iterable[Adoption]) -> list[Adoption]:
    """Stand-ins first: what a document of the same batch tells goes over them."""
    return sorted(things, key=lambda thing: not thing.is_stand_in)


def _copy_uploads(sources: Sequence[Path], uploads: Path | None, report: Report) -> None:
    for folder in find_uploads(sources):
        if uploads is None:
            return
        for file in sorted(folder.rglob("*")):
            target = uploads / file.relative_to(folder)
            if file.is_file() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
                report.files_copied += 1
