"""CSS that writers may put into blocks and into the site's styles only when they may write any markup.

Such CSS ends up in a style sheet for the whole page, where it could cover the page with something else or
load from elsewhere. It is taken out before the text is cleaned.
"""

import json
from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.serialize import serialize_blocks
from copydesk.text.json_spelling import spell

_SITE_STYLES = "isGlobalStylesUserThemeJSON"


def drop_block_css(content: str) -> str:
    """Content without the `css` of its blocks' styles."""
    if '"css"' not in content or "<!-- wp:" not in content:
        return content
    blocks = parse_blocks(content)
    waiting = list(blocks)
    found = False
    while waiting:
        block = waiting.pop()
        found |= _drop_css_of(block)
        waiting.extend(block.inner_blocks)
    return serialize_blocks(blocks) if found else content


def drop_site_css(content: str) -> str:
    """The document of the site's styles without any `css` in it; other texts stay."""
    if _SITE_STYLES not in content or '"css"' not in content:
        return content
    try:
        styles = json.loads(content)
        if not isinstance(styles, dict) or not styles.get(_SITE_STYLES):
            return content
        _drop_css_within(styles)
        return spell(styles)
    except (ValueError, RecursionError):  # nobody can read it, so nobody will apply it
        return content


def _drop_css_within(styles: dict[str, Any]) -> None:
    waiting: list[Any] = [styles]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            value.pop("css", None)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _drop_css_of(block: Block) -> bool:
    attrs = block.attrs or {}
    style = attrs.get("style")
    if not isinstance(style, dict) or "css" not in style:
        return False
    del style["css"]
    if not style:
        del attrs["style"]
    return True
