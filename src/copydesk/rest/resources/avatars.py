"""Avatars of users and of those who comment: pictures by Gravatar in three sizes."""

from collections.abc import Mapping

from copydesk.content.site import Site
from copydesk.text.avatars import avatar_url
from copydesk.wire.schema import Schema, mapping, string

SIZES = (24, 48, 96)

AVATARS: Schema = mapping(
    "Addresses of the avatar.",
    {
        str(size): {
            **string(f"The avatar of {size} pixels.", format="uri"),
            "context": ["embed", "view", "edit"],
        }
        for size in SIZES
    },
)

# False stands where another site speaks and not a person.
AVATARS_OF_COMMENTS: Schema = mapping(
    "Addresses of the avatar.", {str(size): {"type": ["string", "boolean"]} for size in SIZES}
)


def shows_avatars(site: Site) -> bool:
    return site.option("show_avatars", "1") not in ("", "0")


def avatar_urls(email: str, site: Site, name: str = "") -> Mapping[str, str]:
    """The addresses by size."""
    return {str(size): avatar_url(email, size, site.options, name=name) for size in SIZES}
