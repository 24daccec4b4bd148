"""Refusals: a `Problem` is a constant beside the code that raises it; `Refused` carries it to the caller."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """An error of the protocol. Status None means 401 for strangers and 403 for members.

    `data` that is no mapping is sent as it is, without the status; `more` stands beside it.
    """

    code: str
    message: str
    status: int | None = None
    data: Mapping[str, Any] | str | None = field(default_factory=dict)
    has_data: bool = True  # False: the answer has no `data` member at all
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def facts(self) -> Mapping[str, Any]:
        """What `data` says beside the status."""
        return self.data if isinstance(self.data, Mapping) else {}

    def status_for(self, *, is_member: bool) -> int:
        if self.status is not None:
            return self.status
        return 403 if is_member else 401

    def body(self, *, is_member: bool = False) -> dict[str, Any]:
        """The error as the protocol writes it."""
        answer: dict[str, Any] = {"code": self.code, "message": self.message}
        if self.has_data:
            said = self.data
            if isinstance(said, Mapping):
                said = {"status": self.status_for(is_member=is_member), **said}
            answer["data"] = said
        return {**answer, **self.more}


class Refused(Exception):  # noqa: N818 — the house's word for it
    """What was asked is not done, for the reason that the problem names."""

    def __init__(self, problem: Problem, **data: Any) -> None:
        super().__init__(problem.message)
        self.problem = replace(problem, data={**problem.facts, **data}) if data else problem
