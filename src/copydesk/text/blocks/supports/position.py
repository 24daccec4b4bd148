"""Containers that stay in sight when the page is scrolled."""

from copydesk.text.blocks.attributes import unique_id
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group

_STAYING = ("sticky", "fixed")


def add_position(shown: Shown, html: str) -> str:
    supported = shown.supports.get("position")
    kind = style_group(shown.attrs, "position").get("type") if supported else None
    if kind not in _STAYING or not isinstance(supported, dict) or not supported.get(kind):
        return html
    classes = [unique_id(shown.rendering, "wp-container-"), f"is-position-{kind}"]
    return add_classes(html, find_tag(html), classes)
