"""The classic display functions on what nobody should send: broken, endless, deeply nested."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.text.autop import autop
from copydesk.text.balance import balance_tags
from copydesk.text.characters import (
    escape_bare_ampersands,
    normalize_white_space,
    number_entities,
    spell_wordpress,
)
from copydesk.text.clickable import make_clickable
from copydesk.text.extended import split_extended
from copydesk.text.links import add_rel, make_relative, shorten_url
from copydesk.text.shortcode_tags import find_shortcodes, parse_attributes
from copydesk.text.smilies import convert_smilies
from copydesk.text.tags import split_html
from copydesk.text.texturize import texturize
from copydesk.text.unautop import unwrap_shortcodes
from tests.text.growth import LARGEST, grows_linearly, seconds

HOME = "https://news.example"

FUNCTIONS: dict[str, Callable[[str], Any]] = {
    "split_html": split_html,
    "find_shortcodes": lambda text: list(find_shortcodes(text)),
    "parse_attributes": parse_attributes,
    "texturize": texturize,
    "autop": autop,
    "unwrap_shortcodes": unwrap_shortcodes,
    "convert_smilies": lambda text: convert_smilies(text, HOME),
    "escape_bare_ampersands": escape_bare_ampersands,
    "spell_wordpress": spell_wordpress,
    "normalize_white_space": normalize_white_space,
    "number_entities": number_entities,
    "balance_tags": balance_tags,
    "make_clickable": lambda text: make_clickable(text, HOME),
    "add_rel": lambda text: add_rel(text, "nofollow ugc", HOME),
    "make_relative": make_relative,
    "shorten_url": shorten_url,
    "split_extended": split_extended,
}

# Each repeated tempts some function to look for an end again and again.
TEMPTATIONS = {
    "split_html": ["<", "<!--", "<![CDATA["],
    "find_shortcodes": ["[gallery ", "[gallery]", "[[gallery", "[gallery a/ ", "[/gallery][gallery]"],
    "parse_attributes": ["a='<", 'a="', "a  ", "a=", "\\"],
    "texturize": ["'9", '"9', "1.", "1.1x", "0.0x", "<pre>", "[gallery<", "<!-", "'a 9' ", "-- ", "&"],
    "autop": [
        "a\n",
        "\t \n",
        "<div",
        "<p><link</option>",
        "<pre>",
        "<option> ",
        "<script>",
        "<br ",
        "<div <b",
    ],
    "unwrap_shortcodes": ["<p>[gallery]", "<p>&nbsp;", "<p>[gallery]</p>[/gallery]"],
    "convert_smilies": ["<", ":) ", "<code", "8"],
    "normalize_white_space": [" \t", "\n", "\r"],
    "number_entities": ["&", "&a"],
    "balance_tags": ["<i><u>", "</x>", "<b ", "<a-", "<a.a"],
    "make_clickable": ["http://", "www.", "a@a.", "<a <a", "<a>http://a.b</a>", "http://a) ", "<code>"],
    "add_rel": ["<a ", "<a rel='", "<a rel=x>"],
    "split_extended": ["<!--more", "<!--more\n", "\n"],
}

NASTY = [
    "\0",
    "a\0<b\0>\0'\0",
    "\ud800",
    "\udfff<\udc80>'\ud800\"",
    "<",
    "</",
    "<!",
    "[",
    "[[",
    "&",
    "&#",
    "\u2028\u00a0\u3000",
    "<div>" * 10_000,
    "<div>" * 10_000 + "</div>" * 10_000,
    "<b><i>" * 5_000 + "</b>",
    "[caption]" * 10_000 + "[/caption]" * 10_000,
    "<blockquote>\n\n" * 10_000,
    "('\"" * 10_000,
    "\udc80http://\udcff.example\udc80 " * 500,
]


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_nothing_raises(name: str, text: str) -> None:
    FUNCTIONS[name](text)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(st.text(st.sampled_from("<>/ab!-[]'\"&;#x19.:)@ \n\t\\\u00a0\udc80"), max_size=60))
@settings(max_examples=40, deadline=None)
def test_nothing_raises_on_noise(name: str, text: str) -> None:
    FUNCTIONS[name](text)


@given(st.text(st.sampled_from("<>!-[]CDATA a\n"), max_size=60))
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(split_html(text)) == text


@pytest.mark.parametrize(
    ("name", "fragment"),
    [(name, fragment) for name, fragments in TEMPTATIONS.items() for fragment in fragments],
)
def test_work_grows_with_the_text(name: str, fragment: str) -> None:
    assert grows_linearly(FUNCTIONS[name], fragment)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "fragment"),
    [(name, fragment) for name, fragments in TEMPTATIONS.items() for fragment in fragments],
)
def test_a_megabyte_is_no_obstacle(name: str, fragment: str) -> None:
    assert seconds(FUNCTIONS[name], fragment * (LARGEST // len(fragment)), attempts=1) < 5
