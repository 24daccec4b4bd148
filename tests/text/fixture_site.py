"""The site the text kit was recorded on (`../shared/text/fixture.json`), as facts for rendering.

`render(function, post_id, **overrides)` calls `function` with a `Rendering` until it asks nothing more.
A new kind of need is answered by a function added to `ANSWERS`; it gets the need and the rows.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

import pytest

from copydesk.text.facts import (
    AttachedMediaNeed,
    AttachmentFacts,
    AttachmentNeed,
    CommentFacts,
    EmbedNeed,
    Facts,
    IconNeed,
    Need,
    PostFacts,
    PostMetaNeed,
    PostNeed,
    PostTermsNeed,
    PublicMetaNeed,
    SiteFacts,
    TermFacts,
    UserFacts,
    UserNeed,
)
from copydesk.text.pipeline import render_title
from copydesk.text.post_embeds import embed_post
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import SHORTCODES

SHARED = Path(__file__).parents[2].parent / "shared" / "text"
NOW = datetime.fromisoformat("2025-06-25T06:30:00+00:00")
MOST_ROUNDS = 20

Result = TypeVar("Result")
Row: TypeAlias = Mapping[str, str]

needs_kit = pytest.mark.skipif(not SHARED.exists(), reason="the text kit is not beside this checkout")


@dataclass(frozen=True)
class Rows:
    """The fixture's tables by id, post meta also by key."""

    options: Mapping[str, Any]
    posts: Mapping[int, Row]
    meta: Mapping[int, Mapping[str, str]]
    terms: Mapping[int, Row]  # with the columns of term_taxonomy
    post_terms: Mapping[int, tuple[int, ...]]
    users: Mapping[int, Row]
    user_meta: Mapping[int, Mapping[str, str]]
    comments: Mapping[int, Row]

    @property
    def home(self) -> str:
        return str(self.options["home"])

    @property
    def uploads_url(self) -> str:
        return f"{self.options['siteurl']}/wp-content/uploads"


@cache
def load_rows() -> Rows:
    fixture = json.loads((SHARED / "fixture.json").read_text(encoding="utf-8"))
    tables = fixture["tables"]
    taxonomies = {row["term_taxonomy_id"]: row for row in tables["term_taxonomy"]}
    names = {row["term_id"]: row for row in tables["terms"]}
    by_post: dict[int, tuple[int, ...]] = {}
    for row in tables["term_relationships"]:
        term = int(taxonomies[row["term_taxonomy_id"]]["term_id"])
        by_post[int(row["object_id"])] = (*by_post.get(int(row["object_id"]), ()), term)
    return Rows(
        options=fixture["site"],
        posts=_by_id(tables["posts"], "ID"),
        meta=_meta(tables["postmeta"], "post_id"),
        terms={int(row["term_id"]): {**names[row["term_id"]], **row} for row in taxonomies.values()},
        post_terms=by_post,
        users=_by_id(tables["users"], "ID"),
        user_meta=_meta(tables["usermeta"], "user_id"),
        comments=_by_id(tables["comments"], "comment_ID"),
    )


def _by_id(rows: Iterable[Row], column: str) -> dict[int, Row]:
    return {int(row[column]): row for row in rows}


def _meta(rows: Iterable[Row], column: str) -> dict[int, dict[str, str]]:
    meta: dict[int, dict[str, str]] = {}
    for row in rows:
        meta.setdefault(int(row[column]), {})[row["meta_key"]] = row["meta_value"]
    return meta


def site_facts(rows: Rows) -> SiteFacts:
    options = rows.options
    return SiteFacts(
        home=rows.home,
        siteurl=str(options["siteurl"]),
        name=str(options["blogname"]),
        description=str(options["blogdescription"]),
        timezone=ZoneInfo(str(options["timezone_string"])),
        now=NOW,
        uploads_url=rows.uploads_url,
        options={key: value for key, value in options.items() if isinstance(value, str)},
    )


