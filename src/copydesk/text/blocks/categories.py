"""core/categories: the terms of a taxonomy, as a list or a drop-down."""

from copydesk.text.blocks.attributes import is_set, numbered_id, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.dropdown_script import dropdown_script
from copydesk.text.blocks.needs import TaxonomyFacts, TaxonomyNeed, TermsNeed
from copydesk.text.blocks.query_links import FOLLOW_IN_PLACE
from copydesk.text.blocks.shown import clean_markup, list_name
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.blocks.term_tree import terms_by_tree
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import TermFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_categories(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    select_id = numbered_id(rendering, "wp-block-categories-")
    taxonomy = rendering.facts.ask(TaxonomyNeed(words_of(attrs["taxonomy"])))
    if taxonomy is None:
        return ""
    terms = rendering.facts.ask(_need(block, taxonomy)) or ()
    kind = "dropdown" if is_set(attrs["displayAsDropdown"]) else "list"
    classes = f"wp-block-categories-{kind} wp-block-categories-taxonomy-{taxonomy.name}"
    wrapper = wrapper_attributes(block, rendering, [classes])
    if kind == "dropdown":
        script = dropdown_script("categories", select_id, rendering.facts.site.home)
        return f"<div {wrapper}>{_dropdown(block, taxonomy, terms, select_id)}{script}\n</div>"
    return f"<ul {wrapper}>{_list(block, taxonomy, terms, rendering)}</ul>"


def _need(block: Block, taxonomy: TaxonomyFacts) -> TermsNeed:
    attrs = block.attrs or {}
    only_top = is_set(attrs["showOnlyTopLevel"]) and taxonomy.hierarchical
    nested = is_set(attrs["showHierarchy"]) and taxonomy.hierarchical and not only_top
    return TermsNeed(
        taxonomy.name,
        parent=0 if only_top else None,
        hide_empty=not is_set(attrs["showEmpty"]),
        nested=nested,
        padded=nested and is_set(attrs["showPostCounts"]),
    )


def _list(block: Block, taxonomy: TaxonomyFacts, terms: tuple[TermFacts, ...], rendering: Rendering) -> str:
    attrs = block.attrs or {}
    if not terms:
        return f'<li class="cat-item-none">No {taxonomy.label.lower()}</li>'
    counts = is_set(attrs["showPostCounts"])
    follow = FOLLOW_IN_PLACE if is_set(rendering.context.get("enhancedPagination")) else ""
    tree = terms_by_tree(terms) if is_set(attrs["showHierarchy"]) else [(term, 0) for term in terms]
    next_depths = [*(depth for _, depth in tree[1:]), 0]
    return "".join(
        _item(term, follow, counts=counts) + _after_item(depth, next_depth)
        for (term, depth), next_depth in zip(tree, next_depths, strict=True)
    )


def _item(term: TermFacts, follow: str, *, counts: bool) -> str:
    count = f" ({term.count})" if counts else ""
    name = list_name(term)
    return (
        f'\t<li class="cat-item cat-item-{term.id}">'
        f'<a{follow} href="{escape_url(term.link)}">{name}</a>{count}\n'
    )


def _after_item(depth: int, next_depth: int) -> str:
    """Opens the list below an item, or ends the item and the lists that end with it."""
    if next_depth > depth:
        return "\t" * depth + "<ul class='children'>\n"
    ends = ["\t" * level + "</ul>\n</li>\n" for level in range(depth - 1, next_depth - 1, -1)]
    return "</li>\n" + "".join(ends)


def _dropdown(block: Block, taxonomy: TaxonomyFacts, terms: tuple[TermFacts, ...], select_id: str) -> str:
    attrs = block.attrs or {}
    hidden = "" if is_set(attrs["showLabel"]) else " screen-reader-text"
    label = clean_markup(words_of(attrs.get("label"))) or taxonomy.label
    tree = terms_by_tree(terms) if is_set(attrs["showHierarchy"]) else [(term, 0) for term in terms]
    counts = is_set(attrs["showPostCounts"])
    options = "".join(_option(term, depth, counts=counts) for term, depth in tree)
    return (
        f'<label class="wp-block-categories__label{hidden}" for="{select_id}">{label}</label>'
        f"<select  name='{taxonomy.query_var or taxonomy.name}' id='{select_id}' class='postform'>\n"
        f"\t<option value='-1'>Select {taxonomy.singular}</option>\n{options}</select>"
    )


def _option(term: TermFacts, depth: int, *, counts: bool) -> str:
    count = f"&nbsp;&nbsp;({term.count})" if counts else ""
    indent = "&nbsp;" * 3 * depth
    value = escape_attribute(term.slug)
    return f'\t<option class="level-{depth}" value="{value}">{indent}{list_name(term)}{count}</option>\n'


BLOCK = core_block("core/categories", render_categories)
