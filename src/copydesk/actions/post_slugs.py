"""The slug that a post is saved with, and the slugs it had: readers who follow an old address are led on."""

from collections.abc import Iterable
from dataclasses import replace

from copydesk.actions.desk import Desk
from copydesk.content.sample_slugs import ROOM_FOR_NUMBER, is_in_the_way
from copydesk.content.unique_slugs import SlugPlace, unique_slug
from copydesk.store.meta import get_meta, load_meta
from copydesk.store.meta_write import add_meta, delete_meta, set_meta
from copydesk.store.rows import Post
from copydesk.store.slugs import SlugOwner, find_numbered_owners, find_slug_owners
from copydesk.store.work import Work
from copydesk.text.slugs import MOST_BYTES, cut_slug, slug_of

NAMELESS = frozenset({"draft", "pending", "auto-draft"})  # statuses that need no slug
TRASHED = "__trashed"
DESIRED_SLUG = "_wp_desired_post_slug"
OLD_SLUG = "_wp_old_slug"
OLD_DATE = "_wp_old_date"


def free_slug(work: Work, desk: Desk, post: Post, *, current: str = "", status: str = "") -> str:
    """The post's slug, told apart from those in use. `current` is the one it has in the database."""
    if not post.slug:
        return ""
    is_hierarchical = desk.type_of(post).is_hierarchical
    place = SlugPlace(post.type, status or post.status, is_hierarchical, current)
    taken = _TakenSlugs(work, post, is_hierarchical=is_hierarchical)
    return unique_slug(post.slug, place, taken.has, desk.site.option("permalink_structure"))


class _TakenSlugs:
    """Who is in a post's way; those with numbers are only asked for when there is a first."""

    def __init__(self, work: Work, post: Post, *, is_hierarchical: bool) -> None:
        self._db, self._post, self._is_hierarchical = work.db, post, is_hierarchical
        self._first = self._of(find_slug_owners(work.db, (post.slug,)))
        self._numbered: set[str] | None = None

    def has(self, slug: str) -> bool:
        if slug == self._post.slug:
            return slug in self._first
        if len(self._post.slug) > MOST_BYTES - ROOM_FOR_NUMBER:  # cut to make room for a number
            return slug in self._of(find_slug_owners(self._db, (slug,)))
        if self._numbered is None:
            stem = cut_slug(self._post.slug, MOST_BYTES - ROOM_FOR_NUMBER)
            self._numbered = self._of(find_numbered_owners(self._db, (stem,)))
        return slug in self._numbered

    def _of(self, owners: Iterable[SlugOwner]) -> set[str]:
        return {
            owner.slug
            for owner in owners
            if is_in_the_way(owner, self._post, is_hierarchical=self._is_hierarchical)
        }


def name_new(work: Work, desk: Desk, post: Post) -> Post:
    """A new post with the slug given to it, or the one that its title makes."""
    return replace(post, slug=free_slug(work, desk, _named(desk, post)))


def name_changed(work: Work, desk: Desk, before: Post, after: Post) -> Post:
    """A changed post with its slug: in the trash it gives way to others, out of it it has its own again."""
    if after.status == "trash" and before.status != "trash":
        after = _give_way(work, replace(after, slug=before.slug))
    else:
        after = _named(desk, after)
        if before.status == "trash" and after.status != "trash":
            after = _take_back(work, after)
    return replace(after, slug=free_slug(work, desk, after, current=before.slug))


def name_by_id(work: Work, desk: Desk, post: Post) -> str:
    """The slug of a published post whose title makes none."""
    named = replace(post, slug=slug_of(post.title, fallback=str(post.id)))
    return free_slug(work, desk, named)


def _named(desk: Desk, post: Post) -> Post:
    names = desk.type_of(post).capabilities
    if post.status == "pending" and not desk.viewer.can(names.publish_posts):
        return replace(post, slug="")
    if not post.slug and post.status not in NAMELESS:
        return replace(post, slug=slug_of(post.title))
    return post


def _give_way(work: Work, post: Post) -> Post:
    if post.slug.endswith(TRASHED):
        return post
    set_meta(work, "post", post.id, key=DESIRED_SLUG, value=post.slug)
    return replace(post, slug=cut_slug(post.slug, MOST_BYTES - len(TRASHED)) + TRASHED)


def _take_back(work: Work, post: Post) -> Post:
    desired = get_meta(work.db, "post", post.id, DESIRED_SLUG)
    if not desired:
        return post
    delete_meta(work, "post", post.id, key=DESIRED_SLUG)
    return replace(post, slug=desired)


def remember_address(work: Work, desk: Desk, before: Post, after: Post) -> None:
    """Notes the slug and the day that a published post had, for readers who come with an old address."""
    if after.status != "publish" or desk.type_of(after).is_hierarchical:
        return
    _note_old(work, after.id, OLD_SLUG, before.slug, after.slug)
    _note_old(work, after.id, OLD_DATE, before.date[:10], after.date[:10])


def _note_old(work: Work, post_id: int, key: str, old: str, new: str) -> None:
    if old == new:
        return
    known = load_meta(work.db, "post", (post_id,), (key,))[post_id].get(key, [])
    if old and old not in known:
        add_meta(work, "post", post_id, key=key, value=old)
    if new in known:
        delete_meta(work, "post", post_id, key=key, value=new)
