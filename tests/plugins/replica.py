"""The replica of a site with PublishPress Authors whose answers are recorded in `../shared/seed/exchanges`.

Its rows follow from the recordings. The founding article and its author are read from there; the other
people are inventions of the replica. What the recordings changed on the way is said by the tests.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from copydesk.auth.roles import make_viewer, parse_roles
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.registrations import make_types
from copydesk.content.site import make_site
from copydesk.plugins.publishpress_authors import plugin
from copydesk.rest.build import content_api, types_with_plugins
from copydesk.rest.dispatch import dispatch
from copydesk.rest.page import Call
from copydesk.rest.plugin import Plugin
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db
from copydesk.store.meta_write import add_meta
from copydesk.store.options import load_options
from copydesk.store.posts_write import adopt_post
from copydesk.store.relationships import recount_terms, set_terms
from copydesk.store.rows import Term
from copydesk.store.terms_write import adopt_term
from copydesk.store.users import get_user
from copydesk.store.users_write import adopt_user
from copydesk.store.work import Work, open_work
from copydesk.wire.query import parse_query
from copydesk.wire.request import Answer, Request
from tests.store.examples import a_post, a_user

SEED = Path(__file__).parents[3] / "shared/seed"
needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the recordings of the founding site are not here")

HOME = "http://127.0.0.1:8093"
ADMIN, EDITOR_RIGHTS = 1, ("ppma_manage_authors", "ppma_edit_post_authors")
ARTICLE, TWO_AUTHORS, NO_AUTHORS, GUEST_ONLY, PORTRAIT = 10751, 10755, 10757, 10758, 10760

USERS: Mapping[int, tuple[str, str, str]] = {  # id → slug, name shown, address
    1: ("admin", "Chief", HOME),
    2: ("priya", "Priya Nair", "https://example.org/priya"),
    3: ("arjun", "Arjun Mehta", "https://example.org/arjun"),
    6: ("nina-new", "Nina New", ""),
}
Author = tuple[str, str, Mapping[str, str]]  # name, slug, meta

AUTHORS: Mapping[int, Author] = {
    2: ("Chief", "admin", {"user_id": "1", "user_email": "admin@example.org", "user_url": HOME}),
    1332: (
        "Gita G.",
        "gita-g",
        {"first_name": "Gita", "last_name": "Guest", "user_url": "https://example.org/gita", "description": "New bio"},
    ),
    1333: ("Nina New", "nina-new", {"user_id": "6", "user_email": "nina@example.org"}),
    1334: ("Priya Nair", "priya", {"user_id": "2", "first_name": "Priya!"}),
    1335: ("Priya Again", "priya-again", {"user_id": "2"}),
    1336: (
        "Arjun Mehta",
        "arjun",
        {"user_id": "3", "user_email": "arjun@example.org", "user_url": "https://example.org/arjun"},
    ),
}  # fmt: skip
CARRIED: Mapping[int, Sequence[int]] = {
    1: [2], ARTICLE: [1331], TWO_AUTHORS: [1334, 1332], NO_AUTHORS: [1336], GUEST_ONLY: [1332],
}  # fmt: skip


def recorded(file: str) -> list[dict[str, Any]]:
    """The exchanges of a file of recordings, in their order."""
    path = SEED / f"exchanges/{file}.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()]


def founding_author() -> dict[str, Any]:
    """The article's author as the founding document shows him."""
    document = json.loads((SEED / "post-10751.json").read_text())
    author: dict[str, Any] = document["authors"][0]
    return author


def create_replica(
    db: Db,
    *,
    authors: Mapping[int, Author] = AUTHORS,
    carried: Mapping[int, Sequence[int]] = CARRIED,
    home: str = HOME,
    siteurl: str = "",
) -> None:
    """Fills an empty database with the replica."""
    create_site(db, NewSite(home=home, siteurl=siteurl, title="Oracle", timezone="Asia/Kolkata"))
    with open_work(db) as work:
        _add_users(work)
        _add_authors(work, authors)
        _add_posts(work)
        for post_id, terms in carried.items():
            set_terms(work, post_id, "author", taxonomy_ids=terms, ordered=True)
            set_terms(work, post_id, "category", taxonomy_ids=[615 if post_id == ARTICLE else 1])
        recount_terms(work, [1, 615, 1331, *authors], ("post",))


