"""A person's picture, as an `<img>`; where it comes from is in `avatars.py`."""

from collections.abc import Iterable

from copydesk.text.avatars import avatar_url
from copydesk.text.escape import escape_attribute
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

# Two attributes of every lazy picture; texts that run through the content steps get theirs there.
_LAZY = "loading='lazy' decoding='async'"


def avatar_image(
    email: str,
    size: int,
    rendering: Rendering,
    *,
    alt: str = "",
    classes: Iterable[str] = (),
    more: str = "",
) -> str:
    """Empty when the site shows no pictures of people; `more` are further attributes."""
    options = rendering.facts.site.options
    if options.get("show_avatars", "1") in ("", "0"):
        return ""
    names = ["avatar", f"avatar-{size}", "photo", *(() if email else ("avatar-default",)), *classes]
    added = "" if rendering.in_content else _LAZY
    attributes = f"{more} {added}" if more and added else more or added
    return (
        f"<img alt='{escape_attribute(alt)}' src='{escape_url(avatar_url(email, size, options))}' "
        f"srcset='{escape_url(avatar_url(email, size * 2, options))} 2x' "
        f"class='{escape_attribute(' '.join(names))}' height='{size}' width='{size}' {attributes}/>"
    )
