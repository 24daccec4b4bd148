"""Blocks that show parts of the post around them."""

import pytest

from copydesk.text.blocks.needs import (
    AdjacentPostNeed,
    MainQuery,
    PostAncestorsNeed,
    PostTypeFacts,
    PostTypeNeed,
    TermAncestorsNeed,
    Visit,
)
from copydesk.text.blocks.time_to_read import count_words
from copydesk.text.facts import AttachmentNeed, PostNeed, PostTermsNeed
from tests.text.a_block import HOME, a_news, a_term, show
from tests.text.a_rendering import a_picture, a_post

NEWS = a_news(7, "Port <em>reopens</em>")


def test_a_title() -> None:
    assert show("<!-- wp:post-title /-->", post=NEWS) == (
        '<h2 class="wp-block-post-title">Port <em>reopens</em></h2>'
    )
    linked = (
        '<!-- wp:post-title {"level":0,"isLink":true,"rel":"nofollow","linkTarget":"_blank",'
        '"textAlign":"left"} /-->'
    )
    assert show(linked, post=NEWS) == (
        f'<p class="has-text-align-left wp-block-post-title"><a href="{HOME}/news-7/" target="_blank" '
        'rel="nofollow">Port <em>reopens</em></a></p>'
    )
    assert show("<!-- wp:post-title /-->", post=a_post()) == ""


def test_titles_say_who_may_read() -> None:
    assert "Protected: P" in show("<!-- wp:post-title /-->", post=a_post(title="P", has_password=True))
    assert "Private: P" in show("<!-- wp:post-title /-->", post=a_post(title="P", status="private"))


@pytest.mark.parametrize(
    ("attrs", "html"),
    [
        (
            "",
            '<div class="wp-block-post-date"><time datetime="2025-05-07T08:00:00+00:00">May 7, 2025</time></div>',
        ),
        ('"format":"j.n.Y","isLink":true', f'<a href="{HOME}/news-7/">7.5.2025</a></time>'),
        ('"format":"human-diff"', ">4 weeks ago</time>"),
        ('"datetime":"2024-02-03 10:00:00"', ">February 3, 2024</time>"),
        (
            '"metadata":{"bindings":{"datetime":{"source":"core/post-data","args":{"field":"modified"}}}}',
            'class="wp-block-post-date__modified-date wp-block-post-date"><time datetime="2025-05-08T08:00:00+00:00"',
        ),
    ],
)
def test_a_date(attrs: str, html: str) -> None:
    post = a_news(7, modified="2025-05-08 08:00:00")
    assert html in show(f"<!-- wp:post-date {{{attrs}}} /-->", post=post)


def test_parts_of_the_post_of_the_context() -> None:
    other = {PostNeed(8): a_news(8)}
    assert ">News 8</h2>" in show("<!-- wp:post-title /-->", other, post=NEWS, context={"postId": 8})


@pytest.mark.parametrize(
    "block",
    ["post-title", "post-date", "post-excerpt", "post-content", "post-featured-image", "post-time-to-read",
     "post-comments-count", "post-comments-link", "read-more", 'post-terms {"term":"category"}'],
)  # fmt: skip
def test_parts_of_a_post_that_is_gone(block: str) -> None:
    assert show(f"<!-- wp:{block} /-->", post=NEWS, context={"postId": 8}) == ""


def test_dates_that_are_none() -> None:
    modified = '<!-- wp:post-date {"displayType":"modified"} /-->'
    assert show(modified, post=a_news(7, modified="2025-05-07 08:00:00")) == ""
    assert show('<!-- wp:post-date {"datetime":"soon"} /-->', post=NEWS) == ""


