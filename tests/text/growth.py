"""Measures how a function's work grows with its input, in processor time, so that a busy machine does not matter."""

from collections.abc import Callable
from time import process_time
from typing import Any

SMALL, LARGE, LARGEST = 32_000, 128_000, 1_000_000


def seconds(function: Callable[[str], Any], text: str, *, attempts: int = 3) -> float:
    """The shortest of several runs."""
    return min(_run(function, text) for _ in range(attempts))


def grows_linearly(function: Callable[[str], Any], fragment: str) -> bool:
    """Whether four times the input takes clearly less than sixteen times the work."""
    small = seconds(function, fragment * (SMALL // len(fragment)))
    large = seconds(function, fragment * (LARGE // len(fragment)))
    return large < 8 * small + 0.02


def _run(function: Callable[[str], Any], text: str) -> float:
    start = process_time()
    function(text)
    return process_time() - start
