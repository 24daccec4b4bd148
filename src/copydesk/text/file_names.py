"""File names for uploads: what a browser says a file is called, made fit for a path and an address.

The last extension is left alone. Those before it get an underscore unless they are allowed, because some
web servers run `photo.php.jpg` as a program.
"""

import re
from collections.abc import Container

from copydesk.text.accents import remove_accents
from copydesk.text.slugs import dashed
from copydesk.text.utf8 import is_valid_utf8

_SPECIAL = str.maketrans(dict.fromkeys("?[]/\\=<>:;,'\"&$#*()|~`!{}%+’«»”“\0", ""))
_SPACES_AND_DASHES = re.compile(r"[\r\n\t \u00a0-]+")
_DOTS = re.compile(r"\.{2,}")
_LOOKS_LIKE_EXTENSION = re.compile(r"[a-zA-Z]{2,5}\d?")


def clean_file_name(name: str, extensions: Container[str], locale: str = "en_US") -> str:
    """A name without characters that mean something elsewhere; `extensions` are the allowed ones."""
    name = remove_accents(name, locale)
    if not is_valid_utf8(name):
        name = _without_odd_bytes(name)
    name = _SPACES_AND_DASHES.sub("-", name.translate(_SPECIAL))
    name = _DOTS.sub(".", name).strip(".-_")
    if "." not in name:
        return f"unnamed-file.{name}" if name.lower() in extensions else name
    first, *middle, last = name.split(".")
    return ".".join((first, *(_harmless(part, extensions) for part in middle), last))


def _without_odd_bytes(name: str) -> str:
    stem, dot, extension = name.rpartition("/")[2].rpartition(".")
    return f"{dashed(stem, save=False)}.{extension}" if dot else dashed(extension, save=False)


def _harmless(part: str, extensions: Container[str]) -> str:
    is_program = _LOOKS_LIKE_EXTENSION.fullmatch(part) and part.lower() not in extensions
    return f"{part}_" if is_program else part
