"""Links of a text: whose they are, what search engines shall think of them, how to write them shorter."""

import re

from copydesk.text.ascii import lower
from copydesk.text.escape import escape_attribute
from copydesk.text.kses_attributes import Attributes, parse_attributes
from copydesk.text.kses_rules import ADDRESS_ATTRIBUTES
from copydesk.text.protocols import ALLOWED_PROTOCOLS, cut_bad_protocol
from copydesk.text.utf8 import to_bytes

# A tag ends at its first `>`, quoted or not, and on its own line; what has no end is stepped over.
_LINK = re.compile(r"<a (?:([^\n][^>\n]*)>|[^>\n]*)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?:[^/?#]*@)?(?P<host>\[[^\]/?#]*\]|[^/?#:]+)(?::[0-9]{0,5})?(?:[/?#]|\Z)"
)
_SCHEME_AND_HOST = re.compile(r"(?:https?:)?//[^/]+", re.IGNORECASE)
_SHORT_BYTES = 35


def is_own_link(address: str, home: str) -> bool:
    """Whether an address with a scheme leads to the host of the site."""
    found, own = _ADDRESS.match(lower(address)), _ADDRESS.match(lower(home))
    if not found or not own or found["scheme"] not in ALLOWED_PROTOCOLS:
        return False
    return found["host"] == own["host"]


def add_rel(html: str, rel: str, home: str) -> str:
    """Adds `nofollow`, or `nofollow ugc`, to the rel of each link; links to the site itself are followed.

    A link that has a rel is written anew, double quotes and all. The others keep their spelling.
    """

    def relate(found: re.Match[str]) -> str:
        return f"<a {_related(found[1], rel, home)}>" if found[1] else found[0]

    return _LINK.sub(relate, html)


def shorten_url(address: str, limit_bytes: int = _SHORT_BYTES) -> str:
    """An address as link text: no scheme, no www, no slash at the end, and not too long."""
    for needless in ("https://", "http://", "www."):
        address = address.replace(needless, "")
    address = address.rstrip("/\\")
    written = to_bytes(address)
    if len(written) <= limit_bytes:
        return address
    return written[: limit_bytes - 3].decode("utf-8", "surrogateescape") + "&hellip;"


def make_relative(address: str) -> str:
    """The address without scheme and host; what has no host stays as it is."""
    return _SCHEME_AND_HOST.sub("", address, count=1) if _SCHEME_AND_HOST.match(address) else address


def _related(written: str, rel: str, home: str) -> str:
    attributes = parse_attributes(written)
    if is_own_link(attributes.get("href") or "", home):
        rel = rel.replace("nofollow", "").strip()
    if "rel" in attributes:
        words = (attributes.pop("rel") or "").split(" ") + rel.split(" ")
        rel = " ".join(dict.fromkeys(words))
        written = _write(attributes)
    return f'{written} rel="{escape_attribute(rel)}"' if rel else written


def _write(attributes: Attributes) -> str:
    return " ".join(
        name if value is None else f'{name}="{escape_attribute(_clean(name, value))}"'
        for name, value in attributes.items()
    )


def _clean(name: str, value: str) -> str:
    return cut_bad_protocol(value) if name in ADDRESS_ATTRIBUTES else value
