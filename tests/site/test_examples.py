"""The sample newsroom: made from its sources, shaped like WordPress's documents, and nobody else's text."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from scripts.make_examples import EXAMPLES, make_documents

from copydesk.text.article import read_article
from copydesk.text.autop import autop

NEWSROOM = EXAMPLES / "newsroom"
SHARED = Path(__file__).parents[3] / "shared"
KIT = SHARED / "compat/exchanges"
SEED = SHARED / "seed/post-10751.json"
needs_kit = pytest.mark.skipif(not KIT.exists(), reason="the compatibility kit is not beside the repository")


def read(name: str) -> Any:
    return json.loads((NEWSROOM / name).read_text(encoding="utf-8"))


def posts() -> list[dict[str, Any]]:
    names = sorted(path.name for path in (NEWSROOM / "posts").glob("????.json"))
    return [read(f"posts/{name}") for name in names]


def test_documents_are_what_the_sources_say() -> None:
    made = make_documents(EXAMPLES / "sources", NEWSROOM / "uploads")
    kept = {str(path.relative_to(NEWSROOM)) for path in NEWSROOM.rglob("*.json")}
    assert kept == set(made)
    for name, text in made.items():
        assert (NEWSROOM / name).read_text(encoding="utf-8") == text, "run python -m scripts.make_examples"


def test_newsroom_is_complete_and_small() -> None:
    assert len(posts()) == 12
    assert len(read("users.json")) == len(read("ppma_author.json")) == 3
    assert len(read("comments.json")) == 10
    assert len(read("posts/1240-revisions.json")) == 2
    assert sum(path.stat().st_size for path in NEWSROOM.rglob("*") if path.is_file()) < 3_000_000


def test_everything_linked_is_there() -> None:
    media = {item["id"]: item for item in read("media.json")}
    for post in posts():
        assert post["featured_media"] == 0 or media[post["featured_media"]]["post"] == post["id"]
    links = {post["link"] for post in posts()}
    for post in posts():
        targets = re.findall(r'<a href="([^"]+)"', post["content"]["rendered"])
        assert set(targets) <= links
    for item in media.values():
        for size in item["media_details"]["sizes"].values():
            path = NEWSROOM / "uploads" / size["source_url"].partition("/uploads/")[2]
            assert path.stat().st_size == size.get("filesize", item["filesize"])


def test_articles_have_the_house_structure() -> None:
    articles = {post["slug"]: read_article(post["content"]["rendered"]) for post in posts()}
    kinds = {block.kind for article in articles.values() for block in article.blocks}
    assert kinds == {"heading", "highlights", "list", "media", "paragraph", "quote", "related", "table"}
    undated = [slug for slug, article in articles.items() if article.dateline is None]
    assert undated == ["the-ferry-is-an-honest-economist"]


def test_texts_are_set_as_wordpress_sets_them() -> None:
    for post in posts():
        assert autop(post["content"]["rendered"]) == post["content"]["rendered"]


def recorded(group: str, pattern: str) -> Iterator[dict[str, Any]]:
    """Single documents as strangers got them from the recorded site."""
    with gzip.open(KIT / f"r-{group}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            exchange = json.loads(line)
            if exchange.get("as") == "anon" and re.search(pattern, exchange["path"]):
                document = json.loads(exchange["response"]["body"] or "[]")
                if "_links" in document:
                    yield document


def shape(document: dict[str, Any]) -> list[str]:
    return [*document, *document["_links"]]


@needs_kit
@pytest.mark.parametrize(
    ("group", "documents"),
    [
        ("media", read("media.json")),
        ("users", read("users.json")),
        ("categories", read("categories.json")),
        ("tags", read("tags.json")),
        ("comments", read("comments.json")),
        ("pages", [read("pages/1180.json"), read("pages/1182.json")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_documents_have_a_shape_that_was_recorded(group: str, documents: list[dict[str, Any]]) -> None:
    known = [shape(document) for document in recorded(group, rf"/{group}/\d+$")]
    without_history = [[key for key in keys if key != "predecessor-version"] for keys in known]
    for document in documents:
        assert shape(document) in known + without_history


@pytest.mark.skipif(not SEED.exists(), reason="the founding document is not beside the repository")
def test_posts_have_the_founding_document_s_shape() -> None:
    founding = json.loads(SEED.read_bytes())
    pictured = next(post for post in posts() if post["featured_media"])
    fields = [key for key in pictured if key != "featured_media"]
    assert fields == [key for key in founding if not key.startswith(" ")]
    revised = next(post for post in posts() if "predecessor-version" in post["_links"])
    assert list(revised["_links"]) == list(founding["_links"])


@pytest.mark.skipif(not SEED.exists(), reason="the founding document is not beside the repository")
def test_no_phrase_of_the_founding_article_is_ours() -> None:
    theirs = phrases(json.loads(SEED.read_bytes())["content"]["rendered"])
    for post in posts():
        assert not phrases(post["content"]["rendered"]) & theirs


def phrases(html: str) -> set[str]:
    """Every run of six words."""
    words = read_article(html).text.lower().split()
    return {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}
