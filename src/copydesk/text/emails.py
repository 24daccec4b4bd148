"""Addresses of mail: judged, and repaired.

Both know the old ASCII shape only: one `@` with something before it, a domain of at least two parts.
"""

import re

_MIN_LENGTH = 6
_LOCAL = re.compile(r"[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]+")
_NO_LOCAL = re.compile(r"[^a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]+")
_DOMAIN = re.compile(
    r"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+"
)
_NO_LABEL = re.compile(r"[^a-zA-Z0-9-]+")
_DOTS = re.compile(r"\.{2,}")
_AROUND = " \t\n\r\0\v"


def is_email(text: str) -> bool:
    local, _, domain = text.partition("@")
    return len(text) >= _MIN_LENGTH and bool(_LOCAL.fullmatch(local)) and bool(_DOMAIN.fullmatch(domain))


def clean_email(text: str) -> str:
    """The address without what no address holds; empty when that leaves none."""
    if len(text) < _MIN_LENGTH:
        return ""
    local, _, domain = text.partition("@")
    local = _NO_LOCAL.sub("", local)
    parts = _DOTS.sub("", domain).strip(_AROUND + ".").split(".")
    labels = [_NO_LABEL.sub("", part.strip(_AROUND + "-")) for part in parts]
    labels = [label for label in labels if label]
    return f"{local}@{'.'.join(labels)}" if local and len(labels) > 1 else ""
