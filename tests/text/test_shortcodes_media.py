"""Players for sounds and films, and playlists."""

import json
import re

import pytest

from copydesk.text.facts import AttachedMediaNeed, AttachmentFacts
from copydesk.text.shortcodes import run_shortcodes
from tests.text.a_rendering import a_picture, a_rendering, a_sound


def run(html: str) -> str:
    film = AttachmentFacts(
        8,
        "https://news.example/f.mp4",
        "f.mp4",
        "video/mp4",
        {"width": 1280, "height": 720},
        title="F",
        thumbnail=5,
    )
    rendering = a_rendering(a_sound(6), film, a_picture(5))
    rendering.facts.learn({AttachedMediaNeed(7, "audio"): (a_sound(6),), AttachedMediaNeed(7, "video"): ()})
    return run_shortcodes(html, rendering)


def test_an_audio_player() -> None:
    assert run('[audio ogg="b.ogg" mp3="https://a.example/a.MP3" autoplay loop="false"]') == (
        '<audio class="wp-audio-shortcode" id="audio-7-1" preload="none" style="width: 100%;" '
        'controls="controls"><source type="audio/mpeg" src="https://a.example/a.MP3?_=1" />'
        '<source type="audio/ogg" src="http://b.ogg?_=1" />'
        '<a href="https://a.example/a.MP3">https://a.example/a.MP3</a></audio>'
    )


def test_players_are_numbered_by_kind() -> None:
    html = run('[audio src="/a.mp3"][video src="/a.mp4"][audio src="/b.mp3"]')
    assert re.findall(r'id="(\S+)"', html) == ["audio-7-1", "video-7-1", "audio-7-2"]


def test_without_a_usable_file_the_post_s_own_is_played() -> None:
    assert "sound-6.mp3?_=1" in run("[audio]")
    assert "sound-6.mp3" in run('[audio mp3="a.ogg"]')
    assert run("[video]") == ""


def test_an_unknown_format_is_a_link() -> None:
    assert run('[audio src="/a.xyz?b&c"]') == (
        '<a class="wp-embedded-audio" href="/a.xyz?b&#038;c">/a.xyz?b&amp;c</a>'
    )


@pytest.mark.parametrize(
    ("html", "piece"),
    [
        ('[video src="/a.mp4" width="0" poster="p.jpg"]', '<div style="" class="wp-video">'),
        ('[video src="/a.mp4" width="0" poster="p.jpg"]', ' height="360" poster="http://p.jpg" preload'),
        ('[video src="/a.mp4" muted="1" loop="on"]', ' height="360" loop muted preload="metadata" controls'),
        ('[video src="/a.mp4"]\n<track />\n[/video]', "/><track /><a href"),
        ('[video src="https://youtu.be/x"]', 'type="video/youtube"'),
        (
            '[video src="http://player.vimeo.com/1?a=b" loop="1"]',
            'src="https://player.vimeo.com/1?loop=1&#038;_=1"',
        ),
    ],
)
def test_video_players(html: str, piece: str) -> None:
    assert piece in run(html)


def test_a_playlist_tells_its_tracks() -> None:
    html = run('[playlist ids="6" artists="false" style="dark"]')
    assert html.startswith('<div class="wp-playlist wp-audio-playlist wp-playlist-dark">\n\t\t\t<div class=')
    told = re.search(r"wp-playlist-script\">(.*)</script>", html)
    assert told
    data = json.loads(told[1])
    assert (data["tracklist"], data["artists"]) == (True, False)
    assert data["tracks"][0]["meta"] == {"artist": "Desk", "length_formatted": "0:05"}
    assert data["tracks"][0]["image"]["src"].endswith("/audio.svg")


def test_a_playlist_of_films_shows_their_covers() -> None:
    html = run('[playlist type="video" ids="8,6"]')
    assert '<video controls="controls" preload="none" width="640"\n\t\t height="360"\t></video>' in html
    assert '"resized":{"width":640,"height":360}' in html
    assert '"thumb":{"src":"https://news.example/wp-content/uploads/2025/06/port-150x150.jpg"' in html


def test_a_film_of_unknown_size_is_shown_in_the_usual_one() -> None:
    film = AttachmentFacts(8, "https://news.example/f.mp4", "f.mp4", "video/mp4", {"width": "?"})
    html = run_shortcodes("[playlist type=video ids=8]", a_rendering(film))
    assert '"original":{"width":640,"height":360}' in html


def test_a_playlist_without_ids_is_empty() -> None:
    assert run("[playlist]") == ""
