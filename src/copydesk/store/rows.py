"""The rows of WordPress's tables as frozen values, fields in the order of the columns.

Dates are the stored texts (`2025-06-01 11:30:07`, or zeros when there is none). Texts are as stored: nothing
is unslashed, unserialized or rendered here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A row of `posts`: post, page, attachment, revision, menu item, template …

    A query that was asked for brief rows leaves `content`, `excerpt` and `content_filtered` empty.
    """

    id: int
    author: int
    date: str
    date_gmt: str
    content: str
    title: str
    excerpt: str
    status: str
    comment_status: str
    ping_status: str
    password: str
    slug: str
    to_ping: str
    pinged: str
    modified: str
    modified_gmt: str
    content_filtered: str
    parent: int
    guid: str
    menu_order: int
    type: str
    mime_type: str
    comment_count: int


@dataclass(frozen=True, slots=True)
class Term:
    """A row of `terms` joined with its row of `term_taxonomy`. Relationships point to `taxonomy_id`."""

    id: int
    taxonomy_id: int
    name: str
    slug: str
    group: int
    taxonomy: str
    description: str
    parent: int
    count: int


@dataclass(frozen=True, slots=True)
class User:
    """A row of `users`."""

    id: int
    login: str
    password_hash: str
    nicename: str
    email: str
    url: str
    registered: str
    activation_key: str
    status: int
    display_name: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A row of `comments`: `approved` is 1, 0, spam, trash or post-trashed; a guest has `user` 0."""

    id: int
    post: int
    author_name: str
    author_email: str
    author_url: str
    author_ip: str
    date: str
    date_gmt: str
    content: str
    karma: int
    approved: str
    agent: str
    type: str
    parent: int
    user: int


@dataclass(frozen=True, slots=True)
class MetaRow:
    """A row of one of the four meta tables; `object_id` is the post, term, user or comment."""

    id: int
    object_id: int
    key: str
    value: str
