"""Files of the uploads folder."""

from pathlib import Path

from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.staticfiles import StaticFiles


def uploads_app(folder: Path) -> ExceptionMiddleware:
    """An ASGI application that serves the folder, never a file outside of it; what is not there is a plain 404."""
    return ExceptionMiddleware(StaticFiles(directory=folder, check_dir=False))
