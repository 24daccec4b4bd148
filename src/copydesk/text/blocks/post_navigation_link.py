"""core/post-navigation-link: to the post before or after, on a page that shows one post."""

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import AdjacentPostNeed, MainQueryNeed
from copydesk.text.blocks.own_classes import text_align
from copydesk.text.blocks.shown import clean_markup, title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_CLASS = "wp-block-post-navigation-link"
_SIGNS = {"arrow": {"next": "→", "previous": "←"}, "chevron": {"next": "»", "previous": "«"}}
_WORDS = {"next": ("Next", "Next:"), "previous": ("Previous", "Previous:")}
_SINGULAR = frozenset({"single", "page", "attachment"})


def render_post_navigation_link(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    direction, post = words_of(attrs["type"]), post_around(rendering)
    if direction not in _WORDS or post is None:
        return ""
    main = rendering.facts.ask(MainQueryNeed())
    if main is None or main.kind not in _SINGULAR:
        return ""
    need = AdjacentPostNeed(post.id, direction == "previous", words_of(attrs["taxonomy"]))
    other = rendering.facts.ask(need)
    classes = [f"post-navigation-link-{direction}", *text_align(attrs)]
    link = _link(block, direction, other) if other else ""
    return f"<div {wrapper_attributes(block, rendering, classes)}>{link}</div>"


def _link(block: Block, direction: str, other: PostFacts) -> str:
    attrs = block.attrs or {}
    rel = "next" if direction == "next" else "prev"
    anchor = f'<a href="{escape_url(other.link)}" rel="{rel}">'
    label = clean_markup(words_of(attrs.get("label")))
    if not is_set(attrs["showTitle"]):
        link = f"{anchor}{label or _WORDS[direction][0]}</a>"
    else:
        link = _with_title(block, direction, other, anchor)
    sign = _sign(words_of(attrs["arrow"]), direction)
    return f"{link}{sign}" if direction == "next" else f"{sign}{link}"


def _with_title(block: Block, direction: str, other: PostFacts, anchor: str) -> str:
    """The label is part of the link, or stands before it; without either, the title alone is the link."""
    attrs = block.attrs or {}
    title = f'<span class="post-navigation-link__title">{title_of(other) or "(no title)"}</span>'
    words = clean_markup(words_of(attrs.get("label")))
    if is_set(attrs["linkLabel"]):
        label = f'<span class="post-navigation-link__label">{words or _WORDS[direction][1]}</span>'
        return f"{anchor}{label} {title}</a>"
    label = f'<span class="post-navigation-link__label">{words}</span> ' if words else ""
    return f"{label}{anchor}{title}</a>"


def _sign(kind: str, direction: str) -> str:
    sign = _SIGNS.get(kind, {}).get(direction)
    if sign is None:
        return ""
    return f'<span class="{_CLASS}__arrow-{direction} is-arrow-{kind}" aria-hidden="true">{sign}</span>'


BLOCK = core_block("core/post-navigation-link", render_post_navigation_link)
