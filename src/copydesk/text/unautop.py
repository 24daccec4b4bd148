"""Takes back the paragraph around a shortcode that stands alone in it: it may render a block."""

import re
from collections.abc import Collection

from copydesk.text.shortcode_tags import CORE_SHORTCODES, Closings, opening_pattern

_SPACES = "(?:[\r\n\t \u00a0]|&nbsp;)*+"
_OPENING = re.compile(f"<p>{_SPACES}")
_CLOSING = re.compile(f"{_SPACES}</p>")


def unwrap_shortcodes(html: str, shortcodes: Collection[str] = CORE_SHORTCODES) -> str:
    """Removes `<p>` and `</p>` around a registered shortcode and all it encloses, if that is all."""
    last = html.rfind("]") + 1
    if not last or "<p>" not in html:
        return html
    shortcode = opening_pattern(frozenset(shortcodes))
    closings = Closings(html)
    output: list[str] = []
    done = 0
    for paragraph in _OPENING.finditer(html):
        found = shortcode.match(html, paragraph.end(), last) if paragraph.start() >= done else None
        if found and not found[1]:
            closing = _closing_behind(html, found, closings)
            if closing:
                output += html[done : paragraph.start()], html[found.start() : closing.start()]
                done = closing.end()
    output.append(html[done:])
    return "".join(output)


def _closing_behind(html: str, opening: re.Match[str], closings: Closings) -> re.Match[str] | None:
    """The `</p>` behind the shortcode's closing tag, or else behind its opening tag."""
    _, name, _, slash = opening.groups()
    place = -1 if slash else closings.after(name, opening.end())
    enclosed = _CLOSING.match(html, place + len(f"[/{name}]")) if place >= 0 else None
    return enclosed or _CLOSING.match(html, opening.end())
