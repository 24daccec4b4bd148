"""CSS classes of posts."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from copydesk.content.post_classes import post_classes


@dataclass(frozen=True)
class Term:
    id: int
    slug: str
    parent: int = 0


@dataclass(frozen=True)
class Details:
    thumbnail: int = 0
    format: str = "standard"
    terms: dict[str, list[Term]] = field(default_factory=dict)


def types_with(*taxonomies: str, formats: bool = True) -> Any:
    listed = [SimpleNamespace(name=name, is_public=name != "secret") for name in taxonomies]
    kind = SimpleNamespace(has=lambda feature: formats and feature == "post-formats")
    return SimpleNamespace(posts={"post": kind}, taxonomies_of=lambda _: listed)


def a_post(kind: str = "post", password: str = "") -> Any:
    return SimpleNamespace(id=7, type=kind, status="publish", password=password)


def test_classes_say_what_a_post_is() -> None:
    details = Details(
        thumbnail=3,
        format="aside",
        terms={
            "category": [Term(1, "sea")],
            "post_tag": [Term(2, "%d1%8f"), Term(3, "2024"), Term(4, "-"), Term(5, "fog")],
            "secret": [Term(6, "hush")],
        },
    )
    types = types_with("category", "post_tag", "secret")
    assert post_classes(a_post(), details, types, extra=["wide", "post", "<i>"]) == [
        *("wide", "post", "&lt;i&gt;", "post-7", "type-post", "status-publish", "format-aside"),
        *("has-post-thumbnail", "hentry", "category-sea", "tag-2", "tag-3", "tag-4", "tag-fog"),
    ]


def test_locked_post_hides_its_picture() -> None:
    post, details, types = a_post(password="sesame"), Details(thumbnail=3), types_with(formats=False)
    assert post_classes(post, details, types)[4:] == ["post-password-required", "hentry"]
    assert post_classes(post, details, types, is_unlocked=True)[4:] == [
        *("post-password-protected", "has-post-thumbnail", "hentry")
    ]


def test_unknown_type_has_no_format() -> None:
    assert post_classes(a_post("book"), Details(), types_with()) == [
        *("post-7", "book", "type-book", "status-publish", "hentry")
    ]
