"""Classic menus: terms of the taxonomy `nav_menu`, with fields of their own, and not for everyone."""

from dataclasses import replace

from copydesk.content.menus import growing_menus, menu_locations
from copydesk.content.types import Taxonomy, Types
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import VIEW, Field, Link, Resource
from copydesk.rest.resources.menu_writes import check_places, drop_menu, menu_creator, menu_updater
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.resources.terms import term_resource
from copydesk.store.rows import Term
from copydesk.wire.refused import Problem
from copydesk.wire.schema import array, boolean, string

CANNOT_VIEW = Problem("rest_cannot_view", "You may not see menus.")

OF_OTHER_TERMS = ("count", "link", "taxonomy")


def menu_resource(taxonomy: Taxonomy, types: Types) -> Resource:
    """The resource of the site's menus."""
    terms = term_resource(taxonomy, types)

    def find(call: Call) -> Problem | None:
        return terms.rules.find(call) or may_view(call)

    def read(menu: Term, page: Page) -> Problem | None:
        return terms.rules.read(menu, page) or may_view(page.call)

    return replace(
        terms,
        fields=(*(field for field in terms.fields if field.name not in OF_OTHER_TERMS), *FIELDS),
        links=(*terms.links, Link("wp:menu-location", read_location_href)),
        rules=replace(terms.rules, find=find, read=read),
        verbs=replace(
            terms.verbs, create=menu_creator(taxonomy), update=menu_updater(taxonomy), delete=drop_menu
        ),
    )


def may_view(call: Call) -> Problem | None:
    """Menus are for those who design the site, or write something."""
    if call.viewer.can("edit_theme_options") or may_edit_any(call):
        return None
    return CANNOT_VIEW


def read_locations(menu: Term, page: Page) -> list[str]:
    return [place for place, shown in menu_locations(page.call.site).items() if shown == menu.id]


def read_location_href(menu: Term, page: Page) -> str | None:
    places = read_locations(menu, page)
    return page.call.url(f"menu-locations/{places[0]}") if places else None


FIELDS = (
    Field(
        "locations", array("Where the theme shows it.", string()), read_locations, VIEW, check=check_places
    ),
    Field(
        "auto_add",
        boolean("Whether new pages are added by themselves."),
        lambda menu, page: menu.id in growing_menus(page.call.site),
        VIEW,
    ),
)
