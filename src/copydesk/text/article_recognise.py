"""What each block of an article is: tag by tag, and by the words that announce a list.

A label announces only what directly follows it. "Read more" on its own is an ordinary link, whoever wrote it:
a label stands outside the link, and a bare verb needs a colon or a title of some length to be one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from copydesk.text.article_blocks import (
    Block,
    Heading,
    Highlights,
    Inline,
    Listing,
    Media,
    Other,
    Paragraph,
    Quote,
    Related,
    RelatedLink,
    Table,
)
from copydesk.text.article_markup import Element, Node, find_elements, read_text, walk, write_markup
from copydesk.text.article_rules import EMBEDS, HEADINGS, LISTS, MEDIA, MEDIA_BOXES, SOURCES

LABEL_LIMIT = 40  # a label is shorter than this

_HIGHLIGHTS = re.compile(
    r"(?:key\s+)?(?:highlights|takeaways|points|features|facts|at a glance)\s*:?", re.IGNORECASE
)
_RELATED = re.compile(
    r"(?P<label>(?P<which>(?:also|must|related)\s+)?(?:read|check|see|watch)(?P<more>\s+(?:also|more))?)"
    r"\s*(?P<stop>[:|–—-]?)\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[—–―]\s*\w.{0,80}")
_SEPARATORS = re.compile(r"[\s|/,;.&•·»→–—-]*")


def recognise(elements: Sequence[Element]) -> Iterator[Block]:
    """The blocks; a label and its list are one."""
    announced = False
    for element, after in zip_longest(elements, elements[1:]):
        if announced:
            announced = False
            continue
        block = _announce(element, after) if after and after.tag in LISTS else None
        announced = block is not None
        yield block or _recognise_one(element)


def _announce(element: Element, listed: Element) -> Block | None:
    if element.tag != "p" and element.tag not in HEADINGS:
        return None
    text = read_text(element.children)
    if len(text) >= LABEL_LIMIT:
        return None
    if _HIGHLIGHTS.fullmatch(text):
        return Highlights(text.rstrip(": "), _items(listed), listed.tag == "ol")
    if (match := _RELATED.fullmatch(text)) and (links := _only_links(listed.children)):
        return Related(match["label"], links)
    return None


def _recognise_one(element: Element) -> Block:
    tag = element.tag
    if tag == "p":
        return _paragraph(element)
    if tag in HEADINGS:
        return _heading(element)
    if tag in LISTS:
        return Listing(_items(element), tag == "ol")
    if tag == "blockquote" and not EMBEDS & element.classes():
        return _quote(element.children)
    if tag == "figure":
        return _figure(element)
    if tag == "table":
        return _table(element)
    if tag in MEDIA or MEDIA_BOXES & element.classes():
        return _media([element])
    return _other(element)


def _paragraph(element: Element) -> Block:
    text = read_text(element.children)
    if not text:
        return _media(element.children) if _has(element, MEDIA) else _other(element)
    return _related_line(element) or Paragraph(write_markup(element.children), text)


def _heading(element: Element) -> Block:
    text = read_text(element.children)
    if not text:
        return _media(element.children)
    return Heading(int(element.tag[1]), write_markup(element.children), text, element.attribute("id"))


def _related_line(element: Element) -> Related | None:
    around = _around_links(element.children)
    if around is None or not (match := _RELATED.fullmatch(around[0].lstrip())):
        return None
    if not all(_SEPARATORS.fullmatch(text) for text in around[1:]):
        return None
    links = _links(element.children)
    if match["which"] or match["stop"] or len(links) > 1 or len(links[0].text.split()) > 2:
        return Related(match["label"], links)
    return None


def _only_links(nodes: Iterable[Node]) -> tuple[RelatedLink, ...]:
    """The links, when there is nothing but links; otherwise none."""
    around = _around_links(nodes)
    is_pure = around is not None and all(_SEPARATORS.fullmatch(text) for text in around)
    return _links(nodes) if is_pure else ()


def _around_links(nodes: Iterable[Node]) -> list[str] | None:
    """The texts before, between and after the links; None without links, or with pictures among the text."""
    texts: list[list[Node]] = [[]]
    depth = 0
    for node, ends in walk(nodes):
        if isinstance(node, str):
            if not depth:
                texts[-1].append(node)
        elif node.tag in MEDIA:
            return None
        elif node.tag == "a":
            depth += -1 if ends else 1
            if not depth:
                texts.append([])
    return [read_text(text) for text in texts] if len(texts) > 1 else None


def _links(nodes: Iterable[Node]) -> tuple[RelatedLink, ...]:
    """The links with text; one that got into another is part of it."""
    found: list[RelatedLink] = []
    depth = 0
    for node, ends in walk(nodes):
        if isinstance(node, str) or node.tag != "a":
            continue
        depth += -1 if ends else 1
        if depth == 1 and not ends and (text := read_text(node.children)):
            found.append(RelatedLink(node.attribute("href"), write_markup(node.children), text))
    return tuple(found)


def _items(listed: Element) -> tuple[Inline, ...]:
    """A list's items; text that lies between them is an item too."""
    items: list[list[Node]] = []
    is_loose = False
    for node in listed.children:
        if isinstance(node, Element) and node.tag == "li":
            items.append(_unwrap_paragraph(node.children))
            is_loose = False
        elif is_loose:
            items[-1].append(node)
        else:
            items.append([node])
            is_loose = True
    written = (Inline(write_markup(item), read_text(item)) for item in items)
    return tuple(item for item in written if item.html)


