"""Writing users, as they are given."""

from collections.abc import Collection

from copydesk.store.meta_write import delete_all_meta
from copydesk.store.row_values import changed_values, values_of
from copydesk.store.rows import User
from copydesk.store.work import Work
from copydesk.store.writing import delete_rows, insert_row, put_row, update_row


def insert_user(work: Work, user: User) -> int:
    """The id of the new user; an id of 0 is chosen by the database."""
    return insert_row(work, "users", values_of(user))


def update_user(work: Work, before: User, after: User) -> bool:
    """Stores what `after` changes; False when those columns are no longer what was read `before`."""
    assert before.id == after.id
    old = values_of(before)
    changes = changed_values(old, values_of(after))
    expected = {name: old[name] for name in changes}
    return update_row(work, "users", before.id, values=changes, expected=expected)


def delete_users(work: Work, ids: Collection[int]) -> int:
    """The users and their meta; what they wrote has to find another author first."""
    delete_all_meta(work, "user", ids)
    return delete_rows(work, "users", "ID", ids)


def adopt_user(work: Work, user: User) -> None:
    """Stores a user under his own id, over whatever is there."""
    put_row(work, "users", values_of(user))
