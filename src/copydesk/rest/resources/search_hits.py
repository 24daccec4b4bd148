"""What a search finds: posts, terms and post formats, as hits that know their row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.content.types import Types
from copydesk.rest.page import Call
from copydesk.store.posts import Order, PostQuery, find_posts
from copydesk.store.rows import Post, Term
from copydesk.store.terms import TermQuery, find_terms

ANY = "any"
POST, TERM, FORMAT = "post", "term", "post-format"
FORMATS: Mapping[str, str] = {
    "aside": "Aside",
    "chat": "Chat",
    "gallery": "Gallery",
    "link": "Link",
    "image": "Image",
    "quote": "Quote",
    "status": "Status",
    "video": "Video",
    "audio": "Audio",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. Formats have no row, their id is their name."""

    id: int | str
    type: str
    row: Post | Term | None = None

    @property
    def subtype(self) -> str:
        """The post type or taxonomy; empty for formats."""
        return "" if self.row is None else self.row.type if isinstance(self.row, Post) else self.row.taxonomy


Found = tuple[list[Hit], int]


def post_subtypes(types: Types) -> list[str]:
    """The post types that are searched: public ones that the API offers, without files."""
    return [
        name for name, one in types.posts.items() if one.is_public and one.rest_base and name != "attachment"
    ]


def term_subtypes(types: Types) -> list[str]:
    """The taxonomies that are searched: public ones that the API offers."""
    return [name for name, one in types.taxonomies.items() if one.is_public and one.rest_base]


def find_hits(call: Call) -> Found:
    """The page of hits that the arguments ask for, and how many there are in all."""
    return FINDERS[call.params["type"]](call)


def _find_posts(call: Call) -> Found:
    text = call.params.get("search") or ""
    query = PostQuery(
        types=_subtypes(call) or (POST,),  # WP 7.1: as every query for posts without a type (recorded)
        statuses=("publish",),
        ids=_ids(call, "include"),
        not_ids=_ids(call, "exclude"),
        search=text,
        has_password=False if text and not call.viewer.is_member else None,
        order=(Order("relevance" if text else "date"),),
        limit=_per_page(call),
        offset=_offset(call),
        brief=True,
    )
    posts, total = find_posts(call.db, query)
    # WP 7.1: past the end nothing is counted (recorded).
    return [Hit(post.id, POST, post) for post in posts], total if posts else 0


def _find_terms(call: Call) -> Found:
    query = TermQuery(
        taxonomies=_subtypes(call) or tuple(term_subtypes(call.api.types)),
        ids=_ids(call, "include"),
        not_ids=_ids(call, "exclude"),
        search=call.params.get("search") or "",
        limit=_per_page(call),
        offset=_offset(call),
    )
    terms, total = find_terms(call.db, query)
    return [Hit(term.id, TERM, term) for term in terms], total


def _find_formats(call: Call) -> Found:
    """Formats that some post has ever had; without their term they have no address."""
    text = str(call.params.get("search") or "").lower()
    terms, _ = find_terms(call.db, TermQuery(taxonomies=("post_format",)))
    used = {term.slug.removeprefix("post-format-") for term in terms}
    hits = [
        Hit(name, FORMAT)
        for name, label in FORMATS.items()
        if name in used and (text in name or text in label.lower())
    ]
    start = _offset(call)
    return hits[start : start + _per_page(call)], len(hits)


FINDERS: Mapping[str, Callable[[Call], Found]] = {
    POST: _find_posts,
    TERM: _find_terms,
    FORMAT: _find_formats,
}


def clean_subtypes(asked: Sequence[str], call: Call) -> list[str]:
    """Those that exist among things of the kind asked for; links to other pages repeat only them."""
    known = _known_subtypes(call)
    return [name for name in asked if name == ANY or name in known]


def _known_subtypes(call: Call) -> list[str]:
    kind = call.params.get("type")
    if kind == TERM:
        return term_subtypes(call.api.types)
    return post_subtypes(call.api.types) if kind == POST else []


def _subtypes(call: Call) -> tuple[str, ...]:
    asked = call.params["subtype"]
    return tuple(_known_subtypes(call) if ANY in asked else asked)


def _ids(call: Call, name: str) -> tuple[int, ...]:
    return tuple(abs(number) for number in call.params[name])


def _per_page(call: Call) -> int:
    return int(call.params["per_page"])


def _offset(call: Call) -> int:
    return (int(call.params["page"]) - 1) * _per_page(call)
