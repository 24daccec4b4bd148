"""The slugs that posts have or would get from their titles, unique in their place."""

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from copydesk.content.site import Site
from copydesk.content.types import Types
from copydesk.content.unique_slugs import SlugPlace, unique_slug
from copydesk.store.database import Db
from copydesk.store.rows import Post
from copydesk.store.slugs import SlugOwner, find_numbered_owners, find_slug_owners
from copydesk.text.slugs import MOST_BYTES, cut_slug, slug_of

PUBLISHED_SOON = ("draft", "pending", "future")
ROOM_FOR_NUMBER = 10  # of the bytes of a slug


def load_sample_slugs(db: Db, site: Site, types: Types, posts: Sequence[Post]) -> dict[int, str]:
    """The slug for each post's title, readable, by id; two statements however many posts there are."""
    slugs = {post.id: slug_of(post.title, fallback=str(post.id)) for post in posts}
    structure = site.option("permalink_structure")
    owners = find_slug_owners(db, slugs.values())
    first = {post.id: _sample_slug(post, slugs[post.id], types, owners, structure) for post in posts}
    numbered = {slug for key, slug in slugs.items() if first[key] != slug}
    owners += find_numbered_owners(db, (cut_slug(slug, MOST_BYTES - ROOM_FOR_NUMBER) for slug in numbered))
    return {
        post.id: unquote(
            _sample_slug(post, slugs[post.id], types, owners, structure), errors="surrogateescape"
        )
        for post in posts
    }


def _sample_slug(post: Post, slug: str, types: Types, owners: Iterable[SlugOwner], structure: str) -> str:
    is_hierarchical = types.posts[post.type].is_hierarchical
    place = SlugPlace(
        type=post.type,
        status="publish" if post.status in PUBLISHED_SOON else post.status,
        is_hierarchical=is_hierarchical,
        current=post.slug,
    )
    taken = {owner.slug for owner in owners if is_in_the_way(owner, post, is_hierarchical=is_hierarchical)}
    return unique_slug(slug, place, taken.__contains__, structure)


def is_in_the_way(owner: SlugOwner, post: Post, *, is_hierarchical: bool) -> bool:
    """Attachments share with nobody, trees below another parent, all others with other types."""
    if owner.id == post.id:
        return False
    if post.type == "attachment":
        return True
    if is_hierarchical:
        return owner.type in (post.type, "attachment") and owner.parent == post.parent
    return owner.type == post.type
