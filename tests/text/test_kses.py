"""Markup that is kept, changed and dropped when people without full rights write it."""

from dataclasses import replace

import pytest

from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import BIOGRAPHY, INLINE, POST
from tests.text.cases_reader import Case, load_cases, title_of

POSTS = replace(POST, files_url="https://files.example/uploads")


@pytest.mark.parametrize("case", [*load_cases("kses_posts"), *load_cases("kses_blocks")], ids=title_of)
def test_posts(case: Case) -> None:
    assert clean_html(case.input, POSTS) == case.expected


@pytest.mark.parametrize("case", load_cases("kses_inline"), ids=title_of)
def test_comments_and_titles(case: Case) -> None:
    assert clean_html(case.input, INLINE) == case.expected


def test_biographies_may_say_what_a_link_is() -> None:
    html = '<a href="x" rel="me">y</a>'
    assert clean_html(html, BIOGRAPHY) == html
    assert clean_html(html, INLINE) == '<a href="x">y</a>'


def test_controls_go_wherever_they_stand() -> None:
    assert clean_html("<p\0 cl\x01ass='a\x02'>b\x0b\tc\x1f</p>", POSTS) == '<p class="a">b\tc</p>'


def test_letters_that_become_ascii_do_not_count_as_ascii() -> None:
    assert clean_html("<\u212abd>x</\u212abd>", POSTS) == "x</\u212abd>"


def test_without_a_host_no_document_is_shown() -> None:
    html = '<object type="application/pdf" data="https:///a.pdf">x</object>'
    assert clean_html(html, POST) == "<object>x</object>"


def test_bytes_that_are_not_utf8_stay() -> None:
    assert clean_html("caf\udce9 <b title=\udce9>x</b>", POSTS) == 'caf\udce9 <b title="\udce9">x</b>'


def test_a_comment_that_never_settles_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.text.kses._MAX_ROUNDS", 1)
    assert clean_html("a<!-- > -->b", POSTS) == "ab"


def test_depth_does_not_matter() -> None:
    html = "<div>" * 10_000 + "</div>" * 10_000
    assert clean_html(html, POSTS) == html
    blocks = "<!-- wp:x -->" * 10_000 + "y" + "<!-- /wp:x -->" * 10_000
    assert clean_html(blocks, POSTS) == blocks


def test_blocks_that_multiply_the_text_become_text() -> None:
    html = "<!-- wp:x -->y" * 500
    assert clean_html(html, POSTS) == html.replace("<", "&lt;").replace(">", "&gt;")
