"""`copydesk serve`: the server, one process or several."""

import json
import os
import socket
from dataclasses import asdict
from typing import Annotated

import typer
import uvicorn

from copydesk.cli.options import ConfigOption, DatabaseOption, UploadsOption
from copydesk.settings import Settings, SettingsError, read_settings
from copydesk.web.app import App
from copydesk.web.parts import open_parts

HANDED_ON = "COPYDESK_SERVE_SETTINGS"  # the settings for worker processes, as JSON


def serve(
    database: DatabaseOption = None,
    config: ConfigOption = None,
    uploads: UploadsOption = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="The port to listen at.")] = 8000,
    workers: Annotated[int, typer.Option("--workers", help="How many processes.")] = 1,
) -> None:
    """Serve the API and the site."""
    settings = read_settings(config, database=database, uploads=uploads)
    parts = open_parts(settings)  # says what is wrong before anything listens
    site = parts.sites.read()
    _check_port(host, port)
    typer.echo(f"{site.name or site.home}: http://{host}:{port}{site.path}/ and {site.path}/wp-json/")
    options = {"host": host, "port": port, "log_level": "warning", "access_log": False, "proxy_headers": True}
    if workers > 1:
        parts.db.close()
        os.environ[HANDED_ON] = json.dumps(asdict(settings))
        uvicorn.run("copydesk.cli.serve:worker", factory=True, workers=workers, **options)  # type: ignore[arg-type]
    else:
        uvicorn.run(App(parts), **options)  # type: ignore[arg-type]


def worker() -> App:
    """The application of a worker process."""
    return App(open_parts(Settings(**json.loads(os.environ[HANDED_ON]))))


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsError(
                f"Cannot listen at {host}:{port} ({error.strerror}): choose another --port."
            ) from None
