"""What the server says to those who ask what their request cost."""

from pathlib import Path

from copydesk.settings import Settings
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import connect_database
from copydesk.web.app import respond
from copydesk.web.parts import make_parts
from copydesk.web.requests import Visit


def test_the_number_of_statements_is_told_when_asked_for(tmp_path: Path) -> None:
    db = connect_database(f"sqlite:///{tmp_path}/site.db")
    create_site(db, NewSite(home="https://desk.example", title="Desk"))
    parts = make_parts(db, Settings())
    path = "/wp-json/wp/v2/posts"
    asked = respond(parts, Visit("GET", path, path, {}, {"x-copydesk-debug": "1"}))
    assert int(asked.headers["X-Copydesk-Statements"]) > 0
    unasked = respond(parts, Visit("GET", path, path, {}, {}))
    assert "X-Copydesk-Statements" not in unasked.headers
    db.close()
