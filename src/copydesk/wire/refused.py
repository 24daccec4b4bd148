"""Refusals: a `Problem` is a constant beside the code that raises it; `Refused` carries it to the caller."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """An error of the protocol. Status None means 401 for strangers and 403 for members."""

    code: str
    message: str
    status: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    has_data: bool = True  # False: the answer has no `data` member at all

    def status_for(self, *, is_member: bool) -> int:
        if self.status is not None:
            return self.status
        return 403 if is_member else 401

    def body(self, *, is_member: bool = False) -> dict[str, Any]:
        """The error as the protocol writes it."""
        answer: dict[str, Any] = {"code": self.code, "message": self.message}
        if self.has_data:
            answer["data"] = {"status": self.status_for(is_member=is_member), **self.data}
        return answer


class Refused(Exception):  # noqa: N818 — the house's word for it
    """What was asked is not done, for the reason that the problem names."""

    def __init__(self, problem: Problem, **data: Any) -> None:
        super().__init__(problem.message)
        self.problem = (
            Problem(problem.code, problem.message, problem.status, {**problem.data, **data})
            if data
            else problem
        )
