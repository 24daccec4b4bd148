"""A REST document as a row to adopt: what it tells, and honest stand-ins for what it does not."""

import html
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from copydesk.actions.adopt import Adoption
from copydesk.store.php import maybe_serialize
from copydesk.store.rows import Comment, Post, Term, User
from copydesk.text.strip_tags import strip_all_tags
from copydesk.transfer.rest_document import Document
from copydesk.transfer.rest_mentions import MENTIONED
from copydesk.transfer.rest_values import NO_PASSWORD, featured_media_of, stored_date, term_ids

AUTOMATIC = "[&hellip;]"


def adoptions_of(document: Document, source: str) -> Iterator[Adoption]:
    """The rows that a document brings: what it mentions first, then its own."""
    yield from MENTIONED[document.kind](document)
    yield OWN[document.kind](document, source)


def post_adoption(document: Document, source: str) -> Adoption:
    """The row of a post of any type, attachments and revisions included."""
    gaps: dict[str, str] = {}
    is_file = document.subtype == "attachment"
    content_member, excerpt_member = ("description", "caption") if is_file else ("content", "excerpt")
    content = _text(document, content_member, "content", gaps)
    row = Post(
        id=document.id,
        author=document.int_member("author"),
        date=stored_date(document.data.get("date")),
        date_gmt=stored_date(document.data.get("date_gmt")),
        content="" if is_file and document.raw(content_member) is None else content,
        title=_text(document, "title", "title", gaps),
        excerpt=_excerpt(document, excerpt_member, content, gaps),
        status=_status(document),
        comment_status=document.text_member("comment_status") or "closed",
        ping_status=document.text_member("ping_status") or "closed",
        password=document.text_member("password"),
        slug=document.text_member("slug"),
        to_ping="",
        pinged="",
        modified=stored_date(document.data.get("modified") or document.data.get("date")),
        modified_gmt=stored_date(document.data.get("modified_gmt") or document.data.get("date_gmt")),
        content_filtered="",
        parent=document.int_member("post") if is_file else document.int_member("parent"),
        guid=html.unescape(document.raw("guid") or document.rendered("guid")),
        menu_order=document.int_member("menu_order"),
        type=document.subtype,
        mime_type=document.text_member("mime_type"),
        comment_count=0,
    )
    if _is_protected(document) and not row.password:
        gaps["password"] = "the password that protects it"  # noqa: S105 — a note, not a secret
    return Adoption(
        row=row,
        meta=_post_meta(document),
        terms=dict(term_ids(document)),
        gaps=gaps,
        document=document.text,
        context=document.context,
        source=source,
    )


def _text(document: Document, member: str, column: str, gaps: dict[str, str]) -> str:
    raw = document.raw(member)
    if raw is not None:
        return raw
    if member not in document.data and column in ("content", "excerpt"):
        if document.context == "embed":
            gaps[column] = f"the {column} is not in an embedded document"
        return ""
    gaps[column] = f"the raw {column}: the rendered one stands in"
    return document.rendered(member)


def _excerpt(document: Document, member: str, content: str, gaps: dict[str, str]) -> str:
    """A written excerpt; one that was cut from the content is not stored."""
    text = _text(document, member, "excerpt", gaps)
    if document.raw(member) is not None or not text:
        return text
    words = strip_all_tags(text).split()
    if AUTOMATIC in text or words == strip_all_tags(content).split()[: len(words)]:
        return ""
    return _without_paragraphs(text)


def _without_paragraphs(text: str) -> str:
    inner = text.strip()
    if inner.startswith("<p>") and inner.endswith("</p>") and inner.count("<p>") == 1:
        return inner[3:-4]
    return inner


def _status(document: Document) -> str:
    given = document.text_member("status")
    return given or ("inherit" if document.subtype in ("attachment", "revision") else "publish")


def _is_protected(document: Document) -> bool:
    content = document.data.get("content")
    return isinstance(content, Mapping) and content.get("protected") is True


def _post_meta(document: Document) -> dict[str, list[str]]:
    meta = _registered_meta(document)
    picture = featured_media_of(document)
    if picture:
        meta["_thumbnail_id"] = [str(picture)]
    template = document.text_member("template")
    if template:
        meta["_wp_page_template"] = [template]
    if document.subtype == "attachment":
        meta.update(_file_meta(document))
    return meta


def _registered_meta(document: Document) -> dict[str, list[str]]:
    """The member `meta`, as it would be stored; lists become several values only where they were one array."""
    given = document.data.get("meta")
    if not isinstance(given, Mapping):
        return {}
    return {str(key): [_stored(value)] for key, value in given.items() if value not in (None, "", [], {})}


