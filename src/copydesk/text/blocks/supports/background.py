"""A picture behind a block."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.text.blocks.supports.opening_tag import (
    add_classes,
    find_tag,
    read_attributes,
    set_attributes,
)
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group
from copydesk.text.blocks.supports.values import css_value, is_serialized, support
from copydesk.text.css import filter_css

_AFTER_IMAGE = (
    ("backgroundPosition", "background-position"),
    ("backgroundRepeat", "background-repeat"),
    ("backgroundSize", "background-size"),
    ("backgroundAttachment", "background-attachment"),
)


def add_background(shown: Shown, html: str) -> str:
    background = style_group(shown.attrs, "background")
    if not background or not support(shown.supports, "background", "backgroundImage"):
        return html
    declarations = ";".join(filter(None, map(filter_css, _declarations(background))))
    if not declarations or not is_serialized(shown.supports, "background"):
        return html
    html = append_style(html, declarations)
    return add_classes(html, find_tag(html), ["has-background"])


def append_style(html: str, declarations: str) -> str:
    """More at the end of the first tag's style."""
    tag = find_tag(html)
    style = read_attributes(html, tag).get("style", "") if tag else ""
    if style and not style.rstrip().endswith(";"):
        style += ";"
    return set_attributes(html, tag, {"style": f"{style}{declarations};"})


def _declarations(background: Mapping[str, Any]) -> Iterator[str]:
    image = background.get("backgroundImage")
    url = image.get("url") if isinstance(image, dict) else image
    if not isinstance(url, str) or not url:
        return
    yield f"background-image:url('{url}')" if isinstance(image, dict) else f"background-image:{url}"
    size = background.get("backgroundSize") or "cover"
    values = {**background, "backgroundSize": size}
    if size == "contain":
        values["backgroundPosition"] = background.get("backgroundPosition") or "50% 50%"
    for key, name in _AFTER_IMAGE:
        if value := css_value(values.get(key)):
            yield f"{name}:{value}"
