"""Case and white space as WordPress's byte-minded rules have them: ASCII only, everything else stays.

`str.lower()` would turn the Kelvin sign into a `k` and let a name slip past a list of names.
"""

import re
from string import ascii_lowercase, ascii_uppercase

WHITE_SPACE = " \t\n\r\0\v"  # what trimming takes off
PATTERN_SPACE = " \t\n\r\f\v"  # what `\s` stands for
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def lower(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_LOWER)


def strip(text: str) -> str:
    return text.strip(WHITE_SPACE)


def remove_controls(text: str) -> str:
    """Drops the characters that browsers skip over and that readers never see; tabs and line ends stay."""
    return text if text.isprintable() else CONTROLS.sub("", text)
