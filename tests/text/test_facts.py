"""What is known of the site, and what is still asked."""

from copydesk.text.facts import AttachmentNeed, Facts, PostNeed
from tests.text.a_rendering import SITE, a_picture

PICTURE = a_picture(3)


def test_a_question_stays_open_until_it_is_answered() -> None:
    facts = Facts(SITE)
    assert facts.ask(AttachmentNeed(3)) is None
    assert facts.unanswered == {AttachmentNeed(3)}
    facts.learn({AttachmentNeed(3): PICTURE, PostNeed(4): None})
    assert not facts.unanswered
    assert facts.ask(AttachmentNeed(3)) is PICTURE
    assert facts.asked == {AttachmentNeed(3)}


def test_nothing_is_an_answer_too() -> None:
    facts = Facts(SITE, {PostNeed(4): None})
    assert facts.ask(PostNeed(4)) is None
    assert not facts.unanswered


def test_known_answers_can_be_kept() -> None:
    facts = Facts(SITE, {AttachmentNeed(3): PICTURE})
    assert facts.answers_to([AttachmentNeed(3), PostNeed(4)]) == {AttachmentNeed(3): PICTURE}
    assert facts.knows([AttachmentNeed(3)])
    assert not facts.knows([AttachmentNeed(3), PostNeed(4)])


def test_the_time_is_noted_as_asked_for() -> None:
    facts = Facts(SITE)
    assert facts.now == SITE.now
    assert facts.asked
