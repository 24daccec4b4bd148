"""What the API tells of a file, from what was stored when it was uploaded."""

from collections.abc import Mapping
from typing import Any

from copydesk.text.facts import AttachmentFacts

# Sizes of a picture that WordPress makes when the picture is larger: name → the side that counts, in pixels.
STANDARD_SIZES: Mapping[str, int] = {
    "thumbnail": 150,
    "medium": 300,
    "medium_large": 768,
    "large": 1024,
    "1536x1536": 1536,
    "2048x2048": 2048,
}


def media_details(file: AttachmentFacts) -> Any:
    """The member `media_details`: the metadata, each size with its address and type; `[]` without any."""
    metadata = dict(file.metadata)
    if not metadata:
        return {}
    folder = file.url.rpartition("/")[0]
    sizes = metadata.get("sizes") or {}
    shown = {name: _size(dict(size), folder) for name, size in sizes.items()}
    if file.mime_type.startswith("image/") and shown:
        shown["full"] = {
            "file": file.url.rpartition("/")[2],
            "width": metadata.get("width"),
            "height": metadata.get("height"),
            "mime_type": file.mime_type,
            "source_url": file.url,
        }
    return {**metadata, "sizes": shown} if "sizes" in metadata or shown else metadata


def _size(size: dict[str, Any], folder: str) -> dict[str, Any]:
    if "mime-type" in size:
        size["mime_type"] = size.pop("mime-type")
    return {**size, "source_url": f"{folder}/{size.get('file', '')}"}


def file_size(file: AttachmentFacts) -> int | None:
    """The size in bytes, as stored."""
    size = file.metadata.get("filesize")
    return int(size) if isinstance(size, int) else None


def missing_sizes(file: AttachmentFacts) -> list[str]:
    """The sizes that a picture of this size should have and has not."""
    if not file.mime_type.startswith("image/"):
        return []
    made = file.metadata.get("sizes") or {}
    width, height = int(file.metadata.get("width") or 0), int(file.metadata.get("height") or 0)
    return [name for name, side in STANDARD_SIZES.items() if name not in made and max(width, height) > side]
