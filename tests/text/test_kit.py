"""All recorded cases of the text kit, scored as the kit scores them; `ledger/` says which we miss, and why."""

import importlib.util
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from tests.text.fixture_site import SHARED, needs_kit
from tests.text.functions import FUNCTIONS

LEDGER = sorted((Path(__file__).parent / "ledger").glob("*.toml"))
OVERALL_PERCENT, EACH_PERCENT = 99, 97
CASE_SECONDS = 20  # the kit allows 2; a machine that is busy with other tests needs more

pytestmark = [needs_kit, pytest.mark.xdist_group("text kit")]


class Score(NamedTuple):
    cases: Counter[str]  # by function
    missed: dict[str, str]  # the function, by the case's id


@cache
def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


@cache
def score() -> Score:
    scorer = load_scorer()
    cases: Counter[str] = Counter()
    missed = {}
    for case in scorer.load(str(SHARED / "cases")):
        cases[case["fn"]] += 1
        function = FUNCTIONS.get(case["fn"])
        if function is None or not scorer.run_case(function, case, CASE_SECONDS)[0]:
            missed[case["id"]] = case["fn"]
    return Score(cases, missed)


def load_ledger() -> dict[str, str]:
    """The reason of each miss by the case's id."""
    entries = [entry for path in LEDGER for entry in tomllib.loads(path.read_text("utf-8"))["miss"]]
    assert len({entry["id"] for entry in entries}) == len(entries), "a case stands in the ledger twice"
    return {entry["id"]: entry["reason"] for entry in entries}


def test_every_function_of_the_kit_is_ours() -> None:
    assert score().cases.keys() <= FUNCTIONS.keys()


def test_the_ledger_lists_exactly_what_is_missed() -> None:
    assert sorted(score().missed) == sorted(load_ledger())


def test_every_miss_has_a_reason() -> None:
    assert all(len(reason) > 20 for reason in load_ledger().values())


def test_nearly_all_cases_pass() -> None:
    assert _percent(len(score().missed), score().cases.total()) >= OVERALL_PERCENT


def test_no_function_falls_behind() -> None:
    missed = Counter(score().missed.values())
    shares = {name: _percent(missed[name], number) for name, number in score().cases.items()}
    assert {name: share for name, share in shares.items() if share < EACH_PERCENT} == {}


def _percent(missed: int, number: int) -> float:
    return 100 * (1 - missed / number)