def _unwrap_paragraph(nodes: list[Node]) -> list[Node]:
    shown = [node for node in nodes if isinstance(node, Element) or node.strip()]
    if len(shown) == 1 and isinstance(shown[0], Element) and shown[0].tag == "p":
        return shown[0].children
    return nodes


def _quote(nodes: Sequence[Node], caption: Sequence[Node] = ()) -> Quote:
    said, source = list(nodes), list(caption)
    while said and (_is_blank(said[-1]) or _is_source(said[-1]) or (not source and _is_signature(said[-1]))):
        last = said.pop()
        source[:0] = [] if _is_blank(last) else [last]
    by = Inline(_inside(source), read_text(source)) if source else None
    return Quote(Inline(write_markup(said), read_text(said)), by)


def _is_blank(node: Node) -> bool:
    return isinstance(node, str) and not node.strip()


def _is_source(node: Node) -> bool:
    return isinstance(node, Element) and node.tag in SOURCES


def _is_signature(node: Node) -> bool:
    """A paragraph that only says who said it: a name behind a dash, or cited and nothing else."""
    if not isinstance(node, Element) or node.tag != "p":
        return False
    shown = [child for child in node.children if isinstance(child, Element) or child.strip()]
    is_cited = len(shown) == 1 and isinstance(shown[0], Element) and shown[0].tag == "cite"
    return is_cited or _SIGNED.fullmatch(read_text(shown)) is not None


def _inside(nodes: Sequence[Node]) -> str:
    return " ".join(write_markup(node.children) for node in nodes if isinstance(node, Element))


def _figure(element: Element) -> Block:
    inside = [node for node in element.children if isinstance(node, Element) or node.strip()]
    first = inside[0] if inside else ""
    rest = inside[1:]
    if isinstance(first, Element) and all(_is_source(node) for node in rest):
        if first.tag == "blockquote":
            return _quote(first.children, rest)
        if first.tag == "table":
            return _table(element)
    return _media([element])


def _table(element: Element) -> Table:
    rows = tuple(
        tuple(
            read_text(cell.children)
            for cell in row.children
            if isinstance(cell, Element) and cell.tag in ("td", "th")
        )
        for row in find_elements([element], frozenset(["tr"]))
    )
    return Table(write_markup([element]), read_text([element]), rows)


def _media(nodes: Sequence[Node]) -> Media:
    with_src = (item for item in find_elements(nodes, MEDIA | {"source"}) if item.attribute("src"))
    first = next(with_src, Element("", ""))
    return Media(write_markup(nodes), read_text(nodes), first.attribute("src"), first.attribute("alt"))


def _other(element: Element) -> Other:
    return Other(write_markup([element]), read_text([element]))


def _has(element: Element, tags: frozenset[str]) -> bool:
    return next(find_elements([element], tags), None) is not None
