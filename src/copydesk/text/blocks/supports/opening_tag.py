"""Finding an opening tag in a block's html and changing its attributes, everything else left as it is.

Attributes are read as browsers read them. A new attribute goes before the old ones, several in alphabetical
order; one that is there keeps its place and is written anew, in double quotes. A tag that never ends is no
tag, and ends the search: what follows it may be anything.
"""

import html as html_names
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

_MARKUP = re.compile(r"<(?:(?=[A-Za-z])|!--(?P<comment>)|[!?/](?P<other>))")
_TAG = re.compile(
    r"""<(?P<name>[A-Za-z][^\s/>]*+)
        (?P<attributes>(?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|(?!["'])[^\s>]*+))?|=)*+)>""",
    re.VERBOSE | re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>=?[^\s/>=]++|=)(?:\s*+=\s*+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]*+)))?""",
    re.ASCII,
)
_FAR = 100
_RAW_TEXT = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})

Attributes: TypeAlias = Mapping[str, str | Literal[True]]


@dataclass(frozen=True, slots=True)
class OpeningTag:
    """Where a tag stands in the html it was found in."""

    name: str  # in lower case
    start: int
    name_end: int
    end: int


@dataclass(frozen=True, slots=True)
class _Attribute:
    start: int
    end: int
    value: str


def find_tags(html: str, start: int = 0) -> Iterator[OpeningTag]:
    """Opening tags in their order; comments and the insides of scripts and the like are stepped over."""
    position = start
    while found := _MARKUP.search(html, position):
        if found["comment"] is not None:
            end = html.find("-->", found.start() + 2)
            position = end + 3
        elif found["other"] is not None:
            end = html.find(">", found.end())
            position = end + 1
        else:
            tag = _TAG.match(html, found.start())
            if tag is None:
                return
            name = tag["name"].lower()
            yield OpeningTag(name, tag.start(), tag.end("name"), tag.end())
            end = position = tag.end()
            if name in _RAW_TEXT:
                closing = _RAW_TEXT[name].search(html, position)
                end = position = closing.start() if closing else -1
        if end < 0:
            return


def find_tag(html: str, name: str | None = None, start: int = 0) -> OpeningTag | None:
    """The first opening tag, or the first of that name: a block's own tags are not far."""
    if name is None:
        return next(find_tags(html, start), None)
    return first_of(html, (name,), start)


def first_of(html: str, names: Collection[str], start: int = 0) -> OpeningTag | None:
    near = islice(find_tags(html, start), _FAR)
    return next((tag for tag in near if tag.name in names), None)


def read_attributes(html: str, tag: OpeningTag) -> dict[str, str]:
    """Names in lower case, values with their references resolved; of several of a name the first."""
    return {name: html_names.unescape(found.value) for name, found in _attributes(html, tag).items()}


def set_attributes(html: str, tag: OpeningTag | None, values: Attributes) -> str:
    """The html with attributes set; `True` is one without a value. Without a tag it stays as it is."""
    return set_attributes_of_all(html, [(tag, values)]) if tag else html


def set_attributes_of_all(html: str, changes: Iterable[tuple[OpeningTag, Attributes]]) -> str:
    """The same for several tags, given in their order."""
    pieces: list[str] = []
    done = 0
    for tag, values in changes:
        for start, end, text in _edits(html, tag, values):
            pieces += html[done:start], text
            done = end
    return "".join((*pieces, html[done:]))


def _edits(html: str, tag: OpeningTag, values: Attributes) -> Iterator[tuple[int, int, str]]:
    present = _attributes(html, tag)
    new = sorted(f" {_spelled(name, value)}" for name, value in values.items() if name not in present)
    yield tag.name_end, tag.name_end, "".join(new)
    changed = [(present[name], name) for name in values if name in present]
    for found, name in sorted(changed, key=lambda change: change[0].start):
        yield found.start, found.end, _spelled(name, values[name])


def add_classes(html: str, tag: OpeningTag | None, classes: Iterable[str]) -> str:
    """Classes that are there already stay where they are. Without a tag so does everything."""
    if tag is None:
        return html
    found = _attributes(html, tag).get("class")
    value = html_names.unescape(found.value) if found else ""
    present = value.split()
    new = [name for name in dict.fromkeys(classes) if name not in present]
    if not new:
        return html
    joined = f"{value.rstrip()} {' '.join(new)}" if value.strip() else " ".join(new)
    return set_attributes(html, tag, {"class": joined})


def _spelled(name: str, value: str | Literal[True]) -> str:
    return name if value is True else f'{name}="{value.translate(_ESCAPES)}"'


def _attributes(html: str, tag: OpeningTag) -> dict[str, _Attribute]:
    attributes: dict[str, _Attribute] = {}
    for found in _ATTRIBUTE.finditer(html, tag.name_end, tag.end - 1):
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), _Attribute(found.start(), found.end(), value))
    return attributes
