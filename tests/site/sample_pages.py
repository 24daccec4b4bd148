"""Pages of the sample newsroom and of the founding document, made from the documents alone."""

import json
from datetime import datetime, timezone
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from copydesk.site.addresses import Addresses
from copydesk.site.head import plain, summarise
from copydesk.site.views import (
    ArticlePage,
    Author,
    Comment,
    FrontPage,
    Link,
    Masthead,
    Picture,
    PictureFile,
    Story,
)
from copydesk.text.article import read_article

ROOT = Path(__file__).parents[2]
NEWSROOM = ROOT / "examples/newsroom"
SEED = ROOT.parent / "shared/seed/post-10751.json"
HOME = "https://tidewire.example/news"
UPLOADS = "https://cms.tidewire.example/wp-content/uploads"

Document = dict[str, Any]


def read(name: str) -> Any:
    return json.loads((NEWSROOM / name).read_text(encoding="utf-8"))


def by_id(name: str) -> dict[int, Document]:
    return {document["id"]: document for document in read(name)}


CATEGORIES, TAGS, MEDIA = by_id("categories.json"), by_id("tags.json"), by_id("media.json")
POSTS = [read(f"posts/{path.name}") for path in sorted((NEWSROOM / "posts").glob("????.json"), reverse=True)]


def a_site(uploads_path: str = "") -> Masthead:
    return Masthead(
        Addresses(HOME, UPLOADS, uploads_path),
        "Tidewire",
        "Trade, money and government along the Maren coast",
        zone=ZoneInfo("Europe/Helsinki"),
        navigation=tuple(link(term) for term in CATEGORIES.values() if term["count"] and not term["parent"]),
        footer=(Link("About", f"{HOME}/about/"), Link("Imprint", f"{HOME}/about/imprint/")),
    )


def moment(gmt: str) -> datetime:
    return datetime.fromisoformat(gmt).replace(tzinfo=timezone.utc)  # noqa: UP017


def link(term: Document) -> Link:
    return Link(term["name"], term["link"])


def picture(media_id: int) -> Picture | None:
    if not media_id:
        return None
    media = MEDIA[media_id]
    details = media["media_details"]
    sizes = [size for name, size in details["sizes"].items() if name != "thumbnail"]
    files = tuple(PictureFile(size["source_url"], size["width"]) for size in sizes)
    caption = media["caption"]["rendered"].removeprefix("<p>").removesuffix("</p>\n")
    return Picture(
        media["source_url"], details["width"], details["height"], media["alt_text"], caption, files
    )


def authors(post: Document) -> tuple[Author, ...]:
    return tuple(
        Author(
            author["display_name"],
            f"{HOME}/author/{author['slug']}/",
            author["description"],
            author["avatar_url"]["url"] if isinstance(author["avatar_url"], dict) else "",
        )
        for author in post["authors"]
    )


def summary(post: Document) -> str:
    excerpt = post["excerpt"]["rendered"]
    return "" if "[&hellip;]" in excerpt else plain(excerpt)


def a_story(post: Document) -> Story:
    text = summary(post) or summarise(read_article(post["content"]["rendered"]), 170)
    return Story(
        post["title"]["rendered"],
        post["link"],
        moment(post["date_gmt"]),
        text,
        link(CATEGORIES[post["categories"][0]]),
        authors(post),
        picture(post["featured_media"]),
    )


def comments(post: Document) -> tuple[Comment, ...]:
    staff = {author["user_id"] for author in post["authors"]}
    return tuple(
        Comment(
            item["id"],
            unescape(item["author_name"]),
            moment(item["date_gmt"]),
            item["content"]["rendered"],
            item["parent"],
            item["author_url"],
            item["author"] in staff,
        )
        for item in read("comments.json")
        if item["post"] == post["id"]
    )


def a_page(post: Document, site: Masthead | None = None) -> ArticlePage:
    alike = [other for other in POSTS if set(other["categories"]) & set(post["categories"])]
    return ArticlePage(
        site or a_site(),
        post["title"]["rendered"],
        post["link"],
        moment(post["date_gmt"]),
        moment(post["modified_gmt"]),
        read_article(post["content"]["rendered"]),
        byline=authors(post),
        sections=tuple(link(CATEGORIES[term]) for term in post["categories"]),
        topics=tuple(link(TAGS[term]) for term in post["tags"]),
        picture=picture(post["featured_media"]),
        summary=summary(post),
        comments=comments(post),
        more=tuple(a_story(other) for other in alike if other != post)[:3],
    )


def a_front(site: Masthead | None = None, page: int = 1) -> FrontPage:
    stories = tuple(a_story(post) for post in POSTS)
    first = slice(0, 8) if page == 1 else slice(8, 12)
    return FrontPage(
        site or a_site(),
        f"{HOME}/" if page == 1 else f"{HOME}/page/2/",
        stories[first],
        moment("2026-11-23T07:00:00"),
        page,
        2,
        newer="" if page == 1 else f"{HOME}/",
        older=f"{HOME}/page/2/" if page == 1 else "",
    )


def the_founding_page() -> ArticlePage:
    post = json.loads(SEED.read_bytes())
    home = "https://www.niftytrader.in/markets"
    section = Link("Stock Market News", f"{home}/category/stock-market-news/")
    site = Masthead(Addresses(home), "NiftyTrader", zone=ZoneInfo("Asia/Kolkata"), navigation=(section,))
    return ArticlePage(
        site,
        post["title"]["rendered"],
        post["link"],
        moment(post["date_gmt"]),
        moment(post["modified_gmt"]),
        read_article(post["content"]["rendered"]),
        byline=tuple(Author(item["display_name"]) for item in post["authors"]),
        sections=(section,),
    )
