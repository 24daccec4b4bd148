"""Values on their way into the database, by field and by the right of the writer."""

from typing import get_args

import pytest

from copydesk.text.saving import FILTERED, UNFILTERED, Field, SavingSite, clean_for_saving

SITE = SavingSite(home="https://desk.example/markets", files_url="https://files.example/uploads")
MARKUP = ' <p onclick="x">Q&A &#150; <script>x</script><b>it\'s</b></p> '


def filtered(field: Field, text: str) -> str:
    return clean_for_saving(field, text, may_write_unfiltered_html=False, site=SITE)


def unfiltered(field: Field, text: str) -> str:
    return clean_for_saving(field, text, may_write_unfiltered_html=True, site=SITE)


@pytest.mark.parametrize(
    ("field", "saved"),
    [
        ("post_content", " <p>Q&amp;A &#8211; x<b>it's</b></p> "),
        ("post_excerpt", " <p>Q&amp;A &#8211; x<b>it's</b></p> "),
        ("post_title", "Q&amp;A &#150; x<b>it's</b>"),
        ("comment_content", " Q&amp;A &#8211; x<b>it's</b> "),
        ("comment_author", "Q&amp;A &#150; it's"),
        ("term_name", "Q&amp;A &#150; it's"),
        ("term_description", " Q&amp;A &#150; x<b>it's</b> "),
        ("user_name", "Q&amp;A &#150; it's"),
        ("user_description", " Q&amp;A &#150; x<b>it's</b> "),
    ],
)
def test_markup_of_most_people_is_cleaned(field: Field, saved: str) -> None:
    assert filtered(field, MARKUP) == saved


@pytest.mark.parametrize(
    ("field", "saved"),
    [
        ("post_content", MARKUP.replace("&#150;", "&#8211;")),
        ("post_excerpt", MARKUP.replace("&#150;", "&#8211;")),
        ("post_title", MARKUP.strip()),
        ("comment_content", MARKUP.replace("&#150;", "&#8211;")),
    ],
)
def test_markup_of_editors_stays(field: Field, saved: str) -> None:
    assert unfiltered(field, MARKUP) == saved


@pytest.mark.parametrize(
    "field", [field for field in get_args(Field) if FILTERED[field] is UNFILTERED[field]]
)
def test_other_fields_are_cleaned_for_everybody(field: Field) -> None:
    assert unfiltered(field, MARKUP) == filtered(field, MARKUP)


def test_links_in_comments_are_not_recommended() -> None:
    comment = '<a href="https://x.example">x</a> <a href="https://desk.example/y">y</a>'
    marked = comment.replace('x.example"', 'x.example" rel="nofollow ugc"').replace('/y"', '/y" rel="ugc"')
    assert filtered("comment_content", comment) == marked
    assert unfiltered("comment_content", comment) == marked


def test_documents_come_from_the_sites_own_files() -> None:
    own = '<object type="application/pdf" data="https://files.example/a.pdf">a</object>'
    assert filtered("post_content", own) == own
    elsewhere = clean_for_saving("post_content", own, may_write_unfiltered_html=False)
    assert elsewhere == "<object>a</object>"


def test_custom_css_is_for_editors() -> None:
    block = '<!-- wp:x {"style":{"css":"a{}"}} /-->'
    assert filtered("post_content", block) == "<!-- wp:x /-->"
    assert unfiltered("post_content", block) == block


def test_addresses_and_site_titles() -> None:
    assert filtered("user_email", " Name <a@b.example> ") == "Namea@b.example"
    assert filtered("comment_author_email", "a@b.example") == "a@b.example"
    assert filtered("user_url", " <b>x.example</b>/?a=1&b=2 ") == "http://x.example/?a=1&amp;b=2"
    assert filtered("comment_author_url", "javascript:x") == ""
    assert filtered("site_title", 'Desk "A" & <b>B</b>') == "Desk &quot;A&quot; &amp; &lt;b&gt;B&lt;/b&gt;"
