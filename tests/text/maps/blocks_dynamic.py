"""No functions of its own: dynamic blocks are tried by `do_blocks` and `the_content_blocks` of the other maps.

They ask the fixture site more than its own file answers.
"""

from collections.abc import Callable
from typing import Any

from tests.text import fixture_answers

FUNCTIONS: dict[str, Callable[..., Any]] = {}

__all__ = ["FUNCTIONS", "fixture_answers"]
