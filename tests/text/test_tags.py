"""Text and markup, told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.tags import change_markup, change_text, is_closing, is_comment, split_html, tag_name


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("", [""]),
        ("no tags", ["no tags"]),
        ("<i>one</i>", ["", "<i>", "one", "</i>", ""]),
        ("a <3 b", ["a ", "<3 b", ""]),
        ("a <b <i> c", ["a ", "<b <i>", " c"]),
        ("2 > 1", ["2 > 1"]),
        ("x<!-- <b> -->y", ["x", "<!-- <b> -->", "y"]),
        ("x<!-->y", ["x", "<!-->", "y"]),
        ("x<!--->y", ["x", "<!--->", "y"]),
        ("x<!-- <b>y", ["x", "<!-- <b>y", ""]),
        ("x<![CDATA[ <b> ]]>y", ["x", "<![CDATA[ <b> ]]>", "y"]),
        ("x<![CDATA[ <b>y", ["x", "<![CDATA[ <b>y", ""]),
        ('<a title=">">', ["", '<a title=">', '">']),
    ],
)
def test_markup_begins_at_every_angle(html: str, pieces: list[str]) -> None:
    assert split_html(html) == pieces
    assert "".join(split_html(html)) == html


@given(st.text(st.sampled_from("<>!-[]CDATA a\n"), max_size=60))
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(split_html(text)) == text


def test_text_changes_and_tags_stay() -> None:
    assert change_text("a<a>a", str.upper) == "A<a>A"


def test_tags_change_and_text_stays() -> None:
    assert change_markup("a<a>a<!--a-->", str.upper) == "a<A>a<!--A-->"


@pytest.mark.parametrize(
    ("markup", "name"),
    [("<B class=x>", "b"), ("</Ul >", "ul"), ("<br/>", "br"), ("<!-- b -->", ""), ("< b>", ""), ("<>", "")],
)
def test_name_of_a_tag(markup: str, name: str) -> None:
    assert tag_name(markup) == name


def test_kinds_of_markup() -> None:
    assert is_comment("<!-- x -->")
    assert not is_comment("<x>")
    assert is_closing("</x>")
    assert not is_closing("<x>")
