"""What the writes of all resources share: the open transaction, what was sent, what is gone."""

from collections.abc import Mapping
from typing import Any

from copydesk.rest.page import Call
from copydesk.rest.present import present
from copydesk.store.work import Work
from copydesk.wire.refused import Problem, Refused


def work_of(call: Call) -> Work:
    """The transaction that the dispatcher has opened for a write."""
    assert call.work is not None, "only endpoints that write get here"
    return call.work


def sent_changes(changes: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent; null is as good as nothing."""
    return {name: value for name, value in changes.items() if value is not None}


def refuse_without_force(call: Call, problem: Problem) -> None:
    """For what has no trash."""
    if not call.params.get("force"):
        raise Refused(problem)


def shown_before_deletion(call: Call, context: str = "edit") -> dict[str, Any]:
    """The row that the route names as its answer would be now, without links."""
    assert call.target is not None, "rules have found the row"
    (answer,) = present(call.target, context=context, single=True)
    return {name: value for name, value in answer.items() if name != "_links"}
