"""Blocks that are not shown at all, or not on some screens."""

from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag, find_tags, set_attributes
from copydesk.text.blocks.supports.shown import Shown

_SCREENS = ("mobile", "tablet", "desktop")


def hide(shown: Shown, html: str) -> str:
    visibility = _visibility(shown)
    if visibility is False:
        return ""
    screens = visibility.get("viewport") if isinstance(visibility, dict) else None
    if (
        shown.supports.get("visibility") is False
        or not isinstance(screens, dict)
        or (tag := find_tag(html)) is None
    ):
        return html
    classes = [f"wp-block-hidden-{screen}" for screen in _SCREENS if screens.get(screen) is False]
    return _let_images_wait(add_classes(html, tag, classes)) if classes else html


def _let_images_wait(html: str) -> str:
    """What may not be seen must not be fetched first."""
    for tag in reversed([tag for tag in find_tags(html) if tag.name == "img"]):
        html = set_attributes(html, tag, {"fetchpriority": "auto"})
    return html


def _visibility(shown: Shown) -> object:
    metadata = shown.attrs.get("metadata")
    return metadata.get("blockVisibility") if isinstance(metadata, dict) else None
