"""When the browser should fetch a picture or a frame: `loading`, `decoding`, `fetchpriority`.

A text does not know where on the page it will stand, so everything of known size loads lazily, unless the
tag itself says that it will be seen at once. The first such picture of some size is also fetched first.
"""

from collections.abc import Mapping

from copydesk.text.rendering import Rendering

LEAST_PRIORITY_AREA = 50_000
_PRIORITY_GIVEN = "high priority image"


def loading_attributes(given: Mapping[str, str | bool | None], rendering: Rendering) -> dict[str, str]:
    """What to add to a picture with the `given` attributes, in order; `loading` False means: not lazy."""
    added: dict[str, str] = {}
    if not given.get("decoding") and given.get("decoding") is not False:
        added["decoding"] = "async"
    if given.get("width") is None or given.get("height") is None:
        return added
    loading, priority = given.get("loading"), given.get("fetchpriority")
    if loading == "lazy":
        return added
    if priority == "high":
        rendering.counters[_PRIORITY_GIVEN] = 1
    if priority in ("high", "low"):
        return added
    if not loading and loading is not False:
        added["loading"] = "lazy"
    elif not priority and _deserves_priority(given, rendering):
        added["fetchpriority"] = "high"
    return added


def _deserves_priority(given: Mapping[str, str | bool | None], rendering: Rendering) -> bool:
    """The first picture that is large enough; it takes the priority with it."""
    area = _number(given.get("width")) * _number(given.get("height"))
    if rendering.counters[_PRIORITY_GIVEN] or area < LEAST_PRIORITY_AREA:
        return False
    rendering.counters[_PRIORITY_GIVEN] = 1
    return True


def _number(value: str | bool | None) -> int:
    # Digits beyond any picture would make multiplying slow.
    return int(value[:9]) if isinstance(value, str) and value[:9].isdecimal() else 0


def says_auto(sizes: str) -> bool:
    """Whether `sizes` leaves the choice to the browser first."""
    return sizes.partition(",")[0].strip(" \t\n\r\f\v\0").lower() == "auto"
