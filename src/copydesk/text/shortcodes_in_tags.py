"""Shortcodes inside tags: which of them run, and how their result is made safe.

Authors write `<a href="[link]">` and `<div [style]>`. What stands in an attribute's value runs, and if it
did anything the attribute is filtered as if the author had written the result; when nothing is left of it,
the attribute stays as it was. What stands in the place of a whole attribute runs unfiltered: only authors
whose html is not filtered can have saved it. Both need a tag with readable attributes; in one without, a
shortcode runs only if the tag begins with it (`<[name]>`).

All brackets that are left in tags are then hidden as `&#91;` and `&#93;`.
"""

import re
from collections.abc import Callable

from copydesk.text.ascii import lower, strip
from copydesk.text.css import filter_css
from copydesk.text.escape import escape_attribute
from copydesk.text.kses_rules import ADDRESS_ATTRIBUTES, POST
from copydesk.text.protocols import cut_bad_protocol
from copydesk.text.tags import change_markup

_HIDDEN = str.maketrans({"[": "&#91;", "]": "&#93;"})
_ELEMENT = re.compile(r"<\s*([a-zA-Z0-9]+)\s*")
_ATTRIBUTE = re.compile(
    r"""(?:[_a-zA-Z][\w:.-]*|\[\[?[^\[\]]+\]\]?)"""  # a name, or a shortcode in its place
    r"""(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+(?:\s|\Z))|\s|\Z)\s*""",
    re.ASCII,
)
_SPACE = " \t\n\r\f\v"
_NAMED = re.compile(r"([^=]*?)(\s*=\s*)([\"'])(.*)\3(\s*)\Z", re.DOTALL | re.ASCII)
_LEADING_SHORTCODE = re.compile(r"<\s*\[\[?[^\[\]]+\]")


def hide_brackets(html: str) -> str:
    """In tags and comments. References to brackets in the text are marked first."""
    return _in_markup(html, lambda markup: markup.translate(_HIDDEN))


def run_in_tags(html: str, replace: Callable[[str], str]) -> str:
    """Replaces shortcodes in tags, and hides the brackets that are left."""
    return _in_markup(html, lambda markup: _run_in_tag(markup, replace).translate(_HIDDEN))


def _in_markup(html: str, change: Callable[[str], str]) -> str:
    if "&#9" in html:
        html = html.replace("&#91;", "&#091;").replace("&#93;", "&#093;")

    def change_some(markup: str) -> str:
        return change(markup) if "[" in markup or "]" in markup else markup

    return change_markup(html, change_some)


def _run_in_tag(markup: str, replace: Callable[[str], str]) -> str:
    if "[" not in markup or "]" not in markup or markup.startswith(("<!--", "<![CDATA[")):
        return markup
    split = _split_attributes(markup)
    if split is None:
        return replace(markup) if _LEADING_SHORTCODE.match(markup) else markup
    front, element, attributes, end = split
    return front + "".join(_run_in_attribute(text, element, replace) for text in attributes) + end


def _split_attributes(tag: str) -> tuple[str, str, list[str], str] | None:
    """The tag's front, its name, its attributes and its end; None when something else stands between."""
    opening = _ELEMENT.match(tag)
    if opening is None:
        return None
    stop = max(opening.end(), len(tag.removesuffix(">").rstrip(_SPACE).removesuffix("/").rstrip(_SPACE)))
    attributes = []
    place = opening.end()
    while place < stop:
        found = _ATTRIBUTE.match(tag, place, stop)
        if found is None:
            return None
        attributes.append(found[0])
        place = found.end()
    return opening[0], opening[1], attributes, tag[stop:]


def _run_in_attribute(text: str, element: str, replace: Callable[[str], str]) -> str:
    bracket = text.find("[")
    if bracket < 0 or "]" not in text:
        return text
    changed = replace(text)
    quotes = [place for quote in "\"'" if (place := text.find(quote)) >= 0]
    if not quotes or bracket < min(quotes):
        return changed
    if changed == text:
        return text
    return _filter_attribute(changed, lower(element)) or text


def _filter_attribute(attribute: str, element: str) -> str:
    """The attribute as a post may hold it, in its own quotes; empty when it may not."""
    found = _NAMED.match(attribute)
    assert found, "a quote stands before the bracket, so the value is quoted"
    written_name, equals, quote, value, space = found.groups()
    name = lower(written_name)
    if name not in POST.elements.get(element, ()) and not name.startswith(POST.prefixes):
        return ""
    if name in ADDRESS_ATTRIBUTES:
        value = cut_bad_protocol(value)
    value = escape_attribute(value)
    if name == "style":
        value = strip(filter_css(value))
        if not value:
            return ""
    return f"{written_name}{equals}{quote}{value}{quote}{space}"
