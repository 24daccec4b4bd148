"""How this process was started: command line over environment over `copydesk.toml`."""

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

DEFAULT_DATABASE = "sqlite:///copydesk.db"
ENVIRONMENT = "COPYDESK_"
TEXT_SETTINGS = ("database", "table_prefix", "uploads", "home", "siteurl")


class SettingsError(Exception):
    """A setting that cannot be used; the text is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Empty texts mean: as the database or the default says. `registrations` is the file's declarations."""

    database: str = DEFAULT_DATABASE
    table_prefix: str = "wp_"
    uploads: str = "uploads"
    home: str = ""
    siteurl: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    registrations: Mapping[str, Any] = field(default_factory=dict)


def read_settings(config: Path | None = None, **given: str | None) -> Settings:
    """The settings of the file, the environment, and what was given on the command line, the last winning."""
    said = _read_file(config)
    for name in TEXT_SETTINGS:
        from_environment = os.environ.get(ENVIRONMENT + name.upper())
        if from_environment:
            said[name] = from_environment
    said.update({name: value for name, value in given.items() if value})
    texts: dict[str, Any] = {name: str(said.pop(name)) for name in TEXT_SETTINGS if name in said}
    keys = {name: str(value) for name, value in said.pop("keys", {}).items()}
    return replace(Settings(keys=keys, registrations=said), **texts)


def _read_file(config: Path | None) -> dict[str, Any]:
    path = config or Path(os.environ.get(ENVIRONMENT + "CONFIG", "copydesk.toml"))
    if not path.exists():
        if config:
            raise SettingsError(f"There is no file {config}: correct --config or leave it out.")
        return {}
    text = path.read_text(encoding="utf-8")
    try:
        said = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except ValueError as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from error
    if not isinstance(said, dict):
        raise SettingsError(f"{path} must hold an object of settings.")
    return said
