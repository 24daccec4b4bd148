"""The site of the compatibility kit, opened as a server would."""

import json
import tarfile
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from copydesk.settings import Settings
from copydesk.store.database import Db, open_database
from copydesk.web.parts import Parts, make_parts
from tests.compat.player import KIT
from tests.databases import copy_compat


def kit_settings() -> Settings:
    """What the site registers in code, and its secrets."""
    registrations: dict[str, Any] = json.loads((KIT / "site/registrations.json").read_text())
    keys: dict[str, str] = json.loads((KIT / "site/wp-config.json").read_text())["keys"]
    return Settings(registrations=registrations, keys=keys)


def open_compat_site(db: Db | None = None) -> Parts:
    """The parts of the kit's site; without a database on a fresh SQLite copy."""
    if db is None:
        folder = Path(tempfile.mkdtemp()) / "site"
        folder.mkdir()
        copy_compat(folder / "site.db")
        db = open_database(f"sqlite:///{folder}/site.db")
    return make_parts(db, replace(kit_settings(), uploads=str(copy_uploads())))


def copy_uploads() -> Path:
    """A fresh copy of the files of the kit's media library."""
    folder = Path(tempfile.mkdtemp())
    with tarfile.open(KIT / "site/uploads.tar.gz") as packed:
        packed.extractall(folder, filter="data")
    return folder / "uploads"
