"""The first words and the first characters of a text."""

import pytest

from copydesk.text.trimming import first_characters, trim_words


@pytest.mark.parametrize(
    ("html", "count", "expected"),
    [
        ("<b>a</b>  b\n c", 3, "a b c"),
        ("a b c", 2, "a b…"),
        ("a b c", 0, "…"),
        ("", 0, ""),
        ("a b c", -3, "a b…"),
        ("x<script>a b</script> y", 1, "x…"),
    ],
)
def test_words(html: str, count: int, expected: str) -> None:
    assert trim_words(html, count, "…") == expected


def test_words_end_in_an_entity() -> None:
    assert trim_words("a b", 1) == "a&hellip;"


@pytest.mark.parametrize(
    ("html", "count", "expected"),
    [
        ("<i>abc</i>", 3, "abc"),
        ("abcd", 3, "abc…"),
        ("ab &amp; c", 6, "ab…"),
        ("ab &amp; c", 8, "ab &amp;…"),
        ("a\n\nb", 9, "a b"),
        ("&" * 30, 25, f"{'&' * 18}…"),
    ],
)
def test_characters(html: str, count: int, expected: str) -> None:
    assert first_characters(html, count, "…") == expected
