"""Font sizes saved in a block's html, made to shrink with the screen where the theme does that."""

import re

from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group
from copydesk.text.blocks.supports.values import fluid_size, support


def make_font_size_fluid(shown: Shown, html: str) -> str:
    if not support(shown.supports, "typography", "fontSize"):
        return html
    size = style_group(shown.attrs, "typography").get("fontSize")
    fluid = fluid_size(size, shown.rendering.facts.site.theme.wide_px) if size else None
    if not fluid or not isinstance(size, str) or fluid == size:
        return html
    return re.sub(r"font-size\s*:\s*" + re.escape(size) + r"\s*;?", f"font-size:{fluid};", html, count=1)
