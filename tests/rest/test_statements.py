"""A newsroom's pages cost the same number of statements with 1, 10 and 100 rows, everything embedded."""

import json
import time
from collections.abc import Iterator

import pytest
from benchmarks.corpus import HOME, insert_newsroom

from copydesk.settings import Settings
from copydesk.store.create import NewSite, create_site
from copydesk.store.work import open_work
from copydesk.web.app import respond
from copydesk.web.parts import Parts, make_parts
from copydesk.web.requests import Visit
from copydesk.wire.query import parse_query
from tests.databases import BOTH, fresh_database

POSTS = 201  # the last one has a picture, as every second one has
SIZES = (1, 10, 100)
LEAST = 40  # so many authors and categories there are
# The last category is one below another.
COLLECTIONS = (
    *("posts", "media", "comments", "categories?orderby=id&order=desc", "tags"),
    *("users", "search", "search?type=term"),
)


@pytest.fixture(scope="module", params=BOTH)
def newsroom(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """A newsroom as the benchmarks measure it, small."""
    with fresh_database(request.param, tmp_path_factory.mktemp("newsroom")) as db:
        create_site(db, NewSite(home=HOME, title="Newsroom"))
        with open_work(db) as work:
            insert_newsroom(work, POSTS)
        yield make_parts(db, Settings())


def ask(newsroom: Parts, path: str) -> tuple[list[object], int]:
    """The rows of an answer, and how many statements they cost."""
    route, _, query = path.partition("?")
    visit = Visit("GET", f"/wp-json/wp/v2/{route}", f"/wp-json/wp/v2/{route}", parse_query(query), {})
    newsroom.db.statements = 0
    response = respond(newsroom, visit)
    assert response.status == 200
    return json.loads(response.body), newsroom.db.statements


@pytest.mark.parametrize("path", COLLECTIONS)
def test_rows_cost_no_statements(path: str, newsroom: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)  # what is remembered for a while stays so
    path += "&_embed" if "?" in path else "?_embed"
    ask(newsroom, path)
    (one, least), (ten, few), (many, most) = [ask(newsroom, f"{path}&per_page={size}") for size in SIZES]
    assert (len(one), len(ten)) == (1, 10)
    assert len(many) >= LEAST
    assert few == least
    assert most <= least  # a hundred may hold what they refer to
