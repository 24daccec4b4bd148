"""The stand-in site answers what its rows say."""

from copydesk.text.facts import AttachmentNeed, PostNeed, PostTermsNeed, UserNeed
from copydesk.text.rendering import Rendering
from tests.text.fixture_site import answer, needs_kit, render

pytestmark = needs_kit


def test_rendering_goes_on_until_nothing_is_open() -> None:
    rounds = []

    def show(rendering: Rendering) -> str:
        rounds.append(1)
        picture = rendering.facts.ask(AttachmentNeed(301))
        parent = rendering.facts.ask(PostNeed(picture.parent)) if picture else None
        return parent.link if parent else "?"

    assert render(show) == "https://example.org/case-post/"
    assert len(rounds) == 3


def test_overrides_change_the_row_for_one_rendering() -> None:
    def show(rendering: Rendering) -> tuple[str, bool]:
        assert rendering.post
        return rendering.post.title, rendering.post.password_required

    assert render(show, post_title="New", post_password="p") == ("New", True)
    assert render(show, post_password="p", password="p") == ("Case post", False)


def test_addresses_follow_parents() -> None:
    answers = answer([PostNeed(202), AttachmentNeed(301), PostTermsNeed(110, "category"), UserNeed(9)])
    assert answers[PostNeed(202)].link == "https://example.org/about/team/"
    assert answers[AttachmentNeed(301)].metadata["sizes"]["medium"]["width"] == 300
    assert [term.link for term in answers[PostTermsNeed(110, "category")]] == [
        "https://example.org/category/crypto-web3/",
        "https://example.org/category/markets/stocks/",
    ]
    assert answers[UserNeed(9)] is None
