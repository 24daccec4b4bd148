"""The values of shortcode attributes, read as PHP reads them."""

import re

_NUMBER = re.compile(r"[ \t\n\r\v\f]*([+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,2})?)")
_LONGEST = 18


def leading_int(value: str) -> int:
    """The whole number a value begins with; 0 when it begins with none."""
    found = _NUMBER.match(value[:_LONGEST])
    return int(float(found[1])) if found else 0


def is_true(value: str) -> bool:
    """`loop`, `loop="1"`, `loop="on"`: anything but nothing, zero and `false`."""
    return value not in ("", "0") and value.lower() != "false"
