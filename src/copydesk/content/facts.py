"""Facts for rendering, from the database: the site, posts, and the answers to what texts ask."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from copydesk.content.details import PostDetails, load_post_details
from copydesk.content.links import load_lineage, load_post_links, term_link
from copydesk.content.site import Site
from copydesk.content.types import Types
from copydesk.store.database import Db
from copydesk.store.meta import load_meta
from copydesk.store.php import maybe_unserialize
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post, Term, User
from copydesk.store.terms import load_terms_of_posts
from copydesk.store.users import load_users
from copydesk.text.facts import (
    AttachmentFacts,
    AttachmentNeed,
    Need,
    PostFacts,
    PostNeed,
    PostTermsNeed,
    SiteFacts,
    TermFacts,
    UserFacts,
    UserNeed,
)

Answers: TypeAlias = Mapping[Need[Any], Any]
Answerer: TypeAlias = Callable[[Db, Site, Types, list[Any]], Answers]


def site_facts(site: Site) -> SiteFacts:
    """The site as texts see it."""
    return SiteFacts(
        home=site.home,
        siteurl=site.siteurl,
        name=site.name,
        description=site.description,
        timezone=site.zone,
        now=datetime.now(UTC),
        uploads_url=site.uploads_url,
        options=site.options,
    )


def post_facts(post: Post, link: str, details: PostDetails | None = None) -> PostFacts:
    """A post as texts see it."""
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
        format=details.format if details else "standard",
        thumbnail=details.thumbnail if details else 0,
        link=link,
    )


def answer_needs(db: Db, site: Site, types: Types, needs: Collection[Need[Any]]) -> Answers:
    """The answers to open needs, each kind loaded at once; what nobody knows of is answered with None."""
    answers: dict[Need[Any], Any] = dict.fromkeys(needs)
    by_kind: dict[type[Need[Any]], list[Need[Any]]] = {}
    for need in needs:
        by_kind.setdefault(type(need), []).append(need)
    for kind, asked in by_kind.items():
        answerer = ANSWERERS.get(kind)
        if answerer:
            answers.update(answerer(db, site, types, asked))
    return answers


def _answer_attachments(db: Db, site: Site, types: Types, needs: list[AttachmentNeed]) -> Answers:
    ids = {need.id for need in needs}
    posts = [post for post in load_posts(db, ids).values() if post.type == "attachment"]
    details = load_post_details(db, types, [post.id for post in posts])
    links = load_post_links(db, site, types, posts)
    known = {post.id: attachment_facts(site, post, details[post.id], links[post.id]) for post in posts}
    return {need: known.get(need.id) for need in needs}


def attachment_facts(site: Site, post: Post, details: PostDetails, link: str = "") -> AttachmentFacts:
    """A file of the media library as texts see it."""
    metadata = maybe_unserialize(details.first("_wp_attachment_metadata"))
    file = details.first("_wp_attached_file")
    return AttachmentFacts(
        id=post.id,
        url=f"{site.uploads_url}/{file}" if file else post.guid,
        file=file,
        mime_type=post.mime_type,
        metadata=metadata if isinstance(metadata, dict) else {},
        alt=details.first("_wp_attachment_image_alt"),
        title=post.title,
        caption=post.excerpt,
        description=post.content,
        link=link,
        parent=post.parent,
    )


def _answer_posts(db: Db, site: Site, types: Types, needs: list[PostNeed]) -> Answers:
    posts = load_posts(db, {need.id for need in needs})
    details = load_post_details(db, types, posts)
    links = load_post_links(db, site, types, list(posts.values()), details)
    known = {key: post_facts(post, links[key], details[key]) for key, post in posts.items()}
    return {need: known.get(need.id) for need in needs}


def _answer_users(db: Db, site: Site, types: Types, needs: list[UserNeed]) -> Answers:
    users = load_users(db, {need.id for need in needs})
    meta = load_meta(db, "user", users, ("description",))
    known = {key: user_facts(site, user, meta[key]) for key, user in users.items()}
    return {need: known.get(need.id) for need in needs}


def user_facts(site: Site, user: User, meta: Mapping[str, Any]) -> UserFacts:
    """An author as texts see him."""
    return UserFacts(
        id=user.id,
        name=user.display_name,
        slug=user.nicename,
        link=site.permalinks.author_link(user.id, user.nicename),
        email=user.email,
        url=user.url,
        description=next(iter(meta.get("description", ())), ""),
    )


def _answer_post_terms(db: Db, site: Site, types: Types, needs: list[PostTermsNeed]) -> Answers:
    taxonomies = sorted({need.taxonomy for need in needs} & types.taxonomies.keys())
    carried = load_terms_of_posts(db, taxonomies, {need.post for need in needs})
    every = [term for lists in carried.values() for terms in lists.values() for term in terms]
    facts = {term.id: fact for term, fact in zip(every, term_facts(db, site, types, every), strict=True)}
    return {
        need: tuple(facts[term.id] for term in carried[need.post].get(need.taxonomy, ())) for need in needs
    }


def term_facts(db: Db, site: Site, types: Types, terms: Iterable[Term]) -> list[TermFacts]:
    """Terms as texts see them, in their order."""
    found = list(terms)
    known = load_lineage(db, found)
    return [
        TermFacts(
            id=term.id,
            taxonomy=term.taxonomy,
            name=term.name,
            slug=term.slug,
            link=term_link(site, types.taxonomies[term.taxonomy], term, known),
            description=term.description,
            parent=term.parent,
            count=term.count,
        )
        for term in found
    ]


ANSWERERS: Mapping[type[Need[Any]], Answerer] = {
    AttachmentNeed: _answer_attachments,
    PostNeed: _answer_posts,
    UserNeed: _answer_users,
    PostTermsNeed: _answer_post_terms,
}
