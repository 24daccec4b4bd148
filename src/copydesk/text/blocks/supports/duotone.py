"""Pictures in two colours: a class for the theme's filters by name, for others by colours and number."""

import re

from copydesk.text.blocks.attributes import unique_id
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group
from copydesk.text.blocks.supports.values import support

_PRESET = "var:preset|duotone|"
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def add_duotone(shown: Shown, html: str) -> str:
    if not support(shown.supports, "filter", "duotone"):
        return html
    duotone = style_group(shown.attrs, "color").get("duotone")
    if not duotone:
        return html
    tag = find_tag(html)
    if isinstance(duotone, str) and duotone.startswith(_PRESET):
        return add_classes(html, tag, [f"wp-duotone-{duotone[len(_PRESET) :]}"])
    colors = duotone if isinstance(duotone, list) else [duotone]
    named = "-".join(_NOT_IN_NAMES.sub("", str(color).lower()) for color in colors)
    return add_classes(html, tag, [unique_id(shown.rendering, f"wp-duotone-{named}-")])
