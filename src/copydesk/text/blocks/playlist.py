"""Playlists: tracks are numbered, and the list tells the page's script about them."""

import re
from dataclasses import dataclass

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import find_tag, set_attributes
from copydesk.text.blocks.supports.wrapper import block_class
from copydesk.text.escape import escape_attribute, escape_html
from copydesk.text.json_spelling import spell
from copydesk.text.rendering import Rendering

_PLAYLIST = "core/playlist"
_PLAYER_ATTRIBUTES = (
    ("waveformColor", "color"),
    ("waveformGradient", "gradient"),
    ("waveformBackgroundColor", "background-color"),
    ("waveformBackgroundGradient", "background-gradient"),
)
_PLAYER = """<div class="wp-block-playlist__waveform-player"{colors}
		data-wp-watch="callbacks.initWaveformPlayer"
		data-label-play="Play"
		data-label-pause="Pause"
		data-label-seek="Seek"
		data-label-seek-value="%1$s of %2$s"
	></div>"""
_LIST = re.compile(r"<ol\b")


@dataclass(slots=True)
class _Playlist:
    tracks: int = 0


def enter_playlist(block: Block, rendering: Rendering) -> None:
    rendering.context = {**rendering.context, _PLAYLIST: _Playlist()}


def render_playlist(block: Block, html: str, rendering: Rendering) -> str:
    """A list without tracks is left out."""
    tracks = [f"track-{place}" for place in range(rendering.context[_PLAYLIST].tracks)]
    tag = find_tag(html)
    if not tracks or tag is None:
        return ""
    attrs = block.attrs or {}
    rendering.counters["playlists"] += 1
    context = {
        "playlistId": f"playlist-{rendering.counters['playlists']}",
        "currentId": tracks[0],
        "isPlaying": False,
        "tracks": tracks,
        "waveformStyle": attrs.get("waveformStyle"),
        "showPlayButtonArtwork": attrs.get("showPlayButtonArtwork"),
        "labelPauseTrack": "Pause",
        "labelSelectTrack": "Play",
    }
    html = set_attributes(html, tag, {"data-wp-context": spell(context), "data-wp-interactive": _PLAYLIST})
    colors = "".join(
        f' data-waveform-player-{name}="{escape_attribute(str(attrs[key]))}"'
        for key, name in _PLAYER_ATTRIBUTES
        if attrs.get(key)
    )
    player = _PLAYER.replace("{colors}", colors)
    return _LIST.sub(lambda found: player + found[0], html, count=1)


def render_track(block: Block, html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    if not attrs.get("id"):
        return ""
    playlist = rendering.context.get(_PLAYLIST)
    context, action = "", "Play"
    if playlist is not None:
        context = f' data-wp-context="{escape_attribute(spell({"trackId": f"track-{playlist.tracks}"}))}"'
        playlist.tracks += 1
        action = ""  # the script has not said yet which one plays
    name = block_class("core/playlist-track")
    parts = f'<span class="{name}__title">{escape_html(str(attrs.get("title") or "Unknown title"))}</span>'
    if attrs.get("artist") and rendering.context.get("showArtists", True):
        parts += f'<span class="{name}__artist">{escape_html(str(attrs["artist"]))}</span>'
    length = f'<span class="{name}__length"><span class="screen-reader-text">Duration: </span>'
    length = f"{length}{escape_html(str(attrs['length']))}</span>" if attrs.get("length") else ""
    return (
        f'<li class="{name}"><button{context} data-wp-on--click="actions.changeTrack" '
        f'data-wp-bind--aria-current="state.isCurrentTrack" class="{name}__button">'
        f'<span class="{name}__content">{parts}</span>{length}'
        f'<span class="screen-reader-text" data-wp-text="state.trackButtonActionLabel">{action}</span>'
        "</button></li>"
    )


PLAYLISTS = (
    core_block(_PLAYLIST, render_playlist, enter=enter_playlist),
    core_block("core/playlist-track", render_track),
)
