"""`copydesk serve`: the server, one process or several."""

import gc
import os
import socket
from typing import Annotated

import typer
import uvicorn

from copydesk.cli.options import ConfigOption, DatabaseOption, UploadsOption
from copydesk.settings import SettingsError, read_settings
from copydesk.web.app import App
from copydesk.web.parts import open_parts
from copydesk.web.workers import serve_workers


def serve(
    database: DatabaseOption = None,
    config: ConfigOption = None,
    uploads: UploadsOption = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="The port to listen at.")] = 8000,
    workers: Annotated[int, typer.Option("--workers", help="How many processes.")] = 1,
) -> None:
    """Serve the API and the site."""
    if workers > 1 and not hasattr(os, "fork"):
        raise SettingsError("This system runs one process only: leave --workers out.")
    settings = read_settings(config, database=database, uploads=uploads)
    parts = open_parts(settings)  # says what is wrong before anything listens
    site = parts.sites.read()
    _check_port(host, port)
    typer.echo(f"{site.name or site.home}: http://{host}:{port}{site.path}/ and {site.path}/wp-json/")
    server = uvicorn.Config(App(parts), host=host, port=port, log_level="warning", access_log=False)
    gc.collect()
    gc.freeze()  # what is loaded stays: it need not be looked through again, nor be copied into each process
    if workers > 1:
        parts.db.close()
        serve_workers(server, workers)
    else:
        uvicorn.Server(server).run()


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsError(
                f"Cannot listen at {host}:{port} ({error.strerror}): choose another --port."
            ) from None
