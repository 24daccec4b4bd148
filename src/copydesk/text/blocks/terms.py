"""core/term-template and the blocks inside it: name, count and description of a term."""

from collections.abc import Mapping
from typing import Any

from copydesk.text.blocks.around import block_context, term_around
from copydesk.text.blocks.attributes import is_set, members, numbers_of, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import TaxonomyNeed, TermsNeed
from copydesk.text.blocks.own_classes import text_align
from copydesk.text.blocks.post_title import heading_tag
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.blocks.turns import render_turn
from copydesk.text.facts import TermFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_BRACKETS = {"round": "({})", "square": "[{}]", "curly": "{{{}}}", "angle": "&lt;{}&gt;"}


def render_template(block: Block, _html: str, rendering: Rendering) -> str:
    query = members(rendering.context.get("termQuery"))
    taxonomy = rendering.facts.ask(TaxonomyNeed(words_of(query.get("taxonomy")))) if query else None
    if taxonomy is None:
        return ""
    need = _need(query, taxonomy.name, hierarchical=taxonomy.hierarchical)
    terms = rendering.facts.ask(need)
    if not terms:
        return ""
    items = "".join(_item(block, term, rendering) for term in terms)
    return f"<ul {wrapper_attributes(block, rendering)}>{items}</ul>"


def _need(query: Mapping[str, Any], taxonomy: str, *, hierarchical: bool) -> TermsNeed:
    """Terms that are listed by id come in that order. Without any order, the newest come first."""
    only = numbers_of(query.get("include"))
    nested = is_set(query.get("showNested")) or not hierarchical or bool(only)
    return TermsNeed(
        taxonomy,
        order_by="include" if only else words_of(query.get("orderBy")) or "id",
        ascending=bool(only) or words_of(query.get("order")).lower() == "asc",
        number=whole_number(query.get("perPage")),
        parent=None if nested else 0,
        only=only,
        hide_empty=is_set(query.get("hideEmpty", True)),
    )


def _item(block: Block, term: TermFacts, rendering: Rendering) -> str:
    with block_context(rendering, {"termId": term.id, "taxonomy": term.taxonomy}):
        html = render_turn(block, rendering)
    classes = f"wp-block-term term-{term.id} {term.taxonomy} taxonomy-{term.taxonomy}"
    return f'<li class="{classes}">{html}</li>'


def render_name(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    term = term_around(rendering)
    if term is None:
        return ""
    name = f'<a href="{escape_url(term.link)}">{term.name}</a>' if is_set(attrs["isLink"]) else term.name
    tag = heading_tag(attrs["level"], 0)
    return f"<{tag} {wrapper_attributes(block, rendering, text_align(attrs))}>{name}</{tag}>"


def render_count(block: Block, _html: str, rendering: Rendering) -> str:
    term = term_around(rendering)
    if term is None:
        return ""
    count = _BRACKETS.get(words_of((block.attrs or {})["bracketType"]), "{}").format(term.count)
    return f"<div {wrapper_attributes(block, rendering)}>{count}</div>"


def render_description(block: Block, _html: str, rendering: Rendering) -> str:
    term = term_around(rendering)
    if term is None or not term.description:
        return ""
    wrapper = wrapper_attributes(block, rendering, text_align(block.attrs or {}))
    return f"<div {wrapper}>{term.description}</div>"


BLOCKS = (
    core_block("core/term-template", render_template, skip_inner_blocks=True),
    core_block("core/term-name", render_name),
    core_block("core/term-count", render_count),
    core_block("core/term-description", render_description),
)
