"""The shortcodes WordPress knows, and how a plugin adds its own."""

from collections.abc import Mapping

from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import Attributes
from copydesk.text.shortcodes import RunShortcode
from copydesk.text.shortcodes_caption import run_caption
from copydesk.text.shortcodes_gallery import run_gallery
from copydesk.text.shortcodes_media import run_audio, run_video
from copydesk.text.shortcodes_playlist import run_playlist


def _drop(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    """`[embed]` does its work in an earlier step, see embeds.py; later it is nothing."""
    return ""


SHORTCODES: Mapping[str, RunShortcode] = {
    "caption": run_caption,
    "wp_caption": run_caption,
    "gallery": run_gallery,
    "playlist": run_playlist,
    "audio": run_audio,
    "video": run_video,
    "embed": _drop,
}


def with_shortcodes(more: Mapping[str, RunShortcode]) -> Mapping[str, RunShortcode]:
    """WordPress's own and `more` (a plugin's), which win."""
    return {**SHORTCODES, **more}
