"""Addresses in a text become links."""

import pytest

from copydesk.text.clickable import make_clickable
from tests.text.cases_reader import Case, load_cases, title_of

HOME = "https://news.example"
LINK = '<a href="http://a.example" rel="nofollow">http://a.example</a>'


@pytest.mark.parametrize("case", load_cases("clickable"), ids=title_of)
def test_links(case: Case) -> None:
    assert make_clickable(case.input, HOME) == case.expected


def test_links_of_readers_say_so() -> None:
    html = make_clickable("http://a.example https://news.example", HOME, in_comment=True)
    assert 'rel="nofollow ugc">http://a.example' in html
    assert 'rel="ugc">https://news.example' in html


def test_text_without_addresses_stays() -> None:
    assert make_clickable("no address", HOME) == "no address"


def test_long_texts_are_searched_in_pieces() -> None:
    html = make_clickable("http://a.example é " * 1000, HOME)
    assert html == f"{LINK} é " * 1000


def test_long_words_are_not_searched() -> None:
    words = "x" * 2000 + " http://a.example " + "y,http://a.example," * 700
    html = make_clickable(words, HOME)
    assert html.count("<a ") == 1
    assert make_clickable("y,http://a.example," * 700 + " http://a.example", HOME).endswith(f", {LINK}")


def test_addresses_are_not_endless() -> None:
    assert "<a" in make_clickable("http://a.example/" + "b" * 1_900, HOME)
    assert "<a" not in make_clickable("http://a.example/" + "b" * 2_100, HOME)
