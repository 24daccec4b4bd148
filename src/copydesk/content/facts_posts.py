"""Posts as texts see them, and what texts ask of single posts: their ancestors, classes, meta, neighbours."""

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.details import PostDetails, load_post_details
from copydesk.content.links import load_ancestors, load_post_links
from copydesk.content.post_classes import post_classes
from copydesk.content.site import Site
from copydesk.content.types import Meta
from copydesk.store.meta import load_meta
from copydesk.store.posts import Order, PostQuery, TermCondition, find_posts, load_posts
from copydesk.store.rows import Post
from copydesk.store.terms import load_terms_of_posts
from copydesk.text.blocks.needs import (
    AdjacentPostNeed,
    NavigationNeed,
    PagesNeed,
    PostAncestorsNeed,
    PostClassesNeed,
)
from copydesk.text.facts import Need, PostFacts, PostMetaNeed, PostNeed, PublicMetaNeed

PUBLISHED = ("publish",)


def post_facts(
    site: Site,
    post: Post,
    link: str,
    details: PostDetails | None = None,
    *,
    is_open: bool = False,
) -> PostFacts:
    """A post as texts see it; `is_open` when the reader may see what a password protects."""
    return PostFacts(
        id=post.id,
        type=post.type,
        status=post.status,
        title=post.title,
        content=post.content,
        excerpt=post.excerpt,
        name=post.slug,
        date=post.date,
        date_gmt=post.date_gmt,
        modified=post.modified,
        modified_gmt=post.modified_gmt,
        author=post.author,
        parent=post.parent,
        menu_order=post.menu_order,
        comment_status=post.comment_status,
        comment_count=post.comment_count,
        has_password=bool(post.password),
        password_required=bool(post.password) and not is_open,
        format=details.format if details else "standard",
        thumbnail=details.thumbnail if details else 0,
        sticky=post.id in site.sticky_ids,
        link=link,
    )


def load_post_facts(newsroom: Newsroom, posts: Sequence[Post]) -> dict[int, PostFacts]:
    """The posts as texts see them, by id, for a reader who knows no password."""
    db, site, types = newsroom.db, newsroom.site, newsroom.types
    details = load_post_details(db, types, [post.id for post in posts])
    links = load_post_links(db, site, types, posts, details, viewer=newsroom.viewer)
    return {post.id: post_facts(site, post, links[post.id], details[post.id]) for post in posts}


def _answer_posts(newsroom: Newsroom, needs: list[PostNeed]) -> Answers:
    known = load_post_facts(newsroom, list(load_posts(newsroom.db, {need.id for need in needs}).values()))
    return {need: known.get(need.id) for need in needs}


def _answer_ancestors(newsroom: Newsroom, needs: list[PostAncestorsNeed]) -> Answers:
    posts = load_posts(newsroom.db, {need.id for need in needs}, brief=True)
    known = load_ancestors(newsroom.db, list(posts.values()))
    lines = {need: _line_above(known.get(need.id), known) for need in needs}
    facts = load_post_facts(
        newsroom, list({post.id: post for line in lines.values() for post in line}.values())
    )
    return {need: tuple(facts[post.id] for post in line) for need, line in lines.items()}


def _line_above(post: Post | None, known: Mapping[int, Post]) -> list[Post]:
    line: list[Post] = []
    seen: set[int] = set()
    while post is not None and post.id not in seen:
        seen.add(post.id)
        post = known.get(post.parent) if post.parent else None
        if post is not None and post.id not in seen:
            line.append(post)
    return line


def _answer_classes(newsroom: Newsroom, needs: list[PostClassesNeed]) -> Answers:
    posts = load_posts(newsroom.db, {need.post for need in needs}, brief=True)
    details = load_post_details(newsroom.db, newsroom.types, posts)
    known = {key: tuple(post_classes(post, details[key], newsroom.types)) for key, post in posts.items()}
    return {need: known.get(need.post) for need in needs}


