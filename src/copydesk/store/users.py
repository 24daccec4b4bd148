"""Users: found by a `UserQuery`, loaded by id, or by the names they sign in with."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select

from copydesk.store.conditions import Conditions, Form, Forms, column_of, found_one, where
from copydesk.store.database import Db
from copydesk.store.dialects import Containing, Places, contains, in_list, place_in, sorting
from copydesk.store.loading import load_by_id
from copydesk.store.rows import User
from copydesk.store.statements import FARTHEST
from copydesk.store.tables import Tables

UserOrderBy: TypeAlias = Literal[
    "id", "name", "slug", "email", "url", "registered_date", "login", "include", "include_slugs"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class UserQuery:
    """Which users, in which order, which part of them. An empty tuple or text sets no condition.

    `roles` are wanted one of; of every group in `capability_groups` one must be found among the user's roles
    and capabilities (a capability, with the roles that have it).
    """

    ids: tuple[int, ...] = ()
    not_ids: tuple[int, ...] = ()
    slugs: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    capability_groups: tuple[tuple[str, ...], ...] = ()
    published_types: tuple[str, ...] = ()  # has published a post of one of these types
    known_ids: tuple[int, ...] = ()  # with published_types: those who need not have published here
    search: str = ""
    search_columns: tuple[str, ...] = ()  # none: as `default_search_columns` says
    order: UserOrderBy = "name"
    descending: bool = False
    limit: int | None = None
    offset: int = 0
    counted: bool = True  # how many there are besides this part


def find_users(db: Db, query: UserQuery) -> tuple[list[User], int]:
    """The part of the users that `query` asks for, and how many there are in all."""
    conditions = _conditions_of(query, db.prefix)
    order = _order_of(query, conditions)
    forms, params = tuple(conditions.forms), conditions.params
    if query.limit is not None:
        params.update(limit=query.limit, offset=min(query.offset, FARTHEST))
    rows = db.rows(_page, params, (forms, order, query.descending, query.limit is not None))
    total = len(rows)
    if query.counted and query.limit is not None and (query.offset or total >= query.limit):
        total = int(db.value(_count, params, forms))
    return [User(*row) for row in rows], total


def get_user(db: Db, user_id: int) -> User | None:
    return load_users(db, (user_id,)).get(user_id)


def get_user_by_login(db: Db, login: str) -> User | None:
    return _user_by(db, "user_login", login)


def get_user_by_email(db: Db, email: str) -> User | None:
    return _user_by(db, "user_email", email)


def get_user_by_nicename(db: Db, nicename: str) -> User | None:
    return _user_by(db, "user_nicename", nicename)


def load_users(db: Db, ids: Iterable[int]) -> dict[int, User]:
    """Users by id."""

    def load(missing: tuple[int, ...]) -> dict[int, User]:
        return {row[0]: User(*row) for row in db.rows(_users_by_ids, {"ids": missing})}

    return load_by_id(db, "users", ids, load)


def load_published_counts(db: Db, ids: Iterable[int], types: tuple[str, ...]) -> dict[int, int]:
    """For every user how many published posts of these types there are."""
    counts = dict.fromkeys(ids, 0)
    if counts and types:
        counts |= dict(db.rows(_published_counts, {"ids": tuple(counts)}, types))
    return counts


def load_publishing_users(db: Db, ids: Iterable[int], types: tuple[str, ...]) -> set[int]:
    """The users who have published a post of one of these types; cheaper than counting."""
    wanted = tuple(set(ids))
    return (
        {row[0] for row in db.rows(_publishing_users, {"ids": wanted}, types)} if wanted and types else set()
    )


def default_search_columns(search: str) -> tuple[str, ...]:
    """Where WordPress looks for a text, by what the text looks like."""
    if "@" in search:
        return ("user_email",)
    if search.isdecimal():
        return ("user_login", "ID")
    if search.startswith(("http://", "https://")):
        return ("user_url",)
    return ("user_login", "user_url", "user_email", "user_nicename", "display_name")


_ORDER_TEXTS = {
    "name": "display_name",
    "slug": "user_nicename",
    "email": "user_email",
    "url": "user_url",
    "login": "user_login",
}
_ORDER_COLUMNS = {"id": "ID", "registered_date": "user_registered"}


def _conditions_of(query: UserQuery, prefix: str) -> Conditions:
    found = Conditions()
    found.one_of("ID", query.ids, table="users")
    found.none_of("ID", query.not_ids, table="users")
    found.one_of("user_nicename", query.slugs, table="users")
    key = prefix + "capabilities"
    for names in (query.roles, *query.capability_groups):
        if names:
            # The stored value is a serialized list of names; every name stands between quotes.
            found.add(_capable, len(names), values=(key, *[Containing(f'"{name}"') for name in names]))
    if query.published_types:
        published, known = found.group(), found.group()
        published.add(_has_published, query.published_types)
        known.one_of("ID", query.known_ids, table="users")
        found.add_any([published, known] if query.known_ids else [published])
    if query.search:
        columns = query.search_columns or default_search_columns(query.search)
        found.add(_searched, columns, values=(Containing(query.search), query.search))
    return found


def _order_of(query: UserQuery, conditions: Conditions) -> Form:
    if query.order == "include" and query.ids:
        return conditions.form(_by_place, "ID", values=(Places(query.ids),))
    if query.order == "include_slugs" and query.slugs:
        return conditions.form(_by_place, "user_nicename", values=(Places(query.slugs),))
    if query.order in _ORDER_COLUMNS:
        return Form(column_of, ("users", _ORDER_COLUMNS[query.order]))
    return Form(_by_text, (_ORDER_TEXTS.get(query.order, "user_login"),))


def _user_by(db: Db, column: str, value: str) -> User | None:
    row = db.row(_user_by_column, {"value": value}, column) if value else None
    return User(*row) if row else None


def _page(t: Tables, shape: tuple[Forms, Form, bool, bool]) -> Select[Any]:
    forms, order, descending, limited = shape
    keys = [order(t), t.users.c.ID]
    found = select(t.users).where(*where(t, forms))
    found = found.order_by(*[key.desc() if descending else key.asc() for key in keys])
    return found.limit(bindparam("limit")).offset(bindparam("offset")) if limited else found


def _count(t: Tables, forms: Forms) -> Select[Any]:
    return select(func.count()).select_from(t.users).where(*where(t, forms))


def _users_by_ids(t: Tables) -> Select[Any]:
    return select(t.users).where(in_list(t.users.c.ID, bindparam("ids")))


def _user_by_column(t: Tables, column: str) -> Select[Any]:
    return select(t.users).where(t.users.c[column] == bindparam("value")).order_by(t.users.c.ID).limit(1)


def _published_by_user(t: Tables, types: tuple[str, ...]) -> list[ColumnElement[Any]]:
    """Types are part of the SQL: with their number known SQLite takes the index of type, status and author."""
    posts = t.posts.c
    of_type = or_(*[posts.post_type == kind for kind in types])
    return [of_type, posts.post_status == "publish", posts.post_author == t.users.c.ID]


def _published_counts(t: Tables, types: tuple[str, ...]) -> Select[Any]:
    posts = select(func.count()).select_from(t.posts).where(*_published_by_user(t, types)).correlate(t.users)
    return select(t.users.c.ID, posts.scalar_subquery()).where(in_list(t.users.c.ID, bindparam("ids")))


def _publishing_users(t: Tables, types: tuple[str, ...]) -> Select[Any]:
    return select(t.users.c.ID).where(in_list(t.users.c.ID, bindparam("ids")), _has_published(t, types))


def _capable(t: Tables, _count: int, key: Any, *names: Any) -> ColumnElement[Any]:
    meta = t.usermeta.c
    capable = select(meta.user_id).where(
        meta.meta_key == key, or_(*[contains(meta.meta_value, name) for name in names])
    )
    return t.users.c.ID.in_(capable)


def _has_published(t: Tables, types: tuple[str, ...]) -> ColumnElement[Any]:
    return found_one(select(t.posts.c.ID).where(*_published_by_user(t, types)).correlate(t.users))


def _searched(t: Tables, columns: tuple[str, ...], text: Any, number: Any) -> ColumnElement[Any]:
    texts = [contains(t.users.c[column], text) for column in columns if column != "ID"]
    return or_(*texts, number == t.users.c.ID) if "ID" in columns else or_(*texts)


def _by_text(t: Tables, column: str) -> ColumnElement[Any]:
    return sorting(t.users.c[column])


def _by_place(t: Tables, column: str, places: Any) -> ColumnElement[Any]:
    return place_in(t.users.c[column], places)
