"""Writing options; values as stored, serialized by the caller."""

from sqlalchemy import Delete, Update, bindparam, delete, update

from copydesk.store.dialects import in_list
from copydesk.store.options import get_option_id
from copydesk.store.tables import Tables
from copydesk.store.work import Work
from copydesk.store.writing import insert_row


def save_option(work: Work, name: str, value: str, *, autoload: str | None = None) -> None:
    """Sets an option. A new one is loaded with every request unless `autoload` says otherwise (`off`)."""
    row_id = get_option_id(work.db, name)
    if row_id is None:
        row = {"option_name": name, "option_value": value, "autoload": autoload or "auto"}
        insert_row(work, "options", row)
    elif autoload is None:
        work.execute(_set_value, {"id": row_id, "value": value})
    else:
        work.execute(_set_both, {"id": row_id, "value": value, "autoload": autoload})


def delete_options(work: Work, *names: str) -> int:
    return work.execute(_delete, {"names": names}) if names else 0


def _set_value(t: Tables) -> Update:
    options = t.options
    return (
        update(options).where(options.c.option_id == bindparam("id")).values(option_value=bindparam("value"))
    )


def _set_both(t: Tables) -> Update:
    return _set_value(t).values(autoload=bindparam("autoload"))


def _delete(t: Tables) -> Delete:
    return delete(t.options).where(in_list(t.options.c.option_name, bindparam("names")))
