"""Rows to write in tests, with what a test does not care about filled in."""

from dataclasses import replace
from typing import Any

from copydesk.store.rows import Comment, Post, Term, User
from copydesk.store.tables import ZERO_DATE

_POST = Post(
    id=0,
    author=1,
    date="2025-06-01 11:30:00",
    date_gmt="2025-06-01 06:00:00",
    content="",
    title="",
    excerpt="",
    status="publish",
    comment_status="open",
    ping_status="open",
    password="",
    slug="",
    to_ping="",
    pinged="",
    modified="2025-06-01 11:30:00",
    modified_gmt="2025-06-01 06:00:00",
    content_filtered="",
    parent=0,
    guid="",
    menu_order=0,
    type="post",
    mime_type="",
    comment_count=0,
)
_USER = User(0, "asha", "*", "asha", "asha@desk.example", "", ZERO_DATE, "", 0, "Asha")
_COMMENT = Comment(
    id=0,
    post=1,
    author_name="Mei",
    author_email="mei@mail.example",
    author_url="",
    author_ip="203.0.113.1",
    date="2025-06-01 11:30:00",
    date_gmt="2025-06-01 06:00:00",
    content="Good summary.",
    karma=0,
    approved="1",
    agent="",
    type="comment",
    parent=0,
    user=0,
)


def a_post(**changes: Any) -> Post:
    return replace(_POST, **changes)


def a_term(name: str, taxonomy: str = "category", **changes: Any) -> Term:
    return replace(Term(0, 0, name, name.lower().replace(" ", "-"), 0, taxonomy, "", 0, 0), **changes)


def a_user(**changes: Any) -> User:
    return replace(_USER, **changes)


def a_comment(**changes: Any) -> Comment:
    return replace(_COMMENT, **changes)
