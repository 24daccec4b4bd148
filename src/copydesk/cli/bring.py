"""`copydesk import`: documents of a site's REST API, from files and folders."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from copydesk.cli.options import ConfigOption, DatabaseOption, UploadsOption
from copydesk.plugins import choose_plugins, load_plugins
from copydesk.rest.build import types_with_plugins
from copydesk.settings import read_settings
from copydesk.store.database import connect_database
from copydesk.store.gaps import Gap
from copydesk.transfer.bring import Report, import_documents

IDS_SHOWN = 8


def bring(
    sources: Annotated[list[Path], typer.Argument(help="JSON documents, or folders of them.")],
    database: DatabaseOption = None,
    config: ConfigOption = None,
    uploads: UploadsOption = None,
    other_home: Annotated[
        bool, typer.Option("--other-home", help="Import documents of another site, too.")
    ] = False,
) -> None:
    """Import documents as a WordPress REST API serves them. They stand: byte for byte, until somebody edits."""
    settings = read_settings(config, database=database, uploads=uploads)
    db = connect_database(settings.database, settings.table_prefix)
    report = import_documents(
        db,
        sources,
        uploads=Path(settings.uploads),
        any_home=other_home,
        plugins=lambda types: types_with_plugins(
            types, choose_plugins(load_plugins(), db, types, settings.registrations)
        ),
    )
    say(report, settings.database)
    if report.refusals and not report.brought and not report.passed_over:
        raise typer.Exit(1)


def say(report: Report, database: str) -> None:
    """Prints what was done, what was refused, and what the documents did not tell."""
    out = Console(soft_wrap=True, highlight=False)
    if report.is_new_site:
        out.print(f"Made the site {report.home} in {database}.")
    counted = ", ".join(f"{number} {kind}" for kind, number in sorted(report.brought.items()))
    out.print(f"Imported {counted or 'nothing new'}.")
    if report.passed_over:
        out.print(f"{report.passed_over} stood already.")
    if report.files_copied:
        out.print(f"Copied {report.files_copied} files.")
    error = Console(stderr=True, soft_wrap=True, highlight=False)
    for refusal in report.refusals:
        error.print(f"Refused {refusal}", markup=False)
    say_gaps(report.gaps, out)


def say_gaps(gaps: Sequence[Gap], out: Console) -> None:
    """Prints what is missing, a line for each kind of gap."""
    if not gaps:
        return
    out.print("Gaps, where the documents do not tell and something stands in until an import knows more:")
    by_note: dict[tuple[str, str], list[int]] = {}
    for gap in gaps:
        by_note.setdefault((gap.object_type, gap.note), []).append(gap.object_id)
    for (kind, note), ids in by_note.items():
        shown = ", ".join(map(str, ids[:IDS_SHOWN]))
        more = f" and {len(ids) - IDS_SHOWN} more" if len(ids) > IDS_SHOWN else ""
        out.print(f"  {kind} {shown}{more}: {note}", markup=False)
