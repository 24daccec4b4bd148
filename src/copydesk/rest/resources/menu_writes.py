"""What clients may change about classic menus: from the arguments of a request to the actions."""

from collections.abc import Callable, Mapping
from typing import Any

from copydesk.actions.menus import create_menu, delete_menu, let_grow, place_menu, update_menu
from copydesk.content.menus import menu_locations
from copydesk.content.types import Taxonomy
from copydesk.rest.page import Call
from copydesk.rest.resources.setting_writes import site_after
from copydesk.rest.resources.term_writes import with_meta
from copydesk.rest.resources.written import (
    refuse_without_force,
    sent_changes,
    shown_before_deletion,
    work_of,
)
from copydesk.store.rows import Term
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import array, string
from copydesk.wire.schema_check import Failure, check

NO_TRASH = Problem("rest_trash_not_supported", "Menus have no trash: say force=true to delete.", 501)
NO_PLACE = "rest_invalid_menu_location"
PLACES = array("Places of the theme.", string())


def check_places(value: Any, call: Call) -> Failure | None:
    """Only places that the theme has."""
    failure = check(value, PLACES, "locations")
    if failure:
        return failure
    known = menu_locations(call.site)
    given = value.split(",") if isinstance(value, str) else value
    for place in given:
        if place not in known:
            return Failure(NO_PLACE, "The theme has no such place.", {"location": place})
    return None


def menu_creator(taxonomy: Taxonomy) -> Callable[[Call, Mapping[str, Any]], Term | Refused]:
    def create(call: Call, changes: Mapping[str, Any]) -> Term | Refused:
        values = sent_changes(changes)
        return _finish(call, create_menu(work_of(call), taxonomy, values), values)

    return create


def menu_updater(taxonomy: Taxonomy) -> Callable[[Call, Term, Mapping[str, Any]], Term | Refused]:
    def update(call: Call, menu: Term, changes: Mapping[str, Any]) -> Term | Refused:
        values = sent_changes(changes)
        return _finish(call, update_menu(work_of(call), taxonomy, menu, values), values)

    return update


def drop_menu(call: Call, menu: Term) -> Any:
    """The answer for a menu that is gone."""
    refuse_without_force(call, NO_TRASH)
    previous = shown_before_deletion(call)
    delete_menu(work_of(call), call.site, menu)
    return {"deleted": True, "previous": previous}


def _finish(call: Call, menu: Term, values: Mapping[str, Any]) -> Term | Refused:
    """What stands in options; the answer is to show them as they are now."""
    if "locations" in values:
        places = values["locations"]
        given = places.split(",") if isinstance(places, str) else places
        place_menu(work_of(call), call.site, menu.id, given)
    if "auto_add" in values:
        let_grow(work_of(call), call.site, menu.id, grows=values["auto_add"])
    call.site = site_after(call)
    return with_meta(call, menu, values)
