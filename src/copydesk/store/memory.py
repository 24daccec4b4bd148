"""Answers that hold for one version of the database; which version that is, `versions.py` finds out."""

from collections.abc import Hashable
from typing import Any

MOST_ANSWERS = 500  # clients may ask for any number of different things


class Memory:
    """Answers by question, valid for one version of the database."""

    def __init__(self) -> None:
        self.version: Hashable = None
        self.answers: dict[Hashable, Any] = {}

    def at(self, version: Hashable) -> dict[Hashable, Any]:
        """The answers at a version; none if the last ones were of another."""
        if version != self.version or len(self.answers) >= MOST_ANSWERS:
            self.version, self.answers = version, {}
        return self.answers
