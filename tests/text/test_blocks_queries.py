"""Query loops, their pages, and term loops."""

from functools import partial
from typing import Any

import pytest

from copydesk.text.blocks import budget
from copydesk.text.blocks.needs import (
    MainQuery,
    PostClassesNeed,
    PostsNeed,
    PostsQuery,
    TermNeed,
    TermsMatch,
    TermsNeed,
    Visit,
)
from copydesk.text.blocks.page_links import shown_pages, with_query
from tests.text.a_block import HOME, a_news, a_term, found, show

a_loops_query = partial(PostsQuery, with_private=True)
FIRST_PAGE = a_loops_query(number=2, sticky="first")
IN_PORTS = a_loops_query(number=2, terms=(TermsMatch("category", (4,), with_children=False),))


def a_query(query: str, inside: str, more: str = '"queryId":1') -> str:
    return f'<!-- wp:query {{{more},"query":{{{query}}}}} --><div>{inside}</div><!-- /wp:query -->'


TITLES = "<!-- wp:post-template --><!-- wp:post-title /--><!-- /wp:post-template -->"


def test_a_loop() -> None:
    answers = {PostsNeed(FIRST_PAGE): found(a_news(1), a_news(2)), PostClassesNeed(1): ("post-1", "hentry")}
    html = show(a_query('"perPage":2,"inherit":false', TITLES), answers)
    assert html == (
        '<div class="is-layout-flow wp-block-query-is-layout-flow">'
        '<ul class="wp-block-post-template is-layout-flow wp-block-post-template-is-layout-flow">'
        '<li class="wp-block-post post-1 hentry"><h2 class="wp-block-post-title">News 1</h2></li>'
        '<li class="wp-block-post"><h2 class="wp-block-post-title">News 2</h2></li></ul></div>'
    )


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ('"perPage":2,"offset":3', a_loops_query(number=2, offset=3, sticky="first")),
        ('"perPage":-5', a_loops_query(number=-1, sticky="first")),
        ("", a_loops_query(number=7, sticky="first")),
        (
            '"perPage":2,"order":"asc","orderBy":"title"',
            a_loops_query(number=2, order_by="title", ascending=True, sticky="first"),
        ),
        (
            '"perPage":2,"postType":"page","parents":[4]',
            a_loops_query(types=("page",), number=2, parents=(4,), sticky="first"),
        ),
        ('"perPage":2,"postType":"mood"', FIRST_PAGE),
        ('"perPage":2,"sticky":"only"', a_loops_query(number=2, sticky="only")),
        ('"perPage":2,"sticky":"exclude"', a_loops_query(number=2, sticky="without")),
        ('"perPage":2,"author":"3,4"', a_loops_query(number=2, authors=(3, 4))),
        ('"perPage":2,"search":"port"', a_loops_query(number=2, search="port")),
        ('"perPage":2,"exclude":[5],"excludeCurrent":true', a_loops_query(number=2, without=(5, 7), sticky="first")),
        ('"perPage":2,"format":["standard"]', a_loops_query(number=2, formats=("standard",))),
        ('"perPage":2,"taxQuery":{"category":[4,"x"]}', IN_PORTS),
        ('"perPage":2,"categoryIds":[4]', IN_PORTS),
        (
            '"perPage":2,"taxQuery":{"include":{"category":[4]},"exclude":{"post_tag":[5]}}',
            a_loops_query(
                number=2,
                terms=(
                    TermsMatch("category", (4,), with_children=False),
                    TermsMatch("post_tag", (5,), with_children=False, negated=True),
                ),
            ),
        ),
        ('"perPage":2,"taxQuery":{"exclude":{"post_tag":[]}}', FIRST_PAGE),
    ],
)  # fmt: skip
def test_what_a_loop_asks_for(query: str, asked: PostsQuery) -> None:
    html = show(a_query(query, TITLES), {PostsNeed(asked): found(a_news(1))}, options={"posts_per_page": "7"})
    assert "News 1" in html


