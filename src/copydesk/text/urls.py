"""Addresses made fit to print in a page, and to store.

Nothing is decoded or rebuilt: characters that no address holds are dropped, an address without a scheme
gets one, and an address with a scheme nobody allowed is no address at all. A colon decides: whatever
stands before the first one is taken for a scheme, so `example.com:80` is refused.
"""

import re
from collections.abc import Sequence

from copydesk.text.ascii import WHITE_SPACE, lower
from copydesk.text.entities import normalize_entities
from copydesk.text.percent import remove_octets
from copydesk.text.protocols import ALLOWED_PROTOCOLS, cut_bad_protocol

_NO_ADDRESS = re.compile(r"[^a-zA-Z0-9\-~+_.?#=!&;,/:%@$|*'()\[\]\u0080-\U0010ffff]+")
_PHP_FILE = re.compile(r"[a-zA-Z0-9-]+\.[pP][hH][pP]")
_AUTHORITY = re.compile(r"(?:[^:/?#\[\]]*:)?//[^/?#]*")


def escape_url(address: str, protocols: Sequence[str] = ALLOWED_PROTOCOLS) -> str:
    """The address as it stands in a page, `&` and `'` escaped; empty when it is not allowed."""
    return _clean(address, protocols, for_display=True)


def clean_url(address: str, protocols: Sequence[str] = ALLOWED_PROTOCOLS) -> str:
    """The address as it is stored or sent; empty when it is not allowed."""
    return _clean(address, protocols, for_display=False)


def _clean(address: str, protocols: Sequence[str], *, for_display: bool) -> str:
    address = _NO_ADDRESS.sub("", address.lstrip(WHITE_SPACE).replace(" ", "%20"))
    if lower(address[:7]) != "mailto:":
        address = remove_octets(address, "0", "aAdD")  # line ends
    address = address.replace(";//", "://")
    if not address:
        return ""
    if _lacks_scheme(address):
        address = f"{'https' if protocols[0] == 'https' else 'http'}://{address}"
    if for_display:
        address = normalize_entities(address).replace("&amp;", "&#038;").replace("'", "&#039;")
    address = _encode_brackets(address)
    if address.startswith("/"):
        return address
    good = cut_bad_protocol(address, protocols)
    return good if lower(good) == lower(address) else ""


def _lacks_scheme(address: str) -> bool:
    return ":" not in address and address[0] not in "/#?" and not _PHP_FILE.match(address)


def _encode_brackets(address: str) -> str:
    """Brackets belong to the host, around IPv6 addresses; anywhere behind it they are encoded."""
    if "[" not in address and "]" not in address:
        return address
    authority = _AUTHORITY.match(address)
    end = authority.end() if authority else 0
    return address[:end] + address[end:].replace("[", "%5B").replace("]", "%5D")
