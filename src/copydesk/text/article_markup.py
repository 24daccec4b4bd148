"""HTML as a light tree, for reading the structure of an article.

Not a browser's parser: it keeps every piece of source as it was written, so that what is not understood can
be shown unchanged, and it repairs only what would hide structure. Three rules do that:

- a `<p>` ends where a block begins, a `<li>` or `<a>` where the next one begins;
- a closing tag closes everything opened since its opening one, and is ignored when there is none;
- what is still open at the end is closed.

A tag that never ends, a lone `<` and an unfinished comment are text. Whole comments are dropped: they show
nothing. Nothing here recurses and every step is linear, whatever the nesting; hence the explicit stacks, and
hence each open element remembering which paragraph and which list item around it would have to be closed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TypeAlias

from copydesk.text.article_rules import BLOCKS, LISTS, RAW, SCOPES, UNSEEN, VOID

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_TAG_STOP = re.compile(r">|=\s*[\"']")
_RAW_ENDS = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in RAW}
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")


@dataclass(slots=True, eq=False)
class Element:
    """A tag with what is inside; `opening` is the start tag as written."""

    tag: str
    opening: str
    empty: bool = False
    children: list["Node"] = field(default_factory=list)
    has_block: bool = False

    def attribute(self, name: str) -> str:
        """The value, unescaped; empty when the attribute is missing."""
        for match in _ATTRIBUTE.finditer(self.opening, len(self.tag) + 1):
            if match[1].lower() == name:
                value = match[2] or ""
                return unescape(value[1:-1] if value[:1] in ("'", '"') else value)
        return ""

    def classes(self) -> frozenset[str]:
        return frozenset(self.attribute("class").split())


Node: TypeAlias = Element | str


@dataclass(slots=True)
class _Open:
    """An element being filled. The numbers are the depths of those that a new one ends; 0: none."""

    element: Element
    paragraph: int = 0
    item: int = 0
    link: int = 0


_NOTHING = _Open(Element("", ""))


def parse_markup(html: str) -> Element:
    """The tree of a piece of HTML, under a root without a tag."""
    builder = _Builder()
    for text, tag, source in _Source(html).cut():
        if text:
            builder.add_text(text)
        if tag.startswith("/"):
            builder.close(tag[1:])
        elif tag:
            builder.open(tag, source)
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Element("", "")
        self._stack = [_Open(self.root)]
        self._count: Counter[str] = Counter()

    def add_text(self, text: str) -> None:
        self._stack[-1].element.children.append(text)

    def open(self, tag: str, source: str) -> None:
        around = self._stack[-1]
        if tag in BLOCKS:
            if around.paragraph:
                self._cut(around.paragraph)
            elif tag == "li" and around.item:
                self._cut(around.item)
        elif tag == "a" and around.link:
            self._cut(around.link)
        empty = tag in VOID or (tag not in BLOCKS and tag not in RAW and _is_closed(tag, source))
        element = Element(tag, source, empty)
        self._stack[-1].element.children.append(element)
        if tag in BLOCKS:
            self._mark()
        if not empty:
            self._push(element)

    def close(self, tag: str) -> None:
        if self._count[tag]:
            depth = next(i for i in range(len(self._stack) - 1, 0, -1) if self._stack[i].element.tag == tag)
            self._cut(depth)

    def _push(self, element: Element) -> None:
        around, depth, tag = self._stack[-1], len(self._stack), element.tag
        if tag in SCOPES:
            around = _NOTHING
        paragraph = depth if tag == "p" else around.paragraph
        item = depth if tag == "li" else 0 if tag in LISTS else around.item
        link = depth if tag == "a" else around.link
        self._stack.append(_Open(element, paragraph, item, link))
        self._count[tag] += 1

    def _cut(self, depth: int) -> None:
        while len(self._stack) > depth:
            self._count[self._stack.pop().element.tag] -= 1

    def _mark(self) -> None:
        for entry in reversed(self._stack):
            if entry.element.has_block:
                return
            entry.element.has_block = True


def _is_closed(tag: str, source: str) -> bool:
    """`<path d="…"/>`; but in `<a href=/b/>` the slash is the value's."""
    return source.endswith("/>") and (source[-3] in "\"' \t\n" or len(source) == len(tag) + 3)


