"""Texts made safe for a place: element content, attribute values, text areas, JavaScript strings, XML.

All but `escape_textarea` leave character references that are already good, so escaping twice does no harm.
A text that is not UTF-8 becomes the empty text: half of a character could swallow the quote behind it.
Addresses have `urls.escape_url`.
"""

import re

from copydesk.text.entities import normalize_entities, normalize_xml_entities
from copydesk.text.entities_rules import HTML4_NAMES
from copydesk.text.utf8 import is_valid_utf8

_OPENING = re.compile(r"<[^<>]*+>?")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_APOSTROPHE_REFERENCE = re.compile(r"&#(?:0*39|[xX]0*27);")


def escape_html(text: str) -> str:
    """For the content of an element."""
    if not is_valid_utf8(text):
        return ""
    return _escape_quotes(escape_markup(text), apostrophe="&#039;")


def escape_attribute(text: str) -> str:
    """For the value of an attribute: the same, named so that templates say what they mean."""
    return escape_html(text)


def escape_markup(text: str) -> str:
    """`&`, `<` and `>` only: for names that are stored as HTML."""
    return _escape_angles(normalize_entities(text, HTML4_NAMES))


def escape_unended_tags(text: str) -> str:
    """Each `<` that another `<` or the end follows before any `>` is text, and so is all up to there."""
    return _OPENING.sub(_escape_unended, text) if "<" in text else text


def escape_textarea(text: str) -> str:
    """For what a form shows for editing: references are escaped too, and come back as they were typed."""
    if not is_valid_utf8(text):
        return ""
    return _escape_quotes(_escape_angles(text.replace("&", "&amp;")), apostrophe="&#039;")


def escape_js(text: str) -> str:
    """For a string in single quotes within an attribute such as `onclick`."""
    if not is_valid_utf8(text):
        return ""
    escaped = escape_markup(text).replace('"', "&quot;")
    escaped = _APOSTROPHE_REFERENCE.sub("'", escaped).replace("\r", "")
    escaped = escaped.replace("\\", "\\\\").replace("'", "\\'").replace("\0", "\\0")
    return escaped.replace("\n", "\\n")


def escape_xml(text: str) -> str:
    """For XML; CDATA sections stay as they are."""
    if not is_valid_utf8(text):
        return ""
    # No section begins in `rest`; looking for an end there would take long.
    inside, end, rest = text.rpartition("]]>")
    pieces = _CDATA.split(inside + end)
    pieces[::2] = [_escape_xml_text(piece) for piece in pieces[::2]]
    return "".join(pieces) + _escape_xml_text(rest)


def _escape_xml_text(text: str) -> str:
    return _escape_quotes(_escape_angles(normalize_xml_entities(text)), apostrophe="&apos;")


def _escape_unended(found: re.Match[str]) -> str:
    return found[0] if found[0].endswith(">") else escape_html(found[0])


def _escape_angles(text: str) -> str:
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _escape_quotes(text: str, *, apostrophe: str) -> str:
    return text.replace('"', "&quot;").replace("'", apostrophe)
