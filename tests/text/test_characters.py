"""Ampersands, capitals, white space, entities."""

import pytest

from copydesk.text.characters import (
    escape_bare_ampersands,
    normalize_white_space,
    number_entities,
    spell_wordpress,
)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("none", "none"),
        ("R&D & more", "R&#038;D &#038; more"),
        ("&amp; &#38; &#x26; &nosuch;", "&amp; &#38; &#x26; &nosuch;"),
        ("&x; &muchtoolonganame;", "&#038;x; &#038;muchtoolonganame;"),
        ("&é;", "&#038;é;"),
        ("the end&", "the end&"),
        ("&&x", "&#038;&x"),
        ('<a href="?a&b=c">', '<a href="?a&#038;b=c">'),
    ],
)
def test_bare_ampersands(text: str, escaped: str) -> None:
    assert escape_bare_ampersands(text) == escaped


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Wordpress and Wordpress", "Wordpress and WordPress"),
        ("(Wordpress) <b>Wordpress", "(WordPress) <b>WordPress"),
        ("&#8220;Wordpress &#8216;Wordpress", "&#8220;WordPress &#8216;WordPress"),
        ("myWordpress wordpress", "myWordpress wordpress"),
        ("none of it", "none of it"),
    ],
)
def test_spelling_in_texts(text: str, spelled: str) -> None:
    assert spell_wordpress(text) == spelled


def test_spelling_in_titles() -> None:
    assert spell_wordpress("Wordpress, myWordpress", is_title=True) == "WordPress, myWordPress"


def test_white_space() -> None:
    assert normalize_white_space(" \0a \t b\r\n\r\n c\u00a0 \n") == "a b\n c\u00a0"


def test_entities_become_numbers() -> None:
    assert number_entities("&amp;&nbsp;&frac12;&AMP;&nosuch;&copy") == "&#38;&#160;&#189;&AMP;&nosuch;&copy"
    assert number_entities("plain") == "plain"
