"""How a container arranges its inner blocks: a class for its kind of layout, a hashed one for its rules.

WordPress writes the rules into a style sheet of the page and only the class names into the content; the hash
is made of what the rules are made of, so it needs no rules. But a container that comes to no rule has no
hashed class, so we must know *whether* there would be one (`_has_rules`).
The classes go to the element around the inner blocks, which need not be the first one (a cover's).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.supports.names import hashed_name
from copydesk.text.blocks.supports.opening_tag import (
    OpeningTag,
    add_classes,
    find_tag,
    find_tags,
    read_attributes,
)
from copydesk.text.blocks.supports.shown import Shown
from copydesk.text.blocks.supports.styles import style_group
from copydesk.text.blocks.supports.values import kebab
from copydesk.text.blocks.supports.wrapper import block_class
from copydesk.text.facts import ThemeFacts

_TAGS = re.compile(r"<(?P<closing>/)?(?P<name>[A-Za-z][^\s/>]*)")
_VOID = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_MOST_ADDED_TAGS = 5  # that a renderer puts before it
_KINDS = {"constrained": "constrained", "flex": "flex", "grid": "grid"}


def add_layout(shown: Shown, html: str) -> str:
    support = shown.supports.get("layout")
    if not support:
        return html
    classes = list(_classes(shown.block, support, shown.rendering.facts.site.theme))
    return add_classes(html, _inner_wrapper(shown.block, html), classes)


def _classes(block: Block, support: Any, theme: ThemeFacts) -> Iterator[str]:
    attrs = block.attrs or {}
    given = attrs.get("layout")
    given = given if isinstance(given, dict) else {}
    used = given or (support.get("default", {}) if isinstance(support, dict) else {})
    kind = _kind(used)
    if kind == "constrained" and theme.root_padding:
        yield "has-global-padding"
    if orientation := given.get("orientation"):
        yield f"is-{kebab(str(orientation))}"
    if justification := given.get("justifyContent"):
        yield f"is-content-justification-{kebab(str(justification))}"
    if given.get("flexWrap") == "nowrap":
        yield "is-nowrap"
    yield f"is-layout-{kind}"
    spacing = style_group(attrs, "spacing")
    if _has_rules(kind, used, spacing):
        yield _hashed(block, used, spacing, theme)
    yield f"{block_class(block.name or '')}-is-layout-{kind}"


def _kind(layout: Mapping[str, Any]) -> str:
    if layout.get("inherit") or (layout.get("contentSize") and "type" not in layout):
        return "constrained"
    return _KINDS.get(str(layout.get("type")), "flow")


def _hashed(block: Block, used: Mapping[str, Any], spacing: Mapping[str, Any], theme: ThemeFacts) -> str:
    name = (block.name or "").replace("/", "-")
    gap = theme.block_gaps.get(block.name or "", theme.block_gap)
    values = [used, True, spacing.get("blockGap"), False, gap, spacing or None]
    return hashed_name(f"wp-container-{name}-is-layout-", values)


def _has_rules(kind: str, used: Mapping[str, Any], spacing: Mapping[str, Any]) -> bool:
    if kind == "grid" or spacing.get("blockGap") is not None:
        return True
    if kind == "constrained":
        padding = spacing.get("padding")
        sides = isinstance(padding, dict) and ("right" in padding or "left" in padding)
        return (
            bool(used.get("contentSize") or used.get("wideSize"))
            or sides
            or used.get("justifyContent") in ("left", "right")
        )
    if kind == "flex":
        return _has_flex_rules(used)
    return False


def _has_flex_rules(used: Mapping[str, Any]) -> bool:
    return bool(
        used.get("flexWrap") == "nowrap"
        or used.get("orientation") == "vertical"
        or used.get("justifyContent")
        or used.get("verticalAlignment")
    )


def _inner_wrapper(block: Block, html: str) -> OpeningTag | None:
    """The element around the inner blocks: the innermost open one with a class.

    It is looked for among the first tags only, by its classes as saved; others may have come to them.
    """
    first = find_tag(html)
    before = block.inner_content[0] if block.inner_blocks else None
    found = _innermost(before) if before and first else None
    if found is None:
        return first
    place, classes = found
    tags = [*islice(find_tags(html), place + _MOST_ADDED_TAGS)]
    candidates = (*tags[place : place + 1], *tags)
    return next((tag for tag in candidates if _classes_of(html, tag).startswith(f"{classes} ")), first)


def _classes_of(html: str, tag: OpeningTag) -> str:
    return read_attributes(html, tag).get("class", "") + " "


def _innermost(before: str) -> tuple[int, str] | None:
    """Its place among the tags, and its classes."""
    opened: list[tuple[str, int, str]] = []
    names: Counter[str] = Counter()
    place = -1
    for found in _TAGS.finditer(before):
        name = found["name"].lower()
        if not found["closing"]:
            place += 1
            if name not in _VOID and (tag := find_tag(before, start=found.start())):
                opened.append((name, place, _classes_of(before, tag).strip()))
                names[name] += 1
        elif names[name]:
            _close(name, opened, names)
    return next(((place, classes) for _, place, classes in reversed(opened) if classes), None)


def _close(name: str, opened: list[tuple[str, int, str]], names: Counter[str]) -> None:
    closed = ""
    while closed != name:
        closed = opened.pop()[0]
        names[closed] -= 1