def test_an_author() -> None:
    html = show(
        '<!-- wp:post-author {"byline":"From","showBio":true,"isLink":true,"itemsJustification":"left"} /-->',
        post=NEWS,
    )
    assert html.startswith('<div class="items-justified-left wp-block-post-author">')
    assert html.endswith(
        '<div class="wp-block-post-author__content"><p class="wp-block-post-author__byline">From</p>'
        f'<p class="wp-block-post-author__name"><a href="{HOME}/author/mira/" target="_self">Mira</a></p>'
        '<p class="wp-block-post-author__bio">Ships.</p></div></div>'
    )
    assert "loading='lazy' decoding='async'/></div>" in html
    assert "__avatar" not in show('<!-- wp:post-author {"showAvatar":false} /-->', post=NEWS)
    assert '__avatar"></div>' in show('<!-- wp:post-author {"avatarSize":0} /-->', post=NEWS)


def test_parts_of_an_author() -> None:
    assert (
        show("<!-- wp:post-author-name /-->", post=NEWS)
        == '<div class="wp-block-post-author-name">Mira</div>'
    )
    linked = show('<!-- wp:post-author-name {"isLink":true} /-->', post=NEWS)
    assert f'<a href="{HOME}/author/mira/" target="_self" class="wp-block-post-author-name__link">' in linked
    assert ">Ships.</div>" in show("<!-- wp:post-author-biography /-->", post=NEWS)


@pytest.mark.parametrize("block", ["post-author", "post-author-name", "post-author-biography", "avatar"])
def test_nobody_wrote_it(block: str) -> None:
    assert show(f"<!-- wp:{block} /-->", post=a_news(7, author=99)) == ""


def test_an_excerpt() -> None:
    block = '<!-- wp:post-excerpt {"excerptLength":3} /-->'
    assert show(block, post=a_news(7, content="One two three four")) == (
        '<div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">One two three&hellip; </p></div>'
    )
    more = show('<!-- wp:post-excerpt {"moreText":"On"} /-->', post=NEWS)
    assert (
        f'</p><p class="wp-block-post-excerpt__more-text">'
        f'<a class="wp-block-post-excerpt__more-link" href="{HOME}/news-7/">On</a></p></div>' in more
    )
    inline = show('<!-- wp:post-excerpt {"moreText":"On","showMoreOnNewLine":false} /-->', post=NEWS)
    assert 'Words of 7. <a class="wp-block-post-excerpt__more-link"' in inline
    assert '__excerpt"> </p>' in show("<!-- wp:post-excerpt /-->", post=NEWS, render_excerpt=None)


def test_a_content() -> None:
    assert show('<!-- wp:post-content {"tagName":"main"} /-->', post=NEWS) == (
        '<main class="entry-content wp-block-post-content is-layout-flow wp-block-post-content-is-layout-flow">'
        "<p>Words of 7.</p>\n</main>"
    )
    assert show('<!-- wp:post-content {"tagName":"script"} /-->', post=NEWS).startswith("<div ")
    assert show("<!-- wp:post-content /-->", post=NEWS, render_content=None) == ""
    assert show("<!-- wp:post-content /-->", post=NEWS, open_posts=(7,)) == ""


def test_a_content_stays_out_of_itself() -> None:
    post = a_news(7, content="<!-- wp:html -->One<!-- /wp:html --><!-- wp:post-content /-->")
    assert show("<!-- wp:post-content /-->", post=post).count("One") == 1


def test_a_content_with_a_cut() -> None:
    post = a_news(7, content="First<!--more-->Second")
    cut = show("<!-- wp:post-content /-->", post=post)
    assert "Second" not in cut
    assert f'<a href="{HOME}/news-7/#more-7" class="more-link">' in cut
    own_page = show("<!-- wp:post-content /-->", post=post, visit=Visit(object_id=7))
    assert 'First<span id="more-7"></span>Second' in own_page


