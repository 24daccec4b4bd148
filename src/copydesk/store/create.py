"""Making a new, empty site: tables, the options a fresh WordPress has, one category, and who runs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.store.create_rules import CAPABILITIES, OPTIONS, RARE_OPTIONS, ROLE_NAMES, USER_META
from copydesk.store.database import Db
from copydesk.store.failures import StoreError
from copydesk.store.options import load_options
from copydesk.store.php import serialize
from copydesk.store.rows import Term, User
from copydesk.store.schema import create_tables
from copydesk.store.tables import ZERO_DATE
from copydesk.store.terms_write import insert_term
from copydesk.store.users_write import insert_user
from copydesk.store.work import Work, open_work
from copydesk.store.writing import insert_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSite:
    """What a site must know about itself; `options` go over everything else."""

    home: str
    siteurl: str = ""  # where it is not home
    title: str = ""
    permalinks: str = "/%postname%/"
    timezone: str = ""  # a name like Asia/Kolkata; UTC without
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAdministrator:
    """The first user. `registered` is a date as stored."""

    login: str
    email: str
    password_hash: str
    nicename: str = ""
    display_name: str = ""
    registered: str = ZERO_DATE


def create_site(db: Db, site: NewSite, administrator: NewAdministrator | None = None) -> int:
    """Makes the site; the id of the administrator, or 0 without one."""
    create_tables(db)
    if load_options(db, ("siteurl",)):
        raise StoreError(f"There is a site in {db.engine.url.database} already, with the prefix {db.prefix}.")
    with open_work(db) as work:
        _save_options(work, site, administrator.email if administrator else "")
        insert_term(work, Term(1, 1, "Uncategorized", "uncategorized", 0, "category", "", 0, 0))
        return _create_administrator(work, administrator) if administrator else 0


def default_roles() -> str:
    """The option `wp_user_roles` as WordPress stores it."""
    return serialize(
        {
            role: {"name": name, "capabilities": dict.fromkeys(CAPABILITIES[role].split(), True)}
            for role, name in ROLE_NAMES.items()
        }
    )


def default_user_meta(prefix: str, role: str, nickname: str) -> dict[str, str]:
    """What WordPress notes about a new user; no capabilities without a role."""
    level = max(
        (int(name[6:]) for name in CAPABILITIES.get(role, "").split() if name[:6] == "level_"), default=0
    )
    granted = serialize({role: True} if role else {})
    return USER_META | {
        "nickname": nickname,
        f"{prefix}capabilities": granted,
        f"{prefix}user_level": str(level),
    }


def _save_options(work: Work, site: NewSite, email: str) -> None:
    own = {
        "home": site.home,
        "siteurl": site.siteurl or site.home,
        "blogname": site.title,
        "admin_email": email,
        "permalink_structure": site.permalinks,
        "timezone_string": site.timezone,
        "gmt_offset": "" if site.timezone else "0",
        f"{work.db.prefix}user_roles": default_roles(),
    }
    loaded = OPTIONS | own | dict(site.options)
    rare = {name: loaded.pop(name, value) for name, value in RARE_OPTIONS.items()}
    for autoload, options in (("on", loaded), ("off", rare)):
        rows = [
            {"option_name": name, "option_value": value, "autoload": autoload}
            for name, value in options.items()
        ]
        insert_rows(work, "options", rows)


def _create_administrator(work: Work, new: NewAdministrator) -> int:
    user_id = insert_user(
        work,
        User(
            id=0,
            login=new.login,
            password_hash=new.password_hash,
            nicename=new.nicename or new.login.lower(),
            email=new.email,
            url="",
            registered=new.registered,
            activation_key="",
            status=0,
            display_name=new.display_name or new.login,
        ),
    )
    meta = default_user_meta(work.db.prefix, "administrator", new.login) | {"show_welcome_panel": "1"}
    rows = [{"user_id": user_id, "meta_key": key, "meta_value": value} for key, value in meta.items()]
    insert_rows(work, "usermeta", rows)
    return user_id
