"""Which post an address of this site is the address of: the one whose own address it is."""

from collections.abc import Iterable, Mapping
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from copydesk.auth.viewer import STRANGER
from copydesk.content.answering import Newsroom
from copydesk.content.links import load_post_links
from copydesk.content.visibility import readable_posts
from copydesk.store.posts import PostQuery, find_posts, load_posts
from copydesk.store.rows import Post

PLAIN = ("p", "page_id", "attachment_id")
SHOWN = ("publish", "inherit")


def find_post_at(newsroom: Newsroom, url: str) -> Post | None:
    """The public post whose address this is, with or without its last slash; None without one."""
    return find_posts_at(newsroom, [url]).get(url)


def find_posts_at(newsroom: Newsroom, urls: Iterable[str]) -> dict[str, Post]:
    """The same for many addresses, with as many statements as for one."""
    asked = {url: parts for url in urls if (parts := _split(url)) and _is_own(newsroom, parts)}
    if not asked:
        return {}
    paths = {url: unquote(parts.path)[len(newsroom.site.path) :].strip("/") for url, parts in asked.items()}
    ids = {url: _named_id(newsroom, asked[url], paths[url]) for url in asked}
    by_id = load_posts(newsroom.db, {post_id for post_id in ids.values() if post_id})
    by_path = _load_by_path(newsroom, [path for path in paths.values() if path], by_id)
    found = {
        url: post
        for url in asked
        if (post := by_id.get(ids[url]) if asked[url].query or not paths[url] else by_path.get(paths[url]))
    }
    public = {post.id for post in _public(newsroom, found.values())}
    return {url: post for url, post in found.items() if post.id in public}


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _is_own(newsroom: Newsroom, parts: SplitResult) -> bool:
    home = urlsplit(newsroom.site.home)
    is_below = f"{parts.path}/".startswith(f"{newsroom.site.path}/")
    return parts.netloc.lower().removeprefix("www.") == home.netloc.lower().removeprefix("www.") and is_below


def _named_id(newsroom: Newsroom, parts: SplitResult, path: str) -> int:
    """The id in a query or in a path that names posts by their ids; at home that of the page in front."""
    query = parse_qs(parts.query)
    given = next((query[name][0] for name in PLAIN if name in query), "")
    if not given and path and "%post_id%" in newsroom.site.permalinks.tags:
        given = next((part for part in path.split("/")[::-1] if part.isdecimal()), "")
    if not given and not path and newsroom.site.option("show_on_front") == "page":
        return newsroom.site.int_option("page_on_front")
    return int(given[:18]) if given[:18].isdecimal() else 0


def _load_by_path(newsroom: Newsroom, paths: Iterable[str], more: Mapping[int, Post]) -> dict[str, Post]:
    """The posts whose own addresses have these paths, among those with such slugs and `more`."""
    site, types = newsroom.site, newsroom.types
    slugs = tuple(sorted({quote(path.rpartition("/")[2], safe="").lower() for path in paths}))
    kinds = tuple(name for name, one in types.posts.items() if one.is_viewable)
    query = PostQuery(types=kinds, statuses=SHOWN, slugs=slugs, limit=None, counted=False)
    posts = [*(find_posts(newsroom.db, query)[0] if slugs else ()), *more.values()]
    links = load_post_links(newsroom.db, site, types, posts)
    return {unquote(urlsplit(links[post.id]).path)[len(site.path) :].strip("/"): post for post in posts}


def _public(newsroom: Newsroom, posts: Iterable[Post]) -> list[Post]:
    types = newsroom.types
    shown = [post for post in posts if post.type in types.posts and types.posts[post.type].is_viewable]
    return readable_posts(newsroom.db, STRANGER, types, shown)