@pytest.mark.parametrize(
    ("link", "second"), [("/news/", 'href="/news/2/"'), ("/?p=7", 'href="/?p=7&#038;page=2"')]
)
def test_a_content_of_several_pages(link: str, second: str) -> None:
    mark = "<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->"
    html = show("<!-- wp:post-content /-->", post=a_news(7, link=link, content=f"One{mark}Two"))
    assert 'Pages: <span class="post-page-numbers current" aria-current="page">1</span> <a ' in html
    assert f'{second} class="post-page-numbers">2</a></p>' in html
    assert "Two" not in html


def test_a_locked_content() -> None:
    html = show("<!-- wp:post-content /-->", post=a_news(7, has_password=True, password_required=True))
    assert "Words of 7" not in html
    assert 'class="post-password-form"' in html


def picture(attrs: str) -> str:
    block = f"<!-- wp:post-featured-image {{{attrs}}} /-->"
    return show(block, {AttachmentNeed(9): a_picture(9)}, post=a_news(7, thumbnail=9))


def test_a_featured_image() -> None:
    html = picture('"sizeSlug":"medium"')
    assert html.startswith('<figure class="wp-block-post-featured-image"><img width="300" height="200" src="')
    assert 'class="attachment-medium size-medium wp-post-image" alt="Alt 9" style="object-fit:cover;"' in html
    assert show("<!-- wp:post-featured-image /-->", post=NEWS) == ""
    assert show("<!-- wp:post-featured-image /-->", post=a_news(7, thumbnail=9)) == ""


def test_a_linked_featured_image() -> None:
    html = picture('"isLink":true,"rel":"nofollow","height":"90px","width":"50%"')
    assert html.startswith(
        '<figure style="width:50%;height:90px" class="wp-block-post-featured-image">'
        f'<a href="{HOME}/news-7/" target="_self" rel="nofollow" style="height:90px"><img'
    )
    assert 'alt="News 7" style="height:90px;object-fit:cover;"' in html


def test_looks_of_a_featured_image() -> None:
    html = picture(
        '"aspectRatio":"1","scale":"","borderColor":"ink","style":{"shadow":"var:preset|shadow|deep","border":{"top":{"width":"1px"}}}'
    )
    assert 'class="has-border-color has-ink-border-color wp-post-image"' in html
    assert (
        'style="width:100%;height:100%;border-color:var(--wp--preset--color--ink);border-top-width:1px;'
        'box-shadow:var(--wp--preset--shadow--deep);"' in html
    )
    assert '<figure style="aspect-ratio:1"' in html
    assert "style=" not in picture('"scale":""')


def test_a_veil_over_a_featured_image() -> None:
    html = picture('"dimRatio":35,"overlayColor":"ink","customGradient":"linear-gradient(red,blue)"')
    assert (
        '<span class="wp-block-post-featured-image__overlay has-background-dim has-background-dim-40 '
        'has-ink-background-color has-background-gradient" '
        'style="background-image: linear-gradient(red,blue)" aria-hidden="true"></span></figure>' in html
    )
    named = picture('"dimRatio":50,"gradient":"dawn","customOverlayColor":"#123456","borderColor":"ink"')
    assert "has-background-gradient has-dawn-gradient-background has-border-color" in named
    assert "background-color: #123456" in named
    assert "__overlay" not in picture('"dimRatio":50')


def test_terms_of_a_post() -> None:
    answers = {PostTermsNeed(7, "category"): (a_term(1, "Ports"), a_term(2, "Rail"))}
    html = show(
        '<!-- wp:post-terms {"term":"category","separator":" \\u003c ","prefix":"In ","suffix":"<b>.</b>"} /-->',
        answers,
        post=NEWS,
    )
    assert html == (
        '<div class="taxonomy-category wp-block-post-terms"><span class="wp-block-post-terms__prefix">In </span>'
        f'<a href="{HOME}/topics/ports/" rel="tag">Ports</a><span class="wp-block-post-terms__separator"> &lt; '
        f'</span><a href="{HOME}/topics/rail/" rel="tag">Rail</a>'
        '<span class="wp-block-post-terms__suffix"><b>.</b></span></div>'
    )
    assert show('<!-- wp:post-terms {"term":"post_tag"} /-->', answers, post=NEWS) == ""
    assert show("<!-- wp:post-terms /-->", answers, post=NEWS) == ""
    assert show('<!-- wp:post-terms {"term":"mood"} /-->', answers, post=NEWS) == ""