def test_a_loop_without_posts_or_context() -> None:
    assert show(a_query("", TITLES)) == '<div class="is-layout-flow wp-block-query-is-layout-flow"></div>'
    alone = {PostsNeed(a_loops_query(number=10, sticky="first")): found(a_news(1))}
    assert "News 1" in show(TITLES, alone)


def test_looks_of_a_loop() -> None:
    template = (
        '<!-- wp:post-template {"layout":{"type":"grid","columnCount":3},'
        '"style":{"elements":{"link":{"color":{"text":"#00f"}}}}} --><p>x</p><!-- /wp:post-template -->'
    )
    answers = {PostsNeed(a_loops_query(number=10, sticky="first")): found(a_news(1))}
    old = '"queryId":1,"displayLayout":{"type":"flex","columns":2}'
    html = show(a_query("", template, old), answers)
    assert '<ul class="is-flex-container columns-2 has-link-color columns-3 wp-elements-1 ' in html
    assert '<p class="wp-elements-1">x</p>' in html


def pages(inside: str, *, total: int = 9, page: int = 1, more: str = '"queryId":1', request: str = "") -> str:
    query = a_loops_query(number=2, offset=2 * (page - 1), sticky="first")
    visit = Visit(request=request or (f"/news/?query-1-page={page}" if page > 1 else "/news/"))
    return show(
        a_query('"perPage":2', inside, more), {PostsNeed(query): found(a_news(1), total=total)}, visit=visit
    )


LINKS = (
    '<!-- wp:query-pagination {"paginationArrow":"arrow"} --><!-- wp:query-pagination-previous /-->'
    "<!-- wp:query-pagination-numbers /--><!-- wp:query-pagination-next /--><!-- /wp:query-pagination -->"
)


def test_links_to_pages() -> None:
    html = pages(LINKS)
    assert '<nav class="wp-block-query-pagination is-layout-flex ' in html
    assert (
        '<div class="wp-block-query-pagination-numbers"><span aria-current="page" class="page-numbers current">'
        '1</span>\n<a class="page-numbers" href="?query-1-page=2">2</a>\n'
        '<a class="page-numbers" href="?query-1-page=3">3</a>\n<span class="page-numbers dots">&hellip;</span>\n'
        '<a class="page-numbers" href="?query-1-page=5">5</a></div>'
        '<a href="/news/?query-1-page=2" class="wp-block-query-pagination-next">Next Page'
        "<span class='wp-block-query-pagination-next-arrow is-arrow-arrow' aria-hidden='true'>→</span></a></nav>"
    ) in html


def test_links_from_a_later_page() -> None:
    html = pages(LINKS, page=2, request="/news/?a=b%20c&query-1-page=2")
    assert '<a class="page-numbers" href="?cst&#038;a=b+c">1</a>' in html
    assert 'href="?query-1-page=3&#038;cst&#038;a=b+c">3</a>' in html
    assert (
        '<a href="/news/?a=b+c&#038;query-1-page=1" class="wp-block-query-pagination-previous">'
        "<span class='wp-block-query-pagination-previous-arrow is-arrow-arrow' aria-hidden='true'>←</span>"
        "Previous Page</a>"
    ) in html


def test_links_that_change_the_page_in_place() -> None:
    html = pages(TITLES + LINKS, more='"queryId":1,"enhancedPagination":true')
    directives = 'data-wp-context="{}" data-wp-interactive="core/query" data-wp-key="1"'
    assert f'{directives} data-wp-router-region="query-1"' in html
    assert '<li data-wp-key="post-template-item-1" class="wp-block-post">' in html
    assert '<span data-wp-key="index-0" aria-current="page" class="page-numbers current">1</span>' in html
    assert (
        '<a data-wp-key="index-1" data-wp-on--click="core/query::actions.navigate" class="page-numbers"'
        in html
    )
    assert '<span data-wp-key="index-3" class="page-numbers dots">' in html
    assert (
        '<a data-wp-key="query-pagination-next" data-wp-on--click="core/query::actions.navigate" data-wp-on--mouseenter'
        in html
    )
    assert "data-wp-interactive" not in pages(TITLES, more='"enhancedPagination":true')
    bare = '<!-- wp:query {"queryId":1,"enhancedPagination":true} -->bare<!-- /wp:query -->'
    assert show(bare) == "bare"


