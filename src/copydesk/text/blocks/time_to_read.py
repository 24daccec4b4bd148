"""core/post-time-to-read: how long reading takes, or how many words there are."""

import re

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, whole_number
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_align
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.entities import drop_references
from copydesk.text.rendering import Rendering
from copydesk.text.strip_tags import strip_tags

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SHORTCODE = re.compile(r"\[[^\[\]]*\]")
_SPACES = re.compile(r"&nbsp;|&#160;")
_CONNECTORS = re.compile(r"--|—")
_PUNCTUATION = re.compile(r"[!-@\[-`{-~\u0080-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f]")
_SPREAD = 0.2


def render_time_to_read(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    if post is None:
        return ""
    words = count_words(post.content)
    if attrs["displayMode"] == "words":
        shown = _count(words, "word")
    else:
        speed = max(whole_number(attrs["averageReadingSpeed"]), 1)
        shown = _time(words / speed, as_range=is_set(attrs["displayAsRange"]))
    return f"<div {wrapper_attributes(block, rendering, text_align(attrs))}>{shown}</div>"


def _time(minutes: float, *, as_range: bool) -> str:
    if not as_range:
        return _count(_at_least_one(minutes), "minute")
    least = _at_least_one(minutes * (1 - _SPREAD))
    most = max(_at_least_one(minutes * (1 + _SPREAD)), least + 1)
    return f"{least}–{most} minutes"


def _at_least_one(minutes: float) -> int:
    return max(int(minutes + 0.5), 1)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def count_words(content: str) -> int:
    """Of the text as written; markup, shortcodes and characters that are no letters do not count."""
    last = content.rfind("-->") + 3  # a comment that begins behind it never ends
    text = strip_tags(_COMMENT.sub("", content[:last]) + content[last:] if last > 2 else content)
    text = _SPACES.sub(" ", _SHORTCODE.sub("", text))
    text = _CONNECTORS.sub(" ", " ".join(map(drop_references, text.split())))
    return len(_PUNCTUATION.sub("", text).split())


BLOCK = core_block("core/post-time-to-read", render_time_to_read)
