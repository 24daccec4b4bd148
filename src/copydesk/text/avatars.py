"""Addresses of people's pictures at Gravatar, found by the hash of an e-mail address."""

import hashlib
from collections.abc import Mapping

from copydesk.text.ascii import lower, strip
from copydesk.text.percent import encode_path
from copydesk.text.utf8 import to_bytes

SIZE = 96
# Addresses that hide the person's own: the hash stands before the `@`.
_HASHED = ("@md5.gravatar.com", "@sha256.gravatar.com")
_SAME_DEFAULT = {"mystery": "mm", "mysteryman": "mm", "": "mm"}


def avatar_url(
    email: str,
    size: int = SIZE,
    options: Mapping[str, str] | None = None,
    *,
    name: str = "",
    force_default: bool = False,
) -> str:
    """`options` hold the site's `avatar_default` and `avatar_rating`; `name` is for pictures of initials."""
    options = options or {}
    default = options.get("avatar_default", "mystery")
    default = _SAME_DEFAULT.get(default, default)
    parts = [f"s={abs(size) or SIZE}"]
    if default != "gravatar_default":
        parts.append(f"d={encode_path(default, safe='')}")
    if force_default:
        parts.append("f=y")
    parts.append(f"r={lower(options.get('avatar_rating', 'g'))}")
    initials = _initials(name or email.partition("@")[0]) if default == "initials" else ""
    if initials:
        parts.append(f"initials={encode_path(initials)}")
    return f"https://secure.gravatar.com/avatar/{_hash(email)}?{'&'.join(parts)}"


def _hash(email: str) -> str:
    if email.endswith(_HASHED):
        return email.rpartition("@")[0]
    email = lower(strip(email))
    return hashlib.sha256(to_bytes(email)).hexdigest() if email else ""


def _initials(name: str) -> str:
    """Of the first and the last word; of a single word its first two letters."""
    words = name.split()
    return words[0][0] + words[-1][0] if len(words) > 1 else name[:2]