def _stored(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, list):
        value = dict(enumerate(value))
    return str(maybe_serialize(value))


def _file_meta(document: Document) -> dict[str, list[str]]:
    """What WordPress keeps of a file: its place below the uploads folder, its facts, its text for the blind."""
    found: dict[str, list[str]] = {}
    details = document.data.get("media_details")
    file = details.get("file") if isinstance(details, Mapping) else None
    if not isinstance(file, str):
        file = document.text_member("source_url").partition("/wp-content/uploads/")[2]
    if file:
        found["_wp_attached_file"] = [file]
    if isinstance(details, Mapping) and details:
        found["_wp_attachment_metadata"] = [_stored(stored_metadata(details))]
    alt = document.text_member("alt_text")
    if alt:
        found["_wp_attachment_image_alt"] = [alt]
    return found


def stored_metadata(details: Mapping[str, Any]) -> dict[str, Any]:
    """`media_details` as it is stored: without addresses, without the full size, types spelled `mime-type`."""
    sizes = details.get("sizes")
    if not isinstance(sizes, Mapping):
        kept_as_is = {name: value for name, value in details.items() if name != "sizes" or value}
        return {name: _as_arrays(value) for name, value in kept_as_is.items()}
    kept = {}
    for name, size in sizes.items():
        if name != "full" and isinstance(size, Mapping):
            renamed = {("mime-type" if key == "mime_type" else key): value for key, value in size.items()}
            renamed.pop("source_url", None)
            kept[name] = renamed
    return {name: _as_arrays(value) for name, value in {**details, "sizes": kept}.items()}


def _as_arrays(value: Any) -> Any:
    """JSON's lists as the arrays with numbered keys that PHP stores."""
    if isinstance(value, Mapping):
        return {key: _as_arrays(item) for key, item in value.items()}
    if isinstance(value, list):
        return {index: _as_arrays(item) for index, item in enumerate(value)}
    return float(value) if isinstance(value, float) else value


def term_adoption(document: Document, source: str) -> Adoption:
    """The row of a term."""
    gaps = {} if "description" in document.data else {"description": "the description"}
    row = Term(
        document.id,
        document.id,
        document.text_member("name"),
        document.text_member("slug"),
        0,
        document.subtype,
        document.text_member("description"),
        document.int_member("parent"),
        document.int_member("count"),
    )
    return Adoption(row, _registered_meta(document), {}, gaps, False, document.text, document.context, source)


def user_adoption(document: Document, source: str) -> Adoption:
    """The row of a user. Public documents tell neither address nor login: he cannot log in until he has both."""
    slug = document.text_member("slug") or f"user-{document.id}"
    gaps = {} if document.text_member("email") else {"email": "the email address, login and password"}
    row = User(
        document.id,
        document.text_member("username") or slug,
        NO_PASSWORD,
        slug,
        document.text_member("email"),
        document.text_member("url"),
        stored_date(document.data.get("registered_date")),
        "",
        0,
        document.text_member("name"),
    )
    meta = {
        key: [document.text_member(key)]
        for key in ("description", "first_name", "last_name", "nickname")
        if document.text_member(key)
    }
    return Adoption(row, meta, {}, gaps, False, document.text, document.context, source)


COMMENT_STATES = {"approved": "1", "hold": "0"}


def comment_adoption(document: Document, source: str) -> Adoption:
    """The row of a comment."""
    gaps: dict[str, str] = {}
    content = _text(document, "content", "content", gaps)
    if not document.text_member("author_email"):
        gaps["author_email"] = "the email address"
    status = document.text_member("status")
    row = Comment(
        id=document.id,
        post=document.int_member("post"),
        author_name=document.text_member("author_name"),
        author_email=document.text_member("author_email"),
        author_url=document.text_member("author_url"),
        author_ip=document.text_member("author_ip"),
        date=stored_date(document.data.get("date")),
        date_gmt=stored_date(document.data.get("date_gmt")),
        content=_without_paragraphs(content) if document.raw("content") is None else content,
        karma=0,
        approved=COMMENT_STATES.get(status, status) or "1",
        agent=document.text_member("author_user_agent"),
        type=document.subtype,
        parent=document.int_member("parent"),
        user=document.int_member("author"),
    )
    return Adoption(row, {}, {}, gaps, False, document.text, document.context, source)


OWN: Mapping[str, Callable[[Document, str], Adoption]] = {
    "post": post_adoption,
    "term": term_adoption,
    "user": user_adoption,
    "comment": comment_adoption,
}
