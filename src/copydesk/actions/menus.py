"""Creating, changing and deleting classic menus: terms, with two facts about each kept in options.

Where the theme shows a menu stands among the modifications of the theme; which menus new pages join stands
in `nav_menu_options`. No two menus have one name, and the slug follows the name.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from copydesk.actions.terms import create_term, update_term
from copydesk.content.menus import growing_menus, menu_locations
from copydesk.content.site import Site
from copydesk.content.types import Taxonomy
from copydesk.store.database import Db
from copydesk.store.meta_write import delete_all_meta
from copydesk.store.options_write import save_option
from copydesk.store.php import maybe_unserialize, serialize
from copydesk.store.posts_write import delete_posts
from copydesk.store.relationships import delete_relationships, find_carriers
from copydesk.store.rows import Term
from copydesk.store.terms import TermQuery, find_terms
from copydesk.store.terms_write import delete_term
from copydesk.store.work import Work
from copydesk.wire.refused import Problem, Refused

NAME_MISSING = Problem("empty_term_name", "A menu needs a name.", 400)
EXISTS = Problem("menu_exists", "There is a menu of this name already.", 400)


def create_menu(work: Work, taxonomy: Taxonomy, values: Mapping[str, Any]) -> Term:
    """A new menu. `values` are name and description."""
    _refuse_name(work.db, taxonomy, values["name"], except_id=0)
    wanted = {"name": values["name"], "description": values.get("description")}
    return create_term(work, taxonomy, wanted)


def update_menu(work: Work, taxonomy: Taxonomy, menu: Term, changes: Mapping[str, Any]) -> Term:
    """A menu with another name or description."""
    wanted = {name: changes[name] for name in ("name", "description") if name in changes}
    if "name" in wanted:
        _refuse_name(work.db, taxonomy, wanted["name"], except_id=menu.id)
        wanted["slug"] = ""
    return update_term(work, taxonomy, menu.id, wanted)


def delete_menu(work: Work, site: Site, menu: Term) -> None:
    """A menu with its items; the theme shows it nowhere any more."""
    items = find_carriers(work.db, [menu.taxonomy_id])
    delete_relationships(work, items)
    delete_all_meta(work, "post", items)
    delete_posts(work, items)
    delete_term(work, menu)
    if menu.id in growing_menus(site):
        let_grow(work, site, menu.id, grows=False)
    if menu.id in menu_locations(site).values():
        place_menu(work, site, menu.id, ())


def let_grow(work: Work, site: Site, menu_id: int, *, grows: bool) -> None:
    """Whether new pages join the menu by themselves."""
    others = sorted(growing_menus(site) - {menu_id})
    menus = [*others, menu_id] if grows else others
    save_option(work, "nav_menu_options", serialize({0: False, "auto_add": dict(enumerate(menus))}))


def place_menu(work: Work, site: Site, menu_id: int, places: Collection[str]) -> None:
    """Shows the menu in these places of the theme, and in no others."""
    name = f"theme_mods_{site.option('stylesheet')}"
    stored = maybe_unserialize(site.option(name))
    mods = stored if isinstance(stored, dict) else {}
    others = {place: menu for place, menu in menu_locations(site).items() if menu != menu_id}
    shown = {**others, **dict.fromkeys(places, menu_id)}
    save_option(work, name, serialize({**mods, "nav_menu_locations": shown}))


def _refuse_name(db: Db, taxonomy: Taxonomy, name: str, *, except_id: int) -> None:
    if not name.strip():
        raise Refused(NAME_MISSING)
    namesakes, _ = find_terms(db, TermQuery(taxonomies=(taxonomy.name,), names=(name.strip(),), order="id"))
    for namesake in namesakes:
        if namesake.id != except_id:
            raise Refused(replace(EXISTS, more={"additional_data": [namesake.id]}), term_id=namesake.id)
