"""What the reader of articles makes of the house rule, of other hands' HTML, and of no HTML at all."""

import gzip
import json
import random
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.article import Article, read_article
from copydesk.text.article_blocks import (
    Block,
    Heading,
    Highlights,
    Inline,
    Listing,
    Media,
    Other,
    Paragraph,
    Quote,
    Related,
    RelatedLink,
    Table,
)
from copydesk.text.article_dateline import Dateline

SHARED = Path(__file__).parents[3] / "shared"
SEED = SHARED / "seed/post-10751.json"
POSTS = SHARED / "compat/exchanges/r-posts-items.jsonl.gz"

STORY = """\
<p data-start="0"><em>Published: May 4, 2026 | Oslo/Bergen</em></p>
<p>The fleet stayed in port.</p>
<h2>Why the boats wait</h2>
<p>Diesel is dear.</p>
<p>Highlights</p>
<ul>
<li>
<p>Forty boats in Bergen</p>
</li>
<li>Price up <b>9%</b></li>
</ul>
<p>Also Read : <a href="https://sea.example/cod/">Cod finds no buyers</a></p>
<h3>What comes next</h3>
<blockquote><p>We wait.</p><cite>A skipper</cite></blockquote>
"""


def only(html: str) -> Block:
    """The one block that this is."""
    article = read_article(html)
    assert article.dateline is None
    (block,) = article.blocks
    return block


def kinds(html: str) -> list[str]:
    return [block.kind for block in read_article(html).blocks]


class TestTheHouseRule:
    def test_story_has_dateline_lead_and_sections(self) -> None:
        article = read_article(STORY)
        assert article.dateline == Dateline(
            "Published", "May 4, 2026", ("Oslo", "Bergen"), text="Published: May 4, 2026 | Oslo/Bergen"
        )
        assert article.lead == (Paragraph("The fleet stayed in port.", "The fleet stayed in port."),)
        first, second = article.sections
        assert first.heading == Heading(2, "Why the boats wait", "Why the boats wait")
        assert [block.kind for block in first.blocks] == ["paragraph", "highlights", "related"]
        assert second.heading.level == 3
        assert second.blocks == (
            Quote(Inline("<p>We wait.</p>", "We wait."), Inline("A skipper", "A skipper")),
        )

    def test_items_of_highlights_may_wrap_a_paragraph(self) -> None:
        block = read_article(STORY).sections[0].blocks[1]
        assert block == Highlights(
            "Highlights",
            (
                Inline("Forty boats in Bergen", "Forty boats in Bergen"),
                Inline("Price up <b>9%</b>", "Price up 9%"),
            ),
        )

    def test_text_is_every_word_in_order(self) -> None:
        assert read_article(STORY).text.splitlines() == [
            "Published: May 4, 2026 | Oslo/Bergen",
            "The fleet stayed in port.",
            "Why the boats wait",
            "Diesel is dear.",
            "Highlights Forty boats in Bergen Price up 9%",
            "Also Read Cod finds no buyers",
            "What comes next",
            "We wait. A skipper",
        ]

    @pytest.mark.skipif(not SEED.exists(), reason="the founding document is not beside the repository")
    def test_founding_article_is_understood_whole(self) -> None:
        html = json.loads(SEED.read_bytes())["content"]["rendered"]
        article = read_article(html)
        assert article.dateline is not None
        assert article.dateline.places == ("Tokyo", "Washington")
        assert len(article.sections) == html.count("<h2")
        shape = [[block.kind for block in section.blocks] for section in article.sections]
        assert shape[0] == ["paragraph", "highlights", "related"]
        assert shape[1:] == [["paragraph", "highlights"]] * (len(shape) - 1)
        assert words(article.text) == words(visible(html))


