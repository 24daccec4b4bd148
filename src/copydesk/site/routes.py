"""What stands at an address of the public site: the front page, an article, a way to it, or nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from copydesk.auth.viewer import STRANGER
from copydesk.content.answering import Newsroom
from copydesk.content.facts_terms import term_facts
from copydesk.content.links import load_lineage, load_post_links
from copydesk.content.render import render_comments
from copydesk.content.site import Site
from copydesk.content.types import Types
from copydesk.content.visibility import readable_posts
from copydesk.site.addresses import Addresses
from copydesk.site.pages import render_article, render_front, render_not_found
from copydesk.site.stories import Stories, load_stories, moment
from copydesk.site.views import ArticlePage, Comment, FrontPage, HeadLink, Link, Masthead
from copydesk.store.comments import CommentQuery, find_comments
from copydesk.store.posts import PostQuery, find_posts, get_post
from copydesk.store.rows import Post
from copydesk.store.terms import TermQuery, find_terms
from copydesk.text.article import read_article

HTML = "text/html; charset=UTF-8"
PAGED = re.compile(r"/page/(\d+)/?")
SECTIONS_SHOWN = 8
MORE_SHOWN = 3
PROTECTED = read_article("<p>This article is protected by a password.</p>")


@dataclass(frozen=True, slots=True)
class SitePage:
    """An answer of the site. `post_id` is the post that was shown, 0 when it was none."""

    status: int
    headers: Mapping[str, str]
    html: str = ""
    post_id: int = 0


def read_page(newsroom: Newsroom, path: str, query: Mapping[str, Any]) -> SitePage:
    """The page at a path (decoded, as asked for)."""
    site = newsroom.site
    if site.path and not (path == site.path or path.startswith(site.path + "/")):
        return _redirect(f"{site.path}/") if path == "/" else _not_found(newsroom)
    below = path[len(site.path) :] or "/"
    if below in ("/", "/index.php"):
        return _plain_address(newsroom, query) or _front(newsroom, 1)
    paged = PAGED.fullmatch(below)
    if paged:
        return _front(newsroom, int(paged[1]))
    return _article_at(newsroom, below) or _not_found(newsroom)


def _redirect(address: str) -> SitePage:
    return SitePage(301, {"Location": address, "Content-Type": HTML})


def _not_found(newsroom: Newsroom) -> SitePage:
    return SitePage(404, {"Content-Type": HTML}, render_not_found(masthead(newsroom)))


def _plain_address(newsroom: Newsroom, query: Mapping[str, Any]) -> SitePage | None:
    """`?p=5`, `?page_id=5` and `?attachment_id=5` lead to the post's own address."""
    db, types = newsroom.db, newsroom.types
    given = next((query[name] for name in ("p", "page_id", "attachment_id") if name in query), None)
    if not isinstance(given, str) or not given.isdigit():
        return None
    post = get_post(db, int(given))
    if (
        post is None
        or not readable_posts(db, STRANGER, types, [post])
        or not types.posts[post.type].is_viewable
    ):
        return _not_found(newsroom)
    link = load_post_links(db, newsroom.site, types, [post])[post.id]
    if urlsplit(link).query:
        return _article(newsroom, post)
    return _redirect(newsroom.site.local_path(link))


def _article_at(newsroom: Newsroom, below: str) -> SitePage | None:
    """The post whose address this is. A post that has it but for a slash or the folder is redirected to."""
    db, site, types = newsroom.db, newsroom.site, newsroom.types
    slug = quote(below.rstrip("/").rpartition("/")[2], safe="").lower()
    viewable = tuple(name for name, one in types.posts.items() if one.is_viewable and one.rest_base)
    statuses = ("publish", "inherit")
    found, _ = find_posts(db, PostQuery(types=viewable, statuses=statuses, slugs=(slug,), limit=10))
    posts = readable_posts(db, STRANGER, types, found)
    links = load_post_links(db, site, types, posts)
    paths = {post.id: unquote(urlsplit(links[post.id]).path)[len(site.path) :] for post in posts}
    for post in posts:
        if paths[post.id] == below:
            return _article(newsroom, post)
    for post in posts:
        if paths[post.id].rstrip("/") == below.rstrip("/") or post.type == "post":
            return _redirect(site.local_path(links[post.id]))
    return None


