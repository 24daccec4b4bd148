"""Reads `cases/*.txt`: a title, then input and expected output, each closed by a line with one full stop.

    A bare ampersand is escaped
    .
    M&M
    .
    M&#038;M
    .

Blank lines between cases mean nothing. White space that an editor would lose is written out:
`→` is a tab, `␣` a space, `␤` a line break more than the ones you see, `⍽` a no-break space.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"
WRITTEN_OUT = str.maketrans({"→": "\t", "␣": " ", "␤": "\n", "⍽": "\u00a0"})


class Case(NamedTuple):
    title: str
    input: str
    expected: str


def load_cases(name: str) -> list[Case]:
    """All cases of one file, in order."""
    return list(parse_cases((FOLDER / f"{name}.txt").read_text(encoding="utf-8")))


def parse_cases(text: str) -> Iterator[Case]:
    lines = iter(text.splitlines())
    for title in lines:
        if title:
            assert next(lines) == ".", f"a full stop belongs below the title {title!r}"
            yield Case(title, _passage(lines), _passage(lines))


def _passage(lines: Iterator[str]) -> str:
    passage = "\n".join(iter(lambda: next(lines), "."))
    return passage.translate(WRITTEN_OUT)


def title_of(case: Case) -> str:
    """The name of a parametrized test."""
    return case.title
