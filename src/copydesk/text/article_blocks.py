"""The pieces a news article is made of, as clients and templates get them.

`html` is the piece's inner HTML unless said otherwise, balanced and otherwise as written; `text` is what a
reader sees of it, white space collapsed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text with its markup: a list's item, a quote's source."""

    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    html: str
    text: str
    anchor: str = ""
    kind: ClassVar[str] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    html: str
    text: str
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that is neither highlights nor links to other articles."""

    items: tuple[Inline, ...]
    is_ordered: bool = False
    kind: ClassVar[str] = "list"

    @property
    def text(self) -> str:
        return _join(item.text for item in self.items)


@dataclass(frozen=True, slots=True)
class Highlights:
    """What to remember of a section: a label and its list."""

    label: str
    items: tuple[Inline, ...]
    is_ordered: bool = False
    kind: ClassVar[str] = "highlights"

    @property
    def text(self) -> str:
        return _join([self.label, *(item.text for item in self.items)])


@dataclass(frozen=True, slots=True)
class RelatedLink:
    href: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """Where to read on."""

    label: str
    links: tuple[RelatedLink, ...]
    kind: ClassVar[str] = "related"

    @property
    def text(self) -> str:
        return _join([self.label, *(link.text for link in self.links)])


@dataclass(frozen=True, slots=True)
class Quote:
    said: Inline
    source: Inline | None = None
    kind: ClassVar[str] = "quote"

    @property
    def text(self) -> str:
        return _join([self.said.text, self.source.text if self.source else ""])


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, film, recording or embedded page. `html` is all of it, `text` its caption."""

    html: str
    text: str
    src: str = ""
    alt: str = ""
    kind: ClassVar[str] = "media"


@dataclass(frozen=True, slots=True)
class Table:
    """`html` is all of it; `rows` are the texts of its cells."""

    html: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Other:
    """What the grammar has no word for; `html` is all of it."""

    html: str
    text: str
    kind: ClassVar[str] = "other"


Block: TypeAlias = Heading | Paragraph | Listing | Highlights | Related | Quote | Media | Table | Other


def _join(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text)
