"""Blocks that are not shown at all, or not on some screens."""

from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.blocks.supports.shown import Shown

_SCREENS = ("mobile", "tablet", "desktop")


def hide(shown: Shown, html: str) -> str:
    visibility = _visibility(shown)
    if visibility is None or shown.supports.get("visibility") is False:
        return html
    if visibility is False:
        return ""
    screens = visibility.get("viewport") if isinstance(visibility, dict) else None
    if not isinstance(screens, dict) or (tag := find_tag(html)) is None:
        return html
    hidden = [f"wp-block-hidden-{screen}" for screen in _SCREENS if screens.get(screen) is False]
    return add_classes(html, tag, hidden)


def _visibility(shown: Shown) -> object:
    metadata = shown.attrs.get("metadata")
    return metadata.get("blockVisibility") if isinstance(metadata, dict) else None
