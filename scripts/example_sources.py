"""The sample newsroom's sources: a head of `key: value` lines, a blank line, and a text in light markup.

    ## A heading            - an item            > a quotation
                            1. a numbered one    > -- who said it
    *emphasis*   [a link](slug-of-another-post)   ![1238](a picture by its id, with this caption)

Lines that begin with a tag are HTML already. Quotation marks and dashes are typed straight: the texts are
curled as WordPress curls them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from copydesk.text.texturize import texturize

Figure = Callable[[int, str], str]


@dataclass(frozen=True)
class Source:
    """One text with its head; `slug` is the file's name."""

    slug: str
    head: dict[str, str]
    body: str

    def list(self, key: str) -> list[str]:
        return [item.strip() for item in self.head.get(key, "").split(",") if item.strip()]


def read_sources(folder: Path) -> list[Source]:
    """All texts of a folder, oldest id first."""
    sources = [read_source(path) for path in folder.glob("*.md")]
    return sorted(sources, key=lambda source: int(source.head["id"]))


def read_source(path: Path) -> Source:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (line.split(": ", 1) for line in head.splitlines())
    fields = {key: value[1:-1] if re.fullmatch('".*"', value) else value for key, value in pairs}
    return Source(path.stem, fields, body.strip())


@dataclass(frozen=True)
class Markup:
    """How a text becomes HTML on this site: where its links lead and what its pictures look like."""

    home: str
    figure: Figure
    pasted: bool = False  # items wrapped in paragraphs, as texts come from other editors
    blocks: bool = False  # as the block editor writes, rather than the classic one

    def render(self, body: str) -> str:
        """`content.rendered`."""
        pieces = [self._block(block) for block in re.split(r"\n\n+", body)]
        html = texturize("\n\n\n\n".join(pieces) if self.blocks else "\n".join(pieces))
        return f"\n{html}\n" if self.blocks else f"{html}\n"

    def _block(self, block: str) -> str:
        if block.startswith("<"):
            return block
        if heading := re.match(r"(##+) (.*)", block):
            level = len(heading[1])
            return f"<h{level}{self._class('heading')}>{self._inline(heading[2])}</h{level}>"
        if block.startswith(("- ", "1. ")):
            return self._items(block)
        if block.startswith("> "):
            return self._quote(block)
        if picture := re.fullmatch(r"!\[(\d+)\]\((.*)\)", block):
            return self.figure(int(picture[1]), picture[2])
        return f"<p{self._class('paragraph')}>{self._inline(block)}</p>"

    def _class(self, name: str) -> str:
        return f' class="wp-block-{name}"' if self.blocks else ""

    def _items(self, block: str) -> str:
        tag = "ul" if block.startswith("-") else "ol"
        texts = [self._inline(re.sub(r"^(?:- |\d+\. )", "", line)) for line in block.splitlines()]
        items = [f"<li>\n<p>{text}</p>\n</li>" if self.pasted else f"<li>{text}</li>" for text in texts]
        return "\n".join([f"<{tag}>", *items, f"</{tag}>"])

    def _quote(self, block: str) -> str:
        said, _, source = block.replace("\n> ", "\n")[2:].partition("\n-- ")
        return f"<blockquote>\n<p>{self._inline(said)}</p>\n<p><cite>{source}</cite></p>\n</blockquote>"

    def _inline(self, text: str) -> str:
        text = re.sub(r"\*([^*]+)\*", r"<em>\1</em>", text)
        return re.sub(r"\[([^]]+)\]\(([^)]+)\)", rf'<a href="{self.home}/\2/">\1</a>', text)


def excerpt(content: str, manual: str = "") -> str:
    """`excerpt.rendered`: the manual one, or the first 55 words."""
    if manual:
        return f"<p>{texturize(manual)}</p>\n"
    words = re.sub(r"<[^>]+>", "", content).split()
    return f"<p>{' '.join(words[:55])}{' [&hellip;]' if len(words) > 55 else ''}</p>\n"


def comment_html(text: str) -> str:
    paragraphs = re.sub(r"\*([^*]+)\*", r"<em>\1</em>", text).split("\n\n")
    return texturize("\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)) + "\n"


def name_html(name: str) -> str:
    """A name as it is stored: only `&` and brackets are escaped."""
    return escape(name, quote=False)


def slug_of(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
