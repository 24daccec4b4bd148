"""Footnotes: the notes are in the post's meta, as JSON; the text only points at them."""

import json
from collections.abc import Iterator
from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.facts import PostMetaNeed
from copydesk.text.fields import clean_key
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import POST
from copydesk.text.rendering import Rendering

_META_KEY = "footnotes"


def render_footnotes(block: Block, html: str, rendering: Rendering) -> str:
    post = rendering.post
    if post is None or post.password_required:
        return ""
    values = rendering.facts.ask(PostMetaNeed(post.id, _META_KEY))
    notes = "".join(_items(_parse(values[0]) if values else []))
    return f"<ol {wrapper_attributes(block, rendering)}>{notes}</ol>" if notes else ""


def _parse(text: str) -> list[Any]:
    try:
        notes = json.loads(text)
    except ValueError:
        return []
    return notes if isinstance(notes, list) else []


def _items(notes: list[Any]) -> Iterator[str]:
    for number, note in enumerate(notes, 1):
        if not isinstance(note, dict):
            continue
        name, content = clean_key(str(note.get("id", ""))), clean_html(str(note.get("content", "")), POST)
        label = f"Jump to footnote reference {number}"
        yield f'<li id="{name}">{content} <a href="#{name}-link" aria-label="{label}">↩︎</a></li>'


FOOTNOTES = core_block("core/footnotes", render_footnotes)