def _add_users(work: Work) -> None:
    founder = founding_author()
    people = {
        **USERS,
        4: (founder["slug"], founder["display_name"], f"https://example.org/{founder['slug']}"),
    }
    for user_id, (slug, name, url) in people.items():
        row = a_user(id=user_id, login=slug, nicename=slug, url=url, display_name=name)
        adopt_user(work, replace(row, email=f"{slug}@example.org"))
        first, _, last = name.partition(" ")
        texts = {"first_name": first, "last_name": last, "description": f"Bio of {name}."}
        for key, text in texts.items() if user_id in (2, 3, 4) else ():
            add_meta(work, "user", user_id, key=key, value=text)


def _add_authors(work: Work, authors: Mapping[int, Author]) -> None:
    founder = founding_author()
    mapped = {"user_id": "4", "avatar": str(PORTRAIT), "user_url": f"https://example.org/{founder['slug']}"}
    people = {**authors, 1331: (founder["display_name"], founder["slug"], mapped)}
    for term_id, (name, slug, meta) in people.items():
        adopt_term(work, Term(term_id, term_id, name, slug, 0, "author", "", 0, 0))
        for key, value in meta.items():
            add_meta(work, "term", term_id, key=key, value=value)
        if "user_id" in meta:
            add_meta(work, "term", term_id, key=f"user_id_{meta['user_id']}", value="user_id")
    adopt_term(work, Term(615, 615, "Stock Market News", "stock-market-news", 0, "category", "", 0, 0))


def _add_posts(work: Work) -> None:
    made, changed = (
        ("2026-11-23 00:19:31", "2026-11-22 18:49:31"),
        ("2026-11-23 00:23:33", "2026-11-22 18:53:33"),
    )
    old, article = (
        ("2026-11-22 18:35:56", "2026-11-22 18:35:56"),
        ("2025-06-21 10:55:15", "2025-06-21 05:25:15"),
    )
    file = founding_author()["avatar_url"]["url"].partition("/uploads/")[2]
    for post_id, author, slug, title, dates in (
        (1, 1, "hello-world", "Hello world!", (old, old)),
        (ARTICLE, 4, "article", "Article", (article, article)),
        (TWO_AUTHORS, 4, "two-authors", "Two authors", (made, changed)),
        (NO_AUTHORS, 3, "no-ppma", "No ppma", (made, made)),
        (GUEST_ONLY, 1, "guest-only", "Guest only", (made, made)),
    ):
        (date, date_gmt), (modified, modified_gmt) = dates
        post = a_post(
            id=post_id, author=author, slug=slug, title=title, content="Body", guid=f"{HOME}/{slug}/",
            date=date, date_gmt=date_gmt, modified=modified, modified_gmt=modified_gmt,
        )  # fmt: skip
        adopt_post(work, post)
    adopt_post(work, a_post(id=2, type="page", slug="sample-page"))
    adopt_post(
        work,
        a_post(id=10756, type="revision", status="inherit", parent=TWO_AUTHORS, slug="10755-revision-v1"),
    )
    adopt_post(
        work, a_post(id=PORTRAIT, type="attachment", status="inherit", mime_type="image/png", slug="portrait")
    )
    add_meta(work, "post", PORTRAIT, key="_wp_attached_file", value=file)


def chief(db: Db) -> Viewer:
    """The administrator, with the rights that the plugin gives him."""
    roles = parse_roles(load_options(db)[f"{db.prefix}user_roles"])
    user = get_user(db, ADMIN)
    assert user
    return make_viewer(user, roles, dict.fromkeys(("administrator", *EDITOR_RIGHTS), True))


def ask(
    db: Db,
    path: str,
    *,
    viewer: Viewer = STRANGER,
    method: str = "GET",
    body: Mapping[str, Any] | None = None,
    plugins: Sequence[Plugin] = (plugin,),
) -> Answer:
    """The answer of a server with these plugins; `path` is below the API's root."""
    types = types_with_plugins(make_types({}), plugins)
    route, _, query = path.partition("?")
    request = Request(
        method=method,
        path=f"/{route}",
        query=parse_query(query),
        headers={"content-type": "application/json"} if body is not None else {},
        body=json.dumps(body).encode() if body is not None else b"",
    )
    with db.reading():
        call = Call(content_api(types, plugins), db, make_site(load_options(db)), viewer, request)
        return dispatch(call)
