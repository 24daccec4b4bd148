"""Renderings for tests: a small site, and pictures and sounds of its library."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from copydesk.text.facts import AttachmentFacts, AttachmentNeed, Facts, Need, PostFacts, SiteFacts
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import SHORTCODES

UPLOADS = "https://news.example/wp-content/uploads"
SITE = SiteFacts(
    home="https://news.example",
    siteurl="https://news.example",
    name="News",
    description="",
    timezone=UTC,
    now=datetime(2025, 6, 1, tzinfo=UTC),
    uploads_url=UPLOADS,
    options={"thumbnail_size_w": "150", "thumbnail_size_h": "150", "medium_size_w": "300"},
)


def a_picture(
    number: int,
    *,
    width: int = 1200,
    height: int = 800,
    sizes: Iterable[tuple[str, int, int]] = (
        ("medium", 300, 200),
        ("large", 900, 600),
        ("thumbnail", 150, 150),
    ),
    caption: str = "",
    name: str = "port",
) -> AttachmentFacts:
    return AttachmentFacts(
        id=number,
        url=f"{UPLOADS}/2025/06/{name}.jpg",
        file=f"2025/06/{name}.jpg",
        mime_type="image/jpeg",
        metadata={
            "width": width,
            "height": height,
            "file": f"2025/06/{name}.jpg",
            "sizes": {
                key: {
                    "file": f"{name}-{wide}x{high}.jpg",
                    "width": wide,
                    "height": high,
                    "mime-type": "image/jpeg",
                }
                for key, wide, high in sizes
            },
        },
        alt=f"Alt {number}",
        title=f"Picture {number}",
        caption=caption,
        link=f"https://news.example/{name}-{number}/",
    )


def a_sound(number: int, *, title: str = "Bulletin") -> AttachmentFacts:
    return AttachmentFacts(
        id=number,
        url=f"{UPLOADS}/sound-{number}.mp3",
        file=f"sound-{number}.mp3",
        mime_type="audio/mpeg",
        metadata={"artist": "Desk", "length_formatted": "0:05"},
        title=title,
        link=f"https://news.example/sound-{number}/",
    )


def a_post(number: int = 7, **values: object) -> PostFacts:
    return PostFacts(**{"id": number, "link": "https://news.example/post/", **values})  # type: ignore[arg-type]  # values come by name


def a_rendering(*attachments: AttachmentFacts, post: PostFacts | None = None) -> Rendering:
    """The attachments are known; any other is known not to exist."""
    known: dict[Need[Any], Any] = {AttachmentNeed(item.id): item for item in attachments}
    return Rendering(Facts(SITE, known), post or a_post(), shortcodes=SHORTCODES)
