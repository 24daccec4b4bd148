"""core/social-link: a service's drawing, linked to a page there."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from copydesk.text.blocks.attributes import is_set, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.social_rules import DRAWINGS, NAMES
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.emails import is_email
from copydesk.text.escape import escape_attribute, escape_html
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_social_link(block: Block, _html: str, rendering: Rendering) -> str:
    attrs, context = block.attrs or {}, rendering.context
    url = words_of(attrs.get("url"))
    if not url:
        return ""
    service = words_of(attrs.get("service")) or "Icon"
    label = words_of(attrs.get("label")) or NAMES.get(service, "")
    hidden = "" if is_set(context.get("showLabels")) else " screen-reader-text"
    wrapper = wrapper_attributes(
        block,
        rendering,
        ["wp-social-link", f"wp-social-link-{service}", *_color_classes(context)],
        style=_style(context),
    )
    return (
        f'<li {wrapper}><a {_link_attributes(attrs, context)}href="{escape_url(_address(url))}" '
        f'class="wp-block-social-link-anchor">{DRAWINGS.get(service, DRAWINGS["share"])}'
        f'<span class="wp-block-social-link-label{hidden}">{escape_html(label)}</span></a></li>'
    )


def _address(url: str) -> str:
    """A mail address becomes a link to write to it, a bare host an address."""
    if is_email(url):
        return f"mailto:{url}"
    try:
        has_scheme = bool(urlsplit(url).scheme)
    except ValueError:
        has_scheme = True
    return url if has_scheme or url.startswith(("//", "#", "/", "?")) else f"https://{url}"


def _link_attributes(attrs: Mapping[str, Any], context: Mapping[str, Any]) -> str:
    rel = words_of(attrs.get("rel"))
    if is_set(context.get("openInNewTab")):
        return f'rel="{escape_attribute(f"{rel} noopener nofollow".strip())}" target="_blank" '
    return f'rel="{escape_attribute(rel.strip())}" ' if rel else ""


def _color_classes(context: Mapping[str, Any]) -> list[str]:
    color, background = words_of(context.get("iconColor")), words_of(context.get("iconBackgroundColor"))
    return [
        *([f"has-{color}-color"] if color else []),
        *([f"has-{background}-background-color"] if background else []),
    ]


def _style(context: Mapping[str, Any]) -> str:
    color = words_of(context.get("iconColorValue"))
    background = words_of(context.get("iconBackgroundColorValue"))
    declarations = [
        *([f"color:{color}"] if color else []),
        *([f"background-color:{background}"] if background else []),
    ]
    return ";".join(declarations)


BLOCK = core_block("core/social-link", render_social_link)
