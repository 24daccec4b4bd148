"""Reads markup as a browser does and says what in it could run, load, or take over the page.

Stricter than browsers are today: schemes, elements and CSS that only old browsers obeyed count as well.
"""

import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

import html5lib
from html5lib.constants import DataLossWarning

ELEMENTS = frozenset(
    """
    annotation-xml applet base bgsound body embed event-source fencedframe form frame frameset iframe ilayer
    image import input isindex keygen layer link listing maction mglyph malignmark marquee meta noembed
    noframes noscript option param plaintext portal script select slot style svg template use xml xmp
    """.split()  # noqa: SIM905 - a wall of quotes would hide the names
)
ADDRESSES = frozenset(
    {
        "action", "archive", "background", "cite", "classid", "code", "codebase", "data", "dynsrc",
        "formaction", "href", "icon", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "src",
        "usemap", "xmlns",
    }
)  # fmt: skip
NEVER = frozenset({"autofocus", "http-equiv", "itemid", "itemtype", "srcdoc", "srcset", "is", "nonce"})
SCHEMES = frozenset(
    {
        "http", "https", "ftp", "ftps", "mailto", "news", "irc", "irc6", "ircs", "gopher", "nntp", "feed",
        "telnet", "mms", "rtsp", "sms", "svn", "tel", "fax", "xmpp", "webcal", "urn",
    }
)  # fmt: skip
OWN_DOCUMENT = re.compile(r"https?://files\.example/[^?#]*\.pdf")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
_SKIPPED = dict.fromkeys(map(ord, "\t\n\r"))
_BEFORE_ADDRESS = "".join(map(chr, range(0x21)))
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_CSS_COMMENT = re.compile(r"/\*.*?(\*/|\Z)", re.DOTALL)
_CSS_URL = re.compile(r"""(?:url|src)\(\s*['"]?([^)]*)""")
_CSS_RUNS = re.compile(r"expression\(|behaviou?r\s*:|-binding|progid:|-o-link|image-set")


@cache  # attacks leave much the same behind
def find_running(html: str) -> list[str]:
    """A line for everything found, in the markup and in what an editor would write after reading it."""
    document = _parse(html)
    found = list(_running_in(document))
    again = html5lib.serialize(document, quote_attr_values="always", omit_optional_tags=False)
    return found + [f"after a round trip: {line}" for line in _running_in(_parse(again))]


def is_bad_address(address: str) -> bool:
    address = address.strip(_BEFORE_ADDRESS).translate(_SKIPPED)
    scheme = _SCHEME.match(address)
    return scheme is not None and scheme[1].lower() not in SCHEMES


def _parse(html: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)  # names that no XML could hold
        return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def _running_in(document: Any) -> Iterator[str]:
    for element in document.iter():
        if not isinstance(element.tag, str):
            yield from _running_in_comment(element.text or "")
            continue
        name = element.tag.rpartition("}")[2].lower()
        attributes = {str(key).rpartition("}")[2].lower(): value for key, value in element.attrib.items()}
        if name in ELEMENTS - {"body"}:
            yield f"<{name}>"
        if name == "object" and not _is_harmless_object(attributes):
            yield f"<object> with {attributes}"
        if name == "body" and attributes:
            yield f"<body> with {attributes}"
        for key, value in attributes.items():
            if reason := _running_attribute(key, value):
                yield f"{reason} in <{name} {key}={value!r}>"


def _running_attribute(key: str, value: str) -> str:
    if key.startswith("on"):
        return "an event handler"
    if key in NEVER:
        return "an attribute that loads or acts"
    if key in ADDRESSES and is_bad_address(value):
        return "an address that runs"
    if key == "style" and _runs_as_css(value):
        return "CSS that runs"
    return ""


def _running_in_comment(text: str) -> Iterator[str]:
    """Old browsers read conditional comments as markup."""
    if text.lstrip().lower().startswith("[if") and "<" in text:
        yield f"<!--{text}-->"


def _is_harmless_object(attributes: dict[str, str]) -> bool:
    return not attributes.keys() & {"data", "classid", "code", "codebase", "archive"} or (
        attributes.get("type", "").lower() == "application/pdf"
        and OWN_DOCUMENT.fullmatch(attributes.get("data", "")) is not None
    )


def _runs_as_css(css: str) -> bool:
    css = _CSS_ESCAPE.sub(_css_character, css)
    css = _CSS_COMMENT.sub("", css).translate(_SKIPPED | {0: None}).lower()
    if _CSS_RUNS.search(css):
        return True
    return any(is_bad_address(address) for address in _CSS_URL.findall(css))


def _css_character(found: re.Match[str]) -> str:
    return chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2]
