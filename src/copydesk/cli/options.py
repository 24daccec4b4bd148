"""The options that all commands share."""

from pathlib import Path
from typing import Annotated

import typer

DatabaseOption = Annotated[
    str | None, typer.Option("--database", help="URL of the database: sqlite:///site.db, mysql+pymysql://…")
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="A copydesk.toml, or JSON of that shape.")
]
UploadsOption = Annotated[str | None, typer.Option("--uploads", help="The folder of media files.")]
