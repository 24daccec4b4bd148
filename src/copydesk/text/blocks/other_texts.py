"""core/block, core/pattern, core/template-part: blocks that are kept elsewhere and shown here."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from copydesk.text.blocks.around import fresh_context
from copydesk.text.blocks.attributes import members, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.budget import may_show, pay
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.loop import render_parsed
from copydesk.text.blocks.needs import PatternNeed, TemplatePartNeed
from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.facts import PostNeed
from copydesk.text.rendering import Rendering

_NO_CONTEXT: Mapping[str, Any] = MappingProxyType({})
_AREA_TAGS = {"header": "header", "footer": "footer", "sidebar": "aside"}


def render_reusable_block(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    ref = whole_number(attrs.get("ref"))
    post = rendering.facts.ask(PostNeed(ref)) if ref else None
    if post is None or post.type != "wp_block" or post.status != "publish" or post.has_password:
        return ""
    if post.id in rendering.open_posts:
        return ""
    around = rendering.open_posts
    rendering.open_posts = (*around, post.id)
    try:
        return _render(post.content, rendering, {"pattern/overrides": members(attrs["content"])})
    finally:
        rendering.open_posts = around


def render_pattern(block: Block, _html: str, rendering: Rendering) -> str:
    slug = words_of((block.attrs or {}).get("slug"))
    content = rendering.facts.ask(PatternNeed(slug)) if slug else None
    if not content:
        return ""
    with _inside(f"pattern {slug}", rendering) as is_new:
        return _render(content, rendering) if is_new else ""


def render_template_part(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    slug = words_of(attrs.get("slug"))
    theme = words_of(attrs.get("theme")) or rendering.facts.site.options.get("stylesheet", "")
    part = rendering.facts.ask(TemplatePartNeed(theme, slug)) if slug else None
    if part is None:
        return ""
    with _inside(f"template part {part.id}", rendering) as is_new:
        html = _render(part.content, rendering) if is_new else ""
    tag = words_of(attrs.get("tagName")) or _AREA_TAGS.get(part.area, "div")
    return f"<{tag} {wrapper_attributes(block, rendering)}>{html}</{tag}>"


def _render(content: str, rendering: Rendering, context: Mapping[str, Any] = _NO_CONTEXT) -> str:
    if not may_show(rendering):
        return ""
    blocks = parse_blocks(content)
    with fresh_context(rendering, context):
        return pay(render_parsed(blocks, rendering), len(blocks), rendering)


@contextmanager
def _inside(name: str, rendering: Rendering) -> Iterator[bool]:
    """Whether this is not inside itself already."""
    key = f"inside {name}"
    is_new = not rendering.counters[key]
    rendering.counters[key] += 1
    try:
        yield is_new
    finally:
        rendering.counters[key] -= 1


BLOCKS = (
    core_block("core/block", render_reusable_block, skip_inner_blocks=True),
    core_block("core/pattern", render_pattern, skip_inner_blocks=True),
    core_block("core/template-part", render_template_part, skip_inner_blocks=True),
)
