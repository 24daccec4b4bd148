"""An answer as XML: an element for each member, numbers and texts inside."""

import html
import re
from collections.abc import Mapping
from typing import Any

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def format_xml(name: str, data: Mapping[str, Any]) -> str:
    """A document in ASCII. Entities of HTML become the characters they stand for.

    >>> print(format_xml("oembed", {"width": 600, "title": "a &amp; b&#8217;s"}), end="")
    <?xml version="1.0"?>
    <oembed><width>600</width><title>a &amp; b&#x2019;s</title></oembed>
    """
    return f'<?xml version="1.0"?>\n{_element(name, data)}\n'


def _element(name: str, value: Any) -> str:
    inside = (
        "".join(_element(*member) for member in value.items()) if isinstance(value, Mapping) else _text(value)
    )
    return f"<{name}>{inside}</{name}>"


def _text(value: Any) -> str:
    text = _NOT_IN_XML.sub("", html.unescape(str(value)))
    return _NOT_ASCII.sub(lambda found: f"&#x{ord(found[0]):X};", html.escape(text, quote=False))
