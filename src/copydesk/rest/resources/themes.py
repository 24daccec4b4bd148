"""Themes: the one that the site uses, and those that are known. Their files are never read.

The published schema says nothing of contexts here: every member is always shown.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from copydesk.content.answering import Newsroom
from copydesk.content.global_styles import find_styles_id
from copydesk.content.themes import PART_AREAS, TEMPLATE_TITLES, Theme, active_theme, installed_themes
from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import MISSING, Field, Link, Param, Read, Resource, Rules, Verbs
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.resources.theme_support_rules import FORMATS, THEME_SUPPORTS
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema, array, boolean, mapping, string

CANNOT_VIEW = Problem("rest_cannot_view_themes", "You may not see which themes there are.")
CANNOT_VIEW_ACTIVE = Problem("rest_cannot_view_active_theme", "You may not see the theme of this site.")
NOT_FOUND = Problem("rest_theme_not_found", "There is no such theme.", 404)

STYLESHEET = Param(string("The stylesheet of the theme."))
STATUSES = {
    "description": "Only themes with this status.",
    "type": "array",
    "items": {"enum": ["active", "inactive"], "type": "string"},
}


def theme_parts() -> Iterator[Resource | Route]:
    """The resource, and the route of one theme."""
    themes = Resource(
        base="themes",
        title="theme",
        fields=FIELDS,
        links=(
            Link("self", lambda theme, page: page.call.url(f"themes/{theme.stylesheet}")),
            Link("collection", lambda theme, page: page.call.url("themes")),
            Link("wp:user-global-styles", read_styles_address),
        ),
        verbs=Verbs(find=find),
        rules=Rules(find=may_find),
        params={"status": Param(STATUSES)},
        allow_batch=False,
    )
    yield themes

    def read(call: Call) -> Outcome:
        return Rows(themes, [get(call)])

    yield Route(
        themes.route() + r'/(?P<stylesheet>[^\/:<>\*\?"\|]+(?:\/[^\/:<>\*\?"\|]+)?)',
        (Endpoint(("GET",), read, {"stylesheet": STYLESHEET}, permit=may_get),),
        schema=lambda call: resource_schema(themes, call),
        item_of=themes,
    )


def may_see_all(call: Call) -> bool:
    return call.viewer.can("switch_themes")


def may_find(call: Call) -> Problem | None:
    """Those who edit may ask for the active one."""
    if may_see_all(call) or (call.params.get("status") == ["active"] and may_edit_any(call)):
        return None
    return CANNOT_VIEW


def may_get(call: Call) -> Problem | None:
    if may_see_all(call):
        return None
    if call.params.get("stylesheet") != active_theme(call.site).stylesheet:
        return CANNOT_VIEW
    return None if may_edit_any(call) else CANNOT_VIEW_ACTIVE


def find(call: Call) -> tuple[Sequence[Theme], int]:
    statuses = call.params.get("status")
    themes = installed_themes(call.site).values()
    found = [theme for theme in themes if not statuses or _status(theme, call) in statuses]
    return found, len(found)


def get(call: Call) -> Theme:
    theme = installed_themes(call.site).get(str(call.params["stylesheet"]))
    if theme is None:
        raise Refused(NOT_FOUND)
    return theme


def _status(theme: Theme, call: Call) -> str:
    return "active" if theme.stylesheet == active_theme(call.site).stylesheet else "inactive"


def is_active(theme: Theme, page: Page) -> bool:
    return _status(theme, page.call) == "active"


def read_styles_address(theme: Theme, page: Page) -> str | None:
    """What editors changed in the looks of the active theme."""
    if not is_active(theme, page):
        return None
    styles = page.load(load_styles)
    return page.call.url(f"global-styles/{styles}") if styles else None


def load_styles(page: Page) -> int | None:
    call = page.call
    return find_styles_id(Newsroom(call.db, call.site, call.api.types))


def read_supports(theme: Theme, page: Page) -> Any:
    """Of the active one, what its declared defaults and its blocks say; nothing is known of others."""
    if not is_active(theme, page):
        return MISSING
    supports = {name: schema["default"] for name, schema in THEME_SUPPORTS.items()}
    blocks = {"block-templates": True, "block-template-parts": True} if theme.is_block_theme else {}
    return {**supports, **blocks, "formats": list(FORMATS), "post-thumbnails": True, "title-tag": True}


def read_template_types(theme: Theme, page: Page) -> Any:
    if not is_active(theme, page):
        return MISSING
    return [{"slug": slug, "title": title, "description": ""} for slug, title in TEMPLATE_TITLES.items()]


def read_part_areas(theme: Theme, page: Page) -> Any:
    if not is_active(theme, page):
        return MISSING
    return [
        {"area": area, "label": label, "description": "", "icon": icon, "area_tag": tag}
        for area, (label, icon, tag) in PART_AREAS.items()
    ]


def _address(theme: Theme, page: Page) -> str:
    return f"{page.call.site.siteurl}/wp-content/themes/{theme.stylesheet}"


def _both(text: str) -> dict[str, str]:
    return {"raw": text, "rendered": text}


def _nothing(theme: Theme, page: Page) -> str:
    return ""


def _field(name: str, schema: Schema, read: Read | None = None) -> Field:
    return Field(name, schema, read, readonly=True, is_bare=True)


def _twice(description: str, **more: Any) -> Schema:
    return mapping(
        description, {"raw": string("As written.", **more), "rendered": string("As HTML.", **more)}
    )


def _object(**names: Schema) -> Schema:
    return mapping("", names)


TAGS = mapping("Words for it.", {"raw": array("As a list.", string()), "rendered": string("In a row.")})
TEMPLATE_TYPES = array(
    "Templates that themes have.", _object(slug=string(), title=string(), description=string())
)
AREAS = array(
    "Areas of a page for parts.",
    _object(area=string(), label=string(), description=string(), icon=string(), area_tag=string()),
)

FIELDS = (
    _field("stylesheet", string("The name of its folder.")),
    _field("stylesheet_uri", string("The address of its folder.", format="uri"), _address),
    _field("template", string("The theme that it builds on."), lambda theme, page: theme.stylesheet),
    _field("template_uri", string("The address of that theme's folder.", format="uri"), _address),
    _field("requires_php", string("The least version of PHP."), _nothing),
    _field("requires_wp", string("The least version of WordPress."), _nothing),
    _field("textdomain", string("The domain of its translations."), lambda theme, page: theme.stylesheet),
    _field("version", string("The version."), _nothing),
    _field("screenshot", string("The address of its picture.", format="uri"), _nothing),
    _field("author", _twice("Who made it."), lambda theme, page: _both("")),
    _field("author_uri", _twice("The author's website.", format="uri"), lambda theme, page: _both("")),
    _field("description", _twice("What it is."), lambda theme, page: _both("")),
    _field("name", _twice("The name for people."), lambda theme, page: _both(theme.name)),
    _field("tags", TAGS, lambda theme, page: {"raw": [], "rendered": ""}),
    _field("theme_uri", _twice("Its website.", format="uri"), lambda theme, page: _both("")),
    Field(
        "status",
        string("Whether the site uses it.", enum=["inactive", "active"]),
        lambda theme, page: _status(theme, page.call),
        is_bare=True,
    ),
    _field("theme_supports", mapping("What it supports.", THEME_SUPPORTS), read_supports),
    _field("is_block_theme", boolean("Whether it is made of blocks.")),
    _field("default_template_types", TEMPLATE_TYPES, read_template_types),
    _field("default_template_part_areas", AREAS, read_part_areas),
)
