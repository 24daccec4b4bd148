"""core/latest-comments: who said what lately, and where."""

from copydesk.text.autop import autop
from copydesk.text.blocks.attributes import is_set, whole_number
from copydesk.text.blocks.avatar_image import avatar_image
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import LatestCommentsNeed
from copydesk.text.blocks.shown import (
    comment_author,
    comment_excerpt,
    comment_text,
    date_in_words,
    machine_date,
    title_of,
)
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import CommentFacts, PostFacts, PostNeed, UserNeed
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_CLASS = "wp-block-latest-comments__comment"
_AVATAR_SIZE = 48


def render_latest_comments(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    need = LatestCommentsNeed(whole_number(attrs["commentsToShow"]))
    comments = rendering.facts.ask(need) or ()
    items = "".join(_item(block, comment, rendering) for comment in comments)
    if not items:
        wrapper = wrapper_attributes(block, rendering)
        return f"<div {wrapper}>No comments to show.</div>"
    classes = [name for shown, name in zip(_shows(block), _SHOWN_CLASSES, strict=True) if shown]
    return f"<ol {wrapper_attributes(block, rendering, classes)}>{items}</ol>"


_SHOWN_CLASSES = ("has-avatars", "has-dates", "has-excerpts")


def _shows(block: Block) -> tuple[bool, bool, bool]:
    attrs = block.attrs or {}
    return is_set(attrs["displayAvatar"]), is_set(attrs["displayDate"]), _content_kind(block) != "none"


def _content_kind(block: Block) -> str:
    """`displayExcerpt` is how blocks saved before 7.0 refuse the content."""
    attrs = block.attrs or {}
    if not is_set(attrs.get("displayExcerpt", True)):
        return "none"
    return str(attrs["displayContent"])


def _item(block: Block, comment: CommentFacts, rendering: Rendering) -> str:
    post = rendering.facts.ask(PostNeed(comment.post))
    if post is None:
        return ""
    shows_avatar, shows_date, shows_content = _shows(block)
    avatar = _avatar(comment, rendering) if shows_avatar else ""
    date = _date(comment, rendering) if shows_date else ""
    content = _content(block, comment, post, rendering) if shows_content else ""
    link = f'<a class="{_CLASS}-link" href="{escape_url(comment.link)}">{title_of(post) or "(no title)"}</a>'
    return (
        f'<li class="{_CLASS}">{avatar}<article><footer class="{_CLASS}-meta">'
        f"{_author(comment, rendering)} on {link}{date}</footer>{content}</article></li>"
    )


def _avatar(comment: CommentFacts, rendering: Rendering) -> str:
    return avatar_image(comment.author_email, _AVATAR_SIZE, rendering, classes=[f"{_CLASS}-avatar"])


def _author(comment: CommentFacts, rendering: Rendering) -> str:
    name, url = comment_author(comment), comment.author_url
    if not url and comment.user:
        user = rendering.facts.ask(UserNeed(comment.user))
        url = user.link if user else ""
    if not url:
        return f'<span class="{_CLASS}-author">{name}</span>'
    return f'<a class="{_CLASS}-author" href="{escape_url(url)}">{name}</a>'


def _date(comment: CommentFacts, rendering: Rendering) -> str:
    machine = escape_attribute(machine_date(comment.date, rendering))
    return f'<time datetime="{machine}" class="{_CLASS}-date">{date_in_words(comment.date, rendering)}</time>'


def _content(block: Block, comment: CommentFacts, post: PostFacts, rendering: Rendering) -> str:
    if _content_kind(block) == "full":
        return f'<div class="{_CLASS}-excerpt">{comment_text(comment, rendering)}</div>'
    text = "Password protected" if post.password_required else comment_excerpt(comment)
    return f'<div class="{_CLASS}-excerpt">{autop(text)}</div>'


BLOCK = core_block("core/latest-comments", render_latest_comments)
