"""An article's tree laid out flat: the blocks a reader sees, one below the other.

Wrappers are opened, loose text is gathered into paragraphs, and what shows nothing is dropped: rules, empty
paragraphs and headings, line breaks between blocks.
"""

from collections.abc import Iterator

from copydesk.text.article_markup import Element, Node, read_text, walk
from copydesk.text.article_rules import BLOCKS, FORMATTING, HEADINGS, HOLDS_BLOCKS, MEDIA_BOXES, WHOLE


def lay_out(root: Element) -> Iterator[Element]:
    """The blocks in order; none of them is a mere wrapper."""
    loose: list[Node] = []
    open_wrappers: list[Iterator[Node]] = [iter(root.children)]
    while open_wrappers:
        node = next(open_wrappers[-1], None)
        if node is not None and not _is_block(node):
            loose.append(node)
            continue
        if _shows(loose):
            yield Element("p", "<p>", children=loose)
        loose = []
        if node is None:
            open_wrappers.pop()
        elif not isinstance(node, Element) or _is_empty(node):
            continue
        elif _is_whole(node):
            yield node
        else:
            open_wrappers.append(iter(node.children))


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and (node.tag in BLOCKS or node.has_block)


def _is_whole(element: Element) -> bool:
    if element.tag in WHOLE or element.tag in HOLDS_BLOCKS:
        return True
    if element.tag == "a":
        return bool(element.attribute("href"))
    return bool(MEDIA_BOXES & element.classes())


def _is_empty(element: Element) -> bool:
    return element.tag == "hr" or (
        (element.tag == "p" or element.tag in HEADINGS) and not _shows(element.children)
    )


def _shows(nodes: list[Node]) -> bool:
    """Whether there is text, or a tag that does more than format."""
    if any(isinstance(node, Element) and node.tag not in FORMATTING for node, _ in walk(nodes)):
        return True
    return bool(read_text(nodes))
