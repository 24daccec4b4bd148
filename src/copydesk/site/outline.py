"""An article as the page lays it out: parts with headings of sound levels, highlights beside the text where
there is room for them, places set into the first paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.text.article import Article
from copydesk.text.article_blocks import Block, Heading
from copydesk.text.article_dateline import Dateline

BESIDE_RATIO = 0.8  # highlights stand beside their section when they are not longer than this part of it
BESIDE_MINIMUM = 240  # characters; a shorter section has no room for anything beside it


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or what comes before the first one. `level` is that of its heading on the page."""

    heading: Heading | None
    level: int
    blocks: tuple[Block, ...]

    @property
    def has_highlights_beside(self) -> bool:
        highlights = [block for block in self.blocks if block.kind == "highlights"]
        text = sum(len(block.text) for block in self.blocks if block.kind in ("paragraph", "list"))
        if len(highlights) != 1 or self.heading is None:
            return False
        return text >= BESIDE_MINIMUM and len(highlights[0].text) <= BESIDE_RATIO * text


def lay_out(article: Article) -> Iterator[Part]:
    """The parts in order.

    No level is skipped: the page's own heading is the first, a section's the second, and a third-level one
    stays third only below a second.
    """
    if article.lead:
        yield Part(None, 1, article.lead)
    has_second = False
    for section in article.sections:
        is_third = section.heading.level == 3 and has_second
        has_second = has_second or not is_third
        yield Part(section.heading, 3 if is_third else 2, section.blocks)


def opens_with_text(article: Article) -> bool:
    return bool(article.lead) and article.lead[0].kind == "paragraph"


def format_place(dateline: Dateline) -> str:
    """The dateline as it runs into the first paragraph: `OSLO, May 4 (R&T)`, or the places alone."""
    places = "/".join(dateline.places)
    day = f", {dateline.date}" if dateline.date and not dateline.label else ""
    agency = f" ({dateline.agency})" if dateline.agency else ""
    return f"{places}{day}{agency}"
