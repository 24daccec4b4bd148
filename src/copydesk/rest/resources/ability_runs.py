"""What core's abilities answer: facts of the site, of the caller, and of what the server runs on."""

from collections.abc import Callable, Mapping
from typing import Any

from copydesk.rest.page import Call
from copydesk.store.meta import load_meta

WORDPRESS_VERSION = "7.1"  # whose API is spoken


def read_site(call: Call) -> Mapping[str, Any]:
    site = call.site
    return {
        "name": site.name,
        "description": site.description,
        "url": site.home,
        "wpurl": site.siteurl,
        "admin_email": site.option("admin_email"),
        "charset": site.option("blog_charset") or "UTF-8",
        "language": _locale(call).replace("_", "-"),
        "version": WORDPRESS_VERSION,
    }


def read_user(call: Call) -> Mapping[str, Any]:
    user = call.viewer.user
    if user is None:
        return {}
    meta = load_meta(call.db, "user", [user.id])[user.id]

    def first(key: str) -> str:
        return next(iter(meta.get(key, ())), "")

    return {
        "id": user.id,
        "display_name": user.display_name,
        "user_nicename": user.nicename,
        "user_login": user.login,
        "roles": list(call.viewer.roles),
        "locale": first("locale") or _locale(call),
        "first_name": first("first_name"),
        "last_name": first("last_name"),
        "nickname": first("nickname"),
        "description": first("description"),
        "user_url": user.url,
    }


def read_environment(call: Call) -> Mapping[str, Any]:
    return {
        "environment": "production",
        "php_version": "",
        "db_server_info": call.db.engine.dialect.name,
        "wp_version": WORDPRESS_VERSION,
    }


def _locale(call: Call) -> str:
    return call.site.option("WPLANG") or "en_US"


RUNS: Mapping[str, Callable[[Call], Mapping[str, Any]]] = {
    "core/get-site-info": read_site,
    "core/get-user-info": read_user,
    "core/get-environment-info": read_environment,
}
