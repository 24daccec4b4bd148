"""The texts of a post, cleaned by what their writer may write."""

from dataclasses import replace

from copydesk.actions.desk import Desk
from copydesk.store.rows import Post
from copydesk.text.saving import Field, SavingSite, clean_for_saving


def clean_texts(desk: Desk, post: Post) -> Post:
    """Title, content and excerpt as they are stored when this writer saves them."""
    may_write_html = desk.viewer.can("unfiltered_html")
    site = SavingSite(home=desk.site.home, files_url=desk.site.uploads_url)

    def clean(field: Field, text: str) -> str:
        return clean_for_saving(field, text, may_write_unfiltered_html=may_write_html, site=site)

    return replace(
        post,
        title=clean("post_title", post.title),
        content=clean("post_content", post.content),
        excerpt=clean("post_excerpt", post.excerpt),
    )
