"""What the fixture site answers to the needs of dynamic blocks, from its rows; importing this registers them.

The text kit was recorded outside of any page: there is no main query, and its visitor is a stranger at `/`.
"""

import calendar
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from copydesk.text.blocks.needs import (
    AdjacentPostNeed,
    Archive,
    ArchivesNeed,
    CommentNeed,
    LatestCommentsNeed,
    MainQueryNeed,
    MonthFacts,
    MonthNeed,
    NavigationNeed,
    PagesNeed,
    PatternNeed,
    PostAncestorsNeed,
    PostClassesNeed,
    PostCommentsNeed,
    PostsFound,
    PostsNeed,
    PostsQuery,
    PostTypeFacts,
    PostTypeNeed,
    TaxonomyFacts,
    TaxonomyNeed,
    TemplatePartNeed,
    TermAncestorsNeed,
    TermNeed,
    TermsMatch,
    TermsNeed,
    Visit,
    VisitNeed,
)
from copydesk.text.facts import CommentFacts, PostFacts, TermFacts
from tests.text.fixture_site import ANSWERS, Rows, comment_facts, post_facts, term_facts, terms_of
from tests.text.maps.addresses import get_post_class

TAXONOMIES = {
    "category": TaxonomyFacts(
        "category", "Categories", "Category", hierarchical=True, query_var="category_name"
    ),
    "post_tag": TaxonomyFacts("post_tag", "Tags", "Tag", query_var="tag"),
    "post_format": TaxonomyFacts("post_format", "Formats", "Format", query_var="post_format"),
}
POST_TYPES = {
    "post": PostTypeFacts("post", "Posts", "Post", taxonomies=tuple(TAXONOMIES)),
    "page": PostTypeFacts("page", "Pages", "Page", hierarchical=True),
    "attachment": PostTypeFacts("attachment", "Media", "Media"),
}


def published(rows: Rows, *types: str) -> list[PostFacts]:
    found = (post_facts(rows, post_id) for post_id in rows.posts)
    return [post for post in found if post and post.type in types and post.status == "publish"]


def collation_key(text: str) -> str:
    """Letters as the database sorts them: without case and accents."""
    split = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in split if not unicodedata.combining(letter)).casefold()


def find_posts(rows: Rows, query: PostsQuery) -> PostsFound:
    posts = [post for post in published(rows, *query.types) if is_wanted(rows, post, query)]
    posts.sort(key=lambda post: order_key(post, query.order_by), reverse=not query.ascending)
    last = query.offset + query.number if query.number >= 0 else None
    shown = posts[query.offset : last]
    if query.sticky == "first":
        sticky = [post for post in published(rows, *query.types) if post.sticky]
        shown = [*sticky, *(post for post in shown if not post.sticky)]
    return PostsFound(tuple(shown), len(posts))


def order_key(post: PostFacts, order_by: str) -> Any:
    keys = {
        "title": (collation_key(post.title), post.id),
        "modified": (post.modified, post.id),
        "menu_order": (post.menu_order, post.id),
        "author": (post.author, post.id),
        "id": (post.id,),
    }
    return keys.get(order_by.lower(), (post.date, post.id))


def is_wanted(rows: Rows, post: PostFacts, query: PostsQuery) -> bool:
    return (
        (not query.authors or post.author in query.authors)
        and post.author not in query.without_authors
        and (not query.only or post.id in query.only)
        and post.id not in query.without
        and (not query.parents or post.parent in query.parents)
        and (not query.formats or post.format in query.formats)
        and (query.sticky != "only" or post.sticky)
        and (query.sticky != "without" or not post.sticky)
        and query.search.casefold() in f"{post.title} {post.content} {post.excerpt}".casefold()
        and all(matches(rows, post, match) for match in query.terms)
    )


def matches(rows: Rows, post: PostFacts, match: TermsMatch) -> bool:
    wanted = with_children(rows, match.ids) if match.with_children else set(match.ids)
    found = any(
        match.exists or term.id in wanted or term.slug in match.slugs
        for term in terms_of(rows, post.id, match.taxonomy)
    )
    return found != match.negated


