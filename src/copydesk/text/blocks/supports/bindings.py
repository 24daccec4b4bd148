"""Parts of a saved block bound to something else: a date of the post, its meta, an override of a pattern."""

import re
from collections.abc import Mapping
from typing import Any

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.supports.opening_tag import OpeningTag, first_of, set_attributes
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.dates import format_stored_date
from copydesk.text.facts import PublicMetaNeed
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import POST

# Which part of the html an attribute is: elements that hold it, and their attribute; "" is their content.
_PARTS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "core/paragraph": {"content": ("p", "")},
    "core/heading": {"content": ("h1 h2 h3 h4 h5 h6", "")},
    "core/button": {
        "url": ("a", "href"),
        "text": ("a button", ""),
        "linkTarget": ("a", "target"),
        "rel": ("a", "rel"),
    },
    "core/image": {
        "url": ("img", "src"),
        "alt": ("img", "alt"),
        "title": ("img", "title"),
        "caption": ("figcaption", ""),
    },
}
_ANY = "__default"


def bind(shown: Shown, html: str) -> str:
    parts = _PARTS.get(shown.block.name or "")
    metadata = shown.attrs.get("metadata") if parts else None
    bindings = metadata.get("bindings") if isinstance(metadata, dict) else None
    if not parts or not isinstance(bindings, dict):
        return html
    for attribute, (elements, name) in parts.items():
        binding = bindings.get(attribute, bindings.get(_ANY))
        value = _value(shown, binding, attribute) if isinstance(binding, dict) else None
        tag = first_of(html, elements.split()) if value is not None else None
        if tag is not None and value is not None:
            html = set_attributes(html, tag, {name: value}) if name else _replace_content(html, tag, value)
    return html


def _replace_content(html: str, tag: OpeningTag, value: str) -> str:
    end = re.compile(f"</{tag.name}", re.IGNORECASE).search(html, tag.end)
    return html[: tag.end] + clean_html(value, POST) + html[end.start() :] if end else html


def _value(shown: Shown, binding: Mapping[str, Any], attribute: str) -> str | None:
    source = binding.get("source")
    args = binding.get("args")
    args = args if isinstance(args, dict) else {}
    if source == "core/pattern-overrides":
        return _override(shown, attribute)
    post = post_around(shown.rendering)
    if post is None:
        return None
    if source == "core/post-data":
        field = args.get("field") or args.get("key")
        stored = {"date": post.date, "modified": post.modified}.get(str(field))
        zone = shown.rendering.facts.site.timezone
        return format_stored_date("c", stored, zone) if stored else post.link if field == "link" else None
    if source == "core/post-meta":
        return shown.rendering.facts.ask(PublicMetaNeed(post.id, str(args.get("key", ""))))
    return None


def _override(shown: Shown, attribute: str) -> str | None:
    """What the page around says for a block of the pattern, by the name the block has in it."""
    overrides = shown.rendering.context.get("pattern/overrides")
    metadata = shown.attrs.get("metadata")
    name = metadata.get("name") if isinstance(metadata, dict) else None
    of_block = overrides.get(name) if isinstance(overrides, dict) else None
    value = of_block.get(attribute) if isinstance(of_block, dict) else None
    return value if isinstance(value, str) else None
