"""Extensions, one file each, built only from the public plugin interface."""

from importlib.metadata import entry_points

from copydesk.rest.plugin import Plugin

GROUP = "copydesk.plugins"


def load_plugins() -> tuple[Plugin, ...]:
    """The installed plugins, by name. An entry point that is no Plugin is a TypeError."""
    found = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        plugin = entry.load()
        if not isinstance(plugin, Plugin):
            raise TypeError(f"The entry point {entry.name} in {GROUP} is no Plugin.")
        found.append(plugin)
    return tuple(found)