def _answer_meta(newsroom: Newsroom, needs: list[PostMetaNeed]) -> Answers:
    keys = tuple(sorted({need.key for need in needs}))
    meta = load_meta(newsroom.db, "post", {need.post for need in needs}, keys)
    return {need: tuple(meta[need.post].get(need.key, ())) for need in needs}


def _answer_public_meta(newsroom: Newsroom, needs: list[PublicMetaNeed]) -> Answers:
    keys = tuple(sorted({need.key for need in needs}))
    posts = load_posts(newsroom.db, {need.post for need in needs}, brief=True)
    meta = load_meta(newsroom.db, "post", posts, keys)
    answers: dict[Need[Any], str | None] = {}
    for need in needs:
        post = posts.get(need.post)
        registered = _registered(newsroom, post, need.key) if post else None
        values = meta[post.id].get(need.key) if post else None
        answers[need] = _shown_meta(registered, values) if registered else None
    return answers


def _registered(newsroom: Newsroom, post: Post, key: str) -> Meta | None:
    """The registration of a key that anyone may read; those with an underscore are protected."""
    if key.startswith("_"):
        return None
    return next((meta for meta in newsroom.types.meta_of("post", post.type) if meta.key == key), None)


def _shown_meta(meta: Meta, values: Sequence[str] | None) -> str:
    if values:
        return values[0]
    default = meta.default if meta.default is not None else meta.schema.get("default")
    return default if isinstance(default, str) else ""


def _answer_pages(newsroom: Newsroom, needs: list[PagesNeed]) -> Answers:
    query = PostQuery(
        types=("page",),
        statuses=PUBLISHED,
        order=(Order("menu_order", descending=False), Order("title", descending=False)),
        limit=None,
        brief=True,
        counted=False,
    )
    pages, _ = find_posts(newsroom.db, query)
    facts = load_post_facts(newsroom, pages)
    return dict.fromkeys(needs, tuple(facts[page.id] for page in pages))


def _answer_menu(newsroom: Newsroom, needs: list[NavigationNeed]) -> Answers:
    query = PostQuery(types=("wp_navigation",), statuses=PUBLISHED, limit=1, counted=False)
    menus, _ = find_posts(newsroom.db, query)
    facts = load_post_facts(newsroom, menus)
    return dict.fromkeys(needs, next(iter(facts.values()), None))


def _answer_neighbours(newsroom: Newsroom, needs: list[AdjacentPostNeed]) -> Answers:
    posts = load_posts(newsroom.db, {need.post for need in needs}, brief=True)
    taxonomies = sorted({need.taxonomy for need in needs if need.taxonomy})
    carried = load_terms_of_posts(newsroom.db, taxonomies, posts) if taxonomies else {}
    found: dict[AdjacentPostNeed, Post | None] = {}
    for need in needs:
        post = posts.get(need.post)
        terms = carried.get(need.post, {}).get(need.taxonomy, ())
        found[need] = _neighbour(newsroom, post, need, [term.id for term in terms]) if post else None
    facts = load_post_facts(newsroom, list({post.id: post for post in found.values() if post}.values()))
    return {need: facts[post.id] if post else None for need, post in found.items()}


def _neighbour(
    newsroom: Newsroom, post: Post, need: AdjacentPostNeed, term_ids: Sequence[int]
) -> Post | None:
    if need.taxonomy and not term_ids:
        return None
    query = PostQuery(
        types=(post.type,),
        statuses=PUBLISHED,
        before=post.date if need.previous else "",
        after="" if need.previous else post.date,
        terms=(TermCondition(need.taxonomy, tuple(term_ids)),) if need.taxonomy else (),
        order=(Order("date", descending=need.previous),),
        limit=1,
        brief=True,
        counted=False,
    )
    found, _ = find_posts(newsroom.db, query)
    return found[0] if found else None


ANSWERERS: Answerers = {
    PostNeed: _answer_posts,
    PostAncestorsNeed: _answer_ancestors,
    PostClassesNeed: _answer_classes,
    PostMetaNeed: _answer_meta,
    PublicMetaNeed: _answer_public_meta,
    PagesNeed: _answer_pages,
    NavigationNeed: _answer_menu,
    AdjacentPostNeed: _answer_neighbours,
}
