"""Kinds of files: which extensions a library takes, and the MIME type of each.

Programs are never taken; HTML and JavaScript only from those who may post any HTML.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from copydesk.media.kinds_rules import NEEDS_UNFILTERED_HTML, NEVER, TYPES

_EXTENSION = re.compile(r"\.([a-z0-9-]+)\Z", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Kind:
    """What a file is, by its name. The extension is spelled as in the name."""

    extension: str
    mime_type: str


@dataclass(frozen=True)
class Kinds:
    """The extensions one may upload, in lower case, with their MIME types."""

    types: Mapping[str, str]

    def of(self, filename: str) -> Kind | None:
        """The kind of a file name, or None when it is not among these."""
        found = _EXTENSION.search(filename)
        mime_type = self.types.get(found[1].lower()) if found else None
        return Kind(found[1], mime_type) if found and mime_type else None

    @cached_property
    def extensions(self) -> frozenset[str]:
        return frozenset(self.types)


ALL_KINDS = Kinds(TYPES)
KINDS_WITH_HTML = Kinds({name: kind for name, kind in TYPES.items() if name not in NEVER})
KINDS = Kinds({name: kind for name, kind in TYPES.items() if name not in NEVER | NEEDS_UNFILTERED_HTML})


def allowed_kinds(*, unfiltered_html: bool) -> Kinds:
    """What somebody may upload."""
    return KINDS_WITH_HTML if unfiltered_html else KINDS
