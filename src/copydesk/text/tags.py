"""HTML as WordPress's text functions see it: text, and markup they step over.

This is no HTML parser. Markup begins at every `<`, whatever follows: a comment runs to `-->`, a CDATA
section to `]]>`, anything else to the next `>` (quotes do not protect it), and what never ends runs to the
end of the text. So `a <3 b` is text and then markup, and a `>` alone is text. Nothing is lost: the pieces
joined are the text again. Use `split_html` for everything that must change words but not tags.
"""

import re
from collections.abc import Callable

# The first dash of a comment may be the last as well: `<!-->` and `<!--->` are whole comments.
_MARKUP = r"<(?:!(?=--)(?s:.*?)(?:-->|\Z)|!\[CDATA\[(?s:.*?)(?:\]\]>|\Z)|[^>]*>?)"
MARKUP = re.compile(_MARKUP)
_SPLIT = re.compile(f"({_MARKUP})")
_NAME = re.compile(r"</?([^\s<>/!][^\s<>/]*)")


def split_html(html: str) -> list[str]:
    """Text at even places, markup at odd ones; text between two tags that touch is an empty string."""
    if "<" not in html:
        return [html]
    return _SPLIT.split(html)


def change_text(html: str, change: Callable[[str], str]) -> str:
    """Applies `change` to each piece of text, and to no markup."""
    pieces = split_html(html)
    pieces[::2] = [change(text) if text else text for text in pieces[::2]]
    return "".join(pieces)


def change_markup(html: str, change: Callable[[str], str]) -> str:
    """Applies `change` to each tag, comment and CDATA section, and to no text."""
    pieces = split_html(html)
    pieces[1::2] = [change(markup) for markup in pieces[1::2]]
    return "".join(pieces)


def tag_name(markup: str) -> str:
    """The name of an opening or closing tag in lower case; empty for comments and other markup."""
    found = _NAME.match(markup)
    return found[1].lower() if found else ""


def is_comment(markup: str) -> bool:
    """Comments, CDATA sections, doctypes: markup that begins with `<!`."""
    return markup.startswith("<!")


def is_closing(markup: str) -> bool:
    return markup.startswith("</")