def post_facts(rows: Rows, post_id: int, password: str = "") -> PostFacts | None:
    row = rows.posts.get(post_id)
    if row is None:
        return None
    required = bool(row["post_password"]) and row["post_password"] != password
    formats = [term.slug for term in terms_of(rows, post_id, "post_format")]
    return PostFacts(
        id=post_id,
        type=row["post_type"],
        status=row["post_status"],
        title=row["post_title"],
        content=row["post_content"],
        excerpt=row["post_excerpt"],
        name=row["post_name"],
        date=row["post_date"],
        date_gmt=row["post_date_gmt"],
        modified=row["post_modified"],
        modified_gmt=row["post_modified_gmt"],
        author=int(row["post_author"]),
        parent=int(row["post_parent"]),
        menu_order=int(row["menu_order"]),
        comment_status=row["comment_status"],
        comment_count=int(row["comment_count"]),
        has_password=bool(row["post_password"]),
        password_required=required,
        format=formats[0].removeprefix("post-format-") if formats else "standard",
        thumbnail=int(rows.meta.get(post_id, {}).get("_thumbnail_id", 0)),
        sticky=post_id in rows.options["sticky_posts"],
        link=permalink(rows, post_id),
    )


def permalink(rows: Rows, post_id: int) -> str:
    """The address under the structure /%postname%/."""
    row = rows.posts[post_id]
    if row["post_status"] not in ("publish", "inherit"):
        return f"{rows.home}/?p={post_id}"
    parent = int(row["post_parent"])
    above = permalink(rows, parent) if parent else f"{rows.home}/"
    return f"{above}{row['post_name']}/"


def attachment_facts(rows: Rows, post_id: int) -> AttachmentFacts | None:
    row = rows.posts.get(post_id)
    if row is None or row["post_type"] != "attachment":
        return None
    meta = rows.meta.get(post_id, {})
    metadata = meta.get("_wp_attachment_metadata")
    return AttachmentFacts(
        id=post_id,
        url=f"{rows.uploads_url}/{meta['_wp_attached_file']}",
        file=meta["_wp_attached_file"],
        mime_type=row["post_mime_type"],
        metadata=read_php(metadata) if metadata else {},
        alt=meta.get("_wp_attachment_image_alt", ""),
        title=row["post_title"],
        caption=row["post_excerpt"],
        description=row["post_content"],
        link=permalink(rows, post_id),
        parent=int(row["post_parent"]),
        menu_order=int(row["menu_order"]),
        date=row["post_date"],
        name=row["post_name"],
        thumbnail=int(meta.get("_thumbnail_id", 0)),
    )


def attached_media(rows: Rows, post_id: int, kind: str) -> tuple[AttachmentFacts, ...]:
    found = (
        attachment_facts(rows, number)
        for number, row in rows.posts.items()
        if int(row["post_parent"]) == post_id
    )
    media = [attachment for attachment in found if attachment and attachment.mime_type.startswith(f"{kind}/")]
    return tuple(sorted(media, key=lambda attachment: (attachment.menu_order, attachment.id)))


def own_embed(rows: Rows, url: str) -> str | None:
    """Only posts of the site itself can be shown: it had no network."""
    for number in rows.posts:
        post = post_facts(rows, number)
        if (
            post
            and post.status == "publish"
            and url.rstrip("/") in (post.link.rstrip("/"), f"{rows.home}/?p={number}")
        ):
            title = render_title(post, Rendering(Facts(site_facts(rows)), post))
            return embed_post(post.link, title, str(rows.options["blogname"]))
    return None


def term_facts(rows: Rows, term_id: int) -> TermFacts:
    row = rows.terms[term_id]
    return TermFacts(
        id=term_id,
        taxonomy=row["taxonomy"],
        name=row["name"],
        slug=row["slug"],
        link=term_link(rows, row),
        description=row["description"],
        parent=int(row["parent"]),
        count=int(row["count"]),
    )


def term_link(rows: Rows, row: Row) -> str:
    bases = {"category": "category", "post_tag": "tag", "post_format": "type"}
    path = row["slug"].removeprefix("post-format-")
    parent = int(row["parent"])
    while parent:
        path = f"{rows.terms[parent]['slug']}/{path}"
        parent = int(rows.terms[parent]["parent"])
    return f"{rows.home}/{bases[row['taxonomy']]}/{path}/"


def terms_of(rows: Rows, post_id: int, taxonomy: str) -> tuple[TermFacts, ...]:
    """By name, as WordPress lists the terms of a post."""
    found = [term_facts(rows, term) for term in rows.post_terms.get(post_id, ())]
    return tuple(sorted((term for term in found if term.taxonomy == taxonomy), key=lambda term: term.name))


