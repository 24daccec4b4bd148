"""Addresses, slugs and classes of the fixture site's posts, terms, people and comments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from copydesk.content.permalinks import (
    ADDRESSLESS,
    NAME_TAG,
    PAGE_TAG,
    Permalinks,
    PostAddress,
    category_path,
    term_path,
)
from copydesk.content.post_classes import post_classes
from copydesk.content.unique_slugs import SlugPlace, unique_slug
from copydesk.text.slugs import slug_of
from copydesk.wire.json import encode
from tests.text.fixture_site import Row, load_rows

HOME = "https://example.org"
DEFAULT_CATEGORY = 1
STRUCTURE = "/%postname%/"


@dataclass(frozen=True)
class FixtureTerm:
    id: int
    slug: str
    parent: int
    taxonomy: str
    name: str


def terms() -> dict[int, FixtureTerm]:
    return {
        term_id: FixtureTerm(term_id, row["slug"], int(row["parent"]), row["taxonomy"], row["name"])
        for term_id, row in load_rows().terms.items()
    }


def terms_of(post_id: int, taxonomy: str) -> list[FixtureTerm]:
    known = terms()
    found = [known[term_id] for term_id in load_rows().post_terms.get(post_id, ())]
    return sorted((term for term in found if term.taxonomy == taxonomy), key=lambda term: term.name)


def permalinks(structure: str = STRUCTURE, category_base: str = "", tag_base: str = "") -> Permalinks:
    return Permalinks(HOME, structure, category_base, tag_base)


def page_path(row: Row) -> str:
    above = load_rows().posts.get(int(row["post_parent"]))
    return f"{page_path(above)}/{row['post_name']}" if above else row["post_name"]


def link_of(row: Row, links: Permalinks, *, sample: bool = False, name: str = "") -> str:
    """A post's address; `name` replaces the slug, a sample is made for any status."""
    post_id, kind, slug = int(row["ID"]), row["post_type"], name or row["post_name"]
    rows = load_rows()
    if not sample and (row["post_status"] in ADDRESSLESS or row["post_status"] == "private"):
        return links.plain_post_link(kind, post_id)
    if kind == "page":
        return links.page_link(post_id, PAGE_TAG if name else page_path(row))
    if kind == "attachment":
        above = rows.posts.get(int(row["post_parent"]))
        return links.attachment_link(post_id, slug, parent=link_of(above, links) if above else None)
    known = terms()
    categories = terms_of(post_id, "category") or [known[DEFAULT_CATEGORY]]
    author = rows.users[int(row["post_author"])]["user_nicename"]
    address = PostAddress(post_id, slug, row["post_date"], author, category_path(categories, known))
    return links.post_link(address)


def get_permalink(post_id: int, structure: str, leavename: bool = False) -> str | bool:
    row = load_rows().posts.get(post_id)
    return link_of(row, permalinks(structure), name=NAME_TAG if leavename else "") if row else False


def get_sample_permalink(
    post_id: int, structure: str, title: str | None = None, name: str | None = None
) -> list[str]:
    row = load_rows().posts.get(post_id)
    if row is None:
        return ["", ""]
    slug = row["post_name"] or slug_of(row["post_title"], fallback=str(post_id))
    if name is not None:
        slug = slug_of(name or title or "", fallback=str(post_id))
    place = SlugPlace(row["post_type"], "publish", row["post_type"] == "page", row["post_name"])
    slug = unique_slug(slug, place, taken_by_others(post_id, place, int(row["post_parent"])), structure)
    link = link_of(row, permalinks(structure), sample=True, name=NAME_TAG)
    above, _, _ = page_path(row).rpartition("/")
    return [link.replace(PAGE_TAG, f"{above}/{PAGE_TAG}" if above else PAGE_TAG), slug]


def taken_by_others(post_id: int, place: SlugPlace, parent: int) -> Callable[[str], bool]:
    def is_rival(row: Row) -> bool:
        if int(row["ID"]) == post_id:
            return False
        if place.type == "attachment":
            return True
        if place.is_hierarchical:
            return row["post_type"] in (place.type, "attachment") and int(row["post_parent"]) == parent
        return row["post_type"] == place.type

    slugs = {row["post_name"] for row in load_rows().posts.values() if is_rival(row)}
    return slugs.__contains__


def wp_unique_post_slug(
    slug: str, post_status: str = "publish", post_type: str = "post", post_parent: int = 0, **args: int
) -> str:
    post_id = args.get("post_ID", 0)
    row = load_rows().posts.get(post_id)
    place = SlugPlace(post_type, post_status, post_type == "page", row["post_name"] if row else "")
    return unique_slug(slug, place, taken_by_others(post_id, place, post_parent), STRUCTURE)


def get_term_link(term_id: int, **bases: str) -> str:
    term, links = terms()[term_id], permalinks(**bases)
    if term.taxonomy == "category":
        return links.category_link(term.id, term_path(term, terms()))
    if term.taxonomy == "post_tag":
        return links.tag_link(term.slug)
    return links.term_link(term.taxonomy, term.slug)


def get_author_posts_url(user_id: int, structure: str) -> str:
    user: Mapping[str, str] = load_rows().users.get(user_id, {})
    return permalinks(structure).author_link(user_id, user.get("user_nicename", ""))


def get_comment_link(comment_id: int, structure: str) -> str:
    links, rows = permalinks(structure), load_rows()
    post = rows.posts[int(rows.comments[comment_id]["comment_post_ID"])]
    return links.comment_link(link_of(post, links), comment_id)


def get_post_class(extra: str | list[str], post_id: int, **columns: str) -> list[str]:
    rows = load_rows()
    row = {**rows.posts[post_id], **columns}
    post = SimpleNamespace(
        id=post_id, type=row["post_type"], status=row["post_status"], password=row["post_password"]
    )
    taxonomies = ("category", "post_tag", "post_format") if row["post_type"] == "post" else ()
    formats = terms_of(post_id, "post_format")
    details = SimpleNamespace(
        thumbnail=int(rows.meta.get(post_id, {}).get("_thumbnail_id", 0)),
        format=formats[0].slug.removeprefix("post-format-") if formats else "standard",
        terms={taxonomy: terms_of(post_id, taxonomy) for taxonomy in taxonomies},
    )
    types = SimpleNamespace(
        posts={"post": SimpleNamespace(has=lambda _: True)},
        taxonomies_of=lambda _: [SimpleNamespace(name=name, is_public=True) for name in taxonomies],
    )
    names = extra.split() if isinstance(extra, str) else extra
    return post_classes(post, details, types, extra=names)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "get_author_posts_url": get_author_posts_url,
    "get_comment_link": get_comment_link,
    "get_day_link": lambda date, structure: permalinks(structure).date_link(*date),
    "get_permalink": get_permalink,
    "get_post_class": get_post_class,
    "get_post_class_json": lambda extra, **args: encode(get_post_class(extra, **args)).decode(),
    "get_sample_permalink": get_sample_permalink,
    "get_term_link": get_term_link,
    "wp_unique_post_slug": wp_unique_post_slug,
}
