"""Typography: curly quotes, dashes, primes, and what is left alone."""

import pytest

from copydesk.text.texturize import texturize
from tests.text.cases_reader import Case, load_cases, title_of


@pytest.mark.parametrize("case", load_cases("texturize"), ids=title_of)
def test_typography(case: Case) -> None:
    assert texturize(case.input) == case.expected


def test_code_is_silent_in_its_shortcode_too() -> None:
    html = '[code]"a"[/code] "b" [[code]] "c"'
    assert texturize(html, {"code"}) == '[code]"a"[/code] &#8220;b&#8221; [[code]] &#8220;c&#8221;'


def test_shortcodes_are_looked_for_by_their_whole_name() -> None:
    assert texturize('[notes "a"]', {"note"}) == "[notes &#8220;a&#8221;]"


@pytest.mark.parametrize("html", ["", "plain words", "\0\ud800\udcff", "<"])
def test_text_without_marks_stays(html: str) -> None:
    assert texturize(html) == html
