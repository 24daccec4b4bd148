"""The options of the site: names and values as stored."""

from typing import Any

from sqlalchemy import Select, bindparam, select

from copydesk.store.database import Db
from copydesk.store.dialects import in_list
from copydesk.store.tables import Tables

AUTOLOADED = ("yes", "on", "auto", "auto-on")


def load_options(db: Db, names: tuple[str, ...] | None = None) -> dict[str, str]:
    """The options that WordPress loads with every request, or those that are named."""
    if names is None:
        return dict(db.rows(_autoloaded, {"autoload": AUTOLOADED}))
    return dict(db.rows(_named, {"names": names})) if names else {}


def get_option(db: Db, name: str) -> str | None:
    value: str | None = db.value(_value, {"name": name})
    return value


def get_option_id(db: Db, name: str) -> int | None:
    """The row of an option: whether there is one, and whether it is still the same."""
    found: int | None = db.value(_option_id, {"name": name})
    return found


def _autoloaded(t: Tables) -> Select[Any]:
    options = t.options.c
    return select(options.option_name, options.option_value).where(
        in_list(options.autoload, bindparam("autoload"))
    )


def _named(t: Tables) -> Select[Any]:
    options = t.options.c
    return select(options.option_name, options.option_value).where(
        in_list(options.option_name, bindparam("names"))
    )


def _value(t: Tables) -> Select[Any]:
    return select(t.options.c.option_value).where(t.options.c.option_name == bindparam("name"))


def _option_id(t: Tables) -> Select[Any]:
    return select(t.options.c.option_id).where(t.options.c.option_name == bindparam("name"))
