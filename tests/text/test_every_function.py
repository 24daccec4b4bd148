"""No text stops any public function of `text` and `wire`, or keeps it busy for longer than its length is worth."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.every_function import EVERY_FUNCTION, NOT_FOUND, REFUSING
from tests.text.growth import grows_with
from tests.text.hostile import DEEP_TEXTS, FAMILIES, TEMPTATIONS, TEXTS, mixture, repeated

SMALL, LARGE, LARGER, MEGABYTE = 8_000, 32_000, 128_000, 1_000_000

every_function = pytest.mark.parametrize("name", EVERY_FUNCTION)


def test_the_lists_name_functions_that_exist() -> None:
    assert len(EVERY_FUNCTION) > 350
    assert not NOT_FOUND | (TEMPTATIONS.keys() - EVERY_FUNCTION.keys())


def run(name: str, text: str) -> None:
    try:
        EVERY_FUNCTION[name](text)
    except ValueError:
        assert name in REFUSING


@every_function
def test_no_text_raises(name: str) -> None:
    for text in TEXTS:
        run(name, text)


@every_function
def test_no_depth_raises(name: str) -> None:
    for text in DEEP_TEXTS:
        run(name, text)


@every_function
@given(st.text(st.sampled_from("<>/ab!-[]{}'\"&;:#=x19%.()@| \n\t\\\0\u00a0\udc80\ud800é"), max_size=60))
@settings(max_examples=15, deadline=None)
def test_no_noise_raises(name: str, text: str) -> None:
    run(name, text)


def too_costly(name: str, small: int, large: int) -> list[str]:
    function = partial(run, name)
    families = {fragment: partial(repeated, fragment) for fragment in (*FAMILIES, *TEMPTATIONS.get(name, []))}
    return [fragment for fragment, make in families.items() if not grows_with(function, make, small, large)]


@every_function
def test_work_grows_with_the_text(name: str) -> None:
    assert too_costly(name, SMALL, LARGE) == []


@pytest.mark.slow
@every_function
def test_work_grows_with_a_long_text(name: str) -> None:
    assert too_costly(name, LARGE, LARGER) == []


@pytest.mark.slow
@every_function
def test_work_grows_up_to_a_megabyte(name: str) -> None:
    size = MEGABYTE // 8
    while size < MEGABYTE:
        assert grows_with(partial(run, name), mixture, size, 2 * size)
        size *= 2