def with_children(rows: Rows, ids: Iterable[int]) -> set[int]:
    wanted = set(ids)
    below = {int(row["term_id"]) for row in rows.terms.values() if int(row["parent"]) in wanted}
    return wanted if below <= wanted else with_children(rows, wanted | below)


def find_terms(rows: Rows, need: TermsNeed) -> tuple[TermFacts, ...] | None:
    if need.taxonomy not in TAXONOMIES:
        return None
    terms = [term_facts(rows, int(row["term_id"])) for row in rows.terms.values()]
    terms = [term for term in terms if term.taxonomy == need.taxonomy]
    if need.padded:
        terms = [padded(rows, term) for term in terms]
    terms = [term for term in terms if is_listed(term, need)]
    keys = {
        "name": lambda term: (collation_key(term.name), term.id),
        "count": lambda term: (term.count, -term.id if not need.ascending else term.id),
        "slug": lambda term: (term.slug, term.id),
        "include": lambda term: need.only.index(term.id),
    }
    terms.sort(key=keys.get(need.order_by, lambda term: term.id), reverse=not need.ascending)
    return tuple(terms[: need.number or None])


def is_listed(term: TermFacts, need: TermsNeed) -> bool:
    return (
        (need.parent is None or term.parent == need.parent)
        and (not need.only or term.id in need.only)
        and term.id not in need.without
        and (term.count > 0 or not need.hide_empty)
    )


def padded(rows: Rows, term: TermFacts) -> TermFacts:
    below = TermsMatch(term.taxonomy, (term.id,))
    count = sum(matches(rows, post, below) for post in published(rows, "post"))
    return TermFacts(
        term.id, term.taxonomy, term.name, term.slug, term.link, term.description, term.parent, count
    )


def term_ancestors(rows: Rows, need: TermAncestorsNeed) -> tuple[TermFacts, ...]:
    above, term = [], term_facts(rows, need.id)
    while term.parent:
        term = term_facts(rows, term.parent)
        above.append(term)
    return tuple(above)


def post_ancestors(rows: Rows, need: PostAncestorsNeed) -> tuple[PostFacts, ...]:
    above, post = [], post_facts(rows, need.id)
    while post and post.parent:
        post = post_facts(rows, post.parent)
        above += [post] if post else []
    return tuple(above)


def find_archives(rows: Rows, need: ArchivesNeed) -> tuple[Archive, ...]:
    spans: dict[tuple[int, ...], list[PostFacts]] = {}
    for post in published(rows, "post"):
        spans.setdefault(span_of(post, need.interval), []).append(post)
    return tuple(
        archive_of(rows, need.interval, span, len(spans[span])) for span in sorted(spans, reverse=True)
    )


def span_of(post: PostFacts, interval: str) -> tuple[int, ...]:
    day = date.fromisoformat(post.date[:10])
    if interval == "weekly":
        return day.isocalendar()[:2]
    return (day.year, day.month, day.day)[: {"yearly": 1, "monthly": 2}.get(interval, 3)]


def archive_of(rows: Rows, interval: str, span: tuple[int, ...], count: int) -> Archive:
    if interval == "weekly":
        start = date.fromisocalendar(span[0], span[1], 1)
        link = f"{rows.home}/?m={span[0]}&w={span[1]}"
        return Archive(start.year, start.month, start.day, count, link, until=start + timedelta(days=6))
    path = "/".join(f"{part:02}" for part in span)
    year, month, day = (*span, 0, 0)[:3]
    return Archive(year, month, day, count, f"{rows.home}/{path}/")


def month_archive(rows: Rows, month: str) -> Archive:
    year, number = month.split("-")
    return archive_of(rows, "monthly", (int(year), int(number)), 0)


