"""What happens to the posts of a user who is deleted when nobody takes them over.

Posts and pages go to the trash, or out of it for good; what has no trash is deleted. Types whose posts have
no author are left alone.
"""

from copydesk.actions.desk import Desk
from copydesk.actions.posts import delete_post, trash_post
from copydesk.store.posts import PostQuery, find_posts
from copydesk.store.work import Work

WITH_TRASH = ("post", "page")


def remove_posts_of(work: Work, desk: Desk, user_id: int) -> None:
    """Trashes or deletes all that a user wrote."""
    types = tuple(name for name, one in desk.types.posts.items() if one.has("author"))
    posts, _ = find_posts(work.db, PostQuery(types=types, authors=(user_id,), limit=None))
    for post in posts:
        if post.type in WITH_TRASH and post.status != "trash":
            trash_post(work, desk, post)
        else:
            delete_post(work, desk, post)
