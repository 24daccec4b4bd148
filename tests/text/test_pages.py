"""The pages of a post and its teaser."""

import pytest

from copydesk.text.pages import more_label, page_content, split_pages, split_teaser
from copydesk.text.password_form import password_form
from tests.text.a_rendering import SITE, a_post


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        ("a", ["a"]),
        ("a\n\n<!--nextpage-->\n\nb", ["a", "b"]),
        ("<!--nextpage-->a<!--nextpage--><!--nextpage-->", ["a", "", ""]),
        (
            "<p>a</p>\n\n<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->\n\n<p>b</p>",
            ["<p>a</p>\n\n", "\n\n<p>b</p>"],
        ),
        ("a<!-- nextpage -->b", ["a<!-- nextpage -->b"]),
    ],
)
def test_pages(content: str, pages: list[str]) -> None:
    assert split_pages(content) == pages


def test_the_first_cut_counts() -> None:
    assert split_teaser("a") == ("a", None, "")
    assert split_teaser("a<!--more-->b<!--more-->c") == ("a", "b<!--more-->c", "")
    block = '<!-- wp:more {"customText":"On"} -->\n<!--more <b>On</b> -->\n<!-- /wp:more -->'
    assert split_teaser(f"a{block}b") == ("a\n", "\nb", "On")


def test_a_teaser_ends_in_a_link() -> None:
    post = a_post(content="<b>a<!--more-->b</b><!--nextpage-->c")
    link = ' <a href="https://news.example/post/#more-7" class="more-link">'
    assert page_content(post, label="Go") == f"<b>a{link}Go</a></b>"
    assert page_content(post) == "<b>a</b>"
    assert page_content(post, 9) == "c"
    own = a_post(content="a<!--more Read on-->b")
    assert page_content(own, label="Go") == f"a{link}Read on</a>"
    assert page_content(own) == "a"


def test_the_full_text_has_a_mark_at_the_cut() -> None:
    post = a_post(content="a<!--more-->b")
    assert page_content(post, full=True) == 'a<span id="more-7"></span>b'
    assert page_content(post, full=True, strip_teaser=True) == '<span id="more-7"></span>b'
    hidden = a_post(content="a<!--more--><!--noteaser-->b")
    assert page_content(hidden, full=True) == '<span id="more-7"></span><!--noteaser-->b'


def test_the_link_says_what_it_continues() -> None:
    assert more_label("T").startswith('<span aria-label="Continue reading T">')


def test_the_form_leads_back_to_the_post() -> None:
    form = password_form(a_post(), SITE)
    assert 'action="https://news.example/wp-login.php?action=postpass"' in form
    assert 'value="https://news.example/post/"' in form