def test_a_link_to_read_on() -> None:
    assert show("<!-- wp:read-more /-->", post=NEWS) == (
        f'<a class="wp-block-read-more" href="{HOME}/news-7/" target="_self">Read more'
        '<span class="screen-reader-text">: Port <em>reopens</em></span></a>'
    )
    assert "untitled post 7</span>" in show("<!-- wp:read-more /-->", post=a_post())


def test_a_picture_of_a_person() -> None:
    html = show(
        '<!-- wp:avatar {"isLink":true,"linkTarget":"_blank","style":{"border":{"radius":"4px"}}} /-->',
        post=NEWS,
    )
    assert (
        f'<a href="{HOME}/author/mira/" target="_blank" aria-label="(Mira author archive, opens in a new tab)" '
        f'class="wp-block-avatar__link">' in html
    )
    assert "<img alt='Mira Avatar' " in html
    assert "height='96' width='96'  style=\"border-radius:4px;\" loading='lazy' decoding='async'/>" in html
    gone = show('<!-- wp:avatar {"userId":99,"isLink":true} /-->', post=NEWS)
    assert f'<a href="{HOME}/author/" target="_self"  class' in gone
    assert show("<!-- wp:avatar /-->", post=NEWS, options={"show_avatars": "0"}) == ""


@pytest.mark.parametrize(
    ("words", "attrs", "shown"),
    [
        (0, "", "1–2 minutes"),
        (1000, "", "4–6 minutes"),
        (1000, '"displayAsRange":false', "5 minutes"),
        (1000, '"displayAsRange":false,"averageReadingSpeed":0', "1,000 minutes"),
        (1, '"displayMode":"words"', "1 word"),
        (1200, '"displayMode":"words"', "1,200 words"),
    ],
)
def test_time_to_read(words: int, attrs: str, shown: str) -> None:
    html = show(f"<!-- wp:post-time-to-read {{{attrs}}} /-->", post=a_news(7, content="word " * words))
    assert html == f'<div class="wp-block-post-time-to-read">{shown}</div>'


def test_what_counts_as_a_word() -> None:
    assert count_words("<!-- wp:x -->It&#8217;s <b>one</b>&nbsp;day -- and… [gallery] & more") == 5


def test_numbers_of_comments() -> None:
    assert ">4</div>" in show("<!-- wp:post-comments-count /-->", post=a_news(7, comment_count=4))
    html = show("<!-- wp:post-comments-link /-->", post=a_news(7, comment_count=1200))
    assert f"<a href={HOME}/news-7/#comments>1,200 comments<span" in html
    locked = a_news(7, has_password=True, password_required=True)
    assert show("<!-- wp:post-comments-link /-->", post=locked) == ""


def neighbour(attrs: str) -> str:
    answers = {AdjacentPostNeed(7, False): a_news(8), AdjacentPostNeed(7, True): a_news(6, " ")}
    block = f"<!-- wp:post-navigation-link {{{attrs}}} /-->"
    return show(block, answers, post=NEWS, main=MainQuery(kind="single"))


