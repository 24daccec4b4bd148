"""core/search: the search form."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.text.blocks.attributes import is_set, members, unique_id, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.search_rules import ICON, OPENING_BUTTON, OPENING_FIELD, OPENING_FORM
from copydesk.text.blocks.search_styles import Part, search_looks
from copydesk.text.blocks.shown import clean_markup
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.rendering import Rendering
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.urls import escape_url


def render_search(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    field_id = unique_id(rendering, "wp-block-search__input-")
    looks = search_looks(attrs, rendering.facts.site.theme.wide_px)
    opening = attrs["buttonPosition"] == "button-only"
    wrapper = wrapper_attributes(block, rendering, _form_classes(attrs))
    button = "" if attrs["buttonPosition"] == "no-button" else _button(attrs, looks.button, opening=opening)
    return (
        f'<form role="search" method="get" action="{escape_url(rendering.facts.site.home + "/")}" '
        f"{wrapper} {OPENING_FORM.format(field_id=field_id) if opening else ''}>"
        f"{_label(attrs, looks.label, field_id)}"
        f'<div class="{_names("inside-wrapper", looks.box)}" {looks.box.style}>'
        f"{_field(attrs, looks.field, field_id, opening=opening)}{_hidden_fields(attrs)}{button}</div></form>"
    )


def _names(element: str, part: Part, *more: str) -> str:
    return " ".join((f"wp-block-search__{element}", *part.classes, *more))


def _form_classes(attrs: Mapping[str, Any]) -> Iterator[str]:
    position = words_of(attrs["buttonPosition"])
    if position:
        yield f"wp-block-search__{position}"
    if position == "button-only":
        yield "wp-block-search__searchfield-hidden"
    if position != "no-button":
        kind = "icon" if is_set(attrs["buttonUseIcon"]) else "text"
        yield f"wp-block-search__{kind}-button"


def _label(attrs: Mapping[str, Any], part: Part, field_id: str) -> str:
    hidden = [] if is_set(attrs["showLabel"]) else ["screen-reader-text"]
    text = clean_markup(words_of(attrs.get("label"))) or "Search"
    return f'<label class="{_names("label", part, *hidden)}" for="{field_id}" {part.style}>{text}</label>'


def _field(attrs: Mapping[str, Any], part: Part, field_id: str, *, opening: bool) -> str:
    placeholder = f'placeholder="{escape_attribute(words_of(attrs["placeholder"]))}"'
    hidden, bound, gap = ('aria-hidden="true" ', f" {OPENING_FIELD}", " ") if opening else ("", "", "")
    return (
        f'<input {hidden}class="{_names("input", part)}"{bound} id="{field_id}" {placeholder}{gap} '
        f'value="" type="search" name="s" required {part.style}/>'
    )


def _hidden_fields(attrs: Mapping[str, Any]) -> str:
    """What the search is narrowed to, a post type for example."""
    return "".join(
        f'<input type="hidden" name="{escape_attribute(name)}" value="{escape_attribute(words_of(value))}" />'
        for name, value in members(attrs["query"]).items()
    )


def _button(attrs: Mapping[str, Any], part: Part, *, opening: bool) -> str:
    text = clean_markup(words_of(attrs.get("buttonText"))) or "Search"
    icon = ["has-icon"] if is_set(attrs["buttonUseIcon"]) else []
    names = _names("button", part, *icon, "wp-element-button")
    content = ICON if icon else text
    if opening:
        directives = f'aria-expanded="false"  class="{names}" {OPENING_BUTTON}'
        return f"<button  {directives} {part.style}>{content}</button>"
    label = escape_attribute(strip_all_tags(text))
    return f'<button aria-label="{label}" class="{names}" type="submit" {part.style}>{content}</button>'


BLOCK = core_block("core/search", render_search)
