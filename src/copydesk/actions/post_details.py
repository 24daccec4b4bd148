"""What belongs to a post beside its row: whether it sticks, its picture, its template."""

from copydesk.actions.desk import Desk
from copydesk.store.meta_write import delete_meta, set_meta
from copydesk.store.options import get_option
from copydesk.store.options_write import save_option
from copydesk.store.php import maybe_unserialize, serialize
from copydesk.store.posts import get_post
from copydesk.store.work import Work

STICKY_OPTION = "sticky_posts"
THUMBNAIL = "_thumbnail_id"
TEMPLATE = "_wp_page_template"
FRONT_PAGE = ("page_on_front", "page_for_posts")


def set_sticky(work: Work, post_id: int, *, is_sticky: bool) -> bool:
    """Lets a post stay on top, or no longer; whether that is a change."""
    value = maybe_unserialize(get_option(work.db, STICKY_OPTION) or "")
    ids = [int(item) for item in value.values()] if isinstance(value, dict) else []
    if (post_id in ids) == is_sticky:
        return False
    ids = [*ids, post_id] if is_sticky else [known for known in ids if known != post_id]
    save_option(work, STICKY_OPTION, serialize(ids))
    return True


def set_thumbnail(work: Work, post_id: int, picture_id: int) -> None:
    """The post's featured picture. What is no picture removes the one it has."""
    picture = get_post(work.db, picture_id) if picture_id > 0 else None
    if picture and picture.type == "attachment" and picture.mime_type.startswith("image/"):
        set_meta(work, "post", post_id, key=THUMBNAIL, value=str(picture_id))
    else:
        delete_meta(work, "post", post_id, key=THUMBNAIL)


def set_template(work: Work, post_id: int, name: str) -> None:
    """The theme's template that the post is shown with."""
    set_meta(work, "post", post_id, key=TEMPLATE, value=name)


def leave_front(work: Work, desk: Desk, post_id: int) -> None:
    """A post that goes to the trash is neither the front page nor on top any more."""
    set_sticky(work, post_id, is_sticky=False)
    site = desk.site
    for name in FRONT_PAGE:
        if site.int_option(name) == post_id:
            save_option(work, name, "0")
            if name == "page_on_front":
                save_option(work, "show_on_front", "posts")
