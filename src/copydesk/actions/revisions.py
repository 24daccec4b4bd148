"""Revisions: what a post said each time it was saved. A post that says nothing new makes none.

Autosaves are revisions, too: what somebody has on the screen, one for each who edits the post.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from copydesk.actions.conflicts import CHANGED
from copydesk.actions.desk import Desk, blank_post
from copydesk.actions.post_texts import clean_texts
from copydesk.store.meta import load_meta
from copydesk.store.meta_write import add_meta, delete_all_meta
from copydesk.store.posts import Order, PostQuery, find_posts
from copydesk.store.posts_write import delete_posts, insert_post, set_post_column
from copydesk.store.posts_write import update_post as update_row_of_post
from copydesk.store.rows import Post
from copydesk.store.work import Work
from copydesk.wire.refused import Refused

TEXTS = ("title", "content", "excerpt")
KEPT_META = ("footnotes",)  # values that revisions keep, too


def save_revision(work: Work, desk: Desk, post: Post) -> Post | None:
    """A revision of the post as it is now, unless its latest one says the same."""
    if not desk.type_of(post).has("revisions") or post.status == "auto-draft":
        return None
    latest = _latest(work, post, slug=_slug(post))
    if latest is not None and _says_the_same(work, latest, post):
        return None
    return _insert(work, desk, _revision_of(desk, post), source=post.id)


def save_autosave(work: Work, desk: Desk, post: Post, texts: Mapping[str, str]) -> Post:
    """The writer's autosave of a post with these texts; what it said before of others stays."""
    known = _latest(work, post, slug=_autosave_slug(post), author=desk.viewer.id)
    if known is None:
        new = replace(_revision_of(desk, post), title="", content="", excerpt="", slug=_autosave_slug(post))
        return _insert(
            work, desk, clean_texts(desk, _dated_now(desk, replace(new, **_texts(texts)))), source=0
        )
    if not texts:
        return known
    changed = clean_texts(desk, _dated_now(desk, replace(known, **_texts(texts))))
    if not update_row_of_post(work, known, changed):
        raise Refused(CHANGED)
    return changed


def delete_autosave(work: Work, desk: Desk, post: Post) -> None:
    """The writer's autosave of a post, if there is one."""
    known = _latest(work, post, slug=_autosave_slug(post), author=desk.viewer.id)
    if known is not None:
        delete_all_meta(work, "post", (known.id,))
        delete_posts(work, (known.id,))


def _texts(texts: Mapping[str, str]) -> dict[str, Any]:
    return {name: text for name, text in texts.items() if name in TEXTS}


def _dated_now(desk: Desk, autosave: Post) -> Post:
    now, now_gmt = desk.now_local, desk.now_gmt
    return replace(autosave, date=now, date_gmt=now_gmt, modified=now, modified_gmt=now_gmt)


def _autosave_slug(post: Post) -> str:
    return f"{post.id}-autosave-v1"


def _latest(work: Work, post: Post, *, slug: str, author: int = 0) -> Post | None:
    """The latest of a post's revisions that have this slug, of one author or of all."""
    query = PostQuery(
        types=("revision",),
        statuses=("inherit",),
        parents=(post.id,),
        slugs=(slug,),
        authors=(author,) if author else (),
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