def _article(newsroom: Newsroom, post: Post) -> SitePage:
    site, types = newsroom.site, newsroom.types
    more, _ = find_posts(
        newsroom.db, PostQuery(statuses=("publish",), not_ids=(post.id,), limit=MORE_SHOWN, counted=False)
    )
    more = [other for other in more if not other.password]
    stories = load_stories(newsroom, [post, *more])
    is_open = not post.password
    page = ArticlePage(
        site=masthead(newsroom),
        headline_html=stories.titles[post.id],
        link=stories.links[post.id],
        published=moment(post.date_gmt),
        modified=moment(post.modified_gmt),
        article=stories.articles[post.id] if is_open else PROTECTED,
        byline=stories.byline(post.id) if post.type != "page" else (),
        sections=stories.sections(post.id),
        topics=stories.topics(post.id),
        picture=stories.pictures.get(stories.details[post.id].thumbnail),
        summary=stories.summary(post.id) if is_open else "",
        comments=_comments(newsroom, post) if is_open else (),
        more=tuple(stories.story(other.id) for other in more) if post.type == "post" else (),
        head_links=_head_links(site, types, post),
        is_dated=post.type != "page",
    )
    headers = {"Content-Type": HTML, "Link": _link_header(site, types, post, stories)}
    return SitePage(200, headers, render_article(page), post.id)


def _rest_address(site: Site, types: Types, post: Post) -> str:
    return site.rest_url(f"wp/v2/{types.posts[post.type].rest_base}/{post.id}")


def _head_links(site: Site, types: Types, post: Post) -> tuple[HeadLink, ...]:
    return (
        HeadLink("https://api.w.org/", site.rest_url("")),
        HeadLink("alternate", _rest_address(site, types, post), "application/json", "JSON"),
    )


def _link_header(site: Site, types: Types, post: Post, stories: Stories) -> str:
    api = f'<{site.rest_url("")}>; rel="https://api.w.org/"'
    document = f'<{_rest_address(site, types, post)}>; rel="alternate"; title="JSON"; type="application/json"'
    return f"{api}, {document}"


def _comments(newsroom: Newsroom, post: Post) -> tuple[Comment, ...]:
    query = CommentQuery(posts=(post.id,), approved=("1",), types=("comment", ""), descending=False)
    found, _ = find_comments(newsroom.db, query)
    texts = render_comments(newsroom.db, newsroom.site, newsroom.types, found)
    return tuple(
        Comment(
            id=one.id,
            author=unescape(one.author_name),
            date=moment(one.date_gmt),
            content_html=texts[one.id],
            parent=one.parent,
            author_url=one.author_url,
            by_author=bool(one.user) and one.user == post.author,
        )
        for one in found
    )


def _front(newsroom: Newsroom, number: int) -> SitePage:
    site = newsroom.site
    per_page = site.int_option("posts_per_page") or 10
    query = PostQuery(
        statuses=("publish",), has_password=False, limit=per_page, offset=(number - 1) * per_page
    )
    posts, total = find_posts(newsroom.db, query)
    if not posts and number > 1:
        return _not_found(newsroom)
    stories = load_stories(newsroom, posts)
    pages = max(-(-total // per_page), 1)
    page = FrontPage(
        site=masthead(newsroom),
        link=_front_address(site, number),
        stories=tuple(stories.story(post.id) for post in posts),
        now=datetime.now(UTC),
        page=number,
        pages=pages,
        newer=_front_address(site, number - 1) if number > 1 else "",
        older=_front_address(site, number + 1) if number < pages else "",
    )
    headers = {"Content-Type": HTML, "Link": f'<{site.rest_url("")}>; rel="https://api.w.org/"'}
    return SitePage(200, headers, render_front(page))


def _front_address(site: Site, number: int) -> str:
    return f"{site.home}/page/{number}/" if number > 1 else f"{site.home}/"


def masthead(newsroom: Newsroom) -> Masthead:
    """What every page has: name, sections, addresses."""
    db, site = newsroom.db, newsroom.site
    query = TermQuery(
        taxonomies=("category",), hide_empty=True, order="count", descending=True, limit=SECTIONS_SHOWN
    )
    sections, _ = find_terms(db, query)
    facts = term_facts(newsroom, sections, load_lineage(db, sections))
    return Masthead(
        addresses=Addresses(site.home, site.uploads_url, urlsplit(site.uploads_url).path),
        name_html=site.name or urlsplit(site.home).netloc,
        tagline_html=site.description,
        language=(site.option("WPLANG") or "en_US").replace("_", "-"),
        zone=site.zone,
        date_format=site.option("date_format", "F j, Y"),
        time_format=site.option("time_format", "H:i"),
        navigation=tuple(Link(fact.name, fact.link) for fact in facts),
    )
