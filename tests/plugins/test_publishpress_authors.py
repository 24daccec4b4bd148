"""PublishPress Authors: the recorded answers of a site with the plugin, and what we do differently."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from copydesk.auth.viewer import STRANGER
from copydesk.content.registrations import make_types
from copydesk.content.type_rules import CORE_TYPES
from copydesk.plugins.publishpress_authors import is_wanted
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db
from copydesk.store.meta_write import add_meta, delete_all_meta, set_meta
from copydesk.store.options_write import save_option
from copydesk.store.posts_write import adopt_post, delete_posts
from copydesk.store.relationships import set_terms
from copydesk.store.rows import Term
from copydesk.store.terms_write import adopt_term
from copydesk.store.users_write import delete_users
from copydesk.store.work import Work, open_work
from copydesk.wire.json import encode
from tests.plugins.replica import (
    ARTICLE,
    AUTHORS,
    CARRIED,
    GUEST_ONLY,
    HOME,
    NO_AUTHORS,
    PORTRAIT,
    TWO_AUTHORS,
    Author,
    ask,
    chief,
    create_replica,
    needs_seed,
    recorded,
)
from tests.store.examples import a_post

pytestmark = needs_seed

PREFIX = "/wp-json/"
GITA_AT_FIRST: Author = (
    "Gita Guest",
    "gita-guest",
    {**AUTHORS[1332][2], "description": "<b>Guest</b> biox"},
)
PRIYA_AT_FIRST: Author = ("Priya Nair", "priya", {"user_id": "2"})


def exchange_of(
    file: str, path: str, *, method: str = "GET", is_member: bool = False, position: int = 0
) -> dict[str, Any]:
    """A recorded exchange; there may be several of a request."""
    return [
        one
        for one in recorded(file)
        if one["request"]["path"] == PREFIX + path
        and one["request"]["method"] == method
        and ("Authorization" in one["request"]["headers"]) == is_member
    ][position]


def body_of(exchange: Mapping[str, Any]) -> Any:
    return json.loads(exchange["body_text"])


def id_of(row: Mapping[str, Any]) -> int:
    return int(row["id"])


def without_numbers(authors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Authors as 4.11 to 4.14 show them, without the members of the bug; their author fields are lost in it."""
    return [{name: value for name, value in one.items() if not name.isdigit()} for one in authors]


