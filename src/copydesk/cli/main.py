"""The command `copydesk`: one function a command; errors are one line that says what to do."""

import sys
from collections.abc import Callable
from typing import Any

import typer
from rich.console import Console

from copydesk.cli.bring import bring
from copydesk.cli.init import init
from copydesk.cli.serve import serve
from copydesk.content.registrations import RegistrationError
from copydesk.settings import SettingsError
from copydesk.store.failures import StoreError
from copydesk.transfer.bring import ImportProblem

app = typer.Typer(
    name="copydesk",
    help="A news content server that speaks the WordPress REST API.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("init")(init)
app.command("import")(bring)
app.command("serve")(serve)

EXPECTED = (StoreError, SettingsError, ImportProblem, RegistrationError)


def main(arguments: list[str] | None = None) -> None:
    """Runs a command. What a person can mend is said in one line; the exit code is 1."""
    run: Callable[..., Any] = app
    try:
        run(arguments)
    except EXPECTED as error:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"copydesk: {error}", markup=False)
        sys.exit(1)
