"""Who writes, where and when: what every action on posts needs to know beside the values."""

from dataclasses import dataclass

from copydesk.auth.viewer import Viewer
from copydesk.content.site import Site
from copydesk.content.types import PostType, Types
from copydesk.store.rows import Post
from copydesk.wire.dates import EMPTY_DATE, format_stored, local_of_gmt


@dataclass(frozen=True, slots=True)
class Desk:
    """One writer at work. `now` is in seconds since 1970."""

    site: Site
    types: Types
    viewer: Viewer
    now: int

    @property
    def now_gmt(self) -> str:
        return format_stored(self.now)

    @property
    def now_local(self) -> str:
        return local_of_gmt(self.now_gmt, self.site.zone) or self.now_gmt

    def type_of(self, post: Post) -> PostType:
        return self.types.posts[post.type]

    def is_floating(self, status: str) -> bool:
        """True when posts of a status have no date of their own until they are published."""
        return status == "auto-draft" or self.types.statuses[status].date_floating


def blank_post(desk: Desk, post_type: PostType) -> Post:
    """A post that nothing has been said about yet."""
    return Post(
        id=0,
        author=desk.viewer.id,
        date=EMPTY_DATE,
        date_gmt=EMPTY_DATE,
        content="",
        title="",
        excerpt="",
        status="draft",
        comment_status=_discussion(desk, post_type, "comments", "default_comment_status"),
        ping_status=_discussion(desk, post_type, "trackbacks", "default_ping_status"),
        password="",
        slug="",
        to_ping="",
        pinged="",
        modified=EMPTY_DATE,
        modified_gmt=EMPTY_DATE,
        content_filtered="",
        parent=0,
        guid="",
        menu_order=0,
        type=post_type.name,
        mime_type="",
        comment_count=0,
    )


def _discussion(desk: Desk, post_type: PostType, feature: str, option: str) -> str:
    """What the site's default is for types that take part; pages never do by themselves."""
    if post_type.name == "page" or not post_type.has(feature):
        return "closed"
    return desk.site.option(option, "closed")
