"""What the answers of rows are made from: the sources whose fingerprints a standing document keeps."""

from collections.abc import Iterable, Mapping, Sequence

from copydesk.content.details import PostDetails
from copydesk.content.site import Site
from copydesk.content.standing import Sources
from copydesk.store.rows import Comment, Post, Term, User

Meta = Mapping[str, Sequence[str]]


def post_sources(site: Site, post: Post, details: PostDetails) -> Sources:
    """Sources of a post of any type. `terms` are all of them, `terms:category` those of one taxonomy.

    Meta keys that begin with an underscore are private, apart from those that core's own members show.
    """
    revisions = details.revisions
    return {
        "date": f"{post.date} {post.date_gmt}",
        "modified": f"{post.modified} {post.modified_gmt}",
        "guid": post.guid,
        "slug": post.slug,
        "status": post.status,
        "type": post.type,
        "title": post.title,
        "content": post.content,
        "excerpt": post.excerpt,
        "password": post.password,
        "author": str(post.author),
        "parent": str(post.parent),
        "menu_order": str(post.menu_order),
        "comment_status": post.comment_status,
        "ping_status": post.ping_status,
        "mime_type": post.mime_type,
        "meta": _public_meta(details.meta),
        "thumbnail": details.first("_thumbnail_id"),
        "template": details.first("_wp_page_template"),
        "alt": details.first("_wp_attachment_image_alt"),
        "file": details.first("_wp_attached_file") + details.first("_wp_attachment_metadata"),
        "revisions": f"{revisions.count} {revisions.latest}" if revisions.count else "",
        "sticky": "1" if post.id in site.sticky_ids else "",
        "site": site_source(site),
        **_term_lists(details.terms),
    }


def site_source(site: Site) -> str:
    """What addresses are made from."""
    return f"{site.home} {site.siteurl} {site.option('permalink_structure')}"


def _public_meta(meta: Meta) -> str:
    public = {key: list(values) for key, values in sorted(meta.items()) if not key.startswith("_")}
    return repr(public) if public else ""


def _term_lists(terms: Mapping[str, Iterable[Term]]) -> dict[str, str]:
    lists = {
        f"terms:{taxonomy}": "".join(f"{term.id} {term.slug} {term.name}\n" for term in carried)
        for taxonomy, carried in sorted(terms.items())
    }
    return {**lists, "terms": "".join(lists.values())}


def term_sources(site: Site, term: Term, meta: Meta) -> Sources:
    """Sources of a term."""
    return {
        "name": term.name,
        "slug": term.slug,
        "description": term.description,
        "parent": str(term.parent),
        "count": str(term.count),
        "taxonomy": term.taxonomy,
        "meta": _public_meta(meta),
        "site": site_source(site),
    }


def user_sources(site: Site, user: User, meta: Meta) -> Sources:
    """Sources of a user as readers see him."""
    return {
        "name": user.display_name,
        "slug": user.nicename,
        "url": user.url,
        "email": user.email,
        "login": user.login,
        "description": next(iter(meta.get("description", ())), ""),
        "names": repr([meta.get(key) for key in ("first_name", "last_name", "nickname", "locale")]),
        "site": site_source(site),
    }


def comment_sources(site: Site, comment: Comment) -> Sources:
    """Sources of a comment."""
    return {
        "post": str(comment.post),
        "author": str(comment.user),
        "author_name": comment.author_name,
        "author_email": comment.author_email,
        "author_url": comment.author_url,
        "date": f"{comment.date} {comment.date_gmt}",
        "content": comment.content,
        "status": comment.approved,
        "type": comment.type,
        "parent": str(comment.parent),
        "site": site_source(site),
    }
