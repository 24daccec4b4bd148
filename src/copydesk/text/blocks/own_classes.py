"""Classes that dynamic blocks add to their wrapper themselves, before those of their supports."""

from collections.abc import Mapping
from typing import Any

from copydesk.text.blocks.attributes import is_set, members, words_of


def text_align(attrs: Mapping[str, Any]) -> list[str]:
    """Of `textAlign`, which blocks had before it became a support."""
    align = words_of(attrs.get("textAlign"))
    return [f"has-text-align-{align}"] if align else []


def link_color(attrs: Mapping[str, Any]) -> list[str]:
    """For links of a colour of their own."""
    link = members(members(members(attrs.get("style")).get("elements")).get("link"))
    return ["has-link-color"] if is_set(members(link.get("color")).get("text")) else []


def text_classes(attrs: Mapping[str, Any]) -> list[str]:
    """Both, for a block that is a text of its own."""
    return text_align(attrs) + link_color(attrs)
