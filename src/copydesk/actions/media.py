"""Files of the media library: adding, describing, deleting them, each with its post of type `attachment`."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from copydesk.actions.desk import Desk, blank_post
from copydesk.actions.posts import create_post, delete_post
from copydesk.media.files import files_of, remove_files
from copydesk.media.upload import StoredFile
from copydesk.store.meta import get_meta
from copydesk.store.meta_write import delete_meta_everywhere, set_meta
from copydesk.store.php import maybe_unserialize, serialize
from copydesk.store.posts_write import set_post_column
from copydesk.store.rows import Post
from copydesk.store.work import Work
from copydesk.text.fields import clean_line

FILE, METADATA, ALT = "_wp_attached_file", "_wp_attachment_metadata", "_wp_attachment_image_alt"
THUMBNAIL = "_thumbnail_id"


def blank_attachment(desk: Desk, stored: StoredFile) -> Post:
    """The post of a file, before its owner says anything about it."""
    post = blank_post(desk, desk.types.posts["attachment"])
    return replace(
        post,
        title=stored.title,
        excerpt=stored.caption,
        status="inherit",
        mime_type=stored.mime_type,
    )


def create_attachment(work: Work, desk: Desk, post: Post, stored: StoredFile) -> Post:
    """The post of a new file; its guid is the address of the file as it came."""
    post = replace(create_post(work, desk, post), guid=f"{desk.site.uploads_url}/{stored.original}")
    set_post_column(work, post.id, "guid", post.guid)
    set_meta(work, "post", post.id, key=FILE, value=stored.file)
    if stored.metadata:
        set_meta(work, "post", post.id, key=METADATA, value=serialize(dict(stored.metadata)))
    return post


def set_alt(work: Work, post_id: int, text: str) -> None:
    """The text for those who do not see the picture."""
    set_meta(work, "post", post_id, key=ALT, value=clean_line(text))


def read_alt(work: Work, post_id: int) -> str:
    return get_meta(work.db, "post", post_id, ALT) or ""


def attach(work: Work, post_id: int, parent: int) -> None:
    """Files the attachment under a post, whether there is one or not (recorded)."""
    set_post_column(work, post_id, "post_parent", parent)


def delete_attachment(work: Work, desk: Desk, post: Post, *, uploads: Path) -> None:
    """The post and its files, which go when the database has forgotten them."""
    attached = get_meta(work.db, "post", post.id, FILE) or ""
    metadata = read_metadata(work, post.id)
    delete_meta_everywhere(work, "post", key=THUMBNAIL, value=str(post.id))
    delete_post(work, desk, post)
    if attached:
        gone = files_of(uploads, attached, metadata)
        work.after_commit(lambda: remove_files(gone))


def read_metadata(work: Work, post_id: int) -> Mapping[str, Any]:
    """What is stored about the file."""
    value = maybe_unserialize(get_meta(work.db, "post", post_id, METADATA) or "")
    return value if isinstance(value, dict) else {}
