"""Blocks that are not shown at all, or not on some screens."""

import re

from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag, set_attributes_of_all
from copydesk.text.blocks.supports.shown import Shown

_IMAGE_OR_RAW = re.compile(
    r"(?P<image><img(?=[\s/>]))|<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea)\b.*?(?:</(?P=raw)|\Z)",
    re.DOTALL,
)
_SCREENS = ("mobile", "tablet", "desktop")


def hide(shown: Shown, html: str) -> str:
    visibility = _visibility(shown)
    if visibility is False:
        return ""
    screens = visibility.get("viewport") if isinstance(visibility, dict) else None
    if not isinstance(screens, dict) or shown.supports.get("visibility") is False:
        return html
    classes = [f"wp-block-hidden-{screen}" for screen in _SCREENS if screens.get(screen) is False]
    return _let_images_wait(add_classes(html, find_tag(html), classes)) if classes else html


def _let_images_wait(html: str) -> str:
    """What may not be seen must not be fetched first."""
    if "<img" not in html:
        return html
    waiting = [
        (tag, {"fetchpriority": "auto"})
        for found in _IMAGE_OR_RAW.finditer(html)
        if found["image"] and (tag := find_tag(html, start=found.start()))
        if "fetchpriority=" not in html[tag.start : tag.end]
    ]
    return set_attributes_of_all(html, waiting)


def _visibility(shown: Shown) -> object:
    metadata = shown.attrs.get("metadata")
    return metadata.get("blockVisibility") if isinstance(metadata, dict) else None
