"""The values of shortcode attributes, read as PHP reads them."""

import re

_NUMBER = re.compile(r"[ \t\n\r\v\f]*([+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,2})?)")
_LONGEST = 18
_ENCODED = re.compile(r"%[a-fA-F0-9]{2}")
_NO_CLASS = re.compile(r"[^A-Za-z0-9_-]")


def leading_int(value: str) -> int:
    """The whole number a value begins with; 0 when it begins with none."""
    found = _NUMBER.match(value[:_LONGEST])
    return int(float(found[1])) if found else 0


def is_true(value: str) -> bool:
    """`loop`, `loop="1"`, `loop="on"`: anything but nothing, zero and `false`."""
    return value not in ("", "0") and value.lower() != "false"


def ids_of(value: str) -> tuple[int, ...]:
    """A list of ids, separated by commas or white space; what is no number counts as 0 and is left out."""
    numbers = (abs(leading_int(part)) for part in re.split(r"[\s,]+", value))
    return tuple(dict.fromkeys(number for number in numbers if number))


def class_name(value: str) -> str:
    """What of a value may stand as one class or id."""
    return _NO_CLASS.sub("", _ENCODED.sub("", value))
