"""Addresses of files in the media library."""

from collections.abc import Iterable

from copydesk.content.site import Site
from copydesk.store.database import Db
from copydesk.store.meta import load_meta
from copydesk.store.posts import load_posts


def load_file_urls(db: Db, site: Site, ids: Iterable[int]) -> dict[int, str]:
    """The address of each file, by its attachment's id; those that do not exist are missing."""
    posts = load_posts(db, ids, brief=True)
    meta = load_meta(db, "post", posts, ("_wp_attached_file",))
    found = {}
    for post_id, post in posts.items():
        file = next(iter(meta[post_id].get("_wp_attached_file", ())), "")
        found[post_id] = f"{site.uploads_url}/{file}" if file else post.guid
    return found
