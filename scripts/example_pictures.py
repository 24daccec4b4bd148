"""The sample newsroom's picture files: the sizes WordPress would make of them, and how it speaks of them."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from PIL import Image

from copydesk.text.texturize import texturize

# In the order of WordPress's metadata; a width and height to fit in, or to fill when `crop`.
SIZES = (
    ("medium", 300, False),
    ("large", 1024, False),
    ("thumbnail", 150, True),
    ("medium_large", 768, False),
)
MIME_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}

_IMAGE_META: dict[str, Any] = {
    "aperture": "0",
    "credit": "",
    "camera": "",
    "caption": "",
    "created_timestamp": "0",
    "copyright": "",
    "focal_length": "0",
    "iso": "0",
    "shutter_speed": "0",
    "title": "",
    "orientation": "0",
    "keywords": [],
    "alt": "",
}


@dataclass(frozen=True)
class Version:
    """One file of a picture."""

    size: str
    name: str
    width: int
    height: int
    filesize: int


@dataclass(frozen=True)
class Picture:
    folder: str  # year/month
    name: str
    width: int
    height: int
    filesize: int
    versions: tuple[Version, ...]

    @property
    def mime_type(self) -> str:
        return MIME_TYPES[Path(self.name).suffix]

    def version(self, size: str) -> Version:
        return next(version for version in self.versions if version.size == size)


def read_picture(item: dict[str, Any], uploads: Path) -> Picture:
    """What the files on disk are."""
    folder = f"{item['date']:%Y/%m}"
    path = uploads / folder / item["file"]
    with Image.open(path) as image:
        width, height = image.size
    versions = []
    for size, shape in _shapes(width, height):
        name = f"{path.stem}-{shape[0]}x{shape[1]}{path.suffix}"
        versions.append(Version(size, name, *shape, (path.parent / name).stat().st_size))
    return Picture(folder, path.name, width, height, path.stat().st_size, tuple(versions))


def write_picture(image: Image.Image, path: Path) -> None:
    """The picture and all its sizes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _save(image, path)
    for size, shape in _shapes(*image.size):
        crop = next(crop for name, _, crop in SIZES if name == size)
        smaller = image
        if crop:
            side = min(image.size)
            left, top = (image.width - side) // 2, (image.height - side) // 2
            smaller = image.crop((left, top, left + side, top + side))
        smaller = smaller.resize(shape, Image.Resampling.LANCZOS)
        _save(smaller, path.with_name(f"{path.stem}-{shape[0]}x{shape[1]}{path.suffix}"))


def _save(image: Image.Image, path: Path) -> None:
    if path.suffix == ".png":
        image.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
    else:
        image.save(path, quality=84, method=6) if path.suffix == ".webp" else image.save(path, quality=82)


def _shapes(width: int, height: int) -> list[tuple[str, tuple[int, int]]]:
    """The sizes smaller than the original, with their width and height."""
    found = []
    for size, side, crop in SIZES:
        if crop:
            found.append((size, (min(side, width), min(side, height))))
        elif width > side:
            found.append((size, (side, round(height * side / width))))
    return found


def media_details(picture: Picture, folder: str) -> dict[str, Any]:
    sizes: dict[str, Any] = {
        version.size: {
            "file": version.name,
            "width": version.width,
            "height": version.height,
            "filesize": version.filesize,
            "mime_type": picture.mime_type,
            "source_url": f"{folder}/{version.name}",
        }
        for version in picture.versions
    }
    sizes["full"] = {
        "file": picture.name,
        "width": picture.width,
        "height": picture.height,
        "mime_type": picture.mime_type,
        "source_url": f"{folder}/{picture.name}",
    }
    return {
        "width": picture.width,
        "height": picture.height,
        "file": f"{picture.folder}/{picture.name}",
        "filesize": picture.filesize,
        "sizes": sizes,
        "image_meta": _IMAGE_META,
    }


def preview(picture: Picture, folder: str, alt: str) -> str:
    """`description.rendered`: the medium picture, linked to the full one."""
    medium = picture.version("medium")
    return (
        f"<p class=\"attachment\"><a href='{folder}/{picture.name}'>"
        f'<img loading="lazy" decoding="async" width="{medium.width}" height="{medium.height}"'
        f' src="{folder}/{medium.name}" class="attachment-medium size-medium" alt="{escape(alt)}"'
        f' srcset="{_srcset(picture, folder, medium)}"'
        f' sizes="auto, (max-width: {medium.width}px) 100vw, {medium.width}px" /></a></p>\n'
    )


def figure(picture: Picture, folder: str, item: dict[str, Any], caption: str) -> str:
    """A large picture within a text, with its caption."""
    large, mark = picture.version("large"), f"attachment_{item['id']}"
    label = f"caption-attachment-{item['id']}"
    return (
        f'<figure id="{mark}" aria-describedby="{label}" style="width: {large.width}px"'
        f' class="wp-caption aligncenter"><img loading="lazy" decoding="async"'
        f' class="size-large wp-image-{item["id"]}" src="{folder}/{large.name}" alt="{escape(item["alt"])}"'
        f' width="{large.width}" height="{large.height}" srcset="{_srcset(picture, folder, large)}"'
        f' sizes="auto, (max-width: {large.width}px) 100vw, {large.width}px" />'
        f'<figcaption id="{label}" class="wp-caption-text">{texturize(caption)}</figcaption></figure>'
    )


def _srcset(picture: Picture, folder: str, first: Version) -> str:
    """The version that is shown, then the others of the same shape, then the full one."""
    others = [version for version in picture.versions if version != first]
    shape = picture.width / picture.height
    alike = [version for version in others if abs(version.width / version.height - shape) < 0.01]
    files = [(version.name, version.width) for version in [first, *alike]]
    return ", ".join(f"{folder}/{name} {width}w" for name, width in [*files, (picture.name, picture.width)])
