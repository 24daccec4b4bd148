"""What the pages say, to readers and to machines."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from copydesk.site.head import summarise
from copydesk.site.outline import lay_out
from copydesk.site.pages import render_article, render_front, render_not_found
from copydesk.site.views import ArticlePage, HeadLink, Picture
from copydesk.text.article import read_article
from tests.site.sample_pages import POSTS, SEED, a_front, a_page, a_site, the_founding_page

BY_SLUG = {post["slug"]: post for post in POSTS}


def page_of(slug: str) -> ArticlePage:
    return a_page(BY_SLUG[slug])


def words(html: str) -> list[str]:
    return re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", html)))


def body(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


class TestArticle:
    @pytest.mark.parametrize("post", POSTS, ids=lambda post: post["slug"])
    def test_every_word_of_the_article_is_on_the_page(self, post: dict[str, object]) -> None:
        page = a_page(post)
        shown = words(body(render_article(page)))
        for block in page.article.blocks:
            run = re.findall(r"\w+", block.text)
            assert any(shown[i : i + len(run)] == run for i in range(len(shown))), block.text

    @pytest.mark.skipif(not SEED.exists(), reason="the founding document is not beside the repository")
    def test_founding_article_is_laid_out(self) -> None:
        page = the_founding_page()
        html = render_article(page)
        assert html.count('<div class="highlights') == len(page.article.sections)
        assert '<span class="place">Tokyo/Washington</span> — In a sharp' in html
        assert 'Published <time datetime="2025-06-21T10:55:15+05:30">June 21, 2025</time>' in html

    def test_own_links_are_paths_and_canonical_ones_whole(self) -> None:
        html = render_article(page_of("strait-pilots-walk-out"))
        assert "https://tidewire.example" not in body(html)
        assert '<link rel="canonical" href="https://tidewire.example/news/strait-pilots-walk-out/">' in html
        assert '<a href="/news/insurers-redraw-the-map/">' in html

    def test_run_in_dateline_keeps_day_and_agency(self) -> None:
        html = render_article(page_of("northgate-lets-its-furnace-go-cold"))
        assert '<span class="place">BRACKEN FORD, Oct. 22 (Tidewire)</span> — Northgate Steel' in html

    def test_dateline_above_a_picture_stands_with_the_date(self) -> None:
        article = read_article('<p>Published: May 4, 2026 | Oslo</p><p><img src="a.png" alt=""></p>')
        html = render_article(replace(page_of("wind-overtakes-coal"), article=article))
        assert 'Published May 4, 2026 <span class="place">Oslo</span></p>' in html

    def test_a_change_on_another_day_is_told(self) -> None:
        assert 'Updated <time datetime="2026-11-11T08:04:19+02:00">' in render_article(
            page_of("halcyon-orders-twelve-ships")
        )
        assert "Updated October 27, 2026" not in render_article(page_of("wind-overtakes-coal"))

    def test_structured_data_is_json_that_cannot_end_its_script(self) -> None:
        page = replace(page_of("orison-chip-plant"), headline_html="A &lt;/script&gt; &amp; B")
        html = render_article(page)
        match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert match
        data = json.loads(match[1])
        assert data["headline"] == "A </script> & B"
        assert [author["name"] for author in data["author"]] == ["Tobias Lindqvist", "Eleni Varda"]
        assert data["dateModified"] == "2026-10-27T15:02:41+02:00"
        assert "</script> &" not in html

    def test_plain_texts_are_escaped(self) -> None:
        picture = Picture("https://x.example/a.png", 4, 3, alt='"<b>"')
        html = render_article(replace(page_of("wind-overtakes-coal"), picture=picture, summary="<i>&"))
        assert 'alt="&#34;&lt;b&gt;&#34;"' in html
        assert "<i>&" not in html

    def test_comments_are_threaded(self) -> None:
        html = render_article(page_of("strait-pilots-walk-out"))
        marks = re.findall(r'id="comment-(\d+)" class="depth-(\d)"', html)
        assert marks == [("301", "0"), ("302", "1"), ("303", "2"), ("304", "0")]
        assert '<span class="badge">Author</span>' in html

    def test_page_without_dates_comments_or_people(self) -> None:
        page = page_of("strait-pilots-walk-out")
        bare = ArticlePage(
            a_site(), "About", page.link, page.published, page.modified, page.article, is_dated=False
        )
        html = body(render_article(bare))
        assert "<time" not in html
        assert 'class="comments"' not in html

    def test_further_head_links(self) -> None:
        feed = HeadLink("alternate", "https://tidewire.example/news/feed/", "application/rss+xml", "Feed")
        html = render_article(replace(page_of("wind-overtakes-coal"), head_links=(feed, HeadLink("me", "/"))))
        assert '<link rel="alternate" type="application/rss+xml" title="Feed" href="https://tide' in html
        assert '<link rel="me" href="/">' in html


class TestLayout:
    def test_no_heading_level_is_skipped(self) -> None:
        article = read_article("<h3>a</h3><h1>b</h1><h3>c</h3><h4>d</h4>")
        assert [part.level for part in lay_out(article)] == [2, 2, 3]

    def test_highlights_stand_beside_a_section_long_enough(self) -> None:
        def beside(paragraph: str, lists: int = 1) -> bool:
            highlights = "<p>Highlights</p><ul><li>Short and sweet</li></ul>" * lists
            (part,) = lay_out(read_article(f"<h2>a</h2><p>{paragraph}</p>{highlights}"))
            return part.has_highlights_beside

        assert beside("word " * 100)
        assert not beside("word")
        assert not beside("word " * 100, lists=2)
        (lead,) = lay_out(read_article("<p>Highlights</p><ul><li>x</li></ul>"))
        assert not lead.has_highlights_beside


class TestSummaries:
    @pytest.mark.parametrize(
        ("text", "summary"),
        [
            ("Short.", "Short."),
            ("One sentence here. Another one follows it.", "One sentence here."),
            ("She said: “It is so.” And then she left the room.", "She said: “It is so.”"),
            ("A very long sentence, that never seems to find its end", "A very long sentence, that never …"),
        ],
    )
    def test_first_sentences_or_words(self, text: str, summary: str) -> None:
        assert summarise(read_article(f"<p>{text}</p>"), 35) == summary

    def test_article_without_paragraphs_has_none(self) -> None:
        assert summarise(read_article("<h2>x</h2>")) == ""


class TestFrontPage:
    def test_latest_story_leads(self) -> None:
        html = body(render_front(a_front()))
        headlines = re.findall(r"<h2><a href=\"([^\"]+)\"", html)
        assert headlines[0] == "/news/the-ferry-is-an-honest-economist/"
        assert len(headlines) == 8
        assert '<a rel="next" href="/news/page/2/">Older stories</a>' in html

    def test_later_pages_lead_back(self) -> None:
        html = render_front(a_front(page=2))
        assert '<a rel="prev" href="/news/">Newer stories</a>' in html
        assert "Page 2 of 2" in html
        assert '<link rel="prev" href="https://tidewire.example/news/">' in html

    def test_site_without_stories(self) -> None:
        assert "Nothing has been published yet." in render_front(replace(a_front(), stories=()))


def test_missing_page_says_so_and_is_not_indexed() -> None:
    html = render_not_found(a_site())
    assert '<meta name="robots" content="noindex">' in html
    assert '<a href="/news/">front page</a>' in html


def test_pages_are_small_and_complete() -> None:
    html = render_article(page_of("strait-pilots-walk-out"))
    assert len(html) < 25_000
    assert not re.search(r"<script(?! type=\"application/ld)|<link rel=\"stylesheet|@import|@font-face", html)
