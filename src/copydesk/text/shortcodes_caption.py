"""`[caption]`: a picture with words below it.

Once the words were an attribute, now they follow the picture inside the shortcode. Without words, or
without a width, only the picture remains.
"""

import re

from copydesk.text.ascii import strip
from copydesk.text.escape import escape_attribute
from copydesk.text.fields import clean_class
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import Attributes
from copydesk.text.shortcode_values import leading_int
from copydesk.text.shortcodes import run_shortcodes

_IMAGE = re.compile(r"<img [^>]+>", re.IGNORECASE)
_LINK_END = re.compile(r"\s*</a>", re.IGNORECASE | re.ASCII)
_LINK_START = re.compile(r"<a [^>]+>\s*\Z", re.IGNORECASE | re.ASCII)


def run_caption(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    picture, words = _split_picture(content or "")
    if "caption" in attributes:
        picture, words = content or "", attributes["caption"]
    width = leading_int(attributes.get("width", ""))
    if width < 1 or words in ("", "0"):
        return picture
    own_id = _unique(clean_class(attributes.get("id", "")), rendering)
    words_id = clean_class(attributes.get("caption_id", ""))
    if own_id and not words_id:
        words_id = "caption-" + own_id.replace("_", "-")
    align = attributes.get("align", "alignnone")
    names = strip(f"wp-caption {align} {attributes.get('class', '')}")
    return (
        f"<figure {_attribute('id', own_id)}{_attribute('aria-describedby', words_id)}"
        f'style="width: {width}px" class="{escape_attribute(names)}">{run_shortcodes(picture, rendering)}'
        f'<figcaption {_attribute("id", words_id)}class="wp-caption-text">{words}</figcaption></figure>'
    )


def _unique(own_id: str, rendering: Rendering) -> str:
    """A picture shown twice has its id once, then with a number (WP 7.1: `attachment_5-2`)."""
    name = f"caption {own_id}"
    rendering.counters[name] += 1
    number = rendering.counters[name]
    return f"{own_id}-{number}" if own_id and number > 1 else own_id


def _attribute(name: str, value: str) -> str:
    return f'{name}="{escape_attribute(value)}" ' if value else ""


def _split_picture(content: str) -> tuple[str, str]:
    """The first picture with the link around it, and the words behind; what stands before it is lost."""
    picture = _IMAGE.search(content, 0, content.rfind(">") + 1)
    if picture is None:
        return content, ""
    before = content[: picture.start()]
    last_tag = before.rfind(">", 0, max(before.rfind(">"), 0)) + 1
    link = _LINK_START.search(before, last_tag)
    closing = _LINK_END.match(content, picture.end())
    end = closing.end() if closing else picture.end()
    return content[link.start() if link else picture.start() : end], strip(content[end:])
