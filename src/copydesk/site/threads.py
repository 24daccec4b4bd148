"""Comments in reading order: each answer below the comment it answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.site.views import Comment

MAX_DEPTH = 3  # deeper answers are indented no further


@dataclass(frozen=True, slots=True)
class Threaded:
    comment: Comment
    depth: int
    answers: str  # the name of who is answered; empty at the top


def thread(comments: Sequence[Comment]) -> list[Threaded]:
    """Every comment once, oldest first; one whose parent is not shown stands at the top."""
    known = {comment.id: comment for comment in comments}
    answers: dict[int, list[Comment]] = {}
    for comment in sorted(comments, key=lambda comment: (comment.date, comment.id), reverse=True):
        parent = comment.parent if comment.parent in known else 0
        answers.setdefault(parent, []).append(comment)
    found: list[Threaded] = []
    waiting = [(comment, 0) for comment in answers.pop(0, [])]
    while waiting or answers:
        if not waiting:  # damaged data: comments that answer one another in a circle
            waiting = [(comment, 0) for comment in answers.pop(min(answers))]
        comment, depth = waiting.pop()
        parent_name = known[comment.parent].author if comment.parent in known else ""
        found.append(Threaded(comment, min(depth, MAX_DEPTH), parent_name))
        waiting += [(answer, depth + 1) for answer in answers.pop(comment.id, [])]
    return found
