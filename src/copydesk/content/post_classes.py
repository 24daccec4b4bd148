"""The CSS classes of a post: what it is, in words that themes style by (`class_list` in the API)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from copydesk.content.permalinks import TermLike
from copydesk.text.escape import escape_attribute
from copydesk.text.fields import clean_class


class PostLike(Protocol):
    """The row of a post."""

    @property
    def id(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def password(self) -> str: ...


class DetailsLike(Protocol):
    """What belongs to the post: its featured picture's id, its format, its terms by taxonomy."""

    @property
    def thumbnail(self) -> int: ...
    @property
    def format(self) -> str: ...
    @property
    def terms(self) -> Mapping[str, Sequence[TermLike]]: ...


class TypeLike(Protocol):
    """A post type."""

    def has(self, feature: str) -> bool: ...


class TaxonomyLike(Protocol):
    """A taxonomy."""

    @property
    def name(self) -> str: ...
    @property
    def is_public(self) -> bool: ...


class TypesLike(Protocol):
    """The post types and taxonomies of the site."""

    @property
    def posts(self) -> Mapping[str, TypeLike]: ...
    def taxonomies_of(self, post_type: str) -> Sequence[TaxonomyLike]: ...


def post_classes(
    post: PostLike,
    details: DetailsLike,
    types: TypesLike,
    *,
    extra: Iterable[str] = (),
    is_unlocked: bool = False,
) -> list[str]:
    """The classes in WordPress's order, each once; `is_unlocked` when the reader has given the password."""
    names = [escape_attribute(name) for name in extra]
    names += [f"post-{post.id}", post.type, f"type-{post.type}", f"status-{post.status}"]
    kind = types.posts.get(post.type)
    if kind and kind.has("post-formats"):
        names.append(f"format-{clean_class(details.format)}")
    names += _lock_and_picture(post, details, is_unlocked)
    names.append("hentry")
    for taxonomy in types.taxonomies_of(post.type):
        if taxonomy.is_public:
            prefix = "tag" if taxonomy.name == "post_tag" else taxonomy.name
            names += [f"{prefix}-{_term_class(term)}" for term in details.terms.get(taxonomy.name, ())]
    return list(dict.fromkeys(names))


def _lock_and_picture(post: PostLike, details: DetailsLike, is_unlocked: bool) -> list[str]:
    """A locked post does not show its picture."""
    if post.password and not is_unlocked:
        return ["post-password-required"]
    names = ["post-password-protected"] if post.password else []
    return [*names, "has-post-thumbnail"] if details.thumbnail else names


def _term_class(term: TermLike) -> str:
    """The slug, or the id where the slug is a number or has no letters of ASCII."""
    name = clean_class(term.slug, str(term.id))
    return str(term.id) if name.isdigit() or not name.strip("-") else name
