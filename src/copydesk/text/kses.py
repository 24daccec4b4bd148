"""Markup from people who may not write any markup they like: what is not listed goes.

This decides what is stored, and it must decide exactly as WordPress does, so it is no HTML parser. It walks
over tokens, `<` to the next `>`, and judges each alone: nothing is closed, nested or moved. An element that
is not listed loses its tags and keeps its text, a script too: as text it does nothing.

Why the result is safe although nobody parsed it:
- Text holds no `<` or `>`: they are escaped, those of tags that do not end as well.
- A tag is written anew from its name and the attributes that stay (kses_attributes); values hold no quote,
  `<` or `>`, so no reader can see it end elsewhere.
- No element is listed whose text is not read as HTML, except `textarea` and `title`, and their end cannot be
  hidden in an attribute.
- Comments, and the markup that browsers take for comments, are cleaned inside until nothing changes, and what
  could end them is gone.

Surprises: a quoted `>` ends the tag, and with it all its attributes are lost. A raw `<` in a block comment
makes text of the comment; the attributes of blocks that are comments still are cleaned one by one before
anything else (kses_blocks). Doctypes in lower case stay.
"""

import re

from copydesk.text.ascii import lower, remove_controls
from copydesk.text.entities import normalize_entities
from copydesk.text.escape import escape_unended_tags
from copydesk.text.kses_attributes import clean_attributes
from copydesk.text.kses_blocks import clean_blocks
from copydesk.text.kses_rules import Rules

_TOKEN = re.compile(
    r"(?P<comment><!--(?s:.*?)(?:-->|$)|</[^a-zA-Z][^>]*>|<![a-z][^>]*>)"
    r"|<\s*+(?P<slash>/\s*+)?(?P<name>[a-zA-Z0-9-]+)(?P<attributes>[^>]*)>"
    r"|<[^>]*>?|>",
    re.ASCII,
)
_SPACE = " \t\n\r\f\v"
_DASHES = re.compile("--+")

_MAX_ROUNDS = 8


def clean_html(html: str, rules: Rules) -> str:
    """The text with the markup that the rules list."""
    html = _prepare(html)
    if "<!--" in html:
        html = clean_blocks(html, lambda text: _clean_markup(_prepare(text), rules))
    return _clean_markup(html, rules)


def _prepare(html: str) -> str:
    return escape_unended_tags(normalize_entities(remove_controls(html)))


def _clean_markup(html: str, rules: Rules) -> str:
    if ">" not in html:
        return html

    def clean(token: re.Match[str]) -> str:
        if token["name"]:
            return _clean_tag(token, rules)
        if token["comment"]:
            return _clean_comment(token[0], rules)
        return "&gt;" if token[0] == ">" else ""

    return _TOKEN.sub(clean, html)


def _clean_tag(token: re.Match[str], rules: Rules) -> str:
    name = token["name"]
    element = lower(name)
    if element not in rules.elements:
        return ""
    if token["slash"]:
        return f"</{name}>"
    written = token["attributes"]
    attributes = clean_attributes(element, written, rules)
    slash = " /" if written.rstrip(_SPACE).endswith("/") else ""
    if attributes is None:
        return "" if slash else f"<{name}>"
    return f"<{name}{attributes}{slash}>"


def _clean_comment(comment: str, rules: Rules) -> str:
    if not comment.startswith("<!--"):
        return f"<{comment[1]}{_clean_until_settled(comment[2:-1], rules)}>"
    text = comment.replace("<!--", "").replace("-->", "")
    text = _DASHES.sub("-", _clean_until_settled(text, rules)).removesuffix("-")
    return f"<!--{text}-->" if text else ""


def _clean_until_settled(text: str, rules: Rules) -> str:
    """Cleaning may uncover what cleaning removes; a text that keeps changing is dropped."""
    for _ in range(_MAX_ROUNDS):
        before, text = text, clean_html(text, rules)
        if text == before:
            return text
    return ""
