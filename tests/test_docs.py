"""The generated pages of `docs/` say what is declared."""

import pytest
from scripts.make_docs import DOCS, pages


@pytest.mark.parametrize("name", ["resources.md"])
def test_generated_pages_are_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "run `python -m scripts.make_docs`"
