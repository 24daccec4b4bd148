"""Links between answers: `_links` with compact names, and the `Link` header."""

from collections.abc import Iterable, Mapping
from typing import Any

NAMESPACE = "https://api.w.org/"
CURIES = ({"name": "wp", "href": NAMESPACE + "{rel}", "templated": True},)


def format_link_header(links: Iterable[tuple[str, Mapping[str, str]]]) -> str:
    """A `Link` header of (address, attributes): `rel` is quoted, other attributes are bare, as recorded.

    >>> format_link_header([("https://a.example/", {"rel": "next"})])
    '<https://a.example/>; rel="next"'
    """
    return ", ".join(
        f"<{address}>; "
        + "; ".join(
            f'{name}="{value}"' if name == "rel" else f"{name}={value}" for name, value in about.items()
        )
        for address, about in links
    )


def has_compact_names(links: Mapping[str, Any]) -> bool:
    """True when a name was compacted, so that `curies` must explain the prefix."""
    return any(name.startswith("wp:") for name in links)
