"""What dynamic blocks ask the site: lists of posts, terms and comments, archives, menus.

The answers hold what anyone may read: published posts, approved comments, public types and taxonomies.
Every list comes in the order that is asked for; where its keys are equal, in the order of the ids.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copydesk.text.facts import CommentFacts, Need, PostFacts, TermFacts

Sticky: TypeAlias = Literal["first", "only", "without", "anywhere"]
Interval: TypeAlias = Literal["yearly", "monthly", "weekly", "daily", "postbypost"]


@dataclass(frozen=True, slots=True)
class TermsMatch:
    """Posts with (or, `negated`, without) one of these terms, or of those below them `with_children`."""

    taxonomy: str
    ids: tuple[int, ...] = ()
    slugs: tuple[str, ...] = ()
    with_children: bool = True
    negated: bool = False
    exists: bool = False  # with any term at all of the taxonomy; ids and slugs say nothing then


@dataclass(frozen=True, slots=True)
class PostsQuery:
    """Which posts, and which part of them. `number` −1: all."""

    types: tuple[str, ...] = ("post",)
    number: int = 10
    offset: int = 0
    order_by: str = "date"
    ascending: bool = False
    search: str = ""
    authors: tuple[int, ...] = ()
    without_authors: tuple[int, ...] = ()
    only: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    parents: tuple[int, ...] = ()
    terms: tuple[TermsMatch, ...] = ()  # all of them must match
    formats: tuple[str, ...] = ()  # any of them; "standard" stands for posts without a format
    sticky: Sticky = "anywhere"
    with_private: bool = False  # also what the reader may read and others not


@dataclass(frozen=True)
class PostClassesNeed(Need[tuple[str, ...]]):
    """The classes that mark a post in lists, its id, type, state and terms."""

    post: int


@dataclass(frozen=True, slots=True)
class PostsFound:
    """One page of posts, and how many there are on all pages."""

    posts: tuple[PostFacts, ...] = ()
    total: int = 0


@dataclass(frozen=True)
class PostsNeed(Need[PostsFound]):
    query: PostsQuery


@dataclass(frozen=True, slots=True)
class MainQuery:
    """What the page the reader asked for lists.

    `kind` as in body classes: home, single, page, category, search … `page_link` is the address of its
    pages, with `{page}` where their number stands.
    """

    found: PostsFound = PostsFound()
    kind: str = "home"
    per_page: int = 10
    page: int = 1
    title: str = ""  # of an archive, without its prefix
    search: str = ""
    page_link: str = ""


@dataclass(frozen=True)
class MainQueryNeed(Need[MainQuery]):
    """Answered with None where nothing is listed."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The request a text is rendered for, when the text shows it: where the reader is and who he is."""

    address: str = ""  # the whole address
    request: str = "/"  # its path and query, as sent
    user_name: str = ""  # empty: a stranger
    html_nonce: str = ""  # of the comment form, for those whose html is not filtered
    logout_nonce: str = ""
    comments_page: int = 0  # 0: none is asked for
    object_id: int = 0  # the post or term that the page shows
    is_front_page: bool = False


@dataclass(frozen=True)
class VisitNeed(Need[Visit]):
    pass


@dataclass(frozen=True, slots=True)
class TaxonomyFacts:
    """A public taxonomy. `query_var` is its key in addresses; empty: it has none."""

    name: str
    label: str
    singular: str
    hierarchical: bool = False
    query_var: str = ""


@dataclass(frozen=True)
class TaxonomyNeed(Need[TaxonomyFacts]):
    name: str


@dataclass(frozen=True, slots=True)
class PostTypeFacts:
    """A public post type; `archive` is the address of its archive, empty when it has none.

    `taxonomies` are the public ones, in the order of registration.
    """

    name: str
    label: str
    singular: str
    hierarchical: bool = False
    archive: str = ""
    taxonomies: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostTypeNeed(Need[PostTypeFacts]):
    name: str


@dataclass(frozen=True)
class TermsNeed(Need[tuple[TermFacts, ...]]):
    """Terms of a taxonomy; None as an answer: there is no such taxonomy. `number` 0: all.

    `nested` keeps an empty term that has one with posts below it, whatever `hide_empty` says; `padded`
    counts the posts of the terms below each term too, each post once.
    """

    taxonomy: str
    order_by: str = "name"
    ascending: bool = True
    number: int = 0
    parent: int | None = None
    only: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    hide_empty: bool = True
    nested: bool = False
    padded: bool = False


@dataclass(frozen=True)
class TermNeed(Need[TermFacts]):
    taxonomy: str
    id: int


@dataclass(frozen=True)
class TermAncestorsNeed(Need[tuple[TermFacts, ...]]):
    """The terms above a term, the nearest first."""

    taxonomy: str
    id: int


@dataclass(frozen=True)
class PostAncestorsNeed(Need[tuple[PostFacts, ...]]):
    """The posts above a post, the nearest first."""

    id: int


@dataclass(frozen=True, slots=True)
class Archive:
    """A span of time with posts, or one post; `link` is the address of its page."""

    year: int
    month: int
    day: int
    count: int
    link: str
    title: str = ""
    until: date | None = None  # the last day of a week


@dataclass(frozen=True)
class ArchivesNeed(Need[tuple[Archive, ...]]):
    """The latest first."""

    interval: Interval = "monthly"


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """A month of a calendar: addresses of the days that have posts, the nearest months with posts."""

    day_links: tuple[tuple[int, str], ...] = ()
    previous: Archive | None = None
    next: Archive | None = None


@dataclass(frozen=True)
class MonthNeed(Need[MonthFacts]):
    """None as an answer: the site has no published post at all."""

    year: int
    month: int


@dataclass(frozen=True)
class LatestCommentsNeed(Need[tuple[CommentFacts, ...]]):
    """The latest first, of published posts."""

    number: int


@dataclass(frozen=True)
class CommentNeed(Need[CommentFacts]):
    id: int


@dataclass(frozen=True)
class PostCommentsNeed(Need[tuple[CommentFacts, ...]]):
    """All approved comments of a post, the oldest first."""

    post: int


@dataclass(frozen=True)
class PagesNeed(Need[tuple[PostFacts, ...]]):
    """All published pages, by their order and title."""


@dataclass(frozen=True)
class AdjacentPostNeed(Need[PostFacts]):
    """The post published next before or after; with a taxonomy, among those that share a term with it."""

    post: int
    previous: bool
    taxonomy: str = ""


@dataclass(frozen=True)
class NavigationNeed(Need[PostFacts]):
    """The menu to show where none is named: the latest one."""


@dataclass(frozen=True)
class PatternNeed(Need[str]):
    """The content of a registered pattern."""

    slug: str


@dataclass(frozen=True, slots=True)
class TemplatePartFacts:
    id: str  # theme//slug
    content: str
    area: str = "uncategorized"


@dataclass(frozen=True)
class TemplatePartNeed(Need[TemplatePartFacts]):
    theme: str
    slug: str
