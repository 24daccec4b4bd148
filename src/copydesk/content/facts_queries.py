"""Lists of posts that blocks ask for: latest posts, query loops."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.facts_posts import PUBLISHED, load_post_facts
from copydesk.content.visibility import visible_by_default
from copydesk.store.post_query import OrderBy
from copydesk.store.posts import Order, PostQuery, TermCondition, find_posts
from copydesk.store.rows import Post
from copydesk.store.terms import TermQuery, find_terms
from copydesk.text.blocks.needs import PostsFound, PostsNeed, PostsQuery, TermsMatch

FORMAT = "post_format"
ORDERS: Mapping[str, OrderBy] = {
    "date": "date",
    "modified": "modified",
    "title": "title",
    "name": "slug",
    "id": "id",
    "author": "author",
    "parent": "parent",
    "type": "type",
    "menu_order": "menu_order",
    "comment_count": "comment_count",
    "none": "none",
}

Slugs = Mapping[tuple[str, str], tuple[int, ...]]  # ids of terms by taxonomy and slug


def _answer_queries(newsroom: Newsroom, needs: list[PostsNeed]) -> Answers:
    slugs = _load_slugs(newsroom, [need.query for need in needs])
    found = {need: _find(newsroom, need.query, slugs) for need in needs}
    every = {post.id: post for posts, _ in found.values() for post in posts}
    facts = load_post_facts(newsroom, list(every.values()))
    return {
        need: PostsFound(tuple(facts[post.id] for post in posts), total)
        for need, (posts, total) in found.items()
    }


def _load_slugs(newsroom: Newsroom, queries: Iterable[PostsQuery]) -> Slugs:
    """The terms that the queries name by slug."""
    wanted = {(match.taxonomy, slug) for query in queries for match in query.terms for slug in match.slugs}
    wanted |= {(FORMAT, f"post-format-{name}") for query in queries for name in query.formats}
    if not wanted:
        return {}
    query = TermQuery(
        taxonomies=tuple(sorted({taxonomy for taxonomy, _ in wanted})),
        slugs=tuple(sorted({slug for _, slug in wanted})),
        order="none",
    )
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for term in find_terms(newsroom.db, query)[0]:
        key = term.taxonomy, term.slug
        found[key] = (*found.get(key, ()), term.id)
    return found


def _find(newsroom: Newsroom, asked: PostsQuery, slugs: Slugs) -> tuple[Sequence[Post], int]:
    sticky = tuple(sorted(newsroom.site.sticky_ids))
    found, total = find_posts(newsroom.db, _post_query(newsroom, asked, sticky, slugs))
    if asked.sticky == "first" and sticky:
        return _sticky_first(newsroom, asked, found), total
    return found, total


def _post_query(newsroom: Newsroom, asked: PostsQuery, sticky: tuple[int, ...], slugs: Slugs) -> PostQuery:
    only, without = asked.only, asked.without
    if asked.sticky == "only":
        only = tuple(set(only) & set(sticky) if only else sticky) or (0,)
    elif asked.sticky == "without":
        without = (*without, *sticky)
    by = ORDERS.get(asked.order_by.lower(), "date")
    if by == "date" and asked.search and asked.order_by.lower() == "relevance":
        by = "relevance"
    return PostQuery(
        types=asked.types,
        statuses=() if asked.with_private else PUBLISHED,
        visible=visible_by_default(newsroom.viewer, asked.types, newsroom.types)
        if asked.with_private
        else (),
        ids=only,
        not_ids=without,
        authors=asked.authors,
        not_authors=asked.without_authors,
        parents=asked.parents,
        terms=tuple(_term_condition(match, slugs) for match in asked.terms),
        term_choices=tuple(_format_conditions(asked.formats, slugs)),
        search=asked.search,
        has_password=False if asked.search and not newsroom.viewer.is_member else None,
        order=(Order(by, descending=not asked.ascending),),
        limit=None if asked.number == -1 else max(abs(asked.number), 1),
        offset=asked.offset,
    )


def _term_condition(match: TermsMatch, slugs: Slugs) -> TermCondition:
    if match.exists:
        return TermCondition(match.taxonomy, (), "NOT EXISTS" if match.negated else "EXISTS")
    named = [term_id for slug in match.slugs for term_id in slugs.get((match.taxonomy, slug), ())]
    ids = (*match.ids, *named)
    return TermCondition(match.taxonomy, ids, "NOT IN" if match.negated else "IN", match.with_children)


def _format_conditions(formats: Sequence[str], slugs: Slugs) -> Iterator[TermCondition]:
    """One of them must hold. Posts of the standard format carry no term of a format."""
    if "standard" in formats:
        yield TermCondition(FORMAT, (), "NOT EXISTS")
    others = [name for name in formats if name != "standard"]
    if others:
        ids = [term_id for name in others for term_id in slugs.get((FORMAT, f"post-format-{name}"), ())]
        yield TermCondition(FORMAT, tuple(ids))


def _sticky_first(newsroom: Newsroom, asked: PostsQuery, found: Sequence[Post]) -> list[Post]:
    """Those found that stick, then all others that stick, the latest first, then the rest."""
    sticky_ids = newsroom.site.sticky_ids
    lifted = [post for post in found if post.id in sticky_ids]
    missing = sticky_ids - {post.id for post in lifted} - set(asked.without)
    others: Sequence[Post] = ()
    if missing:
        query = PostQuery(
            types=asked.types, statuses=PUBLISHED, ids=tuple(sorted(missing)), limit=None, counted=False
        )
        others, _ = find_posts(newsroom.db, query)
    return [*lifted, *others, *(post for post in found if post.id not in sticky_ids)]


ANSWERERS: Answerers = {PostsNeed: _answer_queries}
