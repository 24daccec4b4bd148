"""Extensions, one file each, built only from the public plugin interface."""

from collections.abc import Mapping, Sequence
from importlib.metadata import entry_points
from typing import Any

from copydesk.content.registrations import RegistrationError
from copydesk.content.types import Types
from copydesk.plugins.configured_fields import configured_fields
from copydesk.rest.build import types_with_plugins
from copydesk.rest.plugin import Plugin
from copydesk.store.database import Db

GROUP = "copydesk.plugins"
TABLE = "plugins"  # of the configuration: a plugin's name → whether the site wants it


def load_plugins() -> tuple[Plugin, ...]:
    """The installed plugins, by name. An entry point that is no Plugin is a TypeError."""
    found = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        plugin = entry.load()
        if not isinstance(plugin, Plugin):
            raise TypeError(f"The entry point {entry.name} in {GROUP} is no Plugin.")
        found.append(plugin)
    return tuple(found)


def choose_plugins(
    installed: Sequence[Plugin], db: Db, types: Types, registrations: Mapping[str, Any]
) -> tuple[Plugin, ...]:
    """Those that the site wants, with the fields that its configuration declares before theirs.

    `types` are the site's own. What the configuration says of a plugin goes over what the plugin thinks.
    """
    said = _read_wishes(registrations, {plugin.name for plugin in installed})
    chosen = tuple(
        plugin
        for plugin in installed
        if (said[plugin.name] if plugin.name in said else plugin.is_wanted(db, types))
    )
    return (configured_fields(registrations, types_with_plugins(types, chosen)), *chosen)


def _read_wishes(registrations: Mapping[str, Any], names: set[str]) -> Mapping[str, bool]:
    said = registrations.get(TABLE) or {}
    if not isinstance(said, Mapping):
        raise RegistrationError(f"{TABLE} must be a table: a plugin's name = true or false.")
    for name, value in said.items():
        if name not in names:
            raise RegistrationError(f"{TABLE} names {name}, which is not installed.")
        if not isinstance(value, bool):
            raise RegistrationError(f"{TABLE}: {name} must be true or false.")
    return said
