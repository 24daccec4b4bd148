"""PHP's serialised values, which options and meta hold when they hold more than a text.

`parse` and `serialize` go both ways, byte for byte. Values are only read and written, never built: arrays
become dicts in their order, objects stay what they are (`PhpObject`). Lengths count bytes; bytes that are
not UTF-8 travel as surrogates. `maybe_unserialize` and `maybe_serialize` are WordPress's way of keeping
such values between plain texts: what looks serialised is, and a text that happens to look so is wrapped.
"""

import re
from typing import Any

from copydesk.store.php_read import Reader
from copydesk.store.php_values import PhpCustom, PhpEnum, PhpObject, PhpReference, PhpSyntaxError
from copydesk.store.php_write import write
from copydesk.text.utf8 import to_bytes

__all__ = [
    "PhpCustom",
    "PhpEnum",
    "PhpObject",
    "PhpReference",
    "PhpSyntaxError",
    "is_serialized",
    "maybe_serialize",
    "maybe_unserialize",
    "parse",
    "serialize",
]

_PHP_SPACE = " \t\n\r\0\x0b"
_WHOLE = re.compile(r's:\d+:.*"[;}]|[aOE]:\d+:.*[;}]|[bid]:[0-9.E+-]+;', re.DOTALL | re.ASCII)
_BEGINNING = re.compile(r's:\d+:.*"|[aOE]:\d+:|[bid]:[0-9.E+-]+;', re.DOTALL | re.ASCII)


def parse(data: str | bytes, *, keep_references: bool = False) -> Any:
    """The value of a serialised text; what follows it is ignored, as in PHP. PhpSyntaxError when broken.

    References are followed, unless they are kept for a value that is to be written back.
    """
    return Reader(data if isinstance(data, bytes) else to_bytes(data), keep_references=keep_references).read()


def serialize(value: Any) -> str:
    """The serialised text of a value."""
    return write(value)


def is_serialized(text: str, *, strict: bool = True) -> bool:
    """Whether a text looks serialised; if not strict, whether it begins so and could end anywhere."""
    text = text.strip(_PHP_SPACE)
    if text == "N;":
        return True
    if strict:
        return bool(_WHOLE.fullmatch(text))
    ends = text.find(";"), text.find("}")
    if ends == (-1, -1) or -1 < ends[0] < 3 or -1 < ends[1] < 4:
        return False
    return bool(_BEGINNING.match(text))


def maybe_unserialize(text: str) -> Any:
    """The value of a stored text; a text that only looks serialised is False, as in WordPress."""
    if not is_serialized(text):
        return text
    try:
        return parse(text.strip(_PHP_SPACE))
    except PhpSyntaxError:
        return False


def maybe_serialize(value: Any) -> Any:
    """A value as it is stored: arrays and objects serialised, and texts that look so wrapped once more."""
    if isinstance(value, dict | list | tuple | PhpObject | PhpEnum | PhpCustom):
        return serialize(value)
    if isinstance(value, str) and is_serialized(value, strict=False):
        return serialize(value)
    return value
