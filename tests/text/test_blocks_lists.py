"""Lists of archives, terms, posts and comments, and the calendar."""

from datetime import date

import pytest

from copydesk.text.blocks.needs import (
    Archive,
    ArchivesNeed,
    LatestCommentsNeed,
    MonthFacts,
    MonthNeed,
    PostsNeed,
    PostsQuery,
    TermsMatch,
    TermsNeed,
)
from copydesk.text.blocks.term_tree import terms_by_tree
from copydesk.text.facts import AttachmentNeed, PostNeed
from tests.text.a_block import HOME, a_comment, a_news, a_term, found, show
from tests.text.a_rendering import a_picture

MAY = Archive(2025, 5, 0, 4, f"{HOME}/2025/05/")


def test_archives_are_listed_with_counts() -> None:
    html = show('<!-- wp:archives {"showPostCounts":true} /-->', {ArchivesNeed("monthly"): (MAY,)})
    assert html == (
        '<ul class="wp-block-archives-list wp-block-archives">'
        f"\t<li><a href='{HOME}/2025/05/'>May 2025</a>&nbsp;(4)</li>\n</ul>"
    )


def test_a_site_without_posts_has_no_archives() -> None:
    assert "No archives to show." in show("<!-- wp:archives /-->")


@pytest.mark.parametrize(
    ("interval", "archive", "title"),
    [
        ("yearly", Archive(2024, 0, 0, 1, "/"), "2024"),
        ("daily", Archive(2025, 5, 9, 1, "/"), "May 9, 2025"),
        ("weekly", Archive(2025, 5, 5, 1, "/", until=date(2025, 5, 11)), "May 5, 2025&#8211;May 11, 2025"),
        ("postbypost", Archive(2025, 5, 9, 1, "/", title="Ships &amp; ports"), "Ships &amp; ports"),
    ],
)
def test_archives_of_other_spans(interval: str, archive: Archive, title: str) -> None:
    html = show(f'<!-- wp:archives {{"type":"{interval}"}} /-->', {ArchivesNeed(interval): (archive,)})  # type: ignore[arg-type]  # from the table above
    assert f"<a href='/'>{title}</a>" in html


def test_an_unknown_span_means_months() -> None:
    assert "May 2025" in show('<!-- wp:archives {"type":"hourly"} /-->', {ArchivesNeed("monthly"): (MAY,)})


def test_archives_as_drop_downs_are_numbered() -> None:
    block = '<!-- wp:archives {"displayAsDropdown":true,"showLabel":false} /-->'
    html = show(block * 2, {ArchivesNeed("monthly"): (MAY,)})
    assert f"<option value='{HOME}/2025/05/'> May 2025 </option>" in html
    assert '<label for="wp-block-archives-2" class="wp-block-archives__label screen-reader-text">' in html
    assert f'["wp-block-archives-2","{HOME}"]' in html


def test_terms_are_listed_flat() -> None:
    terms = (a_term(4, "Ports"), a_term(5, "Rail", parent=4, count=2))
    html = show("<!-- wp:categories /-->", {TermsNeed("category"): terms})
    assert html == (
        '<ul class="wp-block-categories-list wp-block-categories-taxonomy-category wp-block-categories">'
        f'\t<li class="cat-item cat-item-4"><a href="{HOME}/topics/ports/">Ports</a>\n</li>\n'
        f'\t<li class="cat-item cat-item-5"><a href="{HOME}/topics/rail/">Rail</a>\n</li>\n</ul>'
    )


def test_terms_are_listed_as_a_tree() -> None:
    terms = (a_term(1, "A"), a_term(2, "B", parent=1), a_term(3, "C", parent=2), a_term(4, "D"))
    need = TermsNeed("category", nested=True, padded=True)
    html = show('<!-- wp:categories {"showHierarchy":true,"showPostCounts":true} /-->', {need: terms})
    assert "A</a> (0)\n<ul class='children'>\n\t<li" in html
    assert "B</a> (0)\n\t<ul class='children'>\n\t<li" in html
    assert 'C</a> (0)\n</li>\n\t</ul>\n</li>\n</ul>\n</li>\n\t<li class="cat-item cat-item-4">' in html


