"""Files of the uploads folder."""

from pathlib import Path

from starlette.staticfiles import StaticFiles


def uploads_app(folder: Path) -> StaticFiles:
    """An ASGI application that serves the folder, never a file outside of it."""
    return StaticFiles(directory=folder, check_dir=False)
