"""Comments below a post, and the form to write one."""

from typing import Any

import pytest

from copydesk.text.blocks.needs import CommentNeed, PostCommentsNeed, Visit
from copydesk.text.facts import CommentFacts, PostFacts, PostNeed
from tests.text.a_block import HOME, a_comment, a_news, show

PARTS = "<!-- wp:comment-author-name /-->"


def below(
    inside: str,
    *comments: CommentFacts,
    post: PostFacts | None = None,
    options: dict[str, str] | None = None,
    **more: object,
) -> str:
    post = post or a_news(7, comment_count=len(comments))
    answers: dict[Any, Any] = {PostCommentsNeed(7): comments, PostNeed(7): post}
    answers |= {CommentNeed(comment.id): comment for comment in comments}
    return show(inside, answers, post=post, options=options, **more)  # type: ignore[arg-type]  # by name


def template(inside: str = PARTS) -> str:
    return f"<!-- wp:comment-template -->{inside}<!-- /wp:comment-template -->"


def test_replies_stand_below_what_they_answer() -> None:
    html = below(
        template(),
        a_comment(1, user=3, author_name="Mira"),
        a_comment(2, parent=1),
        a_comment(3, parent=9),
        a_comment(4, user=99),
    )
    name = '<div class="wp-block-comment-author-name">{}</div>'
    assert html == (
        '<ol class="wp-block-comment-template">'
        '<li id="comment-1" class="comment byuser comment-author-mira bypostauthor even thread-even depth-1">'
        f'{name.format("Mira")}<ol><li id="comment-2" class="comment odd alt depth-2">'
        f"{name.format('Noor')}</li></ol></li>"
        f'<li id="comment-3" class="comment even thread-odd thread-alt depth-1">{name.format("Noor")}</li>'
        f'<li id="comment-4" class="comment odd alt thread-even depth-1">{name.format("Noor")}</li></ol>'
    )


def test_long_conversations_cost_no_recursion() -> None:
    comments = [a_comment(number, parent=number - 1) for number in range(1, 3000)]
    assert below(template("x"), *comments).count("<ol>") == 2998


def test_sites_without_threads() -> None:
    html = below(template(), a_comment(1), a_comment(2, parent=1), options={"thread_comments": "0"})
    assert "depth-2" not in html


def test_nothing_to_show() -> None:
    assert below(template()) == ""
    assert below(template(), a_comment(1), post=a_news(7, has_password=True, password_required=True)) == ""
    assert (
        show(PARTS + "<!-- wp:comment-content /--><!-- wp:comment-date /--><!-- wp:comment-reply-link /-->")
        == ""
    )


def test_parts_of_a_comment() -> None:
    comment = a_comment(1, author_url="https://noor.example", content="See https://x.example\n\nBye")
    html = below(
        template(
            PARTS + '<!-- wp:comment-content /--><!-- wp:comment-date {"format":"Y"} /-->'
            '<!-- wp:comment-date {"format":"human-diff","isLink":false} /--><!-- wp:comment-edit-link /-->'
            '<!-- wp:avatar {"isLink":true,"linkTarget":"_blank"} /-->'
        ),
        comment,
    )
    assert '<a rel="external nofollow ugc" href="https://noor.example" target="_self" >Noor</a>' in html
    assert (
        '<p>See <a href="https://x.example" rel="nofollow ugc">https://x.example</a></p>\n<p>Bye</p>' in html
    )
    assert (
        f'<time datetime="2025-05-09T10:00:00+00:00"><a href="{HOME}/post/#comment-1">2025</a></time>' in html
    )
    assert ">3 weeks ago</time>" in html
    assert 'aria-label="(Noor website link, opens in a new tab)"' in html
    assert "comment-content" not in below(template("<!-- wp:comment-content /-->"), a_comment(1, content=""))


def test_time_since_no_date() -> None:
    html = below(template('<!-- wp:comment-date {"format":"human-diff"} /-->'), a_comment(1, date="soon"))
    assert '<time datetime=""><a' in html
    assert "ago" not in html


def test_pictures_of_commenters() -> None:
    picture = '<!-- wp:avatar {"isLink":true} /-->'
    html = below(template(picture), a_comment(1, author_email=""))
    assert "avatar-default" in html
    assert "<a " not in html
    gone = {PostCommentsNeed(7): (a_comment(1),)}
    assert "<img" not in show(template(picture), gone, post=a_news(7))


REPLY = "<!-- wp:comment-reply-link /-->"


def test_a_link_to_answer() -> None:
    html = below(template(REPLY), a_comment(1, author_name="A & B"))
    assert (
        f'<a rel="nofollow" class="comment-reply-link" href="{HOME}/news-7/?replytocom=1#respond" data-commentid="1" '
        'data-postid="7" data-belowelement="comment-1" data-respondelement="respond" '
        'data-replyto="Reply to A &amp; B" aria-label="Reply to A &amp; B">Reply</a>'
    ) in html
    assert "?p=7&#038;replytocom=1" in below(template(REPLY), a_comment(1), post=a_news(7, link="/?p=7"))


@pytest.mark.parametrize("options", [{"thread_comments": "0"}, {"thread_comments_depth": "1"}])
def test_comments_that_may_not_be_answered(options: dict[str, str]) -> None:
    assert "Reply" not in below(template(REPLY), a_comment(1), options=options)