class TestDatelines:
    @pytest.mark.parametrize(
        ("line", "label", "date", "places"),
        [
            ("Published: May 4, 2026 | Oslo", "Published", "May 4, 2026", ("Oslo",)),
            ("Updated on 4 May 2026 · Oslo / Rome", "Updated", "4 May 2026", ("Oslo", "Rome")),
            ("Posted 2026-05-04", "Posted", "2026-05-04", ()),
            ("Last updated : May 4th, 10:30 AM – Pune", "Last updated", "May 4th, 10:30 AM", ("Pune",)),
            ("published on: Mon, 4 May, Washington, D.C.", "published", "Mon, 4 May", ("Washington, D.C.",)),
        ],
    )  # fmt: skip
    def test_own_line(self, line: str, label: str, date: str, places: tuple[str, ...]) -> None:
        article = read_article(f"<div><p><em>{line}</em></p></div><p>Story</p>")
        assert article.dateline == Dateline(label, date, places, text=line)
        assert [block.text for block in article.lead] == ["Story"]

    def test_own_line_may_share_its_paragraph_with_the_story(self) -> None:
        article = read_article("<p><em>Published: May 4, 2026</em><br />Story</p>")
        assert article.dateline is not None
        assert article.lead == (Paragraph("Story", "Story"),)

    @pytest.mark.parametrize(
        ("html", "dateline", "rest"),
        [
            ("<p>OSLO — Fish</p>", Dateline("", "", ("OSLO",), text="OSLO —"), "Fish"),
            ("<p><b>OSLO:</b> Fish</p>", Dateline("", "", ("OSLO",), text="OSLO:"), "Fish"),
            ("<p>Oslo, May 4 – Fish</p>", Dateline("", "May 4", ("Oslo",), text="Oslo, May 4 –"), "Fish"),
            ("<p>PORT, Ohio -- Fish</p>", Dateline("", "", ("PORT, Ohio",), text="PORT, Ohio --"), "Fish"),
            (
                "<p><b>NEW DELHI/Oslo, MAY 4 (R&amp;T) - Fish</b> <i>and</i> meat</p>",
                Dateline("", "MAY 4", ("NEW DELHI", "Oslo"), "R&T", "NEW DELHI/Oslo, MAY 4 (R&T) -"),
                "<b>Fish</b> <i>and</i> meat",
            ),
        ],
    )  # fmt: skip
    def test_run_in(self, html: str, dateline: Dateline, rest: str) -> None:
        article = read_article(html)
        assert article.dateline == dateline
        assert isinstance(article.lead[0], Paragraph)
        assert article.lead[0].html == rest

    @pytest.mark.parametrize(
        "line",
        [
            "UPDATE: the fish are back",
            "On Friday, May 4 — the fish came back",
            "Friday, May 4 — the fish came back",
            "A pause — then the fish came back",
            "Oslo — the fish came back",
            "OSLO —",
            "EU — short for a place",
            "Published: May 4, 2026 | By Jane Roe",
            "Published: yesterday",
            "Updated " + "very " * 60 + "late",
        ],
    )
    def test_sentences_are_no_datelines(self, line: str) -> None:
        assert only(f"<p>{line}</p>") == Paragraph(line.strip(), line.strip())

    def test_only_the_first_block_has_one(self) -> None:
        assert read_article("<h2>Fish</h2><p>OSLO — Fish</p>").dateline is None


class TestLabels:
    @pytest.mark.parametrize(
        "label",
        ["<p>HIGHLIGHTS:</p>", "<h4>Key Takeaways</h4>", "<h2>Key Points</h2>", "<p><b>At a Glance</b></p>"],
    )
    def test_highlights(self, label: str) -> None:
        block = only(f"{label}\n<!-- list --><ol><li>One<li>Two</ol>")
        assert isinstance(block, Highlights)
        assert (block.is_ordered, [item.text for item in block.items]) == (True, ["One", "Two"])

    def test_a_label_announces_only_the_next_block(self) -> None:
        assert kinds("<p>Highlights</p><p>x</p><ul><li>y</li></ul>") == ["paragraph", "paragraph", "list"]
        assert kinds("<p>Highlights of a long and rather busy week in port</p><ul><li>y</ul>") == [
            "paragraph",
            "list",
        ]

    def test_links_to_read_on(self) -> None:
        links = (RelatedLink("/a/", "A <i>tale</i>", "A tale"), RelatedLink("/b/", "B", "B"))
        line = '<p><strong>Must Read -</strong> <a href="/a/">A <i>tale</i></a> | <a href=/b/>B</a>.</p>'
        assert only(line) == Related("Must Read", links)
        listed = (
            "<p>Also read:</p><ul><li><a href='/a/'>A <i>tale</i></a><ul><li><a href=/b/>B</a></ul></li></ul>"
        )
        assert only(listed) == Related("Also read", links)

    @pytest.mark.parametrize(
        "html",
        [
            "<p><a href=x>Read more</a></p>",
            "<p>Read <a href=x>more</a></p>",
            "<p>See <a href=x>the map</a> of all ports</p>",
            "<p>Watch the port</p>",
            "<p>Also read: nothing</p>",
            '<p>Watch: <a href=x><img src="y.png"></a></p>',
        ],
    )
    def test_ordinary_links_stay_text(self, html: str) -> None:
        assert only(html).kind == "paragraph"

    def test_a_bare_verb_needs_a_title(self) -> None:
        assert only("<p>See <a href=x>How the fish came back</a></p>").kind == "related"
        assert kinds("<p>Read</p><ul><li><a href=x>a</a> and text</li></ul>") == ["paragraph", "list"]
        assert kinds("<p>Read</p><ul><li>text</li></ul>") == ["paragraph", "list"]
        assert kinds("<pre>Read</pre><ul><li>text</li></ul>") == ["other", "list"]


