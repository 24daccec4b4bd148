"""The sizes that pictures are made in, by the site's options; arithmetic only."""

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Cut:
    """A smaller self: the part of the picture that is taken, and the size it gets."""

    box: tuple[int, int, int, int]
    width: int
    height: int

    @classmethod
    def whole(cls, size: tuple[int, int]) -> "Cut":
        return cls((0, 0, *size), *size)


def fitted(size: tuple[int, int], largest: tuple[int, int]) -> tuple[int, int]:
    """A size scaled down into another, 0 there for any extent; never up.

    >>> fitted((1600, 1067), (300, 300))
    (300, 200)
    """
    width, height = size
    most_width, most_height = largest[0] or width, largest[1] or height
    scale = min(1.0, most_width / width, most_height / height)
    return max(1, round_half_up(width * scale)), max(1, round_half_up(height * scale))


def round_half_up(number: float) -> int:
    return int(number + 0.5)


def cut_to(size: tuple[int, int], wanted: Mapping[str, int | bool]) -> Cut | None:
    """How a picture gets one of the site's sizes; None when it is too small for it."""
    target = (int(wanted["width"]), int(wanted["height"]))
    if not wanted["crop"] or not all(target):
        small = fitted(size, target)
        return None if small == size or not any(target) else Cut((0, 0, *size), *small)
    small = (min(target[0], size[0]), min(target[1], size[1]))
    if small == size:
        return None
    scale = max(small[0] / size[0], small[1] / size[1])
    taken = (round_half_up(small[0] / scale), round_half_up(small[1] / scale))
    left, top = (size[0] - taken[0]) // 2, (size[1] - taken[1]) // 2
    return Cut((left, top, left + taken[0], top + taken[1]), *small)
