"""Blocks inside a comment template: who said it, what, when, and the link to answer."""

from copydesk.text.blocks.around import comment_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import PostCommentsNeed
from copydesk.text.blocks.own_classes import text_classes
from copydesk.text.blocks.shown import comment_author, comment_text, date_in_words, machine_date, time_ago
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.blocks.threads import depth_of
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import CommentFacts, PostNeed
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_author_name(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    comment = comment_around(rendering)
    if comment is None:
        return ""
    name = comment_author(comment)
    if is_set(attrs["isLink"]) and comment.author_url:
        target = escape_attribute(words_of(attrs["linkTarget"]))
        url = escape_url(comment.author_url)
        name = f'<a rel="external nofollow ugc" href="{url}" target="{target}" >{name}</a>'
    return _wrapped(block, name, rendering)


def render_content(block: Block, _html: str, rendering: Rendering) -> str:
    comment = comment_around(rendering)
    if comment is None or not comment.content:
        return ""
    return _wrapped(block, comment_text(comment, rendering), rendering)


def render_date(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    comment = comment_around(rendering)
    if comment is None:
        return ""
    pattern = words_of(attrs.get("format"))
    human = pattern == "human-diff"
    words = time_ago(comment.date, rendering) if human else date_in_words(comment.date, rendering, pattern)
    if is_set(attrs["isLink"]):
        words = f'<a href="{escape_url(comment.link)}">{words}</a>'
    machine = escape_attribute(machine_date(comment.date, rendering))
    return _wrapped(block, f'<time datetime="{machine}">{words}</time>', rendering)


def render_edit_link(_block: Block, _html: str, _rendering: Rendering) -> str:
    """For those who may edit the comment; texts are rendered for readers."""
    return ""


def render_reply_link(block: Block, _html: str, rendering: Rendering) -> str:
    comment = comment_around(rendering)
    options = rendering.facts.site.options
    if comment is None or not is_set(options.get("thread_comments", "1")):
        return ""
    deepest = whole_number(options.get("thread_comments_depth"), 5)
    comments = rendering.facts.ask(PostCommentsNeed(comment.post)) or ()
    if depth_of(comment, comments) >= deepest:
        return ""
    link = _reply_link(comment, rendering)
    return _wrapped(block, link, rendering) if link else ""


def _reply_link(comment: CommentFacts, rendering: Rendering) -> str:
    post = rendering.facts.ask(PostNeed(comment.post))
    if post is None or post.comment_status != "open":
        return ""
    words = escape_attribute(f"Reply to {comment_author(comment)}")
    joint = "&" if "?" in post.link else "?"
    href = escape_url(f"{post.link}{joint}replytocom={comment.id}#respond")
    return (
        f'<a rel="nofollow" class="comment-reply-link" href="{href}" data-commentid="{comment.id}" '
        f'data-postid="{post.id}" data-belowelement="comment-{comment.id}" data-respondelement="respond" '
        f'data-replyto="{words}" aria-label="{words}">Reply</a>'
    )


def _wrapped(block: Block, html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    wrapper = wrapper_attributes(block, rendering, text_classes(attrs))
    return f"<div {wrapper}>{html}</div>"


BLOCKS = (
    core_block("core/comment-author-name", render_author_name),
    core_block("core/comment-content", render_content),
    core_block("core/comment-date", render_date),
    core_block("core/comment-edit-link", render_edit_link),
    core_block("core/comment-reply-link", render_reply_link),
)
