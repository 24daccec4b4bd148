"""What a document mentions beside itself: stand-ins for terms, people, pictures and revisions.

A link names the featured picture, class names hold slugs of terms, an author field names people. Each of
them becomes a row of its own, so that every link of the document leads somewhere.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.actions.adopt import Adoption
from copydesk.store.rows import Post, Term, User
from copydesk.transfer.rest_document import Document
from copydesk.transfer.rest_values import NO_DATE, NO_PASSWORD, featured_media_of, stored_date, term_ids


def post_mentions(document: Document) -> Iterator[Adoption]:
    """Stand-ins for the terms, people, pictures and revisions that a post's document names."""
    people = list(_named_people(document))
    for taxonomy, ids in term_ids(document):
        for term_id in ids:
            yield term_stand_in(taxonomy, term_id, *_name_of_term(document, taxonomy, term_id, people))
    author = document.int_member("author")
    if author:
        yield user_stand_in(author, *_name_of_user(author, people))
    picture = featured_media_of(document)
    if picture:
        yield picture_stand_in(picture, document)
    yield from revision_stand_ins(document)


def _named_people(document: Document) -> Iterator[Mapping[str, Any]]:
    """Members of plugins that list people or terms with their ids and names."""
    for value in document.data.values():
        if isinstance(value, list):
            for item in value:
                if isinstance(item, Mapping) and isinstance(item.get("term_id"), int):
                    yield item


def _name_of_term(
    document: Document, taxonomy: str, term_id: int, people: Sequence[Mapping[str, Any]]
) -> tuple[str, str]:
    """Name and slug of a term, as far as something in the document tells; else empty."""
    for item in people:
        if item["term_id"] == term_id:
            return str(item.get("display_name") or item.get("name") or ""), str(item.get("slug") or "")
    ids = dict(term_ids(document)).get(taxonomy, [])
    slugs = _slugs_in_classes(document, taxonomy)
    if len(ids) == len(slugs) == 1:  # several could not be told apart
        return slugs[0].replace("-", " ").title(), slugs[0]
    return "", ""


def _slugs_in_classes(document: Document, taxonomy: str) -> list[str]:
    classes = document.data.get("class_list")
    names = classes.values() if isinstance(classes, Mapping) else classes if isinstance(classes, list) else ()
    prefix = "tag-" if taxonomy == "post_tag" else f"{taxonomy}-"
    return [name.removeprefix(prefix) for name in names if isinstance(name, str) and name.startswith(prefix)]


def _name_of_user(user_id: int, people: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    for item in people:
        if item.get("user_id") == user_id:
            return str(item.get("display_name") or ""), str(item.get("slug") or "")
    return "", ""


def term_stand_in(taxonomy: str, term_id: int, name: str = "", slug: str = "") -> Adoption:
    """A term of which only the id is sure."""
    gaps = {"description": "the description"}
    if not name:
        gaps["name"] = "the name"
    if not slug:
        gaps["slug"] = "the slug"
    row = Term(term_id, term_id, name or f"Term {term_id}", slug or f"term-{term_id}", 0, taxonomy, "", 0, 0)
    return Adoption(row, gaps=gaps, is_stand_in=True)


def user_stand_in(user_id: int, name: str = "", slug: str = "") -> Adoption:
    """A user of whom only the id is sure."""
    gaps = {"email": "the email address, login and password"}
    if not name:
        gaps["display_name"] = "the name"
    login = slug or f"user-{user_id}"
    row = User(user_id, login, NO_PASSWORD, login, "", "", NO_DATE, "", 0, name or f"User {user_id}")
    return Adoption(row, gaps=gaps, is_stand_in=True)


def picture_stand_in(picture_id: int, document: Document) -> Adoption:
    """A picture of which only the id is sure; it dates from its post."""
    date = stored_date(document.data.get("date"))
    date_gmt = stored_date(document.data.get("date_gmt"))
    plain = _plain_post(picture_id, "attachment", date, date_gmt, slug=f"attachment-{picture_id}")
    row = replace(plain, mime_type="image/jpeg", comment_status="open")
    return Adoption(row, gaps={"file": "the file, its type, sizes and texts"}, is_stand_in=True)


def revision_stand_ins(document: Document) -> Iterator[Adoption]:
    """The revisions that a document counts: the newest by its id, older ones by free ids below it."""
    newest = document.link("predecessor-version")
    history = document.link("version-history")
    if not newest or not isinstance(newest.get("id"), int):
        return
    count = history.get("count", 1) if history else 1
    modified = stored_date(document.data.get("modified"))
    modified_gmt = stored_date(document.data.get("modified_gmt"))
    for back in range(count if isinstance(count, int) else 1):
        revision_id = newest["id"] - back
        row = _plain_post(
            revision_id,
            "revision",
            modified,
            modified_gmt,
            slug=f"{document.id}-revision-v1",
            parent=document.id,
        )
        gaps = {"content": "its text"}
        if back:
            gaps["id"] = "its id"
        yield Adoption(row, gaps=gaps, is_stand_in=True)


def _plain_post(post_id: int, kind: str, date: str, date_gmt: str, *, slug: str, parent: int = 0) -> Post:
    return Post(
        id=post_id, author=0, date=date, date_gmt=date_gmt, content="", title="", excerpt="", status="inherit",
        comment_status="closed", ping_status="closed", password="", slug=slug, to_ping="", pinged="",
        modified=date, modified_gmt=date_gmt, content_filtered="", parent=parent, guid="", menu_order=0,
        type=kind, mime_type="", comment_count=0,
    )  # fmt: skip


def comment_mentions(document: Document) -> Iterator[Adoption]:
    author = document.int_member("author")
    if author:
        yield user_stand_in(author, document.text_member("author_name"))


def term_mentions(document: Document) -> Iterator[Adoption]:
    parent = document.int_member("parent")
    if parent:
        yield term_stand_in(document.subtype, parent)


MENTIONED: Mapping[str, Callable[[Document], Iterator[Adoption]]] = {
    "post": post_mentions,
    "term": term_mentions,
    "user": lambda document: iter(()),
    "comment": comment_mentions,
}
