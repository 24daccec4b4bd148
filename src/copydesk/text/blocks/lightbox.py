"""Pictures that can be enlarged: attributes for the page's script, and the button."""

import hashlib
import re
from typing import Any

from copydesk.text.blocks.lightbox_rules import IMAGE_DIRECTIVES, LIGHTBOX_BUTTON
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag, set_attributes
from copydesk.text.json_spelling import spell
from copydesk.text.rendering import Rendering

_IMAGE = re.compile(r"<img[^>]+>")


def has_lightbox(attrs: dict[str, Any]) -> bool:
    """A picture that is a link already cannot be enlarged."""
    lightbox = attrs.get("lightbox")
    enabled = isinstance(lightbox, dict) and bool(lightbox.get("enabled"))
    return enabled and attrs.get("linkDestination", "none") == "none"


def page_id(rendering: Rendering, html: str) -> str:
    """13 hexadecimal digits, as PHP's uniqid() gives, but the same whenever the text is rendered."""
    rendering.counters["page ids"] += 1
    seed = f"{rendering.counters['page ids']} {html}"
    return hashlib.md5(seed.encode(errors="replace"), usedforsecurity=False).hexdigest()[:13]


def add_lightbox(html: str, rendering: Rendering) -> str:
    name = page_id(rendering, html)
    html = set_attributes(html, find_tag(html, "img"), IMAGE_DIRECTIVES)
    figure = find_tag(html, "figure")
    html = add_classes(html, figure, ["wp-lightbox-container"])
    values = {
        "data-wp-context": spell({"imageId": name}),
        "data-wp-interactive": "core/image",
        "data-wp-key": name,
    }
    html = set_attributes(html, figure, values)
    return _IMAGE.sub(lambda found: found[0] + LIGHTBOX_BUTTON, html, count=1)
