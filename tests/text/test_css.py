"""Style attributes, declaration by declaration."""

import pytest

from copydesk.text.css import filter_css
from tests.text.cases_reader import Case, load_cases, title_of


@pytest.mark.parametrize("case", load_cases("css"), ids=title_of)
def test_style(case: Case) -> None:
    assert filter_css(case.input) == case.expected


def test_controls_go() -> None:
    assert filter_css("col\x01or:\0red") == "color:red"


@pytest.mark.parametrize(
    "value", ["calc(", "url(", "linear-gradient(", "linear-gradient(()", "var(--a,", "((", ";"]
)
def test_long_values_are_no_trouble(value: str) -> None:
    assert "(" not in filter_css("background:" + value * 50_000)
