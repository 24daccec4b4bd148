"""Items of classic menus: what each leads to, loaded for a page of them at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.content.answering import Newsroom
from copydesk.content.details import PostDetails
from copydesk.content.links import archive_link, load_lineage, load_post_links, term_link
from copydesk.store.php import maybe_unserialize
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post, Term
from copydesk.store.terms import load_terms

POST, TERM, ARCHIVE, CUSTOM = "post_type", "taxonomy", "post_type_archive", "custom"


@dataclass(frozen=True, slots=True)
class Destination:
    """What an item leads to: its address, its own title, and what kind of thing it is called."""

    url: str = ""
    title: str = ""
    label: str = ""
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An item with its meta read. `object` is a post type or taxonomy, `object_id` the post or term in it."""

    id: int
    type: str
    object: str
    object_id: int
    parent: int
    target: str
    classes: tuple[str, ...]
    xfn: tuple[str, ...]
    url: str


def read_menu_item(post: Post, details: PostDetails) -> MenuItem:
    """The item as its meta describe it."""
    classes = maybe_unserialize(details.first("_menu_item_classes"))
    return MenuItem(
        id=post.id,
        type=details.first("_menu_item_type"),
        object=details.first("_menu_item_object"),
        object_id=_number(details.first("_menu_item_object_id")),
        parent=_number(details.first("_menu_item_menu_item_parent")),
        target=details.first("_menu_item_target"),
        classes=tuple(map(str, classes.values())) if isinstance(classes, dict) else (),
        xfn=tuple(details.first("_menu_item_xfn").split(" ")),
        url=details.first("_menu_item_url"),
    )


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def load_destinations(newsroom: Newsroom, items: Sequence[MenuItem]) -> dict[int, Destination]:
    """Where each item leads, by its id."""
    posts = load_posts(newsroom.db, {item.object_id for item in items if item.type == POST}, brief=True)
    terms = load_terms(newsroom.db, {item.object_id for item in items if item.type == TERM})
    links = load_post_links(
        newsroom.db, newsroom.site, newsroom.types, list(posts.values()), viewer=newsroom.viewer
    )
    lineage = load_lineage(newsroom.db, list(terms.values()))
    found = {}
    for item in items:
        if item.type == POST:
            found[item.id] = _to_post(newsroom, item, posts.get(item.object_id), links)
        elif item.type == TERM:
            found[item.id] = _to_term(newsroom, item, terms.get(item.object_id), lineage)
        else:
            found[item.id] = _to_archive(newsroom, item) if item.type == ARCHIVE else _to_address(item)
    return found


def _to_post(newsroom: Newsroom, item: MenuItem, post: Post | None, links: Mapping[int, str]) -> Destination:
    kind = newsroom.types.posts.get(item.object)
    label = kind.singular_label if kind else item.object
    if post is None or kind is None:
        return Destination(label=label, is_missing=True)
    title = post.title or f"#{post.id} (no title)"
    return Destination(links[post.id], title, label, is_missing=post.status == "trash")


def _to_term(
    newsroom: Newsroom, item: MenuItem, term: Term | None, lineage: Mapping[int, Term]
) -> Destination:
    kind = newsroom.types.taxonomies.get(item.object)
    label = kind.singular_label if kind else item.object
    if term is None or kind is None:
        return Destination(label=label, is_missing=True)
    return Destination(term_link(newsroom.site, kind, term, lineage), term.name, label)


def _to_archive(newsroom: Newsroom, item: MenuItem) -> Destination:
    kind = newsroom.types.posts.get(item.object)
    label = "Post Type Archive"
    if kind is None:
        return Destination(label=label, is_missing=True)
    return Destination(archive_link(newsroom.site, kind), kind.label, label)


def _to_address(item: MenuItem) -> Destination:
    return Destination(item.url, label="Custom Link")
