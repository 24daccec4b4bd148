"""Shapes: a height or a ratio of the sides, and what each unsets of the other."""

from copydesk.text.blocks.supports.background import append_style
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group
from copydesk.text.blocks.supports.values import css_value, support
from copydesk.text.css import filter_css


def add_aspect_ratio(shown: Shown, html: str) -> str:
    if not support(shown.supports, "dimensions", "aspectRatio"):
        return html
    dimensions = style_group(shown.attrs, "dimensions")
    ratio = css_value(dimensions.get("aspectRatio"))
    ratio = filter_css(f"aspect-ratio:{ratio}") if ratio else ""
    if ratio:
        declarations, classes = f"{ratio};height:unset;min-height:unset", ["has-aspect-ratio"]
    elif shown.attrs.get("minHeight") or dimensions.get("minHeight"):
        declarations, classes = "aspect-ratio:unset", []
    else:
        return html
    html = append_style(html, declarations)
    return add_classes(html, find_tag(html), classes)