class _Source:
    """The source cut at its tags. The flags remember what a search to the end did not find, so that no second
    one is made."""

    def __init__(self, html: str) -> None:
        self.html = html
        self._last_end = html.rfind(">")
        self._has_quotes = True
        self._has_comments = True
        self._unended: set[str] = set()

    def cut(self) -> Iterator[tuple[str, str, str]]:
        """The text before a tag, the tag's name (with a slash when it closes), its source."""
        written = scan = 0
        while 0 <= (at := self.html.find("<", scan)) < self._last_end:
            tag, end = self._read_tag(at)
            if end == at:
                scan = at + 1
                continue
            yield self.html[written:at], tag, self.html[at:end]
            written = scan = end
            if tag in RAW and (raw := self._raw_end(tag, end)) > end:
                yield self.html[end:raw], "", ""
                written = scan = raw
        yield self.html[written:], "", ""

    def _read_tag(self, at: int) -> tuple[str, int]:
        """The tag's name and its end; no name for a comment, no length for a mere `<`."""
        html = self.html
        if html.startswith("<!--", at):
            end = html.find("-->", at + 4) if self._has_comments else -1
            self._has_comments = end >= 0
            return "", end + 3 if end >= 0 else at
        if html[at + 1] in "!?":
            return "", html.index(">", at) + 1
        if match := _TAG.match(html, at):
            return (match[1] + match[2]).lower(), self._tag_end(at, match.end())
        return "", at

    def _tag_end(self, at: int, position: int) -> int:
        while self._has_quotes and (stop := _TAG_STOP.search(self.html, position)):
            if stop[0] == ">":
                return stop.end()
            position = self.html.find(stop[0][-1], stop.end()) + 1
            self._has_quotes = position > 0
        self._has_quotes = False
        return self.html.index(">", at) + 1

    def _raw_end(self, tag: str, position: int) -> int:
        if tag not in self._unended and (match := _RAW_ENDS[tag].search(self.html, position)):
            return match.start()
        self._unended.add(tag)
        return position


def walk(nodes: Iterable[Node]) -> Iterator[tuple[Node, bool]]:
    """Every node in source order; an element twice, the second time (True) when it ends."""
    stack = [iter(nodes)]
    parents: list[Element] = []
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if parents:
                yield parents.pop(), True
            continue
        yield node, False
        if isinstance(node, Element):
            parents.append(node)
            stack.append(iter(node.children))


def write_markup(nodes: Iterable[Node]) -> str:
    """HTML again, every element closed."""
    parts = []
    for node, ends in walk(nodes):
        if isinstance(node, str):
            parts.append(node)
        elif not ends:
            parts.append(node.opening)
        elif not node.empty:
            parts.append(f"</{node.tag}>")
    return "".join(parts).strip()


def read_text(nodes: Iterable[Node]) -> str:
    """What a reader sees, white space collapsed; blocks and line breaks part words, inline tags do not."""
    parts: list[str] = []
    hidden = 0
    for node, ends in walk(nodes):
        if isinstance(node, str):
            if not hidden:
                parts.append(node)
            continue
        if node.tag in UNSEEN:
            hidden += -1 if ends else 1
        if node.tag in BLOCKS or node.tag == "br":
            parts.append(" ")
    return " ".join(unescape("".join(parts)).split())


def find_elements(nodes: Iterable[Node], tags: frozenset[str]) -> Iterator[Element]:
    """The elements of these tags, at any depth, in source order."""
    for node, ends in walk(nodes):
        if isinstance(node, Element) and not ends and node.tag in tags:
            yield node
