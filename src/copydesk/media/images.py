"""Pictures: their smaller selves, turned upright, cut and turned by request. Pillow does the work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from copydesk.media.details import QUALITIES, QUALITY
from copydesk.media.files import NewFiles
from copydesk.media.names import split_name
from copydesk.media.sizes import THRESHOLD, Cut, cut_to, fitted, round_half_up

Image.MAX_IMAGE_PIXELS = None  # the limit below refuses instead of warning
MOST_PIXELS = 120_000_000
ORIENTATION = 0x0112
RESIZED = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"})
# The order in which sizes are made, and stand in the metadata.
FIRST_SIZES = ("medium", "large", "thumbnail", "medium_large")


class UnreadableError(Exception):
    """A picture that cannot be opened, or is too large to be."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture as it is shown (`path`): scaled down or turned upright beside its original, if need be."""

    path: Path
    width: int
    height: int
    sizes: Mapping[str, Mapping[str, Any]]
    is_changed: bool = False  # `path` is not the file that came
    is_upright: bool = False  # it was turned


def make_picture(
    files: NewFiles, path: Path, mime_type: str, wanted: Mapping[str, Mapping[str, int | bool]]
) -> Picture:
    """Makes the sizes that are wanted of a picture that has just been added."""
    with open_image(path) as image:
        if not wanted or mime_type not in RESIZED:
            return Picture(path, *image.size, {})
        is_turned = image.getexif().get(ORIENTATION, 1) not in (0, 1)
        full = ImageOps.exif_transpose(decoded(image)) if is_turned else decoded(image).copy()
    is_large = max(full.size) > THRESHOLD and mime_type != "image/png"
    if not is_large and not is_turned:
        return Picture(path, *full.size, dict(_make_sizes(files, path, full, wanted)))
    stem, extension = split_name(path.name)
    shown = files.claim(f"{stem}-{'scaled' if is_large else 'rotated'}{extension}")
    smaller = _resized(full, Cut.whole(full.size), fitted(full.size, (THRESHOLD, THRESHOLD)))
    save(smaller if is_large else full, shown, mime_type)
    sizes = dict(_make_sizes(files, path, full, wanted))
    width, height = smaller.size if is_large else full.size
    return Picture(shown, width, height, sizes, is_changed=True, is_upright=is_turned)


def open_image(path: Path) -> Image.Image:
    """A picture, not decoded yet. UnreadableError when it is none or a bomb."""
    try:
        image = Image.open(path)
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableError(str(error)) from error
    if image.width * image.height > MOST_PIXELS:
        image.close()
        raise UnreadableError(f"{image.width} by {image.height} points are too many")
    return image


def decoded(image: Image.Image) -> Image.Image:
    """The picture with all its points. UnreadableError when the file is broken."""
    try:
        image.load()
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableError(str(error)) from error
    return image


def _make_sizes(
    files: NewFiles, path: Path, image: Image.Image, wanted: Mapping[str, Mapping[str, int | bool]]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    stem, extension = split_name(path.name)
    mime_type = Image.MIME[_format_of(extension)]
    for name in (*FIRST_SIZES, *(other for other in wanted if other not in FIRST_SIZES)):
        size = wanted.get(name)
        cut = cut_to(image.size, size) if size else None
        if cut is None:
            continue
        made = _resized(image, cut, (cut.width, cut.height))
        target = files.place / f"{stem}-{made.width}x{made.height}{extension}"
        if target not in files.paths:
            save(made, files.claim(target.name), mime_type)
        yield name, _told(target, made, mime_type)


def _told(path: Path, image: Image.Image, mime_type: str) -> Mapping[str, Any]:
    return {
        "file": path.name,
        "width": image.width,
        "height": image.height,
        "mime-type": mime_type,
        "filesize": path.stat().st_size,
    }


def _format_of(extension: str) -> str:
    return Image.registered_extensions()[extension]


def _resized(image: Image.Image, cut: Cut, size: tuple[int, int]) -> Image.Image:
    plain = image.convert("RGBA" if image.has_transparency_data else "RGB") if image.mode == "P" else image
    return plain.resize(size, Image.Resampling.LANCZOS, box=cut.box, reducing_gap=3.0)


def written(image: Image.Image, extension: str, mime_type: str) -> bytes:
    """A picture as the bytes of a file."""
    buffer = BytesIO()
    save(image, buffer, mime_type, extension=extension)
    return buffer.getvalue()


def save(image: Image.Image, target: Path | BytesIO, mime_type: str, *, extension: str = "") -> None:
    """Writes a picture with the quality of its kind, and the colours it was meant to have."""
    if isinstance(target, Path):
        extension = target.suffix.lower()
    options: dict[str, Any] = {"quality": QUALITIES.get(mime_type, QUALITY)}
    if image.info.get("icc_profile"):
        options["icc_profile"] = image.info["icc_profile"]
    if mime_type == "image/jpeg" and image.mode not in ("RGB", "L", "CMYK"):
        image = image.convert("RGB")
    image.save(target, format=_format_of(extension), **options)


def edited(image: Image.Image, modifiers: Sequence[Mapping[str, Any]]) -> Image.Image:
    """A picture after these changes, in their order. Boxes are in percent."""
    for modifier in modifiers:
        args = modifier["args"]
        if modifier["type"] == "rotate":
            image = image.rotate(-float(args["angle"]), expand=True)
        elif modifier["type"] == "crop":
            image = _cropped(image, args)
        else:
            image = _flipped(image, args["flip"])
    return image


def _cropped(image: Image.Image, box: Mapping[str, Any]) -> Image.Image:
    across, down = image.width / 100, image.height / 100
    left, top = round_half_up(box["left"] * across), round_half_up(box["top"] * down)
    width = max(1, round_half_up(box["width"] * across))
    height = max(1, round_half_up(box["height"] * down))
    return image.crop((left, top, min(left + width, image.width), min(top + height, image.height)))


def _flipped(image: Image.Image, ways: Mapping[str, bool]) -> Image.Image:
    if ways.get("horizontal"):
        image = ImageOps.mirror(image)
    return ImageOps.flip(image) if ways.get("vertical") else image
