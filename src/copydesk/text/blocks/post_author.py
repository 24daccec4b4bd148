"""core/post-author, and its parts by themselves: core/post-author-name, core/post-author-biography."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.avatar_image import avatar_image
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_align, text_classes
from copydesk.text.blocks.shown import clean_markup
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import UserFacts, UserNeed
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_CLASS = "wp-block-post-author"


def author_around(rendering: Rendering) -> UserFacts | None:
    post = post_around(rendering)
    return rendering.facts.ask(UserNeed(post.author)) if post else None


def render_post_author(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    author = author_around(rendering)
    if author is None:
        return ""
    justification = words_of(attrs.get("itemsJustification"))
    classes = [f"items-justified-{justification}"] if justification else []
    classes += text_classes(attrs)
    byline = clean_markup(words_of(attrs.get("byline")))
    parts = [
        _avatar(block, author, rendering) if is_set(attrs["showAvatar"]) else "",
        f'<div class="{_CLASS}__content">',
        f'<p class="{_CLASS}__byline">{byline}</p>' if byline else "",
        f'<p class="{_CLASS}__name">{_name(block, author, "")}</p>',
        f'<p class="{_CLASS}__bio">{author.description}</p>' if is_set(attrs.get("showBio")) else "",
        "</div>",
    ]
    return f"<div {wrapper_attributes(block, rendering, classes)}>{''.join(parts)}</div>"


def _avatar(block: Block, author: UserFacts, rendering: Rendering) -> str:
    size = whole_number((block.attrs or {})["avatarSize"])
    image = avatar_image(author.email, size, rendering) if size else ""
    return f'<div class="{_CLASS}__avatar">{image}</div>'


def _name(block: Block, author: UserFacts, more: str) -> str:
    attrs = block.attrs or {}
    if not is_set(attrs["isLink"]):
        return author.name
    target = escape_attribute(words_of(attrs["linkTarget"]))
    return f'<a href="{escape_url(author.link)}" target="{target}"{more}>{author.name}</a>'


def render_post_author_name(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    author = author_around(rendering)
    if author is None:
        return ""
    wrapper = wrapper_attributes(block, rendering, text_classes(attrs))
    name = _name(block, author, f' class="{_CLASS}-name__link"')
    return f"<div {wrapper}>{name}</div>"


def render_post_author_biography(block: Block, _html: str, rendering: Rendering) -> str:
    author = author_around(rendering)
    if author is None or not author.description:
        return ""
    wrapper = wrapper_attributes(block, rendering, text_align(block.attrs or {}))
    return f"<div {wrapper}>{author.description}</div>"


BLOCKS = (
    core_block("core/post-author", render_post_author),
    core_block("core/post-author-name", render_post_author_name),
    core_block("core/post-author-biography", render_post_author_biography),
)
