"""Revisions: what a post said each time it was saved. A post that says nothing new makes none."""

from dataclasses import replace

from copydesk.actions.desk import Desk, blank_post
from copydesk.store.meta import load_meta
from copydesk.store.meta_write import add_meta, delete_all_meta
from copydesk.store.posts import Order, PostQuery, find_posts
from copydesk.store.posts_write import delete_posts, insert_post, set_post_column
from copydesk.store.rows import Post
from copydesk.store.work import Work

KEPT_META = ("footnotes",)  # values that revisions keep, too


def save_revision(work: Work, desk: Desk, post: Post) -> Post | None:
    """A revision of the post as it is now, unless its latest one says the same."""
    if not desk.type_of(post).has("revisions") or post.status == "auto-draft":
        return None
    latest = _latest(work, post)
    if latest is not None and _says_the_same(work, latest, post):
        return None
    return _insert(work, desk, _revision_of(desk, post), source=post.id)


def delete_revision(work: Work, revision: Post) -> None:
    """A revision for good; it has no trash."""
    delete_all_meta(work, "post", (revision.id,))
    delete_posts(work, (revision.id,))


def _latest(work: Work, post: Post) -> Post | None:
    """The latest revision that is no autosave."""
    query = PostQuery(
        types=("revision",),
        statuses=("inherit",),
        parents=(post.id,),
        slugs=(_slug(post),),
        order=(Order("date", descending=True), Order("id", descending=True)),
        limit=1,
        counted=False,
    )
    found, _ = find_posts(work.db, query)
    return found[0] if found else None


def _slug(post: Post) -> str:
    return f"{post.id}-revision-v1"


def _says_the_same(work: Work, revision: Post, post: Post) -> bool:
    if (revision.title, revision.content, revision.excerpt) != (post.title, post.content, post.excerpt):
        return False
    meta = load_meta(work.db, "post", (revision.id, post.id), KEPT_META)
    return meta[revision.id] == meta[post.id]


def _revision_of(desk: Desk, post: Post) -> Post:
    return replace(
        blank_post(desk, desk.type_of(post)),
        date=post.modified,
        date_gmt=post.modified_gmt,
        modified=post.modified,
        modified_gmt=post.modified_gmt,
        title=post.title,
        content=post.content,
        excerpt=post.excerpt,
        status="inherit",
        comment_status="closed",
        ping_status="closed",
        slug=_slug(post),
        parent=post.id,
        type="revision",
    )


def _insert(work: Work, desk: Desk, revision: Post, *, source: int) -> Post:
    revision = replace(revision, id=insert_post(work, revision))
    guid = desk.site.permalinks.plain_post_link("post", revision.id)
    set_post_column(work, revision.id, "guid", guid)
    for key, values in load_meta(work.db, "post", (source,), KEPT_META)[source].items():
        for value in values:
            add_meta(work, "post", revision.id, key=key, value=value)
    return replace(revision, guid=guid)
