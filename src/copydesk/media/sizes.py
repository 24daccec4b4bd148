"""The sizes that pictures are made in, by the site's options; arithmetic only."""

from collections.abc import Mapping

from copydesk.media.details import STANDARD_SIZES

THRESHOLD = 2560  # a larger picture is scaled down to this before anything else
MAX_BIT_DEPTH = 16


def image_sizes(options: Mapping[str, str]) -> dict[str, dict[str, int | bool]]:
    """Width, height (0: as the width makes it) and whether the picture is cut, by the name of the size."""
    is_cut = options.get("thumbnail_crop", "1") not in ("", "0")
    sizes = {name: _size(name, standard, options) for name, standard in STANDARD_SIZES.items()}
    return {
        name: {"width": width, "height": height, "crop": name == "thumbnail" and is_cut}
        for name, (width, height) in sizes.items()
    }


def _size(name: str, standard: tuple[int, int], options: Mapping[str, str]) -> tuple[int, int]:
    """What the options `medium_size_w`, `medium_size_h` … say, or the standard."""
    width, height = (options.get(f"{name}_size_{side}", "") for side in "wh")
    return (
        int(width) if width.isdigit() else standard[0],
        int(height) if height.isdigit() else standard[1],
    )