class TestBlocks:
    def test_wrappers_rules_and_empty_paragraphs_go(self) -> None:
        empty = "<hr><p>&nbsp;</p><p><br></p><h2></h2>"
        article = read_article(f"<section><div><div><p>One</p>{empty}</div>Two <b>bold</b></div></section>\n")
        assert [block.text for block in article.blocks] == ["One", "Two bold"]
        assert kinds("<span><p>One</p></span><a name=x><p>Two</p></a>") == ["paragraph", "paragraph"]

    def test_inline_tags_that_hold_blocks_on_purpose_stay_whole(self) -> None:
        assert only('<a href="/x/"><h3>Title</h3></a>') == Other('<a href="/x/"><h3>Title</h3></a>', "Title")

    def test_lists(self) -> None:
        block = only("<ol>loose <b>words</b><li>One<ul><li>deep</li></ul></li><li></li></ol>")
        items = (Inline("loose <b>words</b>", "loose words"), Inline("One<ul><li>deep</li></ul>", "One deep"))
        assert block == Listing(items, is_ordered=True)
        assert block.text == "loose words One deep"

    @pytest.mark.parametrize(
        ("html", "src", "alt", "text"),
        [
            ('<p><a href="/big"><img src="a.png" alt="A &amp; B"></a></p>', "a.png", "A & B", ""),
            ('<figure><img src=a.png><figcaption>Fish</figcaption></figure>', "a.png", "", "Fish"),
            ('<div class="wp-caption x"><img src=a.png><p>Fish</p></div>', "a.png", "", "Fish"),
            ("<video><source src='a.mp4'></video>", "a.mp4", "", ""),
            ('<iframe src="/film?a=1&amp;b=2">no frames</iframe>', "/film?a=1&b=2", "", ""),
            ('<h2><img src="a.png"></h2>', "a.png", "", ""),
            ("<object><p>inside</p></object>", "", "", "inside"),
        ],
    )  # fmt: skip
    def test_media(self, html: str, src: str, alt: str, text: str) -> None:
        block = only(html)
        assert isinstance(block, Media)
        assert (block.src, block.alt, block.text) == (src, alt, text)

    def test_quotes(self) -> None:
        pull = "<figure class=q><blockquote><p>Yes.</p></blockquote><figcaption>She</figcaption></figure>"
        assert only(pull) == Quote(Inline("<p>Yes.</p>", "Yes."), Inline("She", "She"))
        signed = "<blockquote><p>Yes.</p>\n<p>— <em>She</em></p></blockquote>"
        assert only(signed) == Quote(Inline("<p>Yes.</p>", "Yes."), Inline("— <em>She</em>", "— She"))
        cited = "<blockquote><p>Yes.</p><p> <cite>She</cite></p></blockquote>"
        assert only(cited) == Quote(Inline("<p>Yes.</p>", "Yes."), Inline("<cite>She</cite>", "She"))
        assert only("<blockquote>No.</blockquote>") == Quote(Inline("No.", "No."))
        assert only('<blockquote class="twitter-tweet">No.</blockquote>').kind == "other"

    def test_tables(self) -> None:
        html = "<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Oslo</td><td>4</td></tr></table>"
        assert only(html) == Table(html, "Port Boats Oslo 4", (("Port", "Boats"), ("Oslo", "4")))
        figure = f"<figure>{html}<figcaption>Boats</figcaption></figure>"
        assert only(figure) == Table(figure, "Port Boats Oslo 4 Boats", (("Port", "Boats"), ("Oslo", "4")))

    def test_the_unknown_is_kept(self) -> None:
        assert only("<dl><dt>a<dd>b</dl>") == Other("<dl><dt>a<dd>b</dd></dt></dl>", "a b")
        assert only("<p><input name=q></p>") == Other("<p><input name=q></p>", "")
        assert kinds("<script>x</script><p>a</p>") == ["other", "paragraph"]

    def test_what_is_no_tag_is_text_and_declarations_are_nothing(self) -> None:
        assert only("<!DOCTYPE html><p>1 < 2 and <3<!-- no end</p><p>").text == "1 < 2 and <3<!-- no end"

    def test_heading_keeps_its_anchor_and_lesser_ones_stay_inside(self) -> None:
        article = read_article('<h2 id="a">A</h2><h4>B</h4><p>c</p>')
        assert article.sections[0].heading.anchor == "a"
        assert [block.kind for block in article.sections[0].blocks] == ["heading", "paragraph"]