def test_a_tree_takes_terms_without_their_parents_last_and_ends_loops() -> None:
    loop = (a_term(1, "A", parent=2), a_term(2, "B", parent=1), a_term(3, "C"), a_term(4, "D", parent=9))
    assert [(term.name, depth) for term, depth in terms_by_tree(loop)] == [
        ("C", 0),
        ("A", 0),
        ("B", 0),
        ("D", 0),
    ]
    below = (a_term(5, "E", parent=9), a_term(6, "F", parent=5))
    assert [(term.name, depth) for term, depth in terms_by_tree(below)] == [("E", 0), ("F", 1)]


def test_terms_as_a_drop_down() -> None:
    terms = (a_term(1, "A"), a_term(2, "B", parent=1, count=3))
    need = TermsNeed("category", nested=True, padded=True)
    html = show(
        '<!-- wp:categories {"displayAsDropdown":true,"showHierarchy":true,"showPostCounts":true,'
        '"showLabel":false,"label":"Pick <b>one</b>"} /-->',
        {need: terms},
    )
    assert ' screen-reader-text" for="wp-block-categories-1">Pick <b>one</b></label>' in html
    assert '<option class="level-1" value="b">&nbsp;&nbsp;&nbsp;B&nbsp;&nbsp;(3)</option>' in html


def test_a_drop_down_without_a_tree_takes_the_name_of_the_taxonomy() -> None:
    html = show(
        '<!-- wp:categories {"displayAsDropdown":true,"taxonomy":"post_tag"} /-->',
        {TermsNeed("post_tag"): (a_term(1, "A", taxonomy="post_tag"),)},
    )
    assert ">Tags</label><select  name='tag'" in html
    assert '<option class="level-0" value="a">A</option>' in html


def test_top_level_terms_alone_are_asked_for() -> None:
    need = TermsNeed("category", parent=0, hide_empty=False)
    html = show(
        '<!-- wp:categories {"showOnlyTopLevel":true,"showEmpty":true} /-->', {need: (a_term(1, "A"),)}
    )
    assert "A</a>" in html


def test_no_terms_and_no_taxonomy() -> None:
    assert '<li class="cat-item-none">No categories</li>' in show("<!-- wp:categories /-->")
    assert show('<!-- wp:categories {"taxonomy":"mood"} /-->') == ""


def test_links_of_terms_inside_a_query_change_it_in_place() -> None:
    html = show(
        '<!-- wp:query {"queryId":1,"enhancedPagination":true} --><div><!-- wp:categories /--></div><!-- /wp:query -->',
        {TermsNeed("category"): (a_term(1, "A"),)},
    )
    assert f'<a data-wp-on--click="core/query::actions.navigate" href="{HOME}/topics/a/">' in html


def cloud(*terms: object, **attrs: object) -> str:
    need = TermsNeed("post_tag", order_by="count", ascending=False, number=45)
    settings = ",".join(f'"{name}":{value}' for name, value in attrs.items())
    return show(f"<!-- wp:tag-cloud {{{settings}}} /-->", {need: terms})


def test_a_tag_cloud_sorts_naturally_and_sizes_by_use() -> None:
    terms = (a_term(1, "Bonds", count=9), a_term(2, "area 51", count=1), a_term(3, "Area 6", count=4))
    lines = cloud(*terms, showTagCounts="true").split("\n")
    assert "tag-link-3 tag-link-position-1" in lines[0]
    assert 'style="font-size: 16pt;" aria-label="Area 6 (4 items)">Area 6<span' in lines[0]
    assert "tag-link-2 tag-link-position-2" in lines[1]
    assert 'style="font-size: 8pt;" aria-label="area 51 (1 item)">area 51<span' in lines[1]
    assert '"font-size: 22pt;"' in lines[2]
    assert lines[2].endswith('Bonds<span class="tag-link-count"> (9)</span></a></p>')


def test_sizes_of_a_tag_cloud_that_make_no_sense() -> None:
    assert "font-size: 0;" in cloud(
        a_term(1, "A", count=1), smallestFontSize='"large"', largestFontSize='"1pt"'
    )
    assert "font-size: 0;" in cloud(a_term(1, "A", count=1), smallestFontSize='"1.2.3"')
    assert "font-size: 9pt;" in cloud(
        a_term(1, "A", count=1), smallestFontSize='"9pt"', largestFontSize='"1pt"'
    )


def test_an_empty_tag_cloud_says_so() -> None:
    assert cloud() == '<p class="wp-block-tag-cloud">There&#8217;s no content to show here yet.</p>'


