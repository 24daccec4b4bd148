"""A block's own place in the container around it: a hashed class for its size or its cells."""

from collections.abc import Mapping
from typing import Any

from copydesk.text.blocks.supports.names import hashed_name
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group

_OWN = ("selfStretch", "flexSize", "columnStart", "columnSpan", "rowStart", "rowSpan")
_OF_PARENT = ("minimumColumnWidth", "columnCount")


def add_placement(shown: Shown, html: str) -> str:
    layout = style_group(shown.attrs, "layout")
    if not layout or not _has_rules(layout):
        return html
    parent = (shown.parent.attrs or {}).get("layout") if shown.parent else None
    parent = parent if isinstance(parent, dict) else {}
    values = {
        "layout": {key: value for key, value in layout.items() if key in _OWN},
        "parentLayout": {key: value for key, value in parent.items() if key in _OF_PARENT},
    }
    return add_classes(html, find_tag(html), [hashed_name("wp-container-content-", values)])


def _has_rules(layout: Mapping[str, Any]) -> bool:
    if layout.get("selfStretch") == "fill":
        return True
    if layout.get("selfStretch") == "fixed" and layout.get("flexSize"):
        return True
    return any(layout.get(key) for key in ("columnStart", "columnSpan", "rowStart", "rowSpan"))
