"""Facts about the site that WordPress has no place for, by name: what importers found registered, for one."""

from typing import Any

from sqlalchemy import Delete, Insert, Select, bindparam, delete, insert, select

from copydesk.store.database import Db
from copydesk.store.failures import MissingTableError
from copydesk.store.own_tables import own
from copydesk.store.tables import Tables
from copydesk.store.work import Work

REGISTRATIONS = "registrations"  # JSON of the shape of copydesk.toml


def get_fact(db: Db, name: str) -> str:
    """A fact; empty when there is none."""
    try:
        value = db.value(_value, {"name": name})
    except MissingTableError:
        return ""
    return str(value or "")


def save_fact(work: Work, name: str, value: str) -> None:
    """Notes a fact, in place of the one before."""
    work.execute(_delete, {"name": name})
    work.execute(_insert, {"name": name, "value": value})


def _value(t: Tables) -> Select[Any]:
    facts = own(t).facts
    return select(facts.c.value).where(facts.c.name == bindparam("name"))


def _insert(t: Tables) -> Insert:
    return insert(own(t).facts).values(name=bindparam("name"), value=bindparam("value"))


def _delete(t: Tables) -> Delete:
    facts = own(t).facts
    return delete(facts).where(facts.c.name == bindparam("name"))
