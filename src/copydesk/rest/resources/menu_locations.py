"""The places of the theme that show a menu."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.content.menus import menu_locations
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import Field, Link, Resource, Rules, Verbs
from copydesk.store.rows import Term
from copydesk.store.terms import load_terms
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import integer, string

CANNOT_VIEW = Problem("rest_cannot_view", "You may not see menu locations.")
INVALID = Problem("rest_menu_location_invalid", "There is no such menu location.", 404)

SHOWN = ("embed", "view", "edit")


@dataclass(frozen=True, slots=True)
class MenuLocation:
    """A place of the theme, with the menu that it shows."""

    name: str
    menu: int

    @property
    def id(self) -> str:
        return self.name


def menu_location_resource() -> Resource:
    """The resource of menu locations."""
    return Resource(
        base="menu-locations",
        title="menu-location",
        fields=FIELDS,
        links=(
            Link("self", lambda row, page: page.call.url(f"menu-locations/{row.name}")),
            Link("collection", lambda row, page: page.call.url("menu-locations")),
            Link(
                "wp:menu",
                lambda row, page: page.call.url(f"menus/{row.menu}") if row.menu else None,
                target="menus",
                load=load_menus,
            ),
        ),
        verbs=Verbs(find=find, get=get),
        rules=Rules(find=may_view, get=may_view),
        params=context_param(),
        id_name="location",
        id_pattern=r"[\w-]+",
        id_schema=string("The name of the location."),
        allow_batch=False,
        is_keyed=True,
        is_list_when_empty=True,
    )


def may_view(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_theme_options") else CANNOT_VIEW


def _all(call: Call) -> list[MenuLocation]:
    return [MenuLocation(name, menu) for name, menu in menu_locations(call.site).items()]


def find(call: Call) -> tuple[Sequence[MenuLocation], int]:
    found = _all(call)
    return found, len(found)


def get(call: Call) -> MenuLocation:
    found = next((one for one in _all(call) if one.name == call.params["location"]), None)
    if found is None:
        raise Refused(INVALID)
    return found


def load_menus(page: Page) -> Mapping[str, Term]:
    """The menus of the locations, by the locations' names."""
    menus = load_terms(page.call.db, {row.menu for row in page.rows if row.menu})
    return {row.name: menus[row.menu] for row in page.rows if row.menu in menus}


FIELDS = (
    Field("name", string("The name of the location."), context=SHOWN, readonly=True),
    Field("description", string("What it is called."), lambda row, page: row.name, SHOWN, readonly=True),
    Field("menu", integer("The id of its menu."), context=SHOWN, readonly=True),
)
