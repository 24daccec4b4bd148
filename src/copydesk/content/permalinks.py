"""Addresses of everything a reader can open, by the site's permalink structure.

An empty structure gives query strings (`?p=5`). Any other is a path with tags (`/%year%/%postname%/`); what
stands before its first tag is the *front*, which authors, terms and dates share. A structure that begins
with `index.php/` is for servers without rewriting. A slash at the end of the structure is the habit of all
addresses. What a structure does not mention cannot be told apart; such links are made all the same.

Everything an address is made of is handed in; `tags` says what is worth loading.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

# The states whose posts have no address of their own yet.
ADDRESSLESS = frozenset({"draft", "pending", "auto-draft", "future", "trash"})
NAME_TAG = "%postname%"
PAGE_TAG = "%pagename%"
CATEGORY_TAG = "%category%"

_TAG = re.compile(r"%.+?%")
_INDEX = "index.php/"
_DATE_ORDERS = ("%year%/%monthnum%/%day%", "%day%/%monthnum%/%year%", "%monthnum%/%day%/%year%")
_PLAIN_KEYS = {"post": "p", "page": "page_id", "attachment": "attachment_id"}
_DATE_TAGS = ("%year%", "%monthnum%", "%day%", "%hour%", "%minute%", "%second%")
_DIGITS = re.compile(r"\d+", re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)


class TermLike(Protocol):
    """What the path of a category needs of it."""

    @property
    def id(self) -> int: ...
    @property
    def slug(self) -> str: ...
    @property
    def parent(self) -> int: ...


@dataclass(frozen=True, slots=True)
class PostAddress:
    """What tags may say of a post: `date` as stored, `author` by nicename, `category` as a path."""

    id: int
    slug: str
    date: str = ""
    author: str = ""
    category: str = ""


@dataclass(frozen=True)
class Permalinks:
    """How this site makes its addresses. `home` has no slash at the end."""

    home: str
    structure: str = ""
    category_base: str = ""
    tag_base: str = ""

    @property
    def is_plain(self) -> bool:
        return not self.structure

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of the structure; only what they name must be known of a post."""
        return frozenset(_TAG.findall(self.structure))

    @cached_property
    def index_prefix(self) -> str:
        """`index.php/` on servers without rewriting, else nothing."""
        return _INDEX if self.structure.lstrip("/").startswith(_INDEX) else ""

    @cached_property
    def front(self) -> str:
        """What stands before the first tag."""
        return self.structure.partition("%")[0]

    @cached_property
    def date_front(self) -> str:
        """The front of dates, kept apart from numbers of posts."""
        is_confusing = "%post_id%" in _TAG.findall(self.structure)[:3]
        return f"{self.front}date/" if is_confusing else self.front

    @cached_property
    def date_order(self) -> str:
        """The order of year, month and day in the structure, or the usual one."""
        return next((order for order in _DATE_ORDERS if order in self.structure), _DATE_ORDERS[0])

    def url(self, path: str) -> str:
        """An address below home, with the slash at the end that this site's habit wants."""
        url = f"{self.home}/{path.lstrip('/')}".rstrip("/")
        return f"{url}/" if self.structure.endswith("/") else url

    def plain_url(self, **query: object) -> str:
        """An address that works under any structure: `?p=5`."""
        return f"{self.home}/?" + "&".join(f"{key}={value}" for key, value in query.items())

    def post_link(self, post: PostAddress) -> str:
        """The address of a post (or of anything that WordPress itself brings and that is no page)."""
        if self.is_plain:
            return self.plain_post_link("post", post.id)
        values = {
            "%postname%": post.slug,
            "%post_id%": str(post.id),
            "%author%": post.author,
            "%category%": post.category,
            **dict(zip(_DATE_TAGS, _DIGITS.findall(post.date), strict=False)),
        }
        return self.url(_TAG.sub(lambda tag: values.get(tag[0], tag[0]), self.structure))

    def plain_post_link(self, post_type: str, post_id: int) -> str:
        """The address of a post that has no other: `?p=5`, `?page_id=5`, `?post_type=book&p=5`."""
        key = _PLAIN_KEYS.get(post_type)
        if key is None:
            return self.plain_url(post_type=post_type, p=post_id)
        return self.plain_url(**{key: post_id})

    def page_link(self, page_id: int, path: str) -> str:
        """The address of a page; `path` is its slug behind those of the pages above it."""
        if self.is_plain:
            return self.plain_post_link("page", page_id)
        return self.url(self.index_prefix + path)

    def typed_post_link(self, post_type: str, path: str, *, base: str = "") -> str:
        """The address of a post of a declared type; `base` when its addresses begin with another word."""
        if self.is_plain:
            return self.plain_url(**{post_type: path})
        return self.url(f"{self.front}{base or post_type}/{path}")

    def archive_link(self, post_type: str, *, base: str = "") -> str:
        """The address of the list of all posts of a declared type."""
        if self.is_plain:
            return self.plain_url(post_type=post_type)
        return self.url(f"{self.front}{base or post_type}")

    def attachment_link(self, attachment_id: int, slug: str, *, parent: str | None = None) -> str:
        """The address of a file's page, under that of the post it belongs to.

        `parent` is None for a file on its own, and empty when its post has no address.
        """
        if self.is_plain or not slug:
            return self.plain_post_link("attachment", attachment_id)
        if parent is None and slug != NAME_TAG:  # WP 7.1: no template without a post above
            return self.url(slug)
        if not parent or "?" in parent:
            return self.plain_post_link("attachment", attachment_id)
        # Pages of a post and posts of a category look like this too.
        is_confusing = slug != NAME_TAG and (_NUMBER.fullmatch(slug) or CATEGORY_TAG in self.tags)
        path = f"{parent.rstrip('/')}/{'attachment/' if is_confusing else ''}{slug}"
        return self.url(path.removeprefix(self.home))

    def category_link(self, term_id: int, path: str) -> str:
        """The address of a category; `path` is its slug behind those above it."""
        if self.is_plain:
            return self.plain_url(cat=term_id)
        return self.url(f"{self._base(self.category_base, 'category')}/{path}")

    def tag_link(self, slug: str) -> str:
        """The address of a tag."""
        if self.is_plain:
            return self.plain_url(tag=slug)
        return self.url(f"{self._base(self.tag_base, 'tag')}/{slug}")

    def term_link(self, taxonomy: str, path: str, *, base: str = "", has_front: bool = True) -> str:
        """The address of a term of any other taxonomy."""
        if taxonomy == "post_format":
            base, path = "type", path.removeprefix("post-format-")
        if self.is_plain:
            return self.plain_url(**{taxonomy: path.rpartition("/")[2]})
        return self.url(f"{self.front if has_front else self.index_prefix}{base or taxonomy}/{path}")

    def plain_term_link(self, taxonomy: str, slug: str) -> str:
        """The address of a term of a taxonomy that readers cannot open."""
        return self.plain_url(taxonomy=taxonomy, term=slug)

    def author_link(self, user_id: int, nicename: str) -> str:
        """The address of an author's posts."""
        if self.is_plain:
            return self.plain_url(author=user_id)
        return self.url(f"{self.front}author/{nicename}")

    def date_link(self, year: int, month: int = 0, day: int = 0) -> str:
        """The address of a year, a month or a day."""
        if self.is_plain:
            return self.plain_url(m=f"{year}{_two_digits(month)}{_two_digits(day)}")
        values = {"%year%": str(year), "%monthnum%": _two_digits(month), "%day%": _two_digits(day)}
        parts = (values[tag] for tag in self.date_order.split("/"))
        return self.url(self.date_front + "/".join(part for part in parts if part))

    def comment_link(self, post_link: str, comment_id: int, *, page: int = 0) -> str:
        """The place of a comment on its post; `page` when comments are shown in pages."""
        if not page:
            slash = "/" if self.structure.endswith("/") else ""
            # WP 7.1: the site's habit holds for addresses with a query, too (recorded: a draft's comment).
            post_link = post_link if self.is_plain else post_link.rstrip("/") + slash
            return f"{post_link}#comment-{comment_id}"
        if self.is_plain or "?" in post_link:
            return f"{post_link}&cpage={page}#comment-{comment_id}"
        path = f"{post_link.removeprefix(self.home).rstrip('/')}/comment-page-{page}"
        return f"{self.url(path)}#comment-{comment_id}"

    def _base(self, own: str, usual: str) -> str:
        """A base of the site's own stands alone, the usual one behind the front."""
        if own and not self.index_prefix:
            return own
        return self.front + (own or usual)


def category_path(terms: Iterable[TermLike], known: Mapping[int, TermLike]) -> str:
    """What `%category%` says: the oldest of a post's categories, behind those above it (found in `known`)."""
    oldest = min(terms, key=lambda term: term.id, default=None)
    return term_path(oldest, known) if oldest else ""


def term_path(term: TermLike, known: Mapping[int, TermLike]) -> str:
    """A slug behind those of all that stands above (found in `known`); what has none is passed over."""
    slugs = [term.slug]
    seen = {term.id}
    above = known.get(term.parent)
    while above and above.id not in seen:
        seen.add(above.id)
        if above.slug:
            slugs.append(above.slug)
        above = known.get(above.parent)
    return "/".join(reversed(slugs))


def _two_digits(number: int) -> str:
    return f"{number:02}" if number else ""