def test_closed_comments_may_not_be_answered() -> None:
    closed = a_news(7, comment_status="closed", comment_count=1)
    assert "Reply" not in below(template(REPLY), a_comment(1), post=closed)


def test_deep_replies_may_not_be_answered() -> None:
    comments = [a_comment(number, parent=number - 1) for number in range(1, 8)]
    assert below(template(REPLY), *comments).count("replytocom") == 4


@pytest.mark.parametrize(
    ("attrs", "count", "words"),
    [
        ("", 1, "One response to &#8220;News 7&#8221;"),
        ('"showPostTitle":false', 2000, "2,000 responses"),
        ('"showCommentsCount":false', 2, "Responses to &#8220;News 7&#8221;"),
        ('"showCommentsCount":false,"showPostTitle":false', 1, "Response"),
    ],
)
def test_titles_over_comments(attrs: str, count: int, words: str) -> None:
    html = show(f"<!-- wp:comments-title {{{attrs}}} /-->", post=a_news(7, comment_count=count))
    assert html == f'<h2 id="comments" class="wp-block-comments-title">{words}</h2>'


def test_no_title_over_no_comments() -> None:
    assert show("<!-- wp:comments-title /-->", post=a_news(7)) == ""


def test_comments_around() -> None:
    block = '<!-- wp:comments --><div class="wp-block-comments">x</div><!-- /wp:comments -->'
    assert show(block, post=a_news(7)) == '<div class="wp-block-comments">x</div>'
    closed = a_news(7, comment_status="closed")
    assert show(block, post=closed) == ""
    old = show('<!-- wp:comments {"legacy":true,"textAlign":"left"} /-->', post=a_news(7))
    assert old == '<div class="wp-block-post-comments has-text-align-left wp-block-comments"></div>'
    assert "wp-block-post-comments" in show("<!-- wp:post-comments /-->", post=a_news(7))


LINKS = (
    '<!-- wp:comments-pagination {"paginationArrow":"chevron"} --><!-- wp:comments-pagination-previous /-->'
    "<!-- wp:comments-pagination-numbers /--><!-- wp:comments-pagination-next /--><!-- /wp:comments-pagination -->"
)
PAGED = {"page_comments": "1", "comments_per_page": "1"}


def test_pages_of_comments() -> None:
    comments = [a_comment(number) for number in range(1, 8)]
    html = below(template("x") + LINKS, *comments, options=PAGED)
    assert 'id="comment-7"' in html
    assert (
        f'<a href="{HOME}/news-7/comment-page-6/#comments" class="wp-block-comments-pagination-previous">'
        in html
    )
    assert "is-arrow-chevron' aria-hidden='true'>«</span>Older Comments</a>" in html
    assert '<span aria-current="page" class="page-numbers current">7</span></div>' in html
    assert (
        '<a class="page-numbers" href="https://news.example/news-7/comment-page-1/#comments'
        '">1</a>\n<span class="page-numbers dots">' in html
    )
    oldest = below(LINKS, *comments, options={**PAGED, "default_comments_page": "oldest"})
    assert "Newer Comments<span" in oldest
    asked = below(LINKS, *comments, options=PAGED, visit=Visit(comments_page=3), post=a_news(7, link="/?p=7"))
    assert 'href="/?p=7&#038;cpage=4#comments"' in asked


def test_comments_on_one_page() -> None:
    assert below(LINKS, a_comment(1)) == ""
    assert below(LINKS, a_comment(1), options=PAGED) == ""
    locked = a_news(7, has_password=True, password_required=True)
    assert below(LINKS, a_comment(1), a_comment(2), options=PAGED, post=locked) == ""


FORM = "<!-- wp:post-comments-form /-->"


def test_the_form_for_strangers() -> None:
    html = show(FORM, post=a_news(7), visit=Visit(request="/news-7/?a=1"))
    assert html.startswith('\t<div id="respond" class="comment-respond wp-block-post-comments-form">\n')
    assert 'href="/news-7/?a=1#respond" style="display:none;">Cancel reply</a>' in html
    assert 'autocomplete="name" required /></p>' in html
    assert 'name="wp-comment-cookies-consent"' in html
    assert "name='comment_post_ID' value='7'" in html
    easy = show(
        FORM, post=a_news(7), options={"require_name_email": "0", "show_comments_cookies_opt_in": "0"}
    )
    assert 'autocomplete="name" /></p>' in easy
    assert "cookies" not in easy


def test_the_form_for_members() -> None:
    visit = Visit(user_name="Mira", logout_nonce="abc", html_nonce="def")
    html = show(FORM, post=a_news(7), visit=visit)
    assert f'Logged in as Mira. <a href="{HOME}/wp-admin/profile.php">' in html
    assert "action=logout&amp;redirect_to=https%3A%2F%2Fnews.example%2Fnews-7%2F&amp;_wpnonce=abc" in html
    assert 'name="_wp_unfiltered_html_comment_disabled" value="def" /><script>' in html


def test_no_form() -> None:
    assert show(FORM, post=a_news(7, comment_status="closed")) == ""
    members_only = show(FORM, post=a_news(7), options={"comment_registration": "1"})
    assert (
        f'<a href="{HOME}/wp-login.php?redirect_to=https%3A%2F%2Fnews.example%2Fnews-7%2F">logged in</a>'
        in members_only
    )
    assert "<form" not in members_only
