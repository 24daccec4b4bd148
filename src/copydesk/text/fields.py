"""Values of single fields, cleaned on the way in: lines of text, keys, names, addresses of mail.

All of these repair what they can and never refuse; an empty answer means that nothing was left.
"""

import re

from copydesk.text.accents import remove_accents
from copydesk.text.ascii import lower, strip
from copydesk.text.escape import escape_unended_tags
from copydesk.text.percent import remove_octets
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.urls import clean_url
from copydesk.text.utf8 import is_valid_utf8

_SPACE = re.compile(r"[\r\n\t ]+")
_SPACES = re.compile(" +")
_OCTET = re.compile("%[0-9a-fA-F]{2}")
_REFERENCE = re.compile(r"&[^\n][^;\n]*+(;?)")
_NO_LOGIN = re.compile(r"[^a-zA-Z0-9 _.\-@]+")
_LOGIN_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_NO_KEY = re.compile("[^a-z0-9_-]+")
_NO_CLASS = re.compile("[^A-Za-z0-9_-]+")
_NO_MIME_TYPE = re.compile(r"[^-+*.a-zA-Z0-9/]+")
_COLOR = re.compile("#(?:[A-Fa-f0-9]{3}){1,2}")
_WEB_ADDRESS = re.compile("https?://", re.IGNORECASE | re.ASCII)


def clean_line(text: str) -> str:
    """One line without markup, encoded octets or double spaces; empty when it is not UTF-8."""
    return _clean_text(text, one_line=True)


def clean_lines(text: str) -> str:
    """The same for several lines: line breaks, tabs and spaces stay."""
    return _clean_text(text, one_line=False)


def _clean_text(text: str, *, one_line: bool) -> str:
    if not is_valid_utf8(text):
        return ""
    if "<" in text:
        text = strip_all_tags(escape_unended_tags(text)).replace("<\n", "&lt;\n")
    text = strip(_SPACE.sub(" ", text) if one_line else text)
    without_octets = remove_octets(text)
    return text if without_octets == text else strip(_SPACES.sub(" ", without_octets))


def clean_key(text: str) -> str:
    """Lower-case ASCII letters, digits, `_` and `-`."""
    return _NO_KEY.sub("", lower(text))


def clean_class(text: str, fallback: str = "") -> str:
    """A CSS class; the fallback, cleaned the same way, when nothing is left."""
    cleaned = _NO_CLASS.sub("", _OCTET.sub("", text))
    return clean_class(fallback) if not cleaned and fallback else cleaned


def clean_mime_type(text: str) -> str:
    return _NO_MIME_TYPE.sub("", text)


def clean_locale(text: str) -> str:
    return _NO_CLASS.sub("", text)


def clean_color(text: str) -> str | None:
    """A colour as `#` and three or six digits, or none at all; None when it is anything else."""
    return text if not text or _COLOR.fullmatch(text) else None


def clean_login(text: str, *, strict: bool = False) -> str:
    """A name to log in with; strict: ASCII only."""
    text = _OCTET.sub("", remove_accents(strip_all_tags(text)))
    text = _REFERENCE.sub(lambda found: "" if found[1] else found[0], text)
    if strict:
        text = _NO_LOGIN.sub("", text)
    return _LOGIN_SPACE.sub(" ", strip(text))


def clean_trackback_urls(text: str) -> str:
    """The web addresses of a list, one a line."""
    addresses = (clean_url(word) for word in _SPACE.split(strip(text)) if _WEB_ADDRESS.match(word))
    return "\n".join(addresses)