TAGS = ["p", "div", "ul", "ol", "li", "h2", "h3", "blockquote", "figure", "td", "table"]
INLINE = ["b", "a", "em", "span", "cite"]
WORDS = [
    "Highlights",
    "Also Read :",
    "OSLO —",
    "Published: May 4, 2026 | Oslo",
    "Key Points",
    "fish",
    "&amp;",
]
BREAKS = frozenset(["br", "th", "tr", *TAGS])


class Visible(HTMLParser):
    """The standard library's idea of what can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.parts.append(" " if tag in BREAKS else "")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, None)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def visible(html: str) -> str:
    parser = Visible()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def some_html(seed: int) -> str:
    """Tags and words in any order, opened and closed at will."""
    chance = random.Random(seed)
    pieces = []
    for _ in range(chance.randint(1, 40)):
        tag = chance.choice([*TAGS, *INLINE])
        pieces.append(
            chance.choice([f"<{tag}>", f"</{tag}>", f" {chance.choice(WORDS)} ", "<br>", "<a href='/x/'>"])
        )
    return "".join(pieces)


class TestNothingIsLost:
    @given(st.integers())
    def test_every_word_of_any_markup_is_in_the_text(self, seed: int) -> None:
        html = some_html(seed)
        assert words(read_article(html).text) == words(visible(html))

    @given(st.text())
    def test_any_string_is_an_article(self, text: str) -> None:
        assert isinstance(read_article(text), Article)

    @given(st.text(alphabet="<>/!-=\"' ap&;#\0\ud800"))
    def test_broken_markup_is_an_article(self, text: str) -> None:
        assert isinstance(read_article(text), Article)

    @pytest.mark.skipif(not POSTS.exists(), reason="the compatibility kit is not beside the repository")
    def test_every_word_of_recorded_posts_is_in_the_text(self) -> None:
        texts = list(recorded_texts())
        assert texts
        for html in texts:
            assert words(read_article(html).text) == words(visible(html))


def recorded_texts() -> Iterator[str]:
    """Single posts as served, those without widgets whose texts a reader does not see."""
    with gzip.open(POSTS, "rt", encoding="utf-8") as lines:
        for line in lines:
            exchange = json.loads(line)
            answer = exchange.get("response", {}).get("body", "")
            content = json.loads(answer).get("content") if answer.startswith('{"id"') else None
            html = content.get("rendered", "") if isinstance(content, dict) else ""
            if html and not re.search("<(script|style|iframe|svg|noscript|!)", html):
                yield html


class TestSize:
    """A megabyte of anything takes seconds at most: these would take hours if a step were quadratic."""

    @pytest.mark.parametrize(
        "html",
        [
            "<div>" * 10_000 + "deep",
            "<span>" * 10_000 + "<p>deep",
            "<b>" * 10_000 + "OSLO — deep",
            "<p><td>" + "<b>" * 10_000 + "<div></div>" * 10_000,
            "<" * 200_000,
            "<a " * 60_000,
            '<a =">" ' * 25_000,
            "<!--" * 50_000,
            "<script>" * 25_000,
            "<ul><li>" * 25_000,
            "<p>Also Read: " + "<a href=x>b</a>|" * 10_000,
            "<a " + 'a=" ' * 50_000 + ">x</a>",
        ],
        ids=range(12),
    )
    def test_hostile_input_takes_linear_time(self, html: str) -> None:
        assert read_article(html).text is not None
