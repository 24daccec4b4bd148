"""What a running server is made of."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from copydesk.auth.keys import Keys
from copydesk.content.registrations import make_types
from copydesk.content.site import SiteReader
from copydesk.content.types import Types
from copydesk.plugins import choose_plugins, load_plugins
from copydesk.rest.api import Api
from copydesk.rest.build import content_api, types_with_plugins
from copydesk.rest.plugin import Plugin
from copydesk.settings import Settings
from copydesk.store.database import Db, open_database
from copydesk.store.facts import REGISTRATIONS, get_fact


@dataclass(frozen=True)
class Parts:
    """A site's database, options, API, files and plugins."""

    db: Db
    sites: SiteReader
    api: Api
    uploads: Path
    plugins: tuple[Plugin, ...] = ()

    def upload_path(self, path: str) -> str | None:
        """The file below the uploads folder that a path names, if it names one."""
        prefix = urlsplit(self.sites.read().uploads_url).path.rstrip("/") + "/"
        return "/" + unquote(path[len(prefix) :]) if path.startswith(prefix) else None

    def announce(self, event: str, *about: object) -> None:
        """Tells the plugins what happened."""
        for plugin in self.plugins:
            for listener in plugin.listeners:
                if listener.event == event:
                    listener.hear(self.db, *about)


def open_parts(settings: Settings) -> Parts:
    """Opens the site that the settings name. A StoreError says what is missing."""
    db = open_database(settings.database, settings.table_prefix)
    return make_parts(db, settings, load_plugins())


def read_types(db: Db, registrations: Mapping[str, Any]) -> Types:
    """Core's kinds of content, those that importers found, and those of the configuration, each over the other."""
    found = json.loads(get_fact(db, REGISTRATIONS) or "{}")
    merged = {**registrations}
    for kind in ("post_types", "taxonomies"):
        merged[kind] = {**found.get(kind, {}), **registrations.get(kind, {})}
    return make_types(merged)


def make_parts(db: Db, settings: Settings, plugins: Sequence[Plugin] = ()) -> Parts:
    """The parts of a site whose database is open, with those of the plugins that it wants."""
    known = read_types(db, settings.registrations)
    chosen = choose_plugins(plugins, db, known, settings.registrations)
    return Parts(
        db=db,
        sites=SiteReader(db, settings.home, settings.siteurl, Keys.find(settings.keys)),
        api=content_api(types_with_plugins(known, chosen), chosen),
        uploads=Path(settings.uploads),
        plugins=chosen,
    )
