"""Rendered texts that are kept: used again only while everything that they were made from is the same."""

from collections import Counter
from datetime import UTC, datetime
from functools import partial

from copydesk.content.kept_texts import KeptTexts, post_key
from copydesk.text.blocks.budget import SPENT
from copydesk.text.facts import Facts, PostFacts, SiteFacts, UserNeed


def the_facts(*, hour: int = 9, **users: str) -> Facts:
    """Facts of a site with these answers about users: `u1="Ann"`."""
    home = "https://news.example"
    site = SiteFacts(home, home, "News", "", UTC, datetime(2025, 6, 1, hour, tzinfo=UTC))
    return Facts(site, {UserNeed(int(name[1:])): user for name, user in users.items()})


def hour_of(facts: Facts) -> str:
    return f"{facts.now:%H}"


class Byline:
    """A text that asks who user 1 is, counts itself, and notes how often it was rendered."""

    def __init__(self, texts: KeptTexts) -> None:
        self.texts = texts
        self.times = 0

    def show(self, facts: Facts, counters: Counter[str] | None = None, made_from: str = "byline") -> str:
        counters = Counter() if counters is None else counters

        def render() -> str:
            self.times += 1
            counters["bylines"] += 1
            counters[SPENT] += 100
            return f"{counters['bylines']}. by {facts.ask(UserNeed(1))}"

        return self.texts.show(made_from, facts, counters, render)


def test_a_text_is_rendered_once() -> None:
    byline = Byline(KeptTexts())
    assert byline.show(the_facts(u1="Ann")) == byline.show(the_facts(u1="Ann")) == "1. by Ann"
    assert byline.times == 1


def test_another_answer_makes_another_text() -> None:
    byline = Byline(KeptTexts())
    byline.show(the_facts(u1="Ann"))
    assert byline.show(the_facts(u1="Bea")) == "1. by Bea"


def test_an_unfinished_text_is_not_kept() -> None:
    byline = Byline(KeptTexts())
    facts = the_facts()
    byline.show(facts)
    assert facts.unanswered == {UserNeed(1)}
    assert byline.show(the_facts(u1="Ann")) == "1. by Ann"


def test_a_kept_text_asks_what_it_asked_before() -> None:
    byline = Byline(KeptTexts())
    byline.show(the_facts(u1="Ann"))
    facts = the_facts()
    byline.show(facts)
    assert facts.unanswered == {UserNeed(1)}
    assert byline.times == 1


def test_numbers_go_on_from_what_was_counted_before() -> None:
    byline = Byline(KeptTexts())
    for _ in range(2):
        counters: Counter[str] = Counter()
        shown = [byline.show(the_facts(u1="Ann"), counters) for _ in range(2)]
        assert shown == ["1. by Ann", "2. by Ann"]
    assert byline.times == 2


def test_what_the_time_decides_is_rendered_again() -> None:
    texts = KeptTexts()
    for hour in ("09", "10"):
        facts = the_facts(hour=int(hour))
        assert texts.show("clock", facts, Counter(), partial(hour_of, facts)) == hour


def test_texts_that_nobody_asks_for_are_forgotten() -> None:
    byline = Byline(KeptTexts(most_bytes=150))
    facts = the_facts(u1="Ann")
    for name in ("a", "b", "a", "c", "a"):
        byline.show(facts, made_from=name)
    assert byline.times == 3
    byline.show(facts, made_from="b")
    assert byline.times == 4


def test_a_post_is_another_with_another_content() -> None:
    one, same, other = (PostFacts(1, content=content) for content in ("a", "a", "b\udc80"))
    assert post_key(one) == post_key(same) != post_key(other)