def user_facts(rows: Rows, user_id: int) -> UserFacts | None:
    row = rows.users.get(user_id)
    if row is None:
        return None
    return UserFacts(
        id=user_id,
        name=row["display_name"],
        slug=row["user_nicename"],
        link=f"{rows.home}/author/{row['user_nicename']}/",
        email=row["user_email"],
        url=row["user_url"],
        description=rows.user_meta.get(user_id, {}).get("description", ""),
    )


def comment_facts(rows: Rows, comment_id: int) -> CommentFacts | None:
    row = rows.comments.get(comment_id)
    if row is None:
        return None
    post = int(row["comment_post_ID"])
    return CommentFacts(
        id=comment_id,
        post=post,
        author_name=row["comment_author"],
        author_email=row["comment_author_email"],
        author_url=row["comment_author_url"],
        user=int(row["user_id"]),
        date=row["comment_date"],
        date_gmt=row["comment_date_gmt"],
        content=row["comment_content"],
        parent=int(row["comment_parent"]),
        link=f"{permalink(rows, post)}#comment-{comment_id}",
    )


def read_php(text: str) -> Any:
    """A serialized value of the fixture, which holds arrays, strings and integers only."""
    value, _ = _read_value(text.encode(), 0)
    return value


def _read_value(data: bytes, at: int) -> tuple[Any, int]:
    kind = data[at : at + 1]
    if kind == b"i":
        end = data.index(b";", at)
        return int(data[at + 2 : end]), end + 1
    colon = data.index(b":", at + 2)
    size = int(data[at + 2 : colon])
    at = colon + 2
    if kind == b"s":
        return data[at : at + size].decode(), at + size + 2
    array: dict[Any, Any] = {}
    for _ in range(size):
        key, at = _read_value(data, at)
        array[key], at = _read_value(data, at)
    return array, at + 1


ANSWERS: dict[type[Need[Any]], Callable[[Any, Rows], Any]] = {
    AttachmentNeed: lambda need, rows: attachment_facts(rows, need.id),
    AttachedMediaNeed: lambda need, rows: attached_media(rows, need.post, need.kind),
    EmbedNeed: lambda need, rows: own_embed(rows, need.url),
    IconNeed: lambda need, rows: None,  # WordPress's drawings are not ours
    PostMetaNeed: lambda need, rows: tuple(filter(None, [rows.meta.get(need.post, {}).get(need.key)])),
    PostNeed: lambda need, rows: post_facts(rows, need.id),
    PublicMetaNeed: lambda need, rows: None,  # nothing is registered
    UserNeed: lambda need, rows: user_facts(rows, need.id),
    PostTermsNeed: lambda need, rows: terms_of(rows, need.post, need.taxonomy),
}


def answer(needs: Iterable[Need[Any]], rows: Rows | None = None) -> dict[Need[Any], Any]:
    rows = rows or load_rows()
    return {need: ANSWERS[type(need)](need, rows) for need in needs}


def overridden(rows: Rows, post_id: int, columns: Mapping[str, str], meta: Mapping[str, str]) -> Rows:
    """The rows with some columns and meta of one post replaced."""
    post = {**rows.posts[post_id], **columns}
    post_meta = {**rows.meta.get(post_id, {}), **meta}
    return Rows(
        options=rows.options,
        posts={**rows.posts, post_id: post},
        meta={**rows.meta, post_id: post_meta},
        terms=rows.terms,
        post_terms=rows.post_terms,
        users=rows.users,
        user_meta=rows.user_meta,
        comments=rows.comments,
    )


def render(function: Callable[[Rendering], Result], post_id: int = 500, **overrides: Any) -> Result:
    """Calls `function` until its needs are answered.

    Overrides: any column of the post (`post_content`, `post_password` …), `meta` (a dict), `password` (given
    by the reader).
    """
    password = overrides.pop("password", "")
    meta = overrides.pop("meta", {})
    rows = load_rows()
    if overrides or meta:
        rows = overridden(rows, post_id, overrides, meta)
    post = post_facts(rows, post_id, password)
    answers: dict[Need[Any], Any] = {}
    for _ in range(MOST_ROUNDS):
        facts = Facts(site_facts(rows), answers)
        result = function(Rendering(facts, post, shortcodes=SHORTCODES))
        if not facts.unanswered:
            return result
        answers.update(answer(facts.unanswered, rows))
    raise AssertionError(f"rendering never stops asking: {facts.unanswered}")
