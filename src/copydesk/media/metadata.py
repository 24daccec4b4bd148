"""What pictures tell of themselves in Exif, in the form that WordPress stores: most numbers are texts."""

from datetime import UTC, datetime
from typing import Any

from PIL import Image

from copydesk.text.floats import format_float

EXIF_FOLDER = 0x8769
ARTIST, MODEL, DESCRIPTION, COPYRIGHT, ORIENTATION = 0x013B, 0x0110, 0x010E, 0x8298, 0x0112
APERTURE, EXPOSURE, ISO, TAKEN, FOCAL_LENGTH = 0x829D, 0x829A, 0x8827, 0x9004, 0x920A
MOST_TITLE = 80  # a longer description is a caption only


def image_meta(image: Image.Image) -> dict[str, Any]:
    """The member `image_meta` of a picture's metadata."""
    main = image.getexif()
    more = main.get_ifd(EXIF_FOLDER)
    description = _text(main.get(DESCRIPTION))
    return {
        "aperture": _number(more.get(APERTURE), digits=2),
        "credit": _text(main.get(ARTIST)),
        "camera": _text(main.get(MODEL)),
        "caption": description,
        "created_timestamp": _timestamp(_text(more.get(TAKEN))),
        "copyright": _text(main.get(COPYRIGHT)),
        "focal_length": _number(more.get(FOCAL_LENGTH)),
        "iso": _number(more.get(ISO)),
        "shutter_speed": _number(more.get(EXPOSURE)),
        "title": description if len(description) < MOST_TITLE else "",
        "orientation": str(main.get(ORIENTATION, 0)),
        "keywords": [],
        "alt": "",
    }


def _text(value: Any) -> str:
    return value.strip("\0 \t\r\n") if isinstance(value, str) else ""


def _number(value: Any, *, digits: int | None = None) -> str:
    if isinstance(value, tuple):
        value = value[0] if value else 0
    try:
        number = float(value or 0)
    except (TypeError, ValueError, ZeroDivisionError):
        return "0"
    return format_float(round(number, digits) if digits is not None else number)


def _timestamp(text: str) -> str:
    try:
        return str(int(datetime.strptime(text, "%Y:%m:%d %H:%M:%S").replace(tzinfo=UTC).timestamp()))
    except ValueError:
        return "0"
