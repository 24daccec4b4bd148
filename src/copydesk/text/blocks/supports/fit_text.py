"""Texts as large as their place allows: the page's script sets the size."""

from copydesk.text.blocks.supports.opening_tag import Attributes, find_tag, set_attributes
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.values import support

_DIRECTIVES: Attributes = {
    "data-wp-context---core-fit-text": 'core/fit-text::{"fontSize":""}',
    "data-wp-init---core-fit-text": "core/fit-text::callbacks.init",
    "data-wp-interactive": True,
    "data-wp-style--font-size": "core/fit-text::context.fontSize",
}


def fit_text(shown: Shown, html: str) -> str:
    if not shown.attrs.get("fitText") or not support(shown.supports, "typography", "fitText"):
        return html
    return set_attributes(html, find_tag(html), _DIRECTIVES)
