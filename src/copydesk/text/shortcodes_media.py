"""`[audio]` and `[video]`: a player for one sound or film, in one or more formats.

The formats are looked at in a fixed order, the order of the attributes does not matter. An address of an
unknown format becomes a link. A shortcode that names no usable file plays the first one uploaded to the
post. Players are numbered in each text; the number stands in the addresses so that the player's script can
tell two of the same file apart.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from copydesk.text.ascii import strip
from copydesk.text.escape import escape_attribute, escape_html
from copydesk.text.facts import AttachedMediaNeed
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import Attributes
from copydesk.text.shortcode_values import is_true, leading_int
from copydesk.text.urls import escape_url

_YOUTUBE = re.compile(r"https?://(?:www\.)?(?:youtube\.com/watch|youtu\.be/)")
_VIMEO = re.compile(r"https?://(?:[^/]+\.)?vimeo\.com/")
_LINE_ENDS = re.compile(r"\r\n|\n|\t")


@dataclass(frozen=True, slots=True)
class Player:
    """What the two shortcodes differ in. `formats` maps endings to media types, in order of preference."""

    kind: str
    formats: Mapping[str, str]
    defaults: Mapping[str, str]


AUDIO = Player(
    "audio",
    {"mp3": "audio/mpeg", "ogg": "audio/ogg", "flac": "audio/flac", "m4a": "audio/mpeg", "wav": "audio/wav"},
    {"preload": "none", "style": "width: 100%;"},
)
VIDEO = Player(
    "video",
    {"mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg", "flv": "video/x-flv"},
    {"preload": "metadata", "width": "640", "height": "360"},
)


def run_audio(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    files, instead = _choose_files(AUDIO, attributes, rendering)
    if not files:
        return instead
    given = {**AUDIO.defaults, **attributes}
    tag = _opening_tag(AUDIO, {"preload": given["preload"], "style": given["style"]}, given, rendering)
    return f"{tag}{_sources(AUDIO, files, rendering)}{_fallback(files[0])}</audio>"


def run_video(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    files, instead = _choose_files(VIDEO, attributes, rendering)
    if not files:
        return instead
    given = {**VIDEO.defaults, **attributes}
    if _VIMEO.match(files[0]):
        files[0] = _vimeo_address(files[0], loop=is_true(given.get("loop", "")))
    width, height = leading_int(given["width"]), leading_int(given["height"])
    shown = {
        "width": str(abs(width)) if width else "",
        "height": str(abs(height)) if height else "",
        "poster": escape_url(given["poster"]) if given.get("poster") else "",
        "preload": given["preload"],
    }
    tag = _opening_tag(VIDEO, shown, given, rendering)
    inside = content or ""
    if "\n" in inside:
        inside = _LINE_ENDS.sub("", inside)
    rule = f"width: {width}px;" if given["width"] not in ("", "0") else ""
    return (
        f'<div style="{rule}" class="wp-video">{tag}{_sources(VIDEO, files, rendering)}'
        f"{strip(inside)}{_fallback(files[0])}</video></div>"
    )


def _choose_files(player: Player, attributes: Attributes, rendering: Rendering) -> tuple[list[str], str]:
    """The addresses to play, the main one first; when there are none, what to show instead."""
    rendering.counters[player.kind] += 1
    src = attributes.get("src", "")
    others = [address for ending in player.formats if (address := attributes.get(ending, ""))]
    if src not in ("", "0"):
        if player is VIDEO and (_YOUTUBE.match(src) or _VIMEO.match(src)):
            return [src, *others], ""
        if _ending(player, src) is None:
            link = f'<a class="wp-embedded-{player.kind}" href="{escape_url(src)}">{escape_html(src)}</a>'
            return [], link
        return [src, *others], ""
    if any(_ending(player, attributes.get(ending, "")) == ending for ending in player.formats):
        return others, ""
    post_id = rendering.post.id if rendering.post else 0
    attached = rendering.facts.ask(AttachedMediaNeed(post_id, player.kind)) or ()
    return ([attached[0].url, *others], "") if attached else ([], "")


def _ending(player: Player, address: str) -> str | None:
    """The format that an address names."""
    ending = address.rpartition(".")[2].lower()
    return ending if ending in player.formats and "." in address else None


def _opening_tag(
    player: Player, shown: Mapping[str, str], given: Mapping[str, str], rendering: Rendering
) -> str:
    post_id = rendering.post.id if rendering.post else 0
    flags = {name: None for name in ("loop", "autoplay", "muted") if is_true(given.get(name, ""))}
    front = {name: shown[name] for name in ("width", "height", "poster") if name in shown}
    attributes = {
        "class": given.get("class", f"wp-{player.kind}-shortcode"),
        "id": f"{player.kind}-{post_id}-{rendering.counters[player.kind]}",
        **front,
        **flags,
        **{name: value for name, value in shown.items() if name not in front},
    }
    blank = {"width", "height", "poster", "preload"}
    written = "".join(
        f" {name}" if value is None else f' {name}="{escape_attribute(value)}"'
        for name, value in attributes.items()
        if value or value is None or name not in blank
    )
    return f'<{player.kind}{written} controls="controls">'


def _sources(player: Player, files: list[str], rendering: Rendering) -> str:
    number = rendering.counters[player.kind]
    return "".join(
        f'<source type="{_media_type(player, address)}" src="{escape_url(_numbered(address, number))}" />'
        for address in files
    )


def _media_type(player: Player, address: str) -> str:
    if player is VIDEO and _YOUTUBE.match(address):
        return "video/youtube"
    if player is VIDEO and _VIMEO.match(address):
        return "video/vimeo"
    return player.formats.get(_ending(player, address) or "", "")


def _numbered(address: str, number: int) -> str:
    front, hash_sign, fragment = address.partition("#")
    return f"{front}{'&' if '?' in front else '?'}_={number}{hash_sign}{fragment}"


def _fallback(address: str) -> str:
    shown = escape_url(address)
    return f'<a href="{shown}">{shown}</a>'


def _vimeo_address(address: str, *, loop: bool) -> str:
    parts = urlsplit(address)
    return f"https://{parts.netloc}{parts.path}?loop={'1' if loop else '0'}"
