"""What the API tells of a file, from what was stored when it was uploaded."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.text.facts import AttachmentFacts
from copydesk.wire.php_arrays import shaped

# Sizes that every site makes of pictures: name → the largest width and height, 0 for any. Options may say others.
STANDARD_SIZES: Mapping[str, tuple[int, int]] = {
    "thumbnail": (150, 150),
    "medium": (300, 300),
    "medium_large": (768, 0),
    "large": (1024, 1024),
    "1536x1536": (1536, 1536),
    "2048x2048": (2048, 2048),
}
PREVIEW_SIZES = ("thumbnail", "medium", "large")  # of the first page of a PDF file
QUALITIES: Mapping[str, int] = {"image/webp": 86}
QUALITY = 82


def is_image(file: AttachmentFacts) -> bool:
    return file.mime_type.startswith("image/")


def media_details(file: AttachmentFacts) -> Mapping[str, Any]:
    """The member `media_details`: the metadata, each size with its address and type."""
    metadata: dict[str, Any] = {name: shaped(value) for name, value in file.metadata.items()}
    if not metadata:
        return {}
    folder = file.url.rpartition("/")[0]
    shown = {name: _size(size, folder) for name, size in _sizes(file).items()}
    if shown and is_image(file):
        shown["full"] = {
            "file": file.url.rpartition("/")[2],
            "width": metadata.get("width"),
            "height": metadata.get("height"),
            "mime_type": file.mime_type,
            "source_url": file.url,
        }
    return {**metadata, "sizes": shown}


def _sizes(file: AttachmentFacts) -> Mapping[str, Mapping[str, Any]]:
    sizes = file.metadata.get("sizes")
    return sizes if isinstance(sizes, Mapping) else {}


def _size(size: Mapping[str, Any], folder: str) -> dict[str, Any]:
    shown = {name: shaped(value) for name, value in size.items()}
    if "mime-type" in shown:
        shown["mime_type"] = shown.pop("mime-type")
    return {**shown, "source_url": f"{folder}/{size.get('file', '')}"}


def file_name(file: AttachmentFacts) -> str:
    """The name of the file as it was uploaded; a picture that was too large is kept beside its smaller self."""
    original = file.metadata.get("original_image")
    return original if isinstance(original, str) and original else file.file.rpartition("/")[2]


def file_size(file: AttachmentFacts) -> int | None:
    """The size in bytes, as stored."""
    size = file.metadata.get("filesize")
    return int(size) if isinstance(size, int) else None


def quality_of(file: AttachmentFacts) -> int:
    """The quality that sub-sizes are made with."""
    return QUALITIES.get(file.mime_type, QUALITY)


def site_sizes(options: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """The sizes that this site makes, those without any extent left out."""
    found = {
        name: (_extent(options, f"{name}_size_w", width), _extent(options, f"{name}_size_h", height))
        for name, (width, height) in STANDARD_SIZES.items()
    }
    return {name: size for name, size in found.items() if any(size)}


def _extent(options: Mapping[str, str], name: str, usual: int) -> int:
    text = options.get(name, "")
    return int(text) if text.isdigit() else usual


def missing_sizes(file: AttachmentFacts, options: Mapping[str, str]) -> list[str]:
    """The sizes that a file like this should have and has not."""
    return [name for name in _wanted_sizes(file, site_sizes(options)) if name not in _sizes(file)]


def _wanted_sizes(file: AttachmentFacts, sizes: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    if not is_image(file):
        is_preview_wanted = file.mime_type == "application/pdf"
        yield from (name for name in PREVIEW_SIZES if is_preview_wanted and name in sizes)
        return
    width, height = int(file.metadata.get("width") or 0), int(file.metadata.get("height") or 0)
    for name, (widest, highest) in sizes.items():
        if (widest and width > widest) or (highest and height > highest):
            yield name