def test_words_and_signs_of_links() -> None:
    quiet = (
        '<!-- wp:query-pagination {"showLabel":false} -->'
        '<!-- wp:query-pagination-next {"label":"On"} /--><!-- /wp:query-pagination -->'
    )
    assert 'class="wp-block-query-pagination-next" aria-label="On"></a>' in pages(quiet)


def test_a_single_page_has_no_links() -> None:
    assert "<nav" not in pages(LINKS, total=2)
    assert "Next" not in show(
        a_query('"perPage":2,"pages":1', LINKS), {PostsNeed(FIRST_PAGE): found(a_news(1), total=9)}
    )
    everything = PostsNeed(a_loops_query(number=-1, sticky="first"))
    assert "<nav" not in show(a_query('"perPage":-1', LINKS), {everything: found(a_news(1), total=9)})


def test_the_query_of_the_page_itself() -> None:
    main = MainQuery(found(a_news(1), total=30), page=2, page_link=f"{HOME}/page/{{page}}/")
    html = show(a_query('"inherit":true', TITLES + LINKS), main=main)
    assert "News 1" in html
    assert f'<a class="page-numbers" href="{HOME}/page/1/">1</a>' in html
    assert f'<a href="{HOME}/page/3/" class="wp-block-query-pagination-next">' in html
    assert "<ul" not in show(a_query('"inherit":true', TITLES))


def test_which_pages_are_linked() -> None:
    assert list(shown_pages(1, 1)) == [1]
    assert list(shown_pages(5, 9, 1)) == [1, None, 4, 5, 6, None, 9]
    assert list(shown_pages(3, 5)) == [1, 2, 3, 4, 5]
    assert list(shown_pages(100, 5)) == [1, None, 5]
    assert list(shown_pages(7, 2)) == [1, 2]
    assert len(list(shown_pages(500_000, 1_000_000_000))) == 9


def test_a_value_of_an_address() -> None:
    assert with_query("/?a=1&a[]=2", "b", 3) == "/?a=1&a[]=2&b=3"


@pytest.mark.parametrize(
    ("attrs", "total", "words"),
    [
        ("", 1, "1 result found"),
        ("", 0, "0 results found"),
        ('{"displayType":"range-display"}', 9, "Displaying 1 – 2 of 9"),
        ('{"displayType":"range-display"}', 1, "Displaying 1 of 1"),
    ],
)
def test_how_many_results(attrs: str, total: int, words: str) -> None:
    assert f'<div class="wp-block-query-total">{words}</div>' in pages(
        f"<!-- wp:query-total {attrs} /-->", total=total
    )


def test_all_results() -> None:
    everything = PostsNeed(a_loops_query(number=-1, sticky="first"))
    block = '<!-- wp:query-total {"displayType":"range-display"} /-->'
    assert "Displaying 1 – 9 of 9" in show(
        a_query('"perPage":-1', block), {everything: found(a_news(1), total=9)}
    )


def test_no_results() -> None:
    block = "<!-- wp:query-no-results --><p>None</p><!-- /wp:query-no-results -->"
    assert '<div class="wp-block-query-no-results"><p>None</p></div>' in pages(block, total=0)
    assert "None" not in pages(block)


