"""The attributes of one tag: read as browsers read them, judged one by one, written one way.

A tag whose quotes do not close has no attributes at all: where they end is anybody's guess, and a browser's
guess is the one that counts. Of an attribute written twice the first counts, as in browsers. Values are
decoded before they are judged, so that no spelling hides anything, and encoded again afterwards.
"""

import re
from collections.abc import Iterator

from copydesk.text.ascii import lower
from copydesk.text.css import filter_css
from copydesk.text.entities import decode_entities
from copydesk.text.kses_rules import ADDRESS_ATTRIBUTES, VALUELESS_ATTRIBUTES, Rules
from copydesk.text.protocols import cut_bad_protocol

_SPACE = r"[ \t\f\r\n]*+"
_ATTRIBUTE = re.compile(
    rf"""(?P<name>=?[^ \t\f\r\n/>=]++|=){_SPACE}
    (?P<equals>={_SPACE}(?:
        "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<unclosed>["']) | (?P<plain>[^ \t\f\r\n>]*)
    ))?
    """,
    re.VERBOSE,
)
_PREFIXED = re.compile(r"[a-z]+-[a-z0-9_-]+")
_ENCODED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_TO_ENCODE = re.compile("[&<>\"']")

Attributes = dict[str, str | None]  # None: written without a value


def parse_attributes(written: str) -> Attributes:
    """What stands between a tag's name and its `>`, by name in lower case."""
    attributes: Attributes = {}
    for found in _ATTRIBUTE.finditer(written):
        if found["unclosed"]:
            return {}
        name = lower(found["name"])
        if name not in attributes:
            attributes[name] = _value(found)
    return attributes


def clean_attributes(element: str, written: str, rules: Rules) -> str | None:
    """The attributes that stay, each after a space; None when the element is nothing without them."""
    kept = dict(_cleaned(element, parse_attributes(written), rules))
    if element == "object" and not _shows_own_document(kept, rules.files_url):
        return None
    return "".join(_write(name, value) for name, value in kept.items())


def _cleaned(element: str, attributes: Attributes, rules: Rules) -> Iterator[tuple[str, str | None]]:
    allowed = rules.elements[element]
    for name, value in attributes.items():
        if name not in allowed and not _is_prefixed(name, rules.prefixes):
            continue
        if name == "style":
            if css := filter_css(value or ""):
                yield name, css
        elif value is None:
            yield name, None
        elif name in ADDRESS_ATTRIBUTES:
            yield name, cut_bad_protocol(value, rules.protocols)
        elif (element, name) not in VALUELESS_ATTRIBUTES:
            yield name, value


def _is_prefixed(name: str, prefixes: tuple[str, ...]) -> bool:
    return name.startswith(prefixes) and _PREFIXED.fullmatch(name) is not None


def _shows_own_document(attributes: Attributes, files_url: str) -> bool:
    """Whether this is a PDF from the host where the site keeps its files, and nothing but that."""
    address = attributes.get("data") or ""
    host = files_url.partition("://")[2].partition("/")[0]
    return (
        lower(attributes.get("type") or "") == "application/pdf"
        and address.endswith(".pdf")
        and not {"?", "#"} & {*address}
        and host != ""
        and address.startswith((f"http://{host}/", f"https://{host}/"))
    )


def _value(found: re.Match[str]) -> str | None:
    if found["equals"] is None:
        return None
    value: str = found["double"] or found["single"] or found["plain"] or ""
    return decode_entities(value)


def _write(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{_TO_ENCODE.sub(_encode, value)}"'


def _encode(found: re.Match[str]) -> str:
    return _ENCODED[found[0]]
