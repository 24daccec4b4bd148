"""Classic menus: where the theme shows them, and which of them new pages are added to."""

from collections.abc import Mapping

from copydesk.content.site import Site
from copydesk.store.php import maybe_unserialize


def menu_locations(site: Site) -> Mapping[str, int]:
    """The places of the theme that have a menu, with its id.

    Only the theme's code knows all its places; those that were ever given a menu are in its modifications.
    """
    mods = maybe_unserialize(site.option(f"theme_mods_{site.option('stylesheet')}"))
    places = mods.get("nav_menu_locations") if isinstance(mods, dict) else None
    if not isinstance(places, dict):
        return {}
    return {str(place): int(menu) for place, menu in places.items() if str(menu).isdigit()}


def growing_menus(site: Site) -> frozenset[int]:
    """The menus to which new pages are added by themselves."""
    options = maybe_unserialize(site.option("nav_menu_options"))
    menus = options.get("auto_add") if isinstance(options, dict) else None
    return frozenset(int(menu) for menu in menus.values() if menu) if isinstance(menus, dict) else frozenset()
