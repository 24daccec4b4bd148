"""Comments in reading order."""

from datetime import datetime, timedelta, timezone

from copydesk.site.threads import thread
from copydesk.site.views import Comment

NOON = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)  # noqa: UP017


def a_comment(number: int, parent: int = 0) -> Comment:
    return Comment(number, f"Reader {number}", NOON + timedelta(minutes=number), "<p>Yes.</p>", parent)


def test_answers_follow_what_they_answer() -> None:
    comments = [a_comment(4, 1), a_comment(3), a_comment(2, 1), a_comment(1), a_comment(5, 2)]
    found = [(entry.comment.id, entry.depth, entry.answers) for entry in thread(comments)]
    assert found == [
        (1, 0, ""),
        (2, 1, "Reader 1"),
        (5, 2, "Reader 2"),
        (4, 1, "Reader 1"),
        (3, 0, ""),
    ]


def test_answer_to_a_hidden_comment_stands_at_the_top() -> None:
    assert [(entry.depth, entry.answers) for entry in thread([a_comment(2, 1)])] == [(0, "")]


def test_deep_threads_stay_readable() -> None:
    chain = [a_comment(number, number - 1) for number in range(1, 9)]
    assert [entry.depth for entry in thread(chain)] == [0, 1, 2, 3, 3, 3, 3, 3]


def test_comments_that_answer_one_another_in_a_circle_are_shown_once() -> None:
    found = thread([a_comment(1, 2), a_comment(2, 1), a_comment(3)])
    assert [(entry.comment.id, entry.depth) for entry in found] == [(3, 0), (2, 0), (1, 1)]