def test_latest_posts() -> None:
    html = show(
        '<!-- wp:latest-posts {"displayAuthor":true,"displayPostDate":true,"postLayout":"grid","columns":2} /-->',
        {PostsNeed(PostsQuery(number=5)): found(a_news(1))},
    )
    assert html == (
        '<ul class="wp-block-latest-posts__list is-grid columns-2 has-dates has-author wp-block-latest-posts '
        'is-layout-flow wp-block-latest-posts-is-layout-flow">'
        f'<li><a class="wp-block-latest-posts__post-title" href="{HOME}/news-1/">News 1</a>'
        '<div class="wp-block-latest-posts__post-author">by Mira</div>'
        '<time datetime="2025-05-01T08:00:00+00:00" class="wp-block-latest-posts__post-date">May 1, 2025</time>'
        "</li>\n</ul>"
    )


@pytest.mark.parametrize(
    ("attrs", "query"),
    [
        ('"categories":[{"id":4}]', PostsQuery(number=5, terms=(TermsMatch("category", ids=(4,)),))),
        ('"categories":"4"', PostsQuery(number=5, terms=(TermsMatch("category", ids=(4,)),))),
        ('"categories":[4]', PostsQuery(number=5)),
        ('"selectedAuthor":3', PostsQuery(number=5, authors=(3,))),
        (
            '"order":"asc","orderBy":"title","postsToShow":9',
            PostsQuery(number=9, order_by="title", ascending=True),
        ),
    ],
)
def test_which_posts_are_the_latest(attrs: str, query: PostsQuery) -> None:
    assert "News 1" in show(f"<!-- wp:latest-posts {{{attrs}}} /-->", {PostsNeed(query): found(a_news(1))})


def latest(attrs: str, *posts: object) -> str:
    answers = {PostsNeed(PostsQuery(number=5)): found(*posts), AttachmentNeed(9): a_picture(9)}  # type: ignore[arg-type]  # posts
    return show(f"<!-- wp:latest-posts {{{attrs}}} /-->", answers)


def test_pictures_of_latest_posts() -> None:
    attrs = '"displayFeaturedImage":true,"featuredImageAlign":"left","featuredImageSizeHeight":40'
    html = latest(f'{attrs},"addLinkToFeaturedImage":true', a_news(1, thumbnail=9), a_news(2))
    assert (
        f'<div class="wp-block-latest-posts__featured-image alignleft">'
        f'<a href="{HOME}/news-1/" aria-label="News 1"><img' in html
    )
    assert (
        'class="attachment-thumbnail size-thumbnail wp-post-image" alt="Alt 9" style="max-height:40px;"'
        in html
    )
    assert html.count("<img") == 1
    assert 'featured-image"><img' in latest('"displayFeaturedImage":true', a_news(1, thumbnail=9))


def test_excerpts_of_latest_posts() -> None:
    cut = latest('"displayPostContent":true,"excerptLength":2', a_news(1))
    assert 'post-excerpt">Words of… <a class="wp-block-latest-posts__read-more"' in cut
    assert 'rel="noopener">Read more<span class="screen-reader-text">: News 1</span></a></div>' in cut
    assert 'post-excerpt">Words of 1.</div>' in latest('"displayPostContent":true', a_news(1))
    assert latest('"displayPostContent":true,"displayPostContentRadio":"none"', a_news(1)).count("<div") == 0
    quiet = show(
        '<!-- wp:latest-posts {"displayPostContent":true} /-->',
        {PostsNeed(PostsQuery(number=5)): found(a_news(1))},
        render_excerpt=None,
    )
    assert 'post-excerpt"></div>' in quiet


def test_whole_contents_of_latest_posts() -> None:
    attrs = '"displayPostContent":true,"displayPostContentRadio":"full_post"'
    html = latest(attrs, a_news(1, content="<script>x</script><b>Words</b>"))
    assert '<div class="wp-block-latest-posts__post-full-content">x<b>Words</b></div>' in html
    locked = latest(attrs, a_news(1, has_password=True, password_required=True, title="Key"))
    assert "Protected: Key</a>" in locked
    assert "This content is password protected." in locked


def test_latest_posts_without_title_or_author() -> None:
    html = latest('"displayAuthor":true', a_news(1, title=" ", author=99))
    assert "(no title)</a></li>" in html


