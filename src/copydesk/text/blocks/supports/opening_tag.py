"""Finding an opening tag in a block's html and changing its attributes, everything else left as it is.

Attributes are read as browsers read them. A new attribute goes before the old ones, several in alphabetical
order; one that is there keeps its place and is written anew, in double quotes. A tag that never ends is no
tag, and ends the search: what follows it may be anything.
"""

import html as html_names
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


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
                end = position = html.lower().find(f"</{name}", position)
        if end < 0:
            return


def find_tag(html: str, name: str | None = None, start: int = 0) -> OpeningTag | None:
    """The first opening tag, or the first of that name."""
    for tag in find_tags(html, start):
        if name is None or tag.name == name:
            return tag
    return None


def read_attributes(html: str, tag: OpeningTag) -> dict[str, str]:
    """Names in lower case, values with their references resolved; of several of a name the first."""
    return {name: html_names.unescape(found.value) for name, found in _attributes(html, tag).items()}


def set_attributes(html: str, tag: OpeningTag, values: Mapping[str, str | bool]) -> str:
    """The html with attributes set; `True` is one without a value, `False` takes it away."""
    present = _attributes(html, tag)
    edits = [
        (present[name].start, present[name].end, _spelled(name, value))
        for name, value in values.items()
        if name in present
    ]
    new = sorted(
        f" {_spelled(name, value)}"
        for name, value in values.items()
        if name not in present and value is not False
    )
    edits.append((tag.name_end, tag.name_end, "".join(new)))
    for start, end, text in sorted(edits, reverse=True):
        html = html[:start] + text + html[end:]
    return html


def add_classes(html: str, tag: OpeningTag, classes: Iterable[str]) -> str:
    """Classes that are there already stay where they are."""
    found = _attributes(html, tag).get("class")
    value = html_names.unescape(found.value) if found else ""
    present = value.split()
    new = [name for name in dict.fromkeys(classes) if name not in present]
    if not new:
        return html
    joined = f"{value.rstrip()} {' '.join(new)}" if value.strip() else " ".join(new)
    return set_attributes(html, tag, {"class": joined})


def _spelled(name: str, value: str | bool) -> str:
    if value is False:
        return ""
    return name if value is True else f'{name}="{value.translate(_ESCAPES)}"'


def _attributes(html: str, tag: OpeningTag) -> dict[str, _Attribute]:
    attributes: dict[str, _Attribute] = {}
    for found in _ATTRIBUTE.finditer(html, tag.name_end, tag.end - 1):
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), _Attribute(found.start(), found.end(), value))
    return attributes
