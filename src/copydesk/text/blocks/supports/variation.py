"""Styles that the theme defines for a block (an outlined button): a numbered class besides the saved one."""

from copydesk.text.blocks.attributes import unique_id
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.blocks.supports.shown import Shown

_PREFIX = "is-style-"


def add_variation(shown: Shown, html: str) -> str:
    given = shown.attrs.get("className")
    if not isinstance(given, str) or _PREFIX not in given:
        return html
    defined = shown.rendering.facts.site.theme.style_variations.get(shown.block.name or "", ())
    for name in given.split():
        if name.startswith(_PREFIX) and name[len(_PREFIX) :] in defined:
            return add_classes(html, find_tag(html), [unique_id(shown.rendering, f"{name}--")])
    return html
