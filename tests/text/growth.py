"""Measures how a function's work grows with its input.

Processor time is measured, so that a busy machine does not matter. Steps cannot be counted instead: nearly
all work happens inside regular expressions and string methods.
"""

import gc
from collections.abc import Callable
from time import process_time
from typing import Any

UNNOTICED_SECONDS = 0.03  # what takes no longer for 128 KB cannot take two seconds for a megabyte


def grows_with(function: Callable[[str], Any], make: Callable[[int], str], small: int, large: int) -> bool:
    """Whether the larger text takes clearly less work than the square of the smaller one's."""
    long = _seconds(function, make(large), attempts=1)
    if long < UNNOTICED_SECONDS:
        return True
    for attempts in (1, 3, 5):  # a measurement that was disturbed is repeated
        allowed = (large / small) ** 1.5 * _seconds(function, make(small), attempts=attempts)
        if min(long, _seconds(function, make(large), attempts=attempts)) < allowed:
            return True
    return False


def _seconds(function: Callable[[str], Any], text: str, *, attempts: int) -> float:
    """The shortest of several runs."""
    return min(_run(function, text) for _ in range(attempts))


def _run(function: Callable[[str], Any], text: str) -> float:
    gc.disable()  # as timeit does: what is collected meanwhile is not the function's work
    start = process_time()
    try:
        function(text)
        return process_time() - start
    finally:
        gc.enable()
