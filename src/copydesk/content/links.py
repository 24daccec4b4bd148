"""Addresses of posts and terms: what the permalink structure needs to know of each, loaded for a page at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.auth.rules import may_read_unpublished
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.details import PostDetails
from copydesk.content.permalinks import (
    ADDRESSLESS,
    NAME_TAG,
    PAGE_TAG,
    PostAddress,
    category_path,
    term_path,
)
from copydesk.content.site import Site
from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.store.database import Db
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post, Term
from copydesk.store.terms import load_terms, load_terms_of_posts
from copydesk.store.users import load_users

SAMPLED = frozenset({"draft", "pending", "future"})  # shown with the address they will have


@dataclass(frozen=True, slots=True)
class PostLinks:
    """Makes the addresses of posts from what was loaded for them: `known` holds them and all above them."""

    site: Site
    types: Types
    viewer: Viewer
    known: Mapping[int, Post]
    addresses: Mapping[int, PostAddress]

    def link(self, post: Post) -> str:
        """The address of a post. A private one has none for those who may not read it."""
        post_type = self.types.posts.get(post.type)
        permalinks = self.site.permalinks
        if post_type is None or not self._has_address(post, post_type):
            return permalinks.plain_post_link(_plain_kind(post, post_type), post.id)
        if post.type == "attachment":
            return permalinks.attachment_link(post.id, post.slug, parent=self._link_above(post))
        if self._is_front_page(post):
            return f"{permalinks.home}/"
        return self._pretty_link(post, post_type, post.slug)

    def template(self, post: Post) -> str:
        """The address of a post with a place for its slug; drafts show the one they will have."""
        post_type = self.types.posts[post.type]
        if post.type == "attachment":
            return self.site.permalinks.attachment_link(post.id, NAME_TAG, parent=self._link_above(post))
        is_sample = post.status in SAMPLED or (post.status == "trash" and _has_own_base(post_type))
        if self.site.permalinks.is_plain or not (is_sample or self._has_address(post, post_type)):
            return self.link(post)
        if self._is_front_page(post):
            return self.link(post)
        return self._pretty_link(post, post_type, PAGE_TAG if _has_own_base(post_type) else NAME_TAG)

    def _has_address(self, post: Post, post_type: PostType) -> bool:
        if post.status == "private":
            return may_read_unpublished(self.viewer, post, post_type.capabilities)
        return post.status not in ADDRESSLESS

    def _is_front_page(self, post: Post) -> bool:
        site = self.site
        return site.option("show_on_front") == "page" and site.int_option("page_on_front") == post.id

    def _link_above(self, post: Post) -> str | None:
        parent = self.known.get(post.parent) if post.parent else None
        return self.link(parent) if parent else None

    def _pretty_link(self, post: Post, post_type: PostType, slug: str) -> str:
        permalinks = self.site.permalinks
        path = path_above(post, self.known) + slug if post_type.is_hierarchical else slug
        if post.type == "page":
            return permalinks.page_link(post.id, path)
        if not post_type.is_builtin:
            return permalinks.typed_post_link(post.type, path, base=post_type.rewrite_slug or "")
        about = self.addresses.get(post.id) or PostAddress(post.id, post.slug, post.date)
        return permalinks.post_link(PostAddress(post.id, slug, about.date, about.author, about.category))


def _plain_kind(post: Post, post_type: PostType | None) -> str:
    """WordPress's own types are asked for like posts, but for pages and files."""
    if post_type is None or not post_type.is_builtin or post.type in ("page", "attachment"):
        return post.type
    return "post"


def _has_own_base(post_type: PostType) -> bool:
    return post_type.name == "page" or not post_type.is_builtin


def load_post_links(
    db: Db,
    site: Site,
    types: Types,
    posts: Sequence[Post],
    details: Mapping[int, PostDetails] | None = None,
    *,
    viewer: Viewer = STRANGER,
) -> dict[int, str]:
    """The address of each post, by id, for a viewer."""
    links = prepare_post_links(db, site, types, posts, details, viewer=viewer)
    return {post.id: links.link(post) for post in posts}


