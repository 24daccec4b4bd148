"""Which post an address of this site is the address of."""

from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from copydesk.auth.viewer import STRANGER
from copydesk.content.answering import Newsroom
from copydesk.content.links import load_post_links
from copydesk.content.visibility import readable_posts
from copydesk.store.posts import PostQuery, find_posts, get_post
from copydesk.store.rows import Post

PLAIN = ("p", "page_id", "attachment_id")
SHOWN = ("publish", "inherit")
MANY = 20  # posts of one slug that are looked at; they differ by type or parent


def find_post_at(newsroom: Newsroom, url: str) -> Post | None:
    """The public post whose address this is, with or without its last slash; None without one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not _is_own(newsroom, parts):
        return None
    below = unquote(parts.path)[len(newsroom.site.path) :].strip("/")
    found = _by_id(newsroom, parts) or _by_path(newsroom, below)
    return found if found and _is_public(newsroom, found) else None


def _is_own(newsroom: Newsroom, parts: SplitResult) -> bool:
    home = urlsplit(newsroom.site.home)
    is_below = f"{parts.path}/".startswith(f"{newsroom.site.path}/")
    return parts.netloc.lower().removeprefix("www.") == home.netloc.lower().removeprefix("www.") and is_below


def _is_public(newsroom: Newsroom, post: Post) -> bool:
    kind = newsroom.types.posts.get(post.type)
    is_shown = kind is not None and kind.is_viewable
    return is_shown and bool(readable_posts(newsroom.db, STRANGER, newsroom.types, [post]))


def _by_id(newsroom: Newsroom, parts: SplitResult) -> Post | None:
    query = parse_qs(parts.query)
    given = next((query[name][0] for name in PLAIN if name in query), "")
    return get_post(newsroom.db, int(given)) if given.isdecimal() else None


def _by_path(newsroom: Newsroom, below: str) -> Post | None:
    """The post whose own address has this path; at home the page in front, if there is one."""
    site, types = newsroom.site, newsroom.types
    if not below:
        is_page = site.option("show_on_front") == "page"
        return get_post(newsroom.db, site.int_option("page_on_front")) if is_page else None
    slug = quote(below.rpartition("/")[2], safe="").lower()
    kinds = tuple(name for name, one in types.posts.items() if one.is_viewable)
    query = PostQuery(types=kinds, statuses=SHOWN, slugs=(slug,), limit=MANY, counted=False)
    posts, _ = find_posts(newsroom.db, query)
    links = load_post_links(newsroom.db, site, types, posts)
    paths = {post.id: unquote(urlsplit(links[post.id]).path)[len(site.path) :].strip("/") for post in posts}
    return next((post for post in posts if paths[post.id] == below), None)
