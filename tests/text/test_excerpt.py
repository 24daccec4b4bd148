"""What of a content may stand in its excerpt."""

from copydesk.text.excerpt import remove_blocks, remove_footnotes
from tests.text.a_rendering import a_rendering

P = "<!-- wp:paragraph -->{}<!-- /wp:paragraph -->"


def shown(content: str) -> str:
    return remove_blocks(content, a_rendering())


def test_only_known_blocks_are_dressed() -> None:
    rendering = a_rendering()
    rendering.block_types = {"x/y": None}
    assert remove_blocks(P.format("<p>a</p>"), rendering) == "<p>a</p>"
    assert 'class="wp-block-paragraph"' in shown(P.format("<p>a</p>"))


def group(inside: str, attributes: str = "") -> str:
    return f"<!-- wp:group {attributes}--><div>{inside}</div><!-- /wp:group -->"


def test_a_text_without_blocks_stays() -> None:
    assert shown("a <!-- more --> b") == "a <!-- more --> b"


def test_words_are_shown_and_media_are_not() -> None:
    content = f"a{P.format('b')} <!-- wp:image -->c<!-- /wp:image --><!-- wp:calendar /-->d"
    assert shown(content) == "ab d"


def test_groups_are_looked_into_and_their_own_markup_is_lost() -> None:
    inside = P.format("a") + "<!-- wp:spacer /-->" + group(P.format("b") + group(P.format("c")))
    assert shown(group(inside)) == "abc"


def test_hidden_groups_stay_hidden() -> None:
    hidden = '{"metadata":{"blockVisibility":false}} '
    assert shown(group(P.format("a"), hidden)) == ""
    assert shown(group(group(P.format("a"), hidden) + P.format("b"))) == "b"


def test_a_quote_is_shown_when_it_holds_plain_words_only() -> None:
    quote = "<!-- wp:quote -->{}<!-- /wp:quote -->"
    assert "a" in shown(quote.format(P.format("a")))
    assert shown(quote.format(group(P.format("a")))) == ""
    assert shown(quote.format("<!-- wp:image /-->")) == ""


def test_depth_costs_no_stack() -> None:
    deep = "<!-- wp:group -->" * 10_000 + P.format("x") + "<!-- /wp:group -->" * 10_000
    assert shown(deep) == "x"


def test_marks_of_footnotes_go() -> None:
    mark = '<sup data-fn="ab" class="fn"><a href="#ab" id="ab-link">12</a></sup>'
    assert remove_footnotes(f"Text{mark}.") == "Text."
    assert remove_footnotes("<sup>1</sup>") == "<sup>1</sup>"
