"""core/latest-posts: a list of posts, with date, author, excerpt and picture if asked for."""

import html

from copydesk.text.attachment_images import attachment_image
from copydesk.text.blocks.attributes import is_set, members, numbers_of, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.budget import may_show, pay
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import PostsFound, PostsNeed, PostsQuery, TermsMatch
from copydesk.text.blocks.shown import clean_markup, date_in_words, machine_date, title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import PostFacts, UserNeed
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_CLASS = "wp-block-latest-posts__"
_MORE = " [&hellip;]"


def render_latest_posts(block: Block, _html: str, rendering: Rendering) -> str:
    if not may_show(rendering):
        return ""
    found = rendering.facts.ask(PostsNeed(_query(block))) or PostsFound()
    items = pay("".join(_item(block, post, rendering) for post in found.posts), 0, rendering)
    return f"<ul {wrapper_attributes(block, rendering, _classes(block))}>{items}</ul>"


def _query(block: Block) -> PostsQuery:
    attrs = block.attrs or {}
    author, categories = whole_number(attrs.get("selectedAuthor")), _categories(attrs.get("categories"))
    return PostsQuery(
        number=whole_number(attrs["postsToShow"]),
        order_by=words_of(attrs["orderBy"]),
        ascending=words_of(attrs["order"]).lower() == "asc",
        authors=(author,) if author else (),
        terms=(TermsMatch("category", ids=categories),) if categories else (),
    )


def _categories(value: object) -> tuple[int, ...]:
    """Objects with ids; before 5.5 one id. A list of anything else counts for nothing."""
    if isinstance(value, list):
        ids = [whole_number(category.get("id")) for category in value if isinstance(category, dict)]
        return tuple(ids) if len(ids) == len(value) else ()
    return numbers_of(value)


def _classes(block: Block) -> list[str]:
    attrs = block.attrs or {}
    style = members(attrs.get("style"))
    link = members(members(style.get("elements")).get("link"))
    grid = attrs.get("postLayout") == "grid" or members(attrs.get("layout")).get("type") == "grid"
    columns = whole_number(attrs.get("columns"))
    shown = {
        f"{_CLASS}list": True,
        "is-grid": grid,
        f"columns-{columns}": grid and bool(columns),
        "has-dates": is_set(attrs["displayPostDate"]),
        "has-author": is_set(attrs["displayAuthor"]),
        "has-link-color": is_set(members(link.get("color")).get("text")),
    }
    return [name for name, is_shown in shown.items() if is_shown]


def _item(block: Block, post: PostFacts, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    title = title_of(post) or "(no title)"
    parts = [
        _picture(block, post, title, rendering),
        f'<a class="{_CLASS}post-title" href="{escape_url(post.link)}">{title}</a>',
        _author(post, rendering) if is_set(attrs["displayAuthor"]) else "",
        _date(post, rendering) if is_set(attrs["displayPostDate"]) else "",
        _content(block, post, title, rendering) if is_set(attrs["displayPostContent"]) else "",
    ]
    return f"<li>{''.join(parts)}</li>\n"


def _picture(block: Block, post: PostFacts, title: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    if not is_set(attrs["displayFeaturedImage"]) or not post.thumbnail:
        return ""
    limits = (("width", attrs["featuredImageSizeWidth"]), ("height", attrs["featuredImageSizeHeight"]))
    style = "".join(f"max-{side}:{words_of(limit)}px;" for side, limit in limits if is_set(limit))
    size = words_of(attrs["featuredImageSizeSlug"])
    picture = attachment_image(
        post.thumbnail,
        size,
        rendering,
        attributes={
            "class": f"attachment-{size} size-{size} wp-post-image",
            "style": style,
        },
    )
    if picture and is_set(attrs["addLinkToFeaturedImage"]):
        label = escape_attribute(title)
        picture = f'<a href="{escape_url(post.link)}" aria-label="{label}">{picture}</a>'
    align = f" align{attrs['featuredImageAlign']}" if attrs.get("featuredImageAlign") else ""
    return f'<div class="{_CLASS}featured-image{align}">{picture}</div>'


def _author(post: PostFacts, rendering: Rendering) -> str:
    author = rendering.facts.ask(UserNeed(post.author))
    if author is None or not author.name:
        return ""
    return f'<div class="{_CLASS}post-author">by {author.name}</div>'


def _date(post: PostFacts, rendering: Rendering) -> str:
    machine = escape_attribute(machine_date(post.date, rendering))
    words = date_in_words(post.date, rendering)
    return f'<time datetime="{machine}" class="{_CLASS}post-date">{words}</time>'


def _content(block: Block, post: PostFacts, title: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    protected = "This content is password protected." if post.password_required else ""
    if attrs["displayPostContentRadio"] == "full_post":
        content = protected or clean_markup(html.unescape(post.content))
        return f'<div class="{_CLASS}post-full-content">{content}</div>'
    if attrs["displayPostContentRadio"] != "excerpt":
        return ""
    excerpt = protected or _excerpt(post, title, whole_number(attrs["excerptLength"]), rendering)
    return f'<div class="{_CLASS}post-excerpt">{excerpt}</div>'


def _excerpt(post: PostFacts, title: str, words: int, rendering: Rendering) -> str:
    if rendering.render_excerpt is None:
        return ""
    excerpt = rendering.render_excerpt(post, rendering, words)
    if not excerpt.endswith(_MORE):
        return excerpt
    return (
        f"{excerpt.removesuffix(_MORE)}… "
        f'<a class="{_CLASS}read-more" href="{escape_url(post.link)}" rel="noopener">'
        f'Read more<span class="screen-reader-text">: {title}</span></a>'
    )


BLOCK = core_block("core/latest-posts", render_latest_posts)
