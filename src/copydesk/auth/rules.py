"""Who may do what to one object. These are WordPress's meta capabilities: a right to a post is worked out
from its author and status, and comes down to rights that roles hold.
"""

from typing import Protocol

from copydesk.auth.capabilities import PostCapabilities
from copydesk.auth.viewer import Viewer


class OwnedPost(Protocol):
    """What a right to a post depends on."""

    @property
    def author(self) -> int: ...
    @property
    def status(self) -> str: ...


PUBLISHED = ("publish", "future")


def may_edit_post(
    viewer: Viewer, post: OwnedPost, names: PostCapabilities, *, status_before_trash: str = ""
) -> bool:
    """True when the caller may change this post. A post in the trash counts as what it was before."""
    status = _standing_status(post, status_before_trash)
    if post.author and post.author == viewer.id:
        return viewer.can(names.edit_published_posts if status in PUBLISHED else names.edit_posts)
    wanted = [names.edit_others_posts]
    if status in PUBLISHED:
        wanted.append(names.edit_published_posts)
    elif status == "private":
        wanted.append(names.edit_private_posts)
    return all(viewer.can(name) for name in wanted)


def may_delete_post(
    viewer: Viewer, post: OwnedPost, names: PostCapabilities, *, status_before_trash: str = ""
) -> bool:
    """True when the caller may delete this post."""
    status = _standing_status(post, status_before_trash)
    if post.author and post.author == viewer.id:
        return viewer.can(names.delete_published_posts if status in PUBLISHED else names.delete_posts)
    wanted = [names.delete_others_posts]
    if status in PUBLISHED:
        wanted.append(names.delete_published_posts)
    elif status == "private":
        wanted.append(names.delete_private_posts)
    return all(viewer.can(name) for name in wanted)


def _standing_status(post: OwnedPost, status_before_trash: str) -> str:
    return status_before_trash if post.status == "trash" and status_before_trash else post.status


def may_read_unpublished(viewer: Viewer, post: OwnedPost, names: PostCapabilities) -> bool:
    """True when the caller may read a post that is not public: his own, or by right."""
    if post.author and post.author == viewer.id:
        return viewer.can(names.read)
    if post.status == "private":
        return viewer.can(names.read_private_posts)
    return may_edit_post(viewer, post, names)
