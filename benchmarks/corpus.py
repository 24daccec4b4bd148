"""Newsrooms to measure: sites of N posts on SQLite and MariaDB, made once and kept in `var/bench`.

Every post is an article of about nine kilobytes in blocks: a dateline and five sections, each a heading, a
paragraph and a list. There are half as many pictures as posts, a revision and two comments for each, 50
authors, 40 categories in a tree and 500 tags. The same number of posts gives the same rows. Where the kit's
own generator is at hand, the rows are its; otherwise those of this file, which have the same shape.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pymysql
from sqlalchemy import make_url

from copydesk.store.copy_tables import copy_dump
from copydesk.store.create import NewAdministrator, NewSite, create_site
from copydesk.store.database import Db, connect_database, open_database
from copydesk.store.failures import StoreError
from copydesk.store.posts import get_post
from copydesk.store.work import Work, open_work
from copydesk.store.writing import insert_rows

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "var/bench"
KIT_GENERATOR = ROOT / "../shared/bench/make_corpus.py"
HOME = "https://cms.example"

AUTHORS = range(101, 151)
CATEGORIES = range(1001, 1041)
TAGS = range(2001, 2501)
FIRST_POST = 100_000  # then every fourth id: a revision and a picture stand between
COMMENTS_PER_POST = 2
_WORDS = (
    "harbour council budget minister rally bond yield tariff summit election inflation export oil gold equity "
    "bank rate policy growth deficit reserve capital analyst earnings quarter profit supply chip solar power "
    "steel pharma telecom data regulator court merger listing price volume hedge risk Tokyo Mumbai London"
)
WORDS = _WORDS.split()

Rows = list[dict[str, Any]]


def post_id(place: int) -> int:
    return FIRST_POST + 4 * place


def sqlite_url(posts: int) -> str:
    """The site on SQLite; made when it is not there."""
    path = FOLDER / f"newsroom-{posts}.db"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".making")
        unfinished.unlink(missing_ok=True)
        _make(connect_database(f"sqlite:///{unfinished}"), posts)
        unfinished.rename(path)
    return f"sqlite:///{path}"


def mariadb_url(server: str, posts: int) -> str | None:
    """The site on the MariaDB server; made when it is not there. None when no server answers."""
    name = f"copydesk_bench_{posts}"
    address = make_url(server)
    try:
        connection = pymysql.connect(
            host=address.host or "127.0.0.1",
            port=address.port or 3306,
            user=address.username,
            password=address.password or "",
        )
    except pymysql.err.OperationalError:
        return None
    url = f"{server}/{name}"
    with connection, connection.cursor() as cursor:
        if not _is_whole(url, posts):
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci")
            _make(connect_database(url), posts)
    return url


def _is_whole(url: str, posts: int) -> bool:
    try:
        db = open_database(url)
    except StoreError:
        return False
    try:
        return get_post(db, post_id(posts - 1)) is not None
    finally:
        db.close()


def _make(db: Db, posts: int) -> None:
    print(f"making a newsroom of {posts} posts on {db.dialect.name} …", file=sys.stderr)
    administrator = NewAdministrator(login="editor", email="editor@cms.example", password_hash="*")
    create_site(db, NewSite(home=HOME, title="Newsroom", timezone="Asia/Kolkata"), administrator)
    if KIT_GENERATOR.exists():
        rows = _kit_rows(posts)
        copy_dump(rows, db, prefix="wp_")
        rows.unlink()
    else:
        with open_work(db) as work:
            insert_newsroom(work, posts)
    db.close()


def _kit_rows(posts: int) -> Path:
    path = FOLDER / f"newsroom-{posts}.sql"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        subprocess.run([sys.executable, str(KIT_GENERATOR), str(posts)], stdout=stream, check=True)
    return path


def insert_newsroom(work: Work, posts: int) -> None:
    """The rows of a newsroom, into a new site."""
    chance = random.Random(605)
    counts = dict.fromkeys([*CATEGORIES, *TAGS], 0)
    insert_rows(work, "users", [_author(number) for number in AUTHORS])
    for start in range(0, posts, 500):
        articles = [_Article(chance, place, posts) for place in range(start, min(start + 500, posts))]
        insert_rows(work, "posts", [row for article in articles for row in article.posts()])
        insert_rows(work, "postmeta", [row for article in articles for row in article.meta()])
        insert_rows(work, "comments", [row for article in articles for row in article.comments()])
        carried = [(article.id, term) for article in articles for term in article.terms]
        for _, term in carried:
            counts[term] += 1
        insert_rows(
            work,
            "term_relationships",
            [{"object_id": post, "term_taxonomy_id": term} for post, term in carried],
        )
    insert_rows(work, "terms", [{"term_id": t, "name": f"Topic {t}", "slug": f"topic-{t}"} for t in counts])
    insert_rows(work, "term_taxonomy", [_taxonomy_row(term, count) for term, count in counts.items()])


def article_content(chance: random.Random) -> str:
    """One article as its writer saved it."""
    return "\n\n".join(_Article(chance, 0, 1).blocks())


def _author(number: int) -> dict[str, Any]:
    name = f"writer{number}"
    return {"ID": number, "user_login": name, "user_nicename": name, "display_name": name.title()}


def _taxonomy_row(term: int, count: int) -> dict[str, Any]:
    return {
        "term_taxonomy_id": term,
        "term_id": term,
        "taxonomy": "category" if term in CATEGORIES else "post_tag",
        "parent": CATEGORIES[term % 10] if term in CATEGORIES[10:] else 0,
        "count": count,
    }


class _Article:
    """One post with all its rows."""

    def __init__(self, chance: random.Random, place: int, posts: int) -> None:
        self.chance = chance
        self.place = place
        self.id = post_id(place)
        self.date = datetime(2012, 1, 1) + place * timedelta(minutes=60 * 24 * 365 * 13 // posts)  # noqa: DTZ001 — as stored
        self.title = f"{self._words(9).title()} {place}"
        self.has_picture = place % 2 == 0
        desks = [chance.choice(CATEGORIES[:10]), chance.choice(CATEGORIES[10:])]  # one stands below another
        self.terms = [*desks, *chance.sample(TAGS, 4)]

    def posts(self) -> Iterator[dict[str, Any]]:
        """The article, its revision and its picture."""
        author, content = self.chance.choice(AUTHORS), "\n\n".join(self.blocks())
        slug = self.title.lower().replace(" ", "-")
        article = {**self._dates(), "ID": self.id, "post_author": author, "post_title": self.title}
        article |= {"post_content": content, "post_mime_type": ""}
        yield (
            article
            | {"post_name": slug, "post_type": "post", "post_status": "publish", "post_parent": 0}
            | {
                "guid": f"{HOME}/?p={self.id}",
                "comment_count": COMMENTS_PER_POST,
            }
        )
        below = {"post_status": "inherit", "post_parent": self.id, "guid": "", "comment_count": 0}
        yield (
            article
            | below
            | {
                "ID": self.id + 1,
                "post_name": f"{self.id}-revision-v1",
                "post_type": "revision",
            }
        )
        if self.has_picture:
            yield (
                article
                | below
                | {
                    "ID": self.id + 2,
                    "post_content": "",
                    "post_title": f"Photo {self.place}",
                    "post_name": f"photo-{self.place}",
                    "post_type": "attachment",
                    "post_mime_type": "image/jpeg",
                }
            )

    def meta(self) -> Iterator[dict[str, Any]]:
        yield _meta(self.id, "_views", str(self.chance.randint(0, 9999)))
        if self.has_picture:
            file = f"2025/01/photo-{self.place}.jpg"
            known = f's:5:"width";i:1600;s:6:"height";i:900;s:4:"file";s:{len(file)}:"{file}";s:5:"sizes";a:0:{{}}'
            yield _meta(self.id, "_thumbnail_id", str(self.id + 2))
            yield _meta(self.id + 2, "_wp_attached_file", file)
            yield _meta(self.id + 2, "_wp_attachment_metadata", f"a:4:{{{known}}}")

    def comments(self) -> Iterator[dict[str, Any]]:
        for reader in range(COMMENTS_PER_POST):
            yield {
                "comment_post_ID": self.id,
                "comment_author": f"Reader {reader}",
                "comment_author_email": f"reader{reader}@example.org",
                "comment_date": str(self.date),
                "comment_date_gmt": str(self.date),
                "comment_content": self._sentences(1),
            }

    def _dates(self) -> dict[str, str]:
        local = str(self.date + timedelta(hours=5, minutes=30))
        given = {"post_date": local, "post_modified": local}
        return given | {"post_date_gmt": str(self.date), "post_modified_gmt": str(self.date)}

    def blocks(self) -> Iterator[str]:
        yield _block("paragraph", f"<p><em>Published: {self.date:%B %d, %Y}</em></p>")
        yield _block("paragraph", f"<p>{self._sentences(6)}</p>")
        for _ in range(5):
            yield _block("heading", f'<h2 class="wp-block-heading">{self._words(8).title()}</h2>')
            yield _block("paragraph", f"<p>{self._sentences(7)}</p>")
            yield _block("paragraph", "<p>Highlights</p>")
            items = "".join(_block("list-item", f"<li>{self._words(9)}</li>") for _ in range(4))
            yield _block("list", f'<ul class="wp-block-list">{items}</ul>')

    def _words(self, number: int) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(number))

    def _sentences(self, number: int) -> str:
        return " ".join(self._words(self.chance.randint(9, 22)).capitalize() + "." for _ in range(number))


def _block(name: str, html: str) -> str:
    return f"<!-- wp:{name} -->\n{html}\n<!-- /wp:{name} -->"


def _meta(post: int, key: str, value: str) -> dict[str, Any]:
    return {"post_id": post, "meta_key": key, "meta_value": value}
