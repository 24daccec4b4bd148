"""Who sees which posts. The one place: single, collection, embed, search, feed and site all ask here."""

from collections.abc import Iterable, Mapping, Sequence

from copydesk.auth.rules import may_read_unpublished
from copydesk.auth.viewer import Viewer
from copydesk.content.types import Types
from copydesk.store.database import Db
from copydesk.store.post_query import Visible
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post


def may_read_post(viewer: Viewer, post: Post, types: Types, parents: Mapping[int, Post]) -> bool:
    """True when the caller may read the post.

    What inherits its status is as visible as its parent, and public without one.

    `parents` are the parents of posts that inherit (see `load_parents`).
    """
    post_type = types.posts.get(post.type)
    if post_type is None or not post_type.rest_base:
        return False
    status = types.statuses.get(post.status)
    if status is not None and status.is_public:
        # Types that name a right of their own for reading are not for everyone: patterns.
        return post_type.capabilities.read == "read" or viewer.can(post_type.capabilities.read)
    if post.status == "inherit":
        if not post.parent:
            return True
        parent = parents.get(post.parent)
        return parent is None or may_read_post(viewer, parent, types, parents)
    return may_read_unpublished(viewer, post, post_type.capabilities)


def visible_by_default(viewer: Viewer, names: Iterable[str], types: Types) -> tuple[Visible, ...]:
    """What a list shows that asks for no status: what is published, and to members what they may read in private."""
    alternatives = []
    for name in names:
        post_type = types.posts.get(name)
        usual = "inherit" if name == "attachment" else "publish"
        if post_type is None or not viewer.is_member:
            alternatives.append(Visible((name,), (usual,)))
        elif viewer.can(post_type.capabilities.read_private_posts):
            alternatives.append(Visible((name,), (usual, "private")))
        else:
            alternatives += [Visible((name,), (usual,)), Visible((name,), ("private",), viewer.id)]
    return tuple(alternatives)


def load_parents(db: Db, posts: Iterable[Post]) -> Mapping[int, Post]:
    """The parents of those posts that inherit their status; no statement when there are none."""
    wanted = {post.parent for post in posts if post.status == "inherit" and post.parent}
    return load_posts(db, wanted, brief=True) if wanted else {}


def readable_posts(db: Db, viewer: Viewer, types: Types, posts: Sequence[Post]) -> list[Post]:
    """Those of the posts that the caller may read, in their order."""
    parents = load_parents(db, posts)
    return [post for post in posts if may_read_post(viewer, post, types, parents)]
