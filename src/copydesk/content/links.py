"""Addresses of posts and terms: what the permalink structure needs to know of each, loaded for a page at once."""

from collections.abc import Mapping, Sequence

from copydesk.content.details import PostDetails
from copydesk.content.permalinks import ADDRESSLESS, PostAddress, category_path, term_path
from copydesk.content.site import Site
from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.store.database import Db
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post, Term
from copydesk.store.terms import load_terms, load_terms_of_posts
from copydesk.store.users import load_users
from copydesk.text.slugs import slug_of

NAME_PLACE = {"post": "%postname%", "page": "%pagename%"}


def load_post_links(
    db: Db,
    site: Site,
    types: Types,
    posts: Sequence[Post],
    details: Mapping[int, PostDetails] | None = None,
) -> dict[int, str]:
    """The address of each post, by id. Only what the structure mentions is loaded."""
    ancestors = load_ancestors(db, posts)
    addresses = _post_addresses(db, site, posts, details)
    return {post.id: _link(site, types, post, addresses, ancestors) for post in posts}


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
    db: Db, site: Site, posts: Sequence[Post], details: Mapping[int, PostDetails] | None
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


def _categories(
    db: Db, posts: Sequence[Post], details: Mapping[int, PostDetails] | None
) -> Mapping[int, str]:
    carried = (
        {post.id: details[post.id].terms.get("category", ()) for post in posts}
        if details is not None
        else {
            post_id: terms["category"]
            for post_id, terms in load_terms_of_posts(db, ["category"], [post.id for post in posts]).items()
        }
    )
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


def _link(
    site: Site, types: Types, post: Post, addresses: Mapping[int, PostAddress], known: Mapping[int, Post]
) -> str:
    post_type = types.posts.get(post.type)
    permalinks = site.permalinks
    if post_type is None or post.status in ADDRESSLESS:
        return permalinks.plain_post_link(post.type, post.id)
    if post.type == "attachment":
        return _attachment_link(site, types, post, known)
    if post.type == "page":
        if site.option("show_on_front") == "page" and site.int_option("page_on_front") == post.id:
            return permalinks.url("")
        return permalinks.page_link(post.id, page_path(post, known))
    if post_type.is_builtin:
        address = addresses.get(post.id) or PostAddress(post.id, post.slug, post.date)
        return permalinks.post_link(address)
    return _typed_link(site, post_type, post, known)


def _typed_link(site: Site, post_type: PostType, post: Post, known: Mapping[int, Post]) -> str:
    path = page_path(post, known) if post_type.is_hierarchical else post.slug
    base = post_type.rewrite_slug or ""
    return site.permalinks.typed_post_link(post.type, path, base=base)


def _attachment_link(site: Site, types: Types, post: Post, known: Mapping[int, Post]) -> str:
    parent = known.get(post.parent) if post.parent else None
    above = _link(site, types, parent, {}, known) if parent else None
    return site.permalinks.attachment_link(post.id, post.slug, parent=above)


def page_path(post: Post, known: Mapping[int, Post]) -> str:
    """A page's slug behind those of the pages above it; a loop among them ends the path."""
    slugs, seen = [post.slug], {post.id}
    above = known.get(post.parent)
    while above is not None and above.id not in seen:
        slugs.append(above.slug)
        seen.add(above.id)
        above = known.get(above.parent)
    return "/".join(reversed(slugs))


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
    return site.permalinks.term_link(taxonomy.name, path, base=taxonomy.rewrite_slug or "")


def archive_link(site: Site, post_type: PostType) -> str:
    """The address of the list of all posts of a type; empty when it has none."""
    if not post_type.has_archive:
        return ""
    own = post_type.has_archive if isinstance(post_type.has_archive, str) else post_type.rewrite_slug
    return site.permalinks.archive_link(post_type.name, base=own or "")


def permalink_template(post: Post, link: str) -> str:
    """The post's address with a place for its slug."""
    place = NAME_PLACE.get(post.type, f"%{post.type}%" if post.type != "attachment" else "%postname%")
    head, slash, tail = link.rpartition(post.slug) if post.slug else (link, "", "")
    return f"{head}{place}{tail}" if slash else link


def sample_slug(post: Post) -> str:
    """The slug that the post has or would get from its title."""
    return post.slug or slug_of(post.title)
