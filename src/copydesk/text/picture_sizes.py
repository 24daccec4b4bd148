"""The files of a picture: the full one, its smaller copies, and which of them a size asks for.

WordPress keeps a picture's files in the attachment's metadata. What stands there was written by many
programs over many years, so nothing of it is trusted: a size without a file name or with a width that is
no number is left out.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from copydesk.text.facts import AttachmentFacts, SiteFacts

# A size by name ("medium"), or a box to fit in.
Size: TypeAlias = str | tuple[int, int]

# The options that bound each named size, and the bounds where they are missing or zero.
_OPTIONS = {
    "thumb": ("thumbnail_size", 128, 96),
    "thumbnail": ("thumbnail_size", 128, 96),
    "medium": ("medium_size", 0, 0),
    "medium_large": ("medium_large_size", 0, 0),
    "large": ("large_size", 0, 0),
}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file: its name without a folder, and its size in pixels."""

    name: str
    width: int
    height: int
    mime_type: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """`folder` is relative to the uploads folder and ends in a slash, or is empty."""

    folder: str
    full: PictureFile
    sizes: Mapping[str, PictureFile]


def read_picture(attachment: AttachmentFacts) -> Picture | None:
    """None when the metadata tells no width and height."""
    metadata = attachment.metadata
    full = _read_file(metadata, str(metadata.get("file") or attachment.file))
    if full is None:
        return None
    folder, slash, name = str(metadata.get("file") or attachment.file).rpartition("/")
    sizes = metadata.get("sizes")
    files = {
        str(key): file
        for key, value in (sizes.items() if isinstance(sizes, Mapping) else ())
        if isinstance(value, Mapping) and (file := _read_file(value, str(value.get("file", ""))))
    }
    return Picture(folder + slash, PictureFile(name, full.width, full.height), files)


def _read_file(values: Mapping[str, Any], name: str) -> PictureFile | None:
    width, height = _pixels(values.get("width")), _pixels(values.get("height"))
    if not (name and width and height):
        return None
    return PictureFile(name, width, height, str(values.get("mime-type", "")))


def _pixels(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return 0


def fit(width: int, height: int, max_width: int, max_height: int = 0) -> tuple[int, int]:
    """Shrinks to a box without changing the shape; a bound of zero does not bind."""
    by_width = max_width / width if 0 < max_width < width else 1.0
    by_height = max_height / height if 0 < max_height < height else 1.0
    scale = min(by_width, by_height)
    if scale >= 1.0:
        return width, height
    new_width, new_height = max(1, rounded(width * scale)), max(1, rounded(height * scale))
    # A side that would fill its bound but for rounding fills it.
    if by_width < 1.0 and new_width == max_width - 1:
        new_width = max_width
    if by_height < 1.0 and new_height == max_height - 1:
        new_height = max_height
    return new_width, new_height


def rounded(number: float) -> int:
    """Half a pixel counts as one (Python's own `round` goes to the even number)."""
    return math.floor(number + 0.5)


def has_same_shape(width: int, height: int, other_width: int, other_height: int) -> bool:
    """Whether one is the other made smaller, give or take a pixel."""
    if width > other_width:
        width, height, other_width, other_height = other_width, other_height, width, height
    shrunk_width, shrunk_height = fit(other_width, other_height, width)
    return abs(shrunk_width - width) <= 1 and abs(shrunk_height - height) <= 1


def fit_size(width: int, height: int, size: Size, site: SiteFacts) -> tuple[int, int]:
    """Width and height as shown: never larger than what the size allows."""
    if isinstance(size, tuple):
        return fit(width, height, *size)
    if size not in _OPTIONS:
        return width, height
    option, least_width, least_height = _OPTIONS[size]
    max_width, max_height = _pixels(site.options.get(f"{option}_w")), _pixels(site.options.get(f"{option}_h"))
    if not (max_width or max_height):
        max_width, max_height = least_width, least_height
    return fit(width, height, max_width, max_height)


def choose_file(picture: Picture, size: Size) -> PictureFile | None:
    """The smaller copy that serves a size; None when only the full picture does."""
    if isinstance(size, str):
        return picture.sizes.get(size)
    for file in picture.sizes.values():
        if (file.width, file.height) == size:
            return file
    candidates = [file for file in picture.sizes.values() if _serves(file, size, picture)]
    if candidates:
        return min(candidates, key=lambda file: file.width * file.height)
    thumbnail = picture.sizes.get("thumbnail")
    if thumbnail and thumbnail.width >= max(size):
        return thumbnail
    return None


def _serves(file: PictureFile, box: tuple[int, int], picture: Picture) -> bool:
    width, height = box
    if file.width < width or file.height < height:
        return False
    if not (width and height):
        width, height = picture.full.width, picture.full.height
    return has_same_shape(file.width, file.height, width, height)
