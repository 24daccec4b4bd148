"""`[playlist]`: sounds or films of the library one after another.

A script builds the player from JSON in the page; without scripts a list of links is shown. A playlist
without `ids` means what was uploaded to the post, which WordPress shows only to readers who are logged in
(7.1: it asks for the capability `read`); here it is empty.
"""

from typing import Any

from copydesk.text.attachment_images import attachment_source, icon_source
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import AttachmentFacts, AttachmentNeed
from copydesk.text.json_spelling import spell
from copydesk.text.picture_sizes import Size, rounded
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import Attributes
from copydesk.text.shortcode_values import is_true
from copydesk.text.shortcodes_gallery import find_media
from copydesk.text.urls import escape_url

WIDTH, HEIGHT = 640, 360
_TOLD = ("artist", "album", "genre", "year", "length_formatted")


def run_playlist(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    kind = "video" if attributes.get("type", "audio") != "audio" else "audio"
    named = any(attributes.get(name, "") not in ("", "0") for name in ("ids", "include"))
    attachments = find_media(attributes, kind, rendering) if named else []
    if not attachments:
        return ""
    style = attributes.get("style", "light")
    tracks = [_track(attachment, kind, rendering) for attachment in attachments]
    data = {
        "type": kind,
        **{
            name: is_true(attributes.get(name, "true"))
            for name in ("tracklist", "tracknumbers", "images", "artists")
        },
        "tracks": tracks,
    }
    current = '\t\t<div class="wp-playlist-current-item"></div>\n\t' if kind == "audio" else ""
    height = f' height="{tracks[-1]["dimensions"]["resized"]["height"]}"' if kind == "video" else ""
    links = "".join(f"<li><a href='{escape_url(item.url)}'>{item.title}</a></li>" for item in attachments)
    return (
        f'<div class="wp-playlist wp-{kind}-playlist wp-playlist-{escape_attribute(style)}">\n\t{current}'
        f'\t<{kind} controls="controls" preload="none" width="{WIDTH}"\n\t\t{height}\t></{kind}>\n'
        '\t<div class="wp-playlist-next"></div>\n\t<div class="wp-playlist-prev"></div>\n'
        f"\t<noscript>\n\t<ol>\n\t\t{links}\t</ol>\n\t</noscript>\n"
        '\t<script type="application/json" class="wp-playlist-script">'
        f"{spell(data, escape_slashes=False, hexed='<>')}</script>\n</div>\n\t"
    )


def _track(attachment: AttachmentFacts, kind: str, rendering: Rendering) -> dict[str, Any]:
    metadata = attachment.metadata
    track: dict[str, Any] = {
        "src": attachment.url,
        "type": attachment.mime_type,
        "title": attachment.title,
        "caption": attachment.caption,
        "description": attachment.description,
        "meta": {name: metadata[name] for name in _TOLD if metadata.get(name)},
    }
    if kind == "video":
        track["dimensions"] = _dimensions(attachment)
    track["image"] = _cover(attachment, "full", rendering)
    track["thumb"] = _cover(attachment, "thumbnail", rendering)
    return track


def _dimensions(attachment: AttachmentFacts) -> dict[str, dict[str, int]]:
    """The film's size, and the size it is shown in."""
    width, height = attachment.metadata.get("width"), attachment.metadata.get("height")
    if not (isinstance(width, int) and isinstance(height, int) and width and height):
        width, height = WIDTH, HEIGHT
    shown = {"width": WIDTH, "height": rounded(height * WIDTH / width)}
    return {"original": {"width": width, "height": height}, "resized": shown}


def _cover(attachment: AttachmentFacts, size: Size, rendering: Rendering) -> dict[str, str | int]:
    site = rendering.facts.site
    cover = rendering.facts.ask(AttachmentNeed(attachment.thumbnail)) if attachment.thumbnail else None
    source = attachment_source(cover, size, site) if cover else None
    src, width, height = source or icon_source(attachment, site)
    return {"src": src, "width": width, "height": height}
