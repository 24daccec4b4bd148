"""Closes what was left open, drops closing tags that close nothing.

Tags are counted, not understood: comments and scripts are read like anything else, and `<p><div></p>` closes
the div because the paragraph ends. Names come out in small letters, void elements as `<br />`, and an element
that claims to be empty gets its end: `<div/>` becomes `<div></div>`.

Surprises: an element that does not nest (any but a few) is closed by the next one of its name, if nothing is
open in between. `<3` is a heart, not a tag. `<img src="x">` gets its slash without a space.
"""

import re
from collections import Counter

from copydesk.text.ascii import lower, strip

VOID = frozenset({
    "area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input", "isindex",
    "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
NESTING = frozenset({
    "article", "aside", "blockquote", "details", "div", "figure", "object", "q", "section", "span",
})  # fmt: skip

_HEART = re.compile(r"<(?=[0-9])")
# Names with a dash are those of custom elements: small letters only.
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9._]*-[a-z0-9._-]+|[\w:]+)"
    r"(?:\s*(?P<slash>/?)|(?P<space>\s+)(?P<attributes>[^>]*))>",
    re.ASCII,
)


def balance_tags(html: str) -> str:
    """The text with every element closed, and no end without a beginning."""
    if "<" not in html:
        return html
    html = _HEART.sub("&lt;", html)
    output: list[str] = []
    open_elements = _OpenElements()
    done = 0
    for found in _TAG.finditer(html, 0, html.rfind(">") + 1):
        output.append(html[done : found.start()])
        done = found.end()
        name = lower(found["name"])
        output.append(open_elements.close(name) if found["end"] else _open(name, found, open_elements))
    output += html[done:], open_elements.close_all()
    return "".join(output)


class _OpenElements:
    """The names of the elements now open, the innermost last."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._counts: Counter[str] = Counter()

    def open(self, name: str) -> str:
        """Opens an element, and returns the end of its predecessor if that has to go."""
        end = ""
        if name not in NESTING and self._names and self._names[-1] == name:
            end = f"</{name}>"
        else:
            self._names.append(name)
            self._counts[name] += 1
        return end

    def close(self, name: str) -> str:
        """The ends of all elements up to the innermost of that name; none if it is not open."""
        ends = []
        before = self._counts[name]
        while before and self._counts[name] == before:
            innermost = self._names.pop()
            self._counts[innermost] -= 1
            ends.append(f"</{innermost}>")
        return "".join(ends)

    def close_all(self) -> str:
        return "".join(f"</{name}>" for name in reversed(self._names))


def _open(name: str, tag: re.Match[str], open_elements: _OpenElements) -> str:
    space = tag["space"] or ""
    attributes = strip(tag["attributes"] or tag["slash"] or "")
    if name in VOID:
        slash = "" if attributes.endswith("/") else "/"
        return f"<{name} {attributes}{slash}>"
    if attributes.endswith("/"):
        return f"<{name}{space}{strip(attributes[:-1])}></{name}>"
    return f"{open_elements.open(name)}<{name}{space}{attributes}>"
