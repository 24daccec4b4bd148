"""Paragraphs and line breaks for texts written without them."""

import pytest

from copydesk.text.autop import autop
from copydesk.text.line_breaks import add_line_breaks
from copydesk.text.unautop import unwrap_shortcodes
from tests.text.cases_reader import Case, load_cases, title_of


@pytest.mark.parametrize("case", load_cases("autop"), ids=title_of)
def test_paragraphs(case: Case) -> None:
    assert autop(case.input) == case.expected


@pytest.mark.parametrize("case", load_cases("unautop"), ids=title_of)
def test_lone_shortcodes_lose_their_paragraph(case: Case) -> None:
    assert unwrap_shortcodes(case.input) == case.expected


@pytest.mark.parametrize("html", ["", " ", "\n\r\n\t", "\0\n"])
def test_blank_text_has_no_paragraph(html: str) -> None:
    assert autop(html) == ""


def test_breaks_are_left_out_if_asked() -> None:
    assert autop("a\nb<br>c\n\nd", br=False) == "<p>a\nb<br>c</p>\n<p>d</p>\n"


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_all_line_ends_are_line_ends(end: str) -> None:
    assert autop(f"a{end}{end}b{end}c") == "<p>a</p>\n<p>b<br />\nc</p>\n"


def test_lines_of_white_space_are_one_break() -> None:
    assert add_line_breaks("a \n\t\n b\n") == "a<br />\n b<br />\n"


def test_break_before_white_space_is_not_doubled() -> None:
    assert autop("a<br />\nb<br /> \nc") == "<p>a<br />\nb<br /> <br />\nc</p>\n"


def test_the_sign_for_line_breaks_in_tags_is_no_text() -> None:
    assert autop("a\ud800b") == "<p>a\ufffdb</p>\n"


def test_text_without_paragraphs_or_shortcodes_stays() -> None:
    assert unwrap_shortcodes("[gallery]") == "[gallery]"
    assert unwrap_shortcodes("<p>x</p>") == "<p>x</p>"


def test_paragraphs_inside_an_unwrapped_one_stay() -> None:
    html = "<p>[note]<p>[note]</p>[/note]</p>"
    assert unwrap_shortcodes(html, {"note"}) == "[note]<p>[note]</p>[/note]"
