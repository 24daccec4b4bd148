"""What the members of posts are made from, loaded once for all posts of a page: details, addresses, texts."""

from collections.abc import Mapping, Sequence

from copydesk.content.answering import Newsroom
from copydesk.content.details import PostDetails, load_post_details
from copydesk.content.links import PostLinks, prepare_post_links
from copydesk.content.permalinks import CATEGORY_TAG
from copydesk.content.render import PostTexts, Publication, render_contents, render_posts, render_titles
from copydesk.content.sample_slugs import load_sample_slugs
from copydesk.rest.page import Call, Page
from copydesk.rest.resources.post_checks import details_as_sent
from copydesk.rest.resources.post_rules import may_edit
from copydesk.rest.visit import visit_facts
from copydesk.store.rows import Post
from copydesk.text.pipeline import EXCERPT_WORDS

# Types whose contents pass the hooks for blocks once more before they are edited (WP 7.1).
RENDERED_TWICE = frozenset({"post", "page", "wp_block", "wp_navigation"})


def load_details(page: Page) -> Mapping[int, PostDetails]:
    """Meta, terms and revisions of the page's posts."""
    call = page.call
    details = load_post_details(call.db, call.api.types, [post.id for post in page.rows])
    return details_as_sent(details, call) if call.work else details


def load_post_meta(page: Page) -> Mapping[int, Mapping[str, Sequence[str]]]:
    return {post_id: details.meta for post_id, details in page.load(load_details).items()}


def load_link_maker(page: Page) -> PostLinks:
    """What makes the addresses of the page's posts."""
    call = page.call
    details = page.load(load_details) if CATEGORY_TAG in call.site.permalinks.tags else None
    return prepare_post_links(call.db, call.site, call.api.types, page.rows, details, viewer=call.viewer)


def load_links(page: Page) -> Mapping[int, str]:
    """The addresses of the page's posts."""
    links = page.load(load_link_maker)
    return {post.id: links.link(post) for post in page.rows}


def load_slugs(page: Page) -> Mapping[int, str]:
    """The slugs of the posts' titles."""
    call = page.call
    return load_sample_slugs(call.db, call.site, call.api.types, page.rows)


def details_of(post: Post, page: Page) -> PostDetails:
    return page.load(load_details)[post.id]


def newsroom_of(call: Call) -> Newsroom:
    """Where the texts of this answer ask for facts."""
    return Newsroom(call.db, call.site, call.api.types, call.viewer)


def load_publication(page: Page) -> Publication:
    """What rendering the page's posts needs to know."""
    call = page.call
    opened = {post.id for post in page.rows if post.password and is_open(post, page)}
    return Publication(
        newsroom_of(call), page.load(load_details), page.load(load_links), visit_facts(call), opened
    )


def load_titles(page: Page) -> Mapping[int, str]:
    return render_titles(newsroom_of(page.call), page.rows)


def load_texts(page: Page) -> PostTexts:
    """Contents and excerpts, as far as they are wanted and open to the caller."""
    call = page.call
    has_content = page.wants("content.rendered") and _shows(page, "content", "rendered")
    again = page.resource.title in RENDERED_TWICE and _shows(page, "content", "raw")
    return render_posts(
        page.load(load_publication),
        page.rows,
        contents="not" if not has_content else "twice" if again else "once",
        excerpts=page.wants("excerpt.rendered"),
        words=max(call.params.get("excerpt_length", EXCERPT_WORDS), 0),
    )


def _shows(page: Page, name: str, member: str) -> bool:
    """Whether answers of this kind and context have a member."""
    context = page.call.context
    return any(
        context in field.context and context in field.schema["properties"].get(member, {}).get("context", ())
        for field in page.resource.fields
        if field.name == name
    )


def load_contents(page: Page) -> Mapping[int, str]:
    """All contents, for types that do not lock theirs."""
    return render_contents(page.load(load_publication), page.rows)


def is_open(post: Post, page: Page) -> bool:
    """True when the caller may see content and excerpt: no password, the right one, or an editor's request."""
    if not post.password:
        return True
    call = page.call
    if call.params.get("password") == post.password:
        return True
    return call.context == "edit" and may_edit(post, call)
