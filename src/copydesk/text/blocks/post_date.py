"""core/post-date: when a post was published or changed, or any date that is given."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, members, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_classes
from copydesk.text.blocks.shown import date_in_words, machine_date, time_ago
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_post_date(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    modified = _field(block) == "modified"
    stored = words_of(attrs.get("datetime")) or (_stored_date(post, modified=modified) if post else "")
    machine = machine_date(stored, rendering) if stored else ""
    if not machine:
        return ""
    pattern = words_of(attrs.get("format"))
    words = (
        time_ago(stored, rendering) if pattern == "human-diff" else date_in_words(stored, rendering, pattern)
    )
    if post and is_set(attrs["isLink"]):
        words = f'<a href="{escape_url(post.link)}">{words}</a>'
    classes = text_classes(attrs)
    if modified:
        classes.append("wp-block-post-date__modified-date")
    wrapper = wrapper_attributes(block, rendering, classes)
    return f'<div {wrapper}><time datetime="{machine}">{words}</time></div>'


def _field(block: Block) -> str:
    """What the block is bound to; `displayType` is how blocks saved before 6.9 say it."""
    attrs = block.attrs or {}
    bindings = members(members(attrs.get("metadata")).get("bindings"))
    field = members(members(bindings.get("datetime")).get("args")).get("field")
    return words_of(field) or words_of(attrs.get("displayType")) or "date"


def _stored_date(post: PostFacts, *, modified: bool) -> str:
    """A post that was never changed shows no date of change."""
    if not modified:
        return post.date
    return post.modified if post.modified > post.date else ""


BLOCK = core_block("core/post-date", render_post_date)