def find_month(rows: Rows, need: MonthNeed) -> MonthFacts:
    month = f"{need.year:04}-{need.month:02}"
    days = {int(post.date[8:10]) for post in published(rows, "post") if post.date.startswith(month)}
    months = sorted({post.date[:7] for post in published(rows, "post")})
    before = [other for other in months if other < month]
    after = [other for other in months if other > month]
    last = calendar.monthrange(need.year, need.month)[1]
    return MonthFacts(
        tuple((day, day_link(rows, date(need.year, need.month, day))) for day in sorted(days) if day <= last),
        month_archive(rows, before[-1]) if before else None,
        month_archive(rows, after[0]) if after else None,
    )


def day_link(rows: Rows, day: date) -> str:
    return f"{rows.home}/{day:%Y/%m/%d}/"


def approved(rows: Rows) -> list[CommentFacts]:
    found = (comment_facts(rows, comment_id) for comment_id in rows.comments)
    return [comment for comment in found if comment and rows.comments[comment.id]["comment_approved"] == "1"]


def latest_comments(rows: Rows, need: LatestCommentsNeed) -> tuple[CommentFacts, ...]:
    comments = sorted(approved(rows), key=lambda comment: (comment.date_gmt, comment.id), reverse=True)
    return tuple(comments[: need.number])


def find_pages(rows: Rows) -> tuple[PostFacts, ...]:
    return tuple(
        sorted(published(rows, "page"), key=lambda page: (page.menu_order, collation_key(page.title)))
    )


def adjacent_post(rows: Rows, need: AdjacentPostNeed) -> PostFacts | None:
    post = post_facts(rows, need.post)
    if post is None:
        return None
    others = [other for other in published(rows, post.type) if (other.date < post.date) is need.previous]
    others = [other for other in others if other.date != post.date]
    return min(others, key=lambda other: abs_days(other, post), default=None)


def abs_days(one: PostFacts, other: PostFacts) -> float:
    return abs(
        date.fromisoformat(one.date[:10]).toordinal() - date.fromisoformat(other.date[:10]).toordinal()
    )


def latest_menu(rows: Rows) -> PostFacts | None:
    return max(published(rows, "wp_navigation"), key=lambda post: post.date, default=None)


def comments_of(rows: Rows, posts: Iterable[int]) -> tuple[CommentFacts, ...]:
    wanted = set(posts)
    return tuple(comment for comment in approved(rows) if comment.post in wanted)


def term_of(rows: Rows, need: TermNeed) -> TermFacts | None:
    return term_facts(rows, need.id) if need.id in rows.terms else None


ANSWERS.update(
    {
        AdjacentPostNeed: lambda need, rows: adjacent_post(rows, need),
        ArchivesNeed: lambda need, rows: find_archives(rows, need),
        CommentNeed: lambda need, rows: comment_facts(rows, need.id),
        LatestCommentsNeed: lambda need, rows: latest_comments(rows, need),
        MainQueryNeed: lambda need, rows: None,
        MonthNeed: lambda need, rows: find_month(rows, need),
        NavigationNeed: lambda need, rows: latest_menu(rows),
        PagesNeed: lambda need, rows: find_pages(rows),
        PatternNeed: lambda need, rows: None,
        PostAncestorsNeed: lambda need, rows: post_ancestors(rows, need),
        PostClassesNeed: lambda need, rows: tuple(get_post_class("", need.post)),
        PostCommentsNeed: lambda need, rows: comments_of(rows, [need.post]),
        PostTypeNeed: lambda need, rows: POST_TYPES.get(need.name),
        PostsNeed: lambda need, rows: find_posts(rows, need.query),
        TaxonomyNeed: lambda need, rows: TAXONOMIES.get(need.name),
        TemplatePartNeed: lambda need, rows: None,
        TermAncestorsNeed: lambda need, rows: term_ancestors(rows, need),
        TermNeed: lambda need, rows: term_of(rows, need),
        TermsNeed: lambda need, rows: find_terms(rows, need),
        VisitNeed: lambda need, rows: Visit(address=f"{rows.home}/"),
    }
)
