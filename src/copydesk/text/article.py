"""The structure of a news article, read from its HTML.

The articles are plain HTML, but written by a house rule that readers see as structure:

    article    = [dateline] {p|media|quote|related} {section}
    section    = h2|h3 {p|media|quote|table|highlights|related}
    highlights = a label such as "Highlights" or "Key Takeaways", directly followed by a list
    related    = "Also Read :" and links, or that label and a list of links

Reading goes in three steps. The markup becomes a tree (`article_markup`). The tree is laid out flat: wrappers
without meaning are opened, rules and empty paragraphs dropped, text between blocks gathered into paragraphs
(`article_layout`). Then each block is recognised, with a look at the one after it where a label may announce
it (`article_recognise`); the first one may carry the dateline (`article_dateline`).

Two things never happen. Nothing fails: what is not recognised is kept whole as `Other`. And nothing that
could be read is lost: every word is in `Article.text`, once and in order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from copydesk.text.article_blocks import Block, Heading
from copydesk.text.article_dateline import Dateline, parse_own_line, parse_run_in
from copydesk.text.article_layout import lay_out
from copydesk.text.article_markup import Element, Node, parse_markup, read_text
from copydesk.text.article_recognise import recognise

SECTION_LEVELS = (1, 2, 3)

_CHARACTER = re.compile(r"&[#\w]{1,32};?|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next one."""

    heading: Heading
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """`lead` is what comes before the first heading."""

    dateline: Dateline | None
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks in order, headings among them."""
        yield from self.lead
        for section in self.sections:
            yield section.heading
            yield from section.blocks

    @property
    def text(self) -> str:
        """Every word, in order: a line for the dateline and for each block."""
        lines = [self.dateline.text] if self.dateline else []
        return "\n".join([*lines, *(block.text for block in self.blocks)])


def read_article(html: str) -> Article:
    """What an article's HTML (`content.rendered`) says by its structure."""
    dateline, elements = _take_dateline(list(lay_out(parse_markup(html))))
    lead: list[Block] = []
    sections: list[tuple[Heading, list[Block]]] = []
    for block in recognise(elements):
        if isinstance(block, Heading) and block.level in SECTION_LEVELS:
            sections.append((block, []))
        else:
            (sections[-1][1] if sections else lead).append(block)
    return Article(dateline, tuple(lead), tuple(Section(head, tuple(blocks)) for head, blocks in sections))


def _take_dateline(elements: list[Element]) -> tuple[Dateline | None, list[Element]]:
    if not elements or elements[0].tag != "p":
        return None, elements
    first, rest = elements[0], elements[1:]
    line, below = _split_line(first.children)
    if dateline := parse_own_line(read_text(line)):
        return dateline, [replace(first, children=below), *rest] if read_text(below) else rest
    if run_in := parse_run_in(_raw_text(first.children)):
        return run_in[0], [replace(first, children=_skip(first.children, run_in[1])), *rest]
    return None, elements


def _split_line(nodes: Sequence[Node]) -> tuple[Sequence[Node], list[Node]]:
    """The nodes before and after the first line break."""
    for index, node in enumerate(nodes):
        if isinstance(node, Element) and node.tag == "br":
            return nodes[:index], list(nodes[index + 1 :])
    return nodes, []


def _raw_text(nodes: Sequence[Node]) -> str:
    return "".join(unescape(text) for text, _ in _texts(nodes))


def _skip(nodes: Sequence[Node], count: int) -> list[Node]:
    """The nodes without their first `count` characters of text, of which there are more.

    Elements around the cut are opened anew.
    """
    texts = _texts(nodes)
    text, path = next(texts)
    while count >= (shown := len(unescape(text))):
        count -= shown
        text, path = next(texts)
    rest: list[Node] = [text[_source_length(text, count) :]]
    children, index = path[-1]
    rest += children[index + 1 :]
    for children, index in reversed(path[:-1]):
        around = children[index]
        assert isinstance(around, Element)
        rest = [replace(around, children=rest), *children[index + 1 :]]
    return rest


def _texts(nodes: Sequence[Node]) -> Iterator[tuple[str, list[tuple[Sequence[Node], int]]]]:
    """Each text with the way to it: the lists of nodes it lies in and the places in them."""
    path: list[tuple[Sequence[Node], int]] = [(nodes, 0)]
    while path:
        children, index = path[-1]
        if index == len(children):
            path.pop()
            if path:
                path[-1] = (path[-1][0], path[-1][1] + 1)
            continue
        node = children[index]
        if isinstance(node, Element):
            path.append((node.children, 0))
            continue
        yield node, path
        path[-1] = (children, index + 1)


def _source_length(text: str, count: int) -> int:
    """How much source the first `count` characters take: an entity is one character."""
    position = shown = 0
    while shown < count and (match := _CHARACTER.match(text, position)):
        shown += len(unescape(match[0]))
        position = match.end()
    return position
