"""Running shortcodes, and taking them out.

What a shortcode does is a function in `Rendering.shortcodes` (a plugin hands in more than WordPress's own).
Tags are looked at first, see shortcodes_in_tags.py: brackets inside them are hidden as character references
while the text is searched, so that what stands in an attribute cannot begin a shortcode. References to
brackets that stood in the text already get a zero (`&#091;`), which keeps them apart, and keep it.

Nothing of this happens unless a registered name stands behind a bracket: then the text stays as it is.
"""

import re
from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import Attributes, Shortcode, find_shortcodes, parse_attributes
from copydesk.text.shortcodes_in_tags import hide_brackets, run_in_tags

# (attributes, what it encloses, state) → html
RunShortcode: TypeAlias = Callable[[Attributes, str | None, Rendering], str]

_NAME = re.compile(r"\[([^<>&/\[\]\x00-\x20=]+)")


def run_shortcodes(html: str, rendering: Rendering) -> str:
    """Puts the result of each shortcode in its place; `[[name]]` becomes `[name]`."""
    return run_some(html, rendering.shortcodes, rendering)


def run_some(
    html: str, table: Mapping[str, RunShortcode], rendering: Rendering, *, in_tags: bool = True
) -> str:
    """The same for the shortcodes of a table; those inside tags stay as they are if not `in_tags`."""
    names = names_used(html, table)
    if not names:
        return html

    def run(found: Shortcode) -> str:
        if found.escaped:
            return _written_out(found)
        result = table[found.name](parse_attributes(found.attributes), found.content, rendering)
        return f"{found.before}{result}{found.after}"

    def replace(text: str) -> str:
        return replace_shortcodes(text, names, run)

    html = run_in_tags(html, replace) if in_tags else hide_brackets(html)
    return _show_brackets(replace(html))


def strip_shortcodes(html: str, names: Collection[str]) -> str:
    """Takes the shortcodes with these names out, with what they enclose; not those inside tags."""
    used = names_used(html, names)
    if not used:
        return html

    def remove(found: Shortcode) -> str:
        return _written_out(found) if found.escaped else found.before + found.after

    return _show_brackets(replace_shortcodes(hide_brackets(html), used, remove))


def names_used(html: str, names: Collection[str]) -> frozenset[str]:
    """Which of the names stand behind a bracket somewhere."""
    if "[" not in html:
        return frozenset()
    return frozenset(_NAME.findall(html)).intersection(names)


def replace_shortcodes(text: str, names: frozenset[str], replace: Callable[[Shortcode], str]) -> str:
    pieces: list[str] = []
    place = 0
    for found in find_shortcodes(text, names):
        pieces += text[place : found.start], replace(found)
        place = found.end
    return "".join((*pieces, text[place:])) if pieces else text


def _written_out(found: Shortcode) -> str:
    """`[[name]]` as readers see it: without the outer brackets."""
    slash = "/" if found.self_closing else ""
    closing = "" if found.content is None else f"{found.content}[/{found.name}]"
    return f"[{found.name}{found.attributes}{slash}]{closing}"


def _show_brackets(html: str) -> str:
    return html.replace("&#91;", "[").replace("&#93;", "]") if "&#9" in html else html
