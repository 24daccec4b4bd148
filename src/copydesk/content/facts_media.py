"""Files of the media library as texts see them."""

from collections.abc import Sequence

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.details import PostDetails, load_post_details
from copydesk.content.links import load_post_links
from copydesk.content.site import Site
from copydesk.store.php import maybe_unserialize
from copydesk.store.posts import Order, PostQuery, find_posts, load_posts
from copydesk.store.rows import Post
from copydesk.text.facts import AttachedMediaNeed, AttachmentFacts, AttachmentNeed


def attachment_facts(site: Site, post: Post, details: PostDetails, link: str = "") -> AttachmentFacts:
    """A file of the media library as texts see it."""
    metadata = maybe_unserialize(details.first("_wp_attachment_metadata"))
    file = details.first("_wp_attached_file")
    return AttachmentFacts(
        id=post.id,
        url=f"{site.uploads_url}/{file}" if file else post.guid,
        file=file,
        mime_type=post.mime_type,
        metadata=metadata if isinstance(metadata, dict) else {},
        alt=details.first("_wp_attachment_image_alt"),
        title=post.title,
        caption=post.excerpt,
        description=post.content,
        link=link,
        parent=post.parent,
        menu_order=post.menu_order,
        date=post.date,
        name=post.slug,
        thumbnail=details.thumbnail,
    )


def load_attachment_facts(newsroom: Newsroom, posts: Sequence[Post]) -> dict[int, AttachmentFacts]:
    """The files as texts see them, by id."""
    db, site, types = newsroom.db, newsroom.site, newsroom.types
    details = load_post_details(db, types, [post.id for post in posts])
    links = load_post_links(db, site, types, posts, details, viewer=newsroom.viewer)
    return {post.id: attachment_facts(site, post, details[post.id], links[post.id]) for post in posts}


def _answer_attachments(newsroom: Newsroom, needs: list[AttachmentNeed]) -> Answers:
    posts = load_posts(newsroom.db, {need.id for need in needs})
    known = load_attachment_facts(newsroom, [post for post in posts.values() if post.type == "attachment"])
    return {need: known.get(need.id) for need in needs}


def _answer_attached(newsroom: Newsroom, needs: list[AttachedMediaNeed]) -> Answers:
    query = PostQuery(
        types=("attachment",),
        statuses=("inherit",),
        parents=tuple({need.post for need in needs}),
        order=(Order("menu_order", descending=False), Order("id", descending=False)),
        limit=None,
        counted=False,
    )
    posts, _ = find_posts(newsroom.db, query)
    known = load_attachment_facts(newsroom, posts)
    return {
        need: tuple(
            known[post.id]
            for post in posts
            if post.parent == need.post and post.mime_type.startswith(f"{need.kind}/")
        )
        for need in needs
    }


ANSWERERS: Answerers = {AttachmentNeed: _answer_attachments, AttachedMediaNeed: _answer_attached}
