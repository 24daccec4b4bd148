"""A small site with its API, for tests: rows go in, answers come out."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.auth.roles import load_viewer
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.registrations import make_types
from copydesk.content.site import SiteReader
from copydesk.rest.build import content_api
from copydesk.rest.dispatch import dispatch
from copydesk.rest.page import Call
from copydesk.rest.serve import respond
from copydesk.store.comments_write import insert_comment
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db, connect_database
from copydesk.store.documents import Document, save_document
from copydesk.store.meta_write import add_meta
from copydesk.store.options_write import save_option
from copydesk.store.own_tables import create_own_tables
from copydesk.store.php import serialize
from copydesk.store.posts_write import insert_post
from copydesk.store.relationships import Relationship, add_relationships
from copydesk.store.rows import Comment, Post, Term, User
from copydesk.store.terms_write import insert_term
from copydesk.store.users import get_user
from copydesk.store.users_write import insert_user
from copydesk.store.work import open_work
from copydesk.wire.query import parse_query
from copydesk.wire.request import Request
from tests.store.examples import a_user

HOME = "https://desk.example"
API = f"{HOME}/wp-json/wp/v2"


@dataclass(frozen=True)
class Answered:
    """An answer with its body read."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def code(self) -> str:
        """The code of a refusal."""
        return str(self.body["code"])

    @property
    def allowed(self) -> list[str]:
        return [method for method in self.headers.get("Allow", "").split(", ") if method]


@dataclass
class SmallSite:
    """A site in a database of its own. Who asks is given by the id of a user; 0 is a stranger."""

    db: Db
    registrations: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sites = SiteReader(self.db)
        self.api = content_api(make_types(self.registrations))

    def add_post(self, post: Post, *terms: Term, **meta: str) -> int:
        with open_work(self.db) as work:
            post_id = insert_post(work, post)
            add_relationships(work, [Relationship(post_id, term.taxonomy_id) for term in terms])
            for key, value in meta.items():
                add_meta(work, "post", post_id, key=key, value=value)
        return post_id

    def add_term(self, term: Term) -> Term:
        with open_work(self.db) as work:
            return insert_term(work, term)

    def add_comment(self, comment: Comment) -> int:
        with open_work(self.db) as work:
            return insert_comment(work, comment)

    def add_member(self, role: str, user: User | None = None, **meta: str) -> int:
        """A user with a role, and with meta."""
        with open_work(self.db) as work:
            login = f"{role}-{len(meta)}"
            user_id = insert_user(work, user or a_user(login=login, nicename=role, display_name=role.title()))
            granted = {f"{self.db.prefix}capabilities": serialize({role: True})}
            for key, value in {**granted, **meta}.items():
                add_meta(work, "user", user_id, key=key, value=value)
        return user_id

    def set_option(self, name: str, value: str) -> None:
        with open_work(self.db) as work:
            save_option(work, name, value)

    def let_stand(self, kind: str, object_id: int, context: str = "view") -> None:
        """A document about an object as an importer keeps it."""
        create_own_tables(self.db)
        body = json.dumps({"id": object_id})
        with open_work(self.db) as work:
            save_document(work, Document(kind, object_id, context, body, "{}", "", "2025-06-01 00:00:00"))

    def get(self, path: str, *, as_user: int = 0, method: str = "GET") -> Answered:
        """The answer to `posts?per_page=2`, or to a whole route like `/oembed/1.0/embed?url=…`."""
        return self.send(method, path, as_user=as_user)

    def send(
        self, method: str, path: str, said: Mapping[str, Any] | None = None, *, as_user: int = 0
    ) -> Answered:
        """The answer to a request with these members as its JSON body."""
        route, _, query = path.partition("?")
        route = route if route.startswith("/") else f"/wp/v2/{route}"
        headers = {"content-type": "application/json"} if said is not None else {}
        body = json.dumps(said).encode() if said is not None else b""
        return self._answer(Request(method, route, parse_query(query), headers, body), as_user)

    def _answer(self, request: Request, as_user: int) -> Answered:
        with self.db.reading():
            site = self.sites.read()
            viewer = self._viewer(as_user)
            response = respond(
                dispatch(Call(self.api, self.db, site, viewer, request)), site, viewer, request
            )
        is_json = response.headers["Content-Type"].startswith("application/json")
        body = json.loads(response.body) if is_json and response.body else response.body
        return Answered(response.status, body, response.headers)

    def _viewer(self, user_id: int) -> Viewer:
        user = get_user(self.db, user_id) if user_id else None
        return load_viewer(self.db, self.sites.read().options, user) if user else STRANGER


@contextmanager
def small_site(directory: Path, registrations: Mapping[str, Any] | None = None) -> Iterator[SmallSite]:
    """A new site, gone afterwards."""
    db = connect_database(f"sqlite:///{directory}/site.db")
    create_site(db, NewSite(home=HOME, title="Desk", timezone="Asia/Kolkata"))
    try:
        yield SmallSite(db, registrations or {})
    finally:
        db.close()
