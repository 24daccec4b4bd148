"""The eight secrets of a site, and the hash that everything signed with them begins with.

They stand in `wp-config.php` (or the `[keys]` of our own settings) under the names in `KEY_NAMES`. A cookie
or nonce is good on both sides as long as both sides hold the same eight.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from copydesk.text.utf8 import to_bytes

Scheme: TypeAlias = Literal["auth", "secure_auth", "logged_in", "nonce"]
SCHEMES: tuple[Scheme, ...] = ("auth", "secure_auth", "logged_in", "nonce")
KEY_NAMES = tuple(f"{scheme.upper()}_{kind}" for kind in ("KEY", "SALT") for scheme in SCHEMES)


@dataclass(frozen=True)
class Keys:
    """For each scheme its key and its salt, one after the other."""

    auth: str
    secure_auth: str
    logged_in: str
    nonce: str

    @classmethod
    def of(cls, named: Mapping[str, str]) -> "Keys":
        """The keys under the names that `wp-config.php` gives them."""
        return cls(*(named[f"{scheme.upper()}_KEY"] + named[f"{scheme.upper()}_SALT"] for scheme in SCHEMES))

    @classmethod
    def find(cls, named: Mapping[str, str]) -> "Keys | None":
        """The keys, unless one of them is missing."""
        return cls.of(named) if named.keys() >= set(KEY_NAMES) else None

    def sign(self, data: str, scheme: Scheme = "auth", algorithm: str = "md5") -> str:
        """WordPress's keyed hash of a text, in hex."""
        secret: str = getattr(self, scheme)
        return hmac.new(secret.encode(), to_bytes(data), algorithm).hexdigest()