@pytest.mark.parametrize(
    ("attrs", "html"),
    [
        ("", f'<a href="{HOME}/news-8/" rel="next">Next</a></div>'),
        ('"type":"previous","arrow":"arrow"', 'is-arrow-arrow" aria-hidden="true">←</span><a '),
        (
            '"arrow":"chevron"',
            '</a><span class="wp-block-post-navigation-link__arrow-next is-arrow-chevron" ',
        ),
        ('"label":"On"', ">On</a>"),
        ('"showTitle":true', '><span class="post-navigation-link__title">News 8</span></a>'),
        ('"showTitle":true,"label":"On"', '__label">On</span> <a '),
        (
            '"showTitle":true,"linkLabel":true',
            '__label">Next:</span> <span class="post-navigation-link__title">',
        ),
        ('"type":"previous","showTitle":true', "(no title)"),
        ('"type":"previous","taxonomy":"category"', '-link"></div>'),
    ],
)
def test_neighbours_of_a_post(attrs: str, html: str) -> None:
    assert html in neighbour(attrs)


def test_neighbours_are_for_pages_of_one_post() -> None:
    assert show("<!-- wp:post-navigation-link /-->", post=NEWS) == ""
    assert show("<!-- wp:post-navigation-link /-->", post=NEWS, main=MainQuery(kind="home")) == ""
    assert neighbour('"type":"last"') == ""


def crumbs(attrs: str, answers: object = None, **values: object) -> str:
    known = {
        PostTermsNeed(7, "category"): (a_term(2, "Rail", parent=1),),
        TermAncestorsNeed("category", 2): (a_term(1, "Transport"),),
        **(answers or {}),  # type: ignore[dict-item]  # answers
    }
    return show(f"<!-- wp:breadcrumbs {{{attrs}}} /-->", known, **{"post": NEWS, **values})  # type: ignore[arg-type]  # by name


def test_breadcrumbs_by_term() -> None:
    assert crumbs("") == (
        '<nav style="--separator: &quot;/&quot;" class="wp-block-breadcrumbs" aria-label="Breadcrumbs"><ol>'
        f'<li><a href="{HOME}/">Home</a></li><li><a href="{HOME}/topics/transport/">Transport</a></li>'
        f'<li><a href="{HOME}/topics/rail/">Rail</a></li>'
        '<li><span aria-current="page">Port <em>reopens</em></span></li></ol></nav>'
    )


def test_breadcrumbs_by_the_first_taxonomy_that_has_terms() -> None:
    answers = {PostTermsNeed(7, "category"): (), PostTermsNeed(7, "post_tag"): (a_term(9, "Fog"),)}
    assert ">Fog</a></li>" in crumbs("", answers)


def test_breadcrumbs_by_page() -> None:
    answers = {PostAncestorsNeed(7): (a_news(5, "Near"), a_news(4, "Far"))}
    html = crumbs('"showHomeItem":false', answers, post=a_news(7, type="page"))
    assert html.index("Far") < html.index("Near") < html.index("News 7")
    taxonomy = crumbs('"prefersTaxonomy":true', answers, post=a_news(7, type="page"))
    assert "Near" not in taxonomy


def test_breadcrumbs_by_archive() -> None:
    answers = {PostTypeNeed("report"): PostTypeFacts("report", "Reports", "Report", archive="/reports/")}
    assert '<a href="/reports/">Reports</a>' in crumbs("", answers, post=a_news(7, type="report"))
    news_page = {PostNeed(12): a_news(12, "All news")}
    front = {"show_on_front": "page", "page_for_posts": "12"}
    assert "All news</a>" in crumbs("", news_page, options=front)
    assert "All news" not in crumbs("", {PostNeed(12): None}, options=front)


def test_breadcrumbs_that_are_not_shown() -> None:
    assert crumbs("", visit=Visit(is_front_page=True)) == ""
    assert crumbs('"showOnHomePage":true', visit=Visit(is_front_page=True)) != ""
    assert crumbs('"showHomeItem":false,"showCurrentItem":false', post=a_news(7, type="mood")) == ""


def test_separators_that_styles_may_not_hold() -> None:
    assert crumbs('"separator":"a \\u0022 b"').startswith('<nav style="" class="wp-block-breadcrumbs"')
    spaced = crumbs('"separator":"&","style":{"spacing":{"padding":"1px"}}')
    assert spaced.startswith('<nav style="padding:1px" class=')
