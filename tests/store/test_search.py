"""What the words of a search are."""

import pytest

from copydesk.store.search import parse_search


@pytest.mark.parametrize(
    ("text", "words", "unwanted"),
    [
        ("rupee auction", ("rupee", "auction"), ()),
        ("rupee, auction+bond", ("rupee", "auction", "bond"), ()),
        ('"rupee auction" bond', ("rupee auction", "bond"), ()),
        ('an "open end', ("open end",), ()),
        ("the price of oil", ("price", "oil"), ()),
        ("The OF", ("The OF",), ()),
        ("a b", ("a b",), ()),
        ("é ü", ("é", "ü"), ()),
        ("rupee -auction", ("rupee",), ("auction",)),
        ("1 2 3 4 5 6 7 8 9 10", ("1 2 3 4 5 6 7 8 9 10",), ()),
        ("two\nlines", ("twolines",), ()),
        ('"', ('"',), ()),
    ],
)
def test_words_of_a_search(text: str, words: tuple[str, ...], unwanted: tuple[str, ...]) -> None:
    search = parse_search(text)
    assert (search.words, search.unwanted) == (words, unwanted)


def test_exact_search_is_one_word() -> None:
    assert parse_search("the price of oil", exact=True).words == ("the price of oil",)
