"""Elements closed, and ends without a beginning dropped."""

import pytest

from copydesk.text.balance import balance_tags
from tests.text.cases_reader import Case, load_cases, title_of


@pytest.mark.parametrize("case", load_cases("balance"), ids=title_of)
def test_tags_are_balanced(case: Case) -> None:
    assert balance_tags(case.input) == case.expected


def test_text_without_tags_stays() -> None:
    assert balance_tags("x > y") == "x > y"
