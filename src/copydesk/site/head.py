"""What machines read of a page: descriptions, Open Graph, structured data. All addresses are whole here."""

import json
from datetime import datetime, tzinfo
from html import unescape
from typing import Any

from markupsafe import Markup

from copydesk.site.views import ArticlePage, Author, Masthead
from copydesk.text.article import Article
from copydesk.text.strip_tags import strip_all_tags

SUMMARY_LENGTH = 200


def plain(html: str) -> str:
    """The words of a short HTML text."""
    return " ".join(unescape(strip_all_tags(html)).split())


def summarise(article: Article, length: int = SUMMARY_LENGTH) -> str:
    """The article's first sentences, at most `length` characters, or its first words when they are longer."""
    text = next((block.text for block in article.blocks if block.kind == "paragraph"), "")
    if len(text) <= length:
        return text
    end = max(text.rfind(mark, 0, length + 1) for mark in (". ", "! ", "? ", ".” ", "。"))
    if end > length // 3:
        return text[: text.index(" ", end)] if " " in text[end : end + 4] else text[: end + 1]
    return f"{text[:length].rsplit(' ', 1)[0].rstrip(',;:–—- ')} …"


def description_of(page: ArticlePage) -> str:
    return page.summary or summarise(page.article)


def page_title(site: Masthead, headline_html: str = "") -> str:
    parts = [plain(headline_html), plain(site.name_html)]
    return " – ".join(part for part in parts if part)


def structured_data(page: ArticlePage) -> Markup:
    """The article as schema.org's NewsArticle, safe within a script element."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": plain(page.headline_html),
        "description": description_of(page),
        "datePublished": machine_date(page.published, page.site.zone),
        "dateModified": machine_date(page.modified, page.site.zone),
        "mainEntityOfPage": page.link,
        "author": [_person(author) for author in page.byline],
        "publisher": _publisher(page.site),
        "inLanguage": page.site.language,
        "image": [page.picture.url] if page.picture else [],
        "articleSection": [plain(section.text_html) for section in page.sections],
        "keywords": [plain(topic.text_html) for topic in page.topics],
        "dateline": page.article.dateline.text if page.article.dateline else "",
        "commentCount": len(page.comments),
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026").replace("\u2028", "\\u2028"))  # noqa: S704 - escaped


def _person(author: Author) -> dict[str, str]:
    person = {"@type": "Person", "name": author.name}
    return {**person, "url": author.link} if author.link else person


def _publisher(site: Masthead) -> dict[str, str]:
    home = site.addresses.home
    return {"@type": "NewsMediaOrganization", "name": plain(site.name_html), "url": f"{home}/"}


def machine_date(moment: datetime, zone: tzinfo) -> str:
    """With the site's clock and its distance from UTC."""
    return moment.astimezone(zone).isoformat(timespec="seconds")