def test_latest_comments() -> None:
    answers = {
        LatestCommentsNeed(5): (
            a_comment(1, user=3),
            a_comment(2, author_name="", author_email=""),
            a_comment(3, post=8),
        ),
        PostNeed(7): a_news(7),
    }
    html = show("<!-- wp:latest-comments /-->", answers, in_content=True)
    assert html.startswith('<ol class="has-avatars has-dates has-excerpts wp-block-latest-comments"><li')
    assert (
        f'<a class="wp-block-latest-comments__comment-author" href="{HOME}/author/mira/">Noor</a> on ' in html
    )
    assert (
        "avatar-default wp-block-latest-comments__comment-avatar' height='48' width='48' /><article>" in html
    )
    assert '<span class="wp-block-latest-comments__comment-author">Anonymous</span> on ' in html
    assert '<div class="wp-block-latest-comments__comment-excerpt"><p>Remark 2</p>\n</div>' in html
    assert html.count("<li") == 2


def test_latest_comments_show_what_is_asked_for() -> None:
    answers = {LatestCommentsNeed(5): (a_comment(1, content="So <b>it</b> is"),), PostNeed(7): a_news(7)}
    bare = '<!-- wp:latest-comments {"displayAvatar":false,"displayDate":false,"displayExcerpt":false} /-->'
    assert show(bare, answers).startswith('<ol class="wp-block-latest-comments"><li class="')
    full = show('<!-- wp:latest-comments {"displayContent":"full"} /-->', answers)
    assert '-excerpt"><p>So <b>it</b> is</p>\n</div>' in full
    locked = {**answers, PostNeed(7): a_news(7, has_password=True, password_required=True)}
    assert "<p>Password protected</p>" in show("<!-- wp:latest-comments /-->", locked)
    assert "No comments to show." in show("<!-- wp:latest-comments /-->")


def test_long_comments_are_cut() -> None:
    answers = {LatestCommentsNeed(5): (a_comment(1, content="word " * 21),), PostNeed(7): a_news(7)}
    assert f"{'word ' * 19}word&hellip;</p>" in show("<!-- wp:latest-comments /-->", answers)


def test_people_are_not_pictured_where_the_site_does_not_want_it() -> None:
    answers = {LatestCommentsNeed(5): (a_comment(1),), PostNeed(7): a_news(7)}
    assert "<img" not in show("<!-- wp:latest-comments /-->", answers, options={"show_avatars": "0"})


def test_the_calendar() -> None:
    answers = {
        MonthNeed(2025, 6): MonthFacts(
            ((3, f"{HOME}/2025/06/03/"),), Archive(2025, 4, 0, 0, "/april/"), Archive(2025, 7, 0, 0, "/july/")
        )
    }
    html = show("<!-- wp:calendar /-->", answers)
    assert "<caption>June 2025</caption>" in html
    assert '\t<tr>\n\t\t<td colspan="6" class="pad">&nbsp;</td><td id="today">1</td>\n\t</tr>' in html
    assert f'<a href="{HOME}/2025/06/03/" aria-label="Posts published on June 3, 2025">3</a>' in html
    assert '<td>30</td>\n\t\t<td class="pad" colspan="6">&nbsp;</td>\n\t</tr>' in html
    assert '<a href="/april/">&laquo; Apr</a>' in html
    assert '<a href="/july/">Jul &raquo;</a>' in html


def test_a_calendar_of_another_month_and_week() -> None:
    html = show(
        '<!-- wp:calendar {"year":2026,"month":2,"textColor":"ink","style":{"color":{"background":"#eee"},'
        '"elements":{"link":{"color":{"text":"#00f"}}}}} /-->',
        {MonthNeed(2026, 2): MonthFacts()},
        options={"start_of_week": "0"},
    )
    assert (
        '<table style="background-color:#eee;" id="wp-calendar" class="wp-calendar-table has-text-color '
        in html
    )
    assert 'has-ink-color has-background has-link-color">' in html
    assert '<th scope="col" aria-label="Sunday">S</th>' in html.partition("Monday")[0]
    assert "<td>28</td>\n\t</tr>\n\t</tbody>" in html
    assert "colspan" not in html


def test_no_posts_no_calendar() -> None:
    assert show('<!-- wp:calendar {"year":2026,"month":13} /-->') == ""
    assert "has-sea-background-color" in show(
        '<!-- wp:calendar {"backgroundColor":"sea"} /-->', {MonthNeed(2025, 6): MonthFacts()}
    )