def identities(authors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [dict(list(one.items())[:6]) for one in authors]


@pytest.mark.parametrize(
    "path",
    [
        "wp/v2/posts/10755",
        "wp/v2/posts/10758",
        "wp/v2/posts?_fields=id,author,ppma_author,authors",
        "wp/v2/posts/10751?_fields=id,authors.slug",
    ],
)
def test_posts_show_their_authors_as_recorded(tables_db: Db, path: str) -> None:
    create_replica(tables_db)
    exchange = exchange_of("ppma-4.14.0-with-array_keys-removed-authors-field", path)
    assert encode(ask(tables_db, path).data).decode() == exchange["body_text"]


@pytest.mark.parametrize("path", ["wp/v2/posts/10751", "wp/v2/posts/10751?context=embed"])
def test_author_with_a_picture_is_shown_as_recorded(tables_db: Db, path: str) -> None:
    create_replica(tables_db)
    said = body_of(exchange_of("ppma-4.10.1-authors-field", path))
    answer = ask(tables_db, path).data
    assert list(answer) == list(said), "the field comes after core's"
    assert answer["authors"] == said["authors"]
    assert answer.get("ppma_author") == said.get("ppma_author")


def test_picture_is_at_siteurl_and_the_page_at_home(tables_db: Db) -> None:
    home, siteurl = "https://www.niftytrader.in/markets", "https://trending.niftytrader.in"
    create_replica(tables_db, home=home, siteurl=siteurl, carried={ARTICLE: [1331]})
    said = {
        one["request"]["path"].removeprefix("/markets/wp-json/"): body_of(one)
        for one in recorded("seed-replica-wp7.1")
        if one["request"]["path"].startswith("/markets/wp-json/") and one["request"]["method"] == "GET"
    }
    authors = ask(tables_db, f"wp/v2/posts/{ARTICLE}").data["authors"]
    assert identities(authors) == without_numbers(said[f"wp/v2/posts/{ARTICLE}"]["authors"])
    for path in ("wp/v2/ppma_author/1331", "wp/v2/ppma_author?post=10751", "wp/v2/taxonomies/author"):
        assert encode(ask(tables_db, path).data) == encode(said[path])


@pytest.mark.parametrize(
    "path",
    [
        "wp/v2/ppma_author",
        "wp/v2/ppma_author?slug=gita-g",
        "wp/v2/ppma_author?post=10758",
        "wp/v2/ppma_author?search=gita",
        "wp/v2/ppma_author?hide_empty=1&orderby=count&order=desc",
        "wp/v2/ppma_author?include=1331,2&orderby=include",
        "wp/v2/posts?ppma_author_exclude=1332&_fields=id",
        "wp/v2/posts?author=4&_fields=id,author,ppma_author",
        "wp/v2/posts?author_exclude=4&_fields=id,author",
        "wp/v2/pages/2?_fields=id,authors,ppma_author",
    ],
)
def test_lists_are_as_recorded(tables_db: Db, path: str) -> None:
    create_replica(tables_db, carried={**CARRIED, TWO_AUTHORS: [1331]})
    exchange = exchange_of("ppma-4.14.0-b", path)
    answer = ask(tables_db, path)
    assert encode(answer.data).decode() == exchange["body_text"]
    headers = dict(exchange["headers"])
    assert str(answer.headers.get("X-WP-Total")) == str(headers.get("X-WP-Total"))
    assert answer.headers["Allow"] == headers["Allow"]


@pytest.mark.parametrize(
    "path",
    ["wp/v2/ppma_author?post=10755&orderby=include&include=1332,1334", "wp/v2/ppma_author?post=10755"],
)
def test_authors_of_a_post_are_listed_in_its_order(tables_db: Db, path: str) -> None:
    create_replica(tables_db)
    exchange = exchange_of("ppma-4.14.0-html-feeds", path)
    assert encode(ask(tables_db, path).data).decode() == exchange["body_text"]


@pytest.mark.parametrize(
    "query",
    [
        "ppma_author=1334",
        "ppma_author=1332,1334",
        "ppma_author[terms]=1332,1334&ppma_author[operator]=AND",
        "ppma_author[terms]=1332,1331&ppma_author[operator]=OR",
        "author=2",
    ],
)
def test_posts_are_found_by_their_authors(tables_db: Db, query: str) -> None:
    create_replica(tables_db)
    path = f"wp/v2/posts?{query}&_fields=id,author,ppma_author"
    said = body_of(exchange_of("ppma-4.14.0-author-filters", path))
    found = ask(tables_db, path).data
    assert sorted(found, key=id_of) == sorted(said, key=id_of), "the order of posts of one second is open"


def test_author_is_no_number(tables_db: Db) -> None:
    create_replica(tables_db)
    path = "wp/v2/posts?ppma_author=priya&_fields=id,author,ppma_author"
    answer, said = ask(tables_db, path), body_of(exchange_of("ppma-4.14.0-author-filters", path))
    assert answer.status == 400
    assert answer.data["code"] == said["code"]
    assert answer.data["data"]["details"]["ppma_author"]["code"] == "rest_no_matching_schema"


@pytest.mark.parametrize("term_id", [1332, 1334, 999999, 615])
def test_single_author_is_as_recorded(tables_db: Db, term_id: int) -> None:
    create_replica(tables_db, authors={**AUTHORS, 1332: GITA_AT_FIRST, 1334: PRIYA_AT_FIRST})
    path = f"publishpress-authors/v1/authors/{term_id}"
    answer, exchange = ask(tables_db, path), exchange_of("ppma-4.14.0-b", path)
    assert encode(answer.data).decode() == exchange["body_text"]
    assert answer.headers["Allow"] == dict(exchange["headers"])["Allow"] == "GET"


@pytest.mark.parametrize(("term_id", "position"), [(1332, 0), (1334, 1), (2, 2)])
def test_editors_get_the_address_of_the_form(tables_db: Db, term_id: int, position: int) -> None:
    """As the answers to writes are recorded, which show the author as he is afterwards."""
    create_replica(tables_db)
    written = [one for one in recorded("ppma-4.14.0-b") if one["request"]["method"] in ("PUT", "PATCH")]
    path = f"publishpress-authors/v1/authors/{term_id}"
    answer = ask(tables_db, path, viewer=chief(tables_db))
    assert encode(answer.data).decode() == written[position]["body_text"]
    assert answer.headers["Allow"] == "GET, PUT, PATCH"


def test_namespace_is_published_as_recorded(tables_db: Db) -> None:
    create_replica(tables_db)
    answer = ask(tables_db, "publishpress-authors/v1")
    assert encode(answer.data).decode() == exchange_of("ppma-4.14.0", "publishpress-authors/v1")["body_text"]


def test_taxonomy_is_published_as_recorded(tables_db: Db) -> None:
    create_replica(tables_db)
    own_words = ("name_field_description", "slug_field_description")
    for path, is_member in (
        ("wp/v2/taxonomies/author", False),
        ("wp/v2/taxonomies/author?context=edit", True),
    ):
        said = body_of(exchange_of("ppma-4.14.0", path, is_member=is_member))
        answer = ask(tables_db, path, viewer=chief(tables_db)).data
        for labels in (said.get("labels", {}), answer.get("labels", {})):
            for name in own_words:
                labels.pop(name, None)
        assert answer == said


def without_words(described: Any) -> Any:
    """A published schema without descriptions, which are our own."""
    if isinstance(described, dict):
        return {name: without_words(value) for name, value in described.items() if name != "description"}
    return [without_words(one) for one in described] if isinstance(described, list) else described


def test_resources_are_published_as_recorded(tables_db: Db) -> None:
    create_replica(tables_db)
    said = body_of(exchange_of("ppma-4.14.0", "wp/v2/ppma_author", method="OPTIONS"))
    assert without_words(ask(tables_db, "wp/v2/ppma_author", method="OPTIONS").data) == without_words(said)


def test_posts_publish_what_authors_add(tables_db: Db) -> None:
    create_replica(tables_db)
    said = without_words(body_of(exchange_of("ppma-4.14.0", "wp/v2/posts", method="OPTIONS")))
    answer = without_words(ask(tables_db, "wp/v2/posts", method="OPTIONS").data)
    assert list(answer["schema"]["properties"])[-1] == "authors"
    for name in ("ppma_author", "authors"):
        assert answer["schema"]["properties"][name] == said["schema"]["properties"][name]
        assert answer["endpoints"][1]["args"][name] == said["endpoints"][1]["args"][name]
    for name in ("ppma_author", "ppma_author_exclude"):
        assert answer["endpoints"][0]["args"][name].keys() == said["endpoints"][0]["args"][name].keys()


def test_editors_are_not_offered_to_assign_the_core_author(tables_db: Db) -> None:
    create_replica(tables_db)
    said = body_of(exchange_of("link-rules", "wp/v2/posts/10761?context=edit", is_member=True))
    answer = ask(tables_db, f"wp/v2/posts/{GUEST_ONLY}?context=edit", viewer=chief(tables_db)).data
    theirs = [rel for rel in said["_links"] if rel.startswith("wp:action")]
    assert [rel for rel in answer["_links"] if rel.startswith("wp:action")] == theirs


@pytest.mark.parametrize(
    ("body", "is_member", "position"),
    [({"display_name": "Gita Guest"}, False, 0), ({}, True, 2), ({"display_name": "   "}, True, 3)],
)
def test_refused_writes_are_as_recorded(tables_db: Db, body: Any, is_member: bool, position: int) -> None:
    create_replica(tables_db)
    said = [one for one in recorded("ppma-4.14.0") if one["request"]["method"] == "POST"][position]
    viewer = chief(tables_db) if is_member else STRANGER
    answer = ask(tables_db, "publishpress-authors/v1/authors", viewer=viewer, method="POST", body=body)
    theirs = body_of(said)
    assert answer.status == said["status"]
    assert answer.data["code"] == theirs["code"]
    assert {*answer.data["data"]} == {*theirs["data"]}
    assert answer.data["data"].get("details") == theirs["data"].get("details")
    assert answer.headers.get("Allow") == dict(said["headers"]).get("Allow")


def test_writes_are_published_but_not_done_yet(tables_db: Db) -> None:
    create_replica(tables_db)
    answer = ask(
        tables_db,
        "publishpress-authors/v1/authors",
        method="POST",
        body={"display_name": "Noor"},
        viewer=chief(tables_db),
    )
    assert answer.status == 501


def test_post_without_authors_shows_whom_its_core_author_is_mapped_to(tables_db: Db) -> None:
    create_replica(tables_db, carried={**CARRIED, TWO_AUTHORS: []})
    said = body_of(exchange_of("ppma-4.14.0-b", "wp/v2/posts/10755", position=-1))
    answer = ask(tables_db, "wp/v2/posts/10755").data
    assert answer["ppma_author"] == said["ppma_author"] == []
    assert identities(answer["authors"]) == without_numbers(said["authors"])


def test_member_without_a_term_is_shown_and_nothing_is_written(tables_db: Db) -> None:
    create_replica(tables_db, carried={NO_AUTHORS: []})
    with open_work(tables_db) as work:
        delete_all_meta(work, "term", [1336])
    (author,) = ask(tables_db, f"wp/v2/posts/{NO_AUTHORS}").data["authors"]
    theirs = body_of(
        exchange_of("ppma-4.10.1-authors-field", "wp/v2/posts?_fields=id,author,ppma_author,authors")
    )
    assert author == {**theirs[1]["authors"][0], "term_id": 0}
    assert ask(tables_db, f"wp/v2/posts/{NO_AUTHORS}").data["ppma_author"] == []


def test_post_of_nobody_has_no_authors(tables_db: Db) -> None:
    create_replica(tables_db)
    with open_work(tables_db) as work:
        adopt_post(work, a_post(id=20, author=404))
        adopt_post(work, a_post(id=21, author=0))
    answers = ask(tables_db, "wp/v2/posts?include=20,21&_fields=authors").data
    assert answers == [{"authors": []}, {"authors": []}]


def test_author_whose_member_is_gone_has_the_slug_of_his_term(tables_db: Db) -> None:
    create_replica(tables_db)
    with open_work(tables_db) as work:
        delete_users(work, [2])
    author = ask(tables_db, "publishpress-authors/v1/authors/1335").data
    assert (author["user_id"], author["slug"], author["first_name"]) == (2, "priya-again", "")
    link = ask(tables_db, "wp/v2/ppma_author/1335").data["link"]
    assert link == f"{HOME}/author/priya-again/"


def test_optional_author_fields_are_shown_when_they_say_something(tables_db: Db) -> None:
    create_replica(tables_db)
    path = "publishpress-authors/v1/authors/1332"
    assert "job_title" not in ask(tables_db, path).data
    with open_work(tables_db) as work:
        add_meta(work, "term", 1332, key="job_title", value="Columnist")
    names = list(ask(tables_db, path).data)
    assert names[-2:] == ["job_title", "description"]


def test_author_without_his_picture_has_a_gravatar(tables_db: Db) -> None:
    create_replica(tables_db)
    with open_work(tables_db) as work:
        delete_posts(work, [PORTRAIT])
        set_meta(work, "term", 1332, key="avatar", value="none")
    for term_id in (1331, 1332):
        avatar = ask(tables_db, f"publishpress-authors/v1/authors/{term_id}").data["avatar_url"]
        assert avatar.startswith("https://secure.gravatar.com/avatar/")


@pytest.mark.parametrize("has_authors", [True, False])
@pytest.mark.parametrize("query", ["_fields=authors", "_embed=1"])
def test_more_posts_cost_no_more_statements(tables_db: Db, query: str, has_authors: bool) -> None:
    create_replica(tables_db)
    with open_work(tables_db) as work:
        for number in range(90):
            adopt_post(work, a_post(id=3000 + number, slug=f"post-{number}", author=4))
            add_author(work, 2000 + number, user_id=number % 4 + 1)
            if has_authors:
                set_terms(work, 3000 + number, "author", taxonomy_ids=[2000 + number, 2000], ordered=True)
    ask(tables_db, f"wp/v2/posts?{query}")  # what is kept between requests is kept from here on
    needed = []
    for count in (1, 10, 90):
        ids = ",".join(str(3000 + number) for number in range(count))
        tables_db.statements = 0
        answer = ask(tables_db, f"wp/v2/posts?{query}&per_page=100&include={ids}")
        assert [bool(post["authors"]) for post in answer.data] == [True] * count
        needed.append(tables_db.statements)
    # On MariaDB options are read again when a quarter of a second has passed in between.
    assert max(needed[1:]) <= needed[0] + 1, needed


def add_author(work: Work, term_id: int, *, user_id: int) -> None:
    adopt_term(work, Term(term_id, term_id, f"Guest {term_id}", f"guest-{term_id}", 0, "author", "", 0, 0))
    add_meta(work, "term", term_id, key="user_id", value=str(user_id))
    add_meta(work, "term", term_id, key="avatar", value=str(PORTRAIT))


def test_site_wants_the_plugin_that_it_has(tables_db: Db) -> None:
    create_site(tables_db, NewSite(home="https://news.example"))
    assert not is_wanted(tables_db, CORE_TYPES)
    seen = make_types({"taxonomies": {"author": {"rest_base": "ppma_author", "show_in_rest": True}}})
    assert is_wanted(tables_db, seen)
    other = make_types({"taxonomies": {"author": {"rest_base": "writers", "show_in_rest": True}}})
    assert not is_wanted(tables_db, other)
    with open_work(tables_db) as work:
        save_option(work, "active_plugins", 'a:1:{i:0;s:47:"publishpress-authors/publishpress-authors.php";}')
    assert is_wanted(tables_db, CORE_TYPES)
