"""Global styles: the looks that editors chose over the theme's, kept as JSON in a post of the theme."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from copydesk.content.answering import Newsroom
from copydesk.content.templates import THEME
from copydesk.store.posts import PostQuery, find_posts
from copydesk.store.rows import Post
from copydesk.store.terms import load_terms_of_posts

KIND = "wp_global_styles"
_IS_STYLES = "isGlobalStylesUserThemeJSON"


@dataclass(frozen=True, slots=True)
class Looks:
    """What the editors of a site set and how things look."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    styles: Mapping[str, Any] = field(default_factory=dict)


def parse_looks(content: str) -> Looks:
    """The looks in a post's content; none when it is something else."""
    try:
        # PHP reads objects as arrays, and writes one without members as `[]`.
        said = json.loads(content, object_pairs_hook=lambda pairs: dict(pairs) or [])
    except (ValueError, RecursionError):
        return Looks()
    if not isinstance(said, dict) or not said.get(_IS_STYLES):
        return Looks()
    return Looks(_mapping(said.get("settings")), _mapping(said.get("styles")))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def find_styles_id(newsroom: Newsroom) -> int | None:
    """The post that keeps the active theme's looks, if there is one."""
    query = PostQuery(types=(KIND,), statuses=("publish",), limit=None, brief=True, counted=False)
    posts, _ = find_posts(newsroom.db, query)
    themes = load_terms_of_posts(newsroom.db, [THEME], [post.id for post in posts])
    stylesheet = newsroom.site.option("stylesheet")
    return next((post.id for post in posts if _is_of(post, themes[post.id], stylesheet)), None)


def _is_of(post: Post, terms: Mapping[str, Any], stylesheet: str) -> bool:
    return any(term.slug == stylesheet for term in terms[THEME])