def prepare_post_links(
    db: Db,
    site: Site,
    types: Types,
    posts: Sequence[Post],
    details: Mapping[int, PostDetails] | None = None,
    *,
    viewer: Viewer = STRANGER,
) -> PostLinks:
    """What makes the addresses of these posts. Only what the structure mentions is loaded."""
    known = load_ancestors(db, posts)
    addresses = _post_addresses(db, site, list(known.values()), details or {})
    return PostLinks(site, types, viewer, known, addresses)


def load_ancestors(db: Db, posts: Sequence[Post]) -> dict[int, Post]:
    """All that stands above the posts, by id, and the posts themselves; a statement for each storey."""
    known = {post.id: post for post in posts}
    missing = {post.parent for post in posts if post.parent and post.type != "revision"} - known.keys()
    while missing:
        found = load_posts(db, missing, brief=True)
        known.update(found)
        missing = {post.parent for post in found.values() if post.parent} - known.keys()
    return known


def _post_addresses(
    db: Db, site: Site, posts: Sequence[Post], details: Mapping[int, PostDetails]
) -> Mapping[int, PostAddress]:
    tags = site.permalinks.tags
    authors = load_users(db, {post.author for post in posts}) if "%author%" in tags else {}
    categories = _categories(db, posts, details) if "%category%" in tags else {}
    return {
        post.id: PostAddress(
            post.id,
            post.slug,
            post.date,
            authors[post.author].nicename if post.author in authors else "",
            categories.get(post.id, ""),
        )
        for post in posts
    }


def _categories(db: Db, posts: Sequence[Post], details: Mapping[int, PostDetails]) -> Mapping[int, str]:
    missing = [post.id for post in posts if post.id not in details]
    carried: dict[int, Sequence[Term]] = {
        post_id: terms["category"]
        for post_id, terms in load_terms_of_posts(db, ["category"], missing).items()
    }
    carried |= {key: one.terms.get("category", ()) for key, one in details.items()}
    known = load_lineage(db, [term for terms in carried.values() for term in terms])
    return {post_id: category_path(terms, known) for post_id, terms in carried.items()}


def load_lineage(db: Db, terms: Sequence[Term]) -> dict[int, Term]:
    """The terms and all that stand above them, by id; a statement for each storey."""
    known = {term.id: term for term in terms}
    missing = {term.parent for term in terms if term.parent} - known.keys()
    while missing:
        found = load_terms(db, missing)
        known.update(found)
        missing = {term.parent for term in found.values() if term.parent} - known.keys()
    return known


def path_above(post: Post, known: Mapping[int, Post]) -> str:
    """The slugs of all that stands above a post, each with a slash behind; a loop ends the path."""
    slugs: list[str] = []
    seen = {post.id}
    above = known.get(post.parent)
    while above is not None and above.id not in seen:
        seen.add(above.id)
        if above.slug:
            slugs.append(f"{above.slug}/")
        above = known.get(above.parent)
    return "".join(reversed(slugs))


def term_link(site: Site, taxonomy: Taxonomy, term: Term, known: Mapping[int, Term]) -> str:
    """The address of a term's archive; `known` holds the terms above it."""
    path = term_path(term, known) if taxonomy.has_nested_paths else term.slug
    if taxonomy.name == "category":
        return site.permalinks.category_link(term.id, path)
    if taxonomy.name == "post_tag":
        return site.permalinks.tag_link(term.slug)
    if not taxonomy.has_paths and not taxonomy.is_publicly_queryable:
        return site.permalinks.plain_term_link(taxonomy.name, term.slug)
    if not taxonomy.has_paths:
        return site.permalinks.plain_url(**{taxonomy.name: term.slug})
    base = taxonomy.rewrite_slug or ""
    return site.permalinks.term_link(taxonomy.name, path, base=base, has_front=taxonomy.has_front)


def archive_link(site: Site, post_type: PostType) -> str:
    """The address of the list of all posts of a type; empty when it has none."""
    if not post_type.has_archive:
        return ""
    own = post_type.has_archive if isinstance(post_type.has_archive, str) else post_type.rewrite_slug
    return site.permalinks.archive_link(post_type.name, base=own or "")
