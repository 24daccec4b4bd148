"""What an address may begin with, and cutting off what it may not.

Browsers find a scheme behind tabs, controls and character references, so all of these count here. A bad
scheme is cut, and what is left is looked at again, for as long as that changes anything: the rest of
`javascript:javascript:x` must not become an address by losing its head. An address that is nested too
deeply to settle is dropped whole.
"""

import re
from collections.abc import Collection

from copydesk.text.ascii import lower, remove_controls, strip
from copydesk.text.entities import decode_numeric_entities

ALLOWED_PROTOCOLS = (
    "http", "https", "ftp", "ftps", "mailto", "news", "irc", "irc6", "ircs", "gopher", "nntp", "feed",
    "telnet", "mms", "rtsp", "sms", "svn", "tel", "fax", "xmpp", "webcal", "urn",
)  # fmt: skip

_MAX_CUTS = 6
_MAX_FEEDS = 2  # `feed:` wraps another address, which is looked at as well

_COLON = re.compile(r":|&#0*58(?:;|(?![0-9]))|&#x0*3a(?:;|(?![0-9a-f]))|&colon;", re.IGNORECASE | re.ASCII)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def cut_bad_protocol(address: str, protocols: Collection[str] = ALLOWED_PROTOCOLS) -> str:
    """The address without a scheme that is not among the protocols."""
    address = remove_controls(address)
    for protocol in ("https", "http"):
        if address.startswith(f"{protocol}://") and protocol in protocols:
            return address
    for _ in range(_MAX_CUTS):
        before, address = address, _cut_once(address, protocols, feeds=_MAX_FEEDS)
        if address == before:
            return address
    return ""


def _cut_once(address: str, protocols: Collection[str], *, feeds: int) -> str:
    colon = _COLON.search(address)
    if colon is None or "/?" in address[: colon.start()]:
        return address
    scheme = _read_scheme(address[: colon.start()])
    rest = strip(address[colon.end() :])
    if scheme not in protocols:
        return rest
    if scheme == "feed":
        rest = _cut_once(rest, protocols, feeds=feeds - 1) if feeds else ""
        if not rest:
            return ""
    return f"{scheme}:{rest}"


def _read_scheme(text: str) -> str:
    return lower(_SPACE.sub("", remove_controls(decode_numeric_entities(text))))
