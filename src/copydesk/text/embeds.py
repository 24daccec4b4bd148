"""Addresses that show what they lead to: `[embed]`, and an address alone on its line.

This runs before everything else, so the line is a line of what the author typed. Sounds and films become
the shortcode of their player, which a later step runs; YouTube's older addresses become today's. What other
sites' pages show as (oEmbed) has to be asked from them: the caller answers `EmbedNeed` with what was learned
before, or None. Then a lone address stays as it is, and `[embed]` becomes a link.

WordPress keeps what it learned in the post's meta, under `_oembed_` and `embed_key`; `{{unknown}}` there says
that the other site had nothing to show, which is None here. For a post of the site itself the answer is made
by post_embeds.py.
"""

import hashlib
import re

from copydesk.text.escape import escape_html
from copydesk.text.facts import EmbedNeed
from copydesk.text.percent import encode_query
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import Attributes
from copydesk.text.shortcode_values import leading_int
from copydesk.text.shortcodes import run_some
from copydesk.text.tags import MARKUP
from copydesk.text.urls import escape_url
from copydesk.text.utf8 import to_bytes

# The room a page without a width of its own offers; it is part of the key.
_WIDTH, _HEIGHT = 500, 750

_LINE = re.compile(r'^[^\S\n]*(https?://[^\s<>"]+)[^\S\n]*$', re.IGNORECASE | re.MULTILINE | re.ASCII)
_PARAGRAPH_END = re.compile(r'(?<=[\s>])(https?://[^\s<>"]+)\s*</p>', re.IGNORECASE | re.ASCII)
_PARAGRAPH_START = re.compile(r"<p(?: [^>]*)?>\Z", re.IGNORECASE)
_YOUTUBE = re.compile(r"https?://(?:www\.)?youtube\.com/(?:v|embed)/([^/]+)", re.IGNORECASE)
_SOUND = re.compile(r"https?://.+?\.(?:mp3|ogg|flac|m4a|wav)\Z", re.IGNORECASE)
_FILM = re.compile(r"https?://.+?\.(?:mp4|m4v|webm|ogv|flv)\Z", re.IGNORECASE)


def run_embeds(html: str, rendering: Rendering) -> str:
    """The step of the content's pipeline."""
    if "[embed" in html:
        html = run_some(html, {"embed": run_embed}, rendering, in_tags=False)
    return embed_lone_addresses(html, rendering) if "://" in html else html


def run_embed(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    address = content or attributes.get("src", "")
    if address in ("", "0"):
        return ""
    address = address.replace("&amp;", "&")
    shown = _show(address, attributes, rendering)
    return shown if shown is not None else f'<a href="{escape_url(address)}">{escape_html(address)}</a>'


def embed_key(need: EmbedNeed) -> str:
    """What the answer is kept under: a hash of the address and of the attributes as PHP serializes them."""
    values: dict[str, str | int] = {"width": _WIDTH, "height": _HEIGHT, **dict(need.attributes)}
    items = "".join(_serialize(name) + _serialize(value) for name, value in values.items())
    written = f"{need.url}a:{len(values)}:{{{items}}}"
    return hashlib.md5(to_bytes(written), usedforsecurity=False).hexdigest()


def _serialize(value: str | int) -> str:
    if isinstance(value, int):
        return f"i:{value};"
    return f's:{len(to_bytes(value))}:"{value}";'


def embed_lone_addresses(html: str, rendering: Rendering) -> str:
    """Addresses alone on a line, and alone in a paragraph; not those inside a tag or comment."""
    lines = list(_LINE.finditer(html))
    if lines:
        html = _replace_addresses(html, _outside_markup(html, lines), rendering)
    if "</p>" not in html and "</P>" not in html:
        return html
    return _replace_addresses(
        html, [end for end in _PARAGRAPH_END.finditer(html) if _begins_paragraph(html, end)], rendering
    )


def _replace_addresses(html: str, found: list[re.Match[str]], rendering: Rendering) -> str:
    pieces: list[str] = []
    place = 0
    for match in found:
        address = match[1].replace("&amp;", "&")
        shown = _show(address, {}, rendering)
        pieces += html[place : match.start(1)], address if shown is None else shown
        place = match.end(1)
    return "".join((*pieces, html[place:])) if pieces else html


def _outside_markup(html: str, lines: list[re.Match[str]]) -> list[re.Match[str]]:
    if "<" not in html:
        return lines
    inside = ((markup.start(), markup.end()) for markup in MARKUP.finditer(html) if "\n" in markup[0])
    outside = []
    start, end = next(inside, (len(html), len(html)))
    for line in lines:
        while end <= line.start(1):
            start, end = next(inside, (len(html), len(html) + 1))
        if line.start(1) < start:
            outside.append(line)
    return outside


def _begins_paragraph(html: str, end: re.Match[str]) -> bool:
    opening = len(html[: end.start(1)].rstrip(" \t\n\r\f\v"))
    before = html.rfind(">", 0, max(opening - 1, 0)) + 1
    return _PARAGRAPH_START.search(html, before, opening) is not None


def _show(address: str, attributes: Attributes, rendering: Rendering) -> str | None:
    """What stands in the place of an address; None: nothing is known of it."""
    youtube = _YOUTUBE.match(address)
    if youtube:
        address = f"https://youtube.com/watch?v={encode_query(youtube[1])}"
        attributes = {}
    elif _SOUND.match(address):
        return f'[audio src="{escape_url(address)}" /]'
    elif _FILM.match(address):
        width, height = leading_int(attributes.get("width", "")), leading_int(attributes.get("height", ""))
        size = f'width="{width}" height="{height}" ' if width and height else ""
        return f'[video {size}src="{escape_url(address)}" /]'
    post_id = rendering.post.id if rendering.post else 0
    known = rendering.facts.ask(EmbedNeed(post_id, address, tuple(attributes.items())))
    return known if known is not None or not youtube else address
