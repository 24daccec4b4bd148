"""Widgets: small blocks beside the content, kept in options, each a type's name and a number (`block-2`).

Copydesk's own pages have no sidebars, and block themes register none: every widget rests in the list of
inactive ones, in the order of the sidebars that it once stood in.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.content.site import Site
from copydesk.store.database import Db
from copydesk.store.options import load_options
from copydesk.store.php import maybe_unserialize

INACTIVE = "wp_inactive_widgets"
_PLACES = "sidebars_widgets"
_VERSION = "array_version"
_NUMBERED = re.compile(r"(.+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget and its settings; None when they are lost."""

    id: str
    kind: str
    number: int | None
    instance: Mapping[Any, Any] | None
    sidebar: str = INACTIVE


def find_widget_ids(db: Db, site: Site) -> list[str]:
    """All widgets: those that were inactive already, then those of sidebars."""
    places = maybe_unserialize(_options(db, site, (_PLACES,)).get(_PLACES, ""))
    if not isinstance(places, dict):
        return []
    listed = [
        places.get(INACTIVE),
        *(ids for name, ids in places.items() if name not in (INACTIVE, _VERSION)),
    ]
    ids = [str(one) for group in listed if isinstance(group, dict) for one in group.values()]
    return list(dict.fromkeys(ids))


def load_widgets(db: Db, site: Site, ids: Iterable[str]) -> list[Widget]:
    """The widgets with their settings, two statements at most."""
    named = [(widget_id, *split_id(widget_id)) for widget_id in ids]
    options = _options(db, site, tuple({f"widget_{kind}" for _, kind, _ in named}))
    settings = {name: maybe_unserialize(text) for name, text in options.items()}
    return [
        Widget(widget_id, kind, number, _instance(settings.get(f"widget_{kind}"), number))
        for widget_id, kind, number in named
    ]


def split_id(widget_id: str) -> tuple[str, int | None]:
    """The type and the number of a widget; types of old have one widget, without a number.

    >>> split_id("recent-posts-3")
    ('recent-posts', 3)
    """
    numbered = _NUMBERED.fullmatch(widget_id)
    return (numbered[1], int(numbered[2])) if numbered else (widget_id, None)


def _options(db: Db, site: Site, names: tuple[str, ...]) -> dict[str, str]:
    known = {name: site.options[name] for name in names if name in site.options}
    return {**known, **load_options(db, tuple(name for name in names if name not in known))}


def _instance(settings: Any, number: int | None) -> Mapping[Any, Any] | None:
    found = settings.get(number) if isinstance(settings, dict) else None
    return found if isinstance(found, dict) else None