@pytest.mark.parametrize(
    ("attrs", "main", "title"),
    [
        ('"type":"archive"', MainQuery(kind="category", title="Ports"), "Category: <span>Ports</span>"),
        ('"type":"archive","showPrefix":false', MainQuery(kind="author", title="Mira"), "Mira"),
        ('"type":"archive"', MainQuery(kind="home"), ""),
        ('"type":"archive"', None, ""),
        (
            '"type":"search"',
            MainQuery(kind="search", search="a <b"),
            "Search results for: &#8220;a &lt;b&#8221;",
        ),
        ('"type":"search","showSearchTerm":false', MainQuery(kind="search", search="a"), "Search results"),
        ('"type":"search"', MainQuery(kind="home"), ""),
        ('"type":"post-type"', None, "Post Type: &#8220;Post&#8221;"),
        ('"type":"post-type","showPrefix":false', None, "Post"),
        ('"type":"mood"', None, ""),
    ],
)
def test_titles_of_lists(attrs: str, main: MainQuery | None, title: str) -> None:
    html = show(f"<!-- wp:query-title {{{attrs}}} /-->", main=main)
    assert html == (f'<h1 class="wp-block-query-title">{title}</h1>' if title else "")


def test_the_title_of_a_list_of_nothing_known() -> None:
    block = '<!-- wp:query-title {"type":"post-type"} /-->'
    assert "query-title" not in show(a_query('"postType":"mood"', block))


def test_loops_in_loops_end() -> None:
    answers = {PostsNeed(a_loops_query(number=10, sticky="first")): found(*map(a_news, range(1, 10)))}
    query, end = (
        '<!-- wp:query {"query":{}} --><!-- wp:post-template -->',
        "<!-- /wp:post-template --><!-- /wp:query -->",
    )
    html = show(f"{query * 12}x{end * 12}", answers)
    assert len(html) < 4 * budget.MOST


def terms(query: str, need: TermsNeed, inside: str, *found_terms: Any) -> str:
    answers: dict[Any, Any] = {need: found_terms}
    answers |= {TermNeed(term.taxonomy, term.id): term for term in found_terms}
    return show(
        f'<!-- wp:terms-query {{"termQuery":{{{query}}}}} --><div><!-- wp:term-template -->{inside}'
        "<!-- /wp:term-template --></div><!-- /wp:terms-query -->",
        answers,
    )


def test_a_loop_over_terms() -> None:
    html = terms(
        '"perPage":3,"taxonomy":"category","order":"asc","orderBy":"name"',
        TermsNeed("category", number=3, parent=0),
        '<!-- wp:term-name {"isLink":true,"level":2} /--><!-- wp:term-count {"bracketType":"angle"} /-->'
        "<!-- wp:term-description /-->",
        a_term(4, "Ports", count=2, description="By <em>sea</em>"),
        a_term(5, "Rail"),
    )
    assert (
        '<ul class="wp-block-term-template is-layout-flow wp-block-term-template-is-layout-flow">'
        '<li class="wp-block-term term-4 category taxonomy-category">'
        f'<h2 class="wp-block-term-name"><a href="{HOME}/topics/ports/">Ports</a></h2>'
        '<div class="wp-block-term-count">&lt;2&gt;</div>'
        '<div class="wp-block-term-description">By <em>sea</em></div></li>'
        '<li class="wp-block-term term-5 category taxonomy-category"><h2 '
    ) in html


@pytest.mark.parametrize(
    ("query", "need"),
    [
        (
            '"taxonomy":"category","include":[5],"hideEmpty":false',
            TermsNeed("category", order_by="include", only=(5,), hide_empty=False),
        ),
        ('"taxonomy":"category","showNested":true', TermsNeed("category", order_by="id", ascending=False)),
        (
            '"taxonomy":"post_tag","orderBy":"count","order":"desc"',
            TermsNeed("post_tag", order_by="count", ascending=False),
        ),
    ],
)  # fmt: skip
def test_which_terms(query: str, need: TermsNeed) -> None:
    html = terms(query, need, "<!-- wp:term-name /-->", a_term(5, "Rail", taxonomy=need.taxonomy))
    assert '<p class="wp-block-term-name">Rail</p>' in html


def test_no_terms() -> None:
    assert "<ul" not in terms('"taxonomy":"mood"', TermsNeed("mood"), "x")
    assert "<ul" not in terms('"taxonomy":"category"', TermsNeed("category"), "x")
    assert show("<!-- wp:term-name /--><!-- wp:term-count /--><!-- wp:term-description /-->") == ""
