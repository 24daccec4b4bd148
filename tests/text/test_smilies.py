"""Typed smilies, and the emoji that stand for them."""

import pytest

from copydesk.text.smilies import convert_smilies
from tests.text.cases_reader import Case, load_cases, title_of


@pytest.mark.parametrize("case", load_cases("smilies"), ids=title_of)
def test_smilies(case: Case) -> None:
    assert convert_smilies(case.input, "https://example.com") == case.expected


def test_text_without_any_mark_stays() -> None:
    assert convert_smilies("plain", "") == "plain"
