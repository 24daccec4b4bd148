"""Blocks shown on a small site: `show(markup, {need: answer})`; what is not answered is not there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from copydesk.text.blocks.needs import (
    MainQuery,
    MainQueryNeed,
    PostsFound,
    PostTypeFacts,
    PostTypeNeed,
    TaxonomyFacts,
    TaxonomyNeed,
    Visit,
    VisitNeed,
)
from copydesk.text.blocks.render import render_blocks
from copydesk.text.facts import CommentFacts, Facts, Need, PostFacts, TermFacts, UserFacts, UserNeed
from copydesk.text.pipeline import excerpt_text, run_content
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import SHORTCODES
from tests.text.a_rendering import SITE, a_post

HOME = "https://news.example"
WRITER = UserFacts(3, "Mira", "mira", f"{HOME}/author/mira/", email="mira@news.example", description="Ships.")
KNOWN: dict[Need[Any], Any] = {
    UserNeed(3): WRITER,
    TaxonomyNeed("category"): TaxonomyFacts(
        "category", "Categories", "Category", hierarchical=True, query_var="category_name"
    ),
    TaxonomyNeed("post_tag"): TaxonomyFacts("post_tag", "Tags", "Tag", query_var="tag"),
    PostTypeNeed("post"): PostTypeFacts("post", "Posts", "Post", taxonomies=("category", "post_tag")),
    PostTypeNeed("page"): PostTypeFacts("page", "Pages", "Page", hierarchical=True),
}


def show(
    markup: str,
    answers: Mapping[Any, Any] | None = None,
    *,
    post: PostFacts | None = None,
    visit: Visit | None = None,
    main: MainQuery | None = None,
    options: Mapping[str, str] | None = None,
    **state: Any,
) -> str:
    """`state` are further values of the rendering: `in_content=True`."""
    known = {
        **KNOWN,
        VisitNeed(): visit or Visit(address=f"{HOME}/"),
        MainQueryNeed(): main,
        **(answers or {}),
    }
    site = replace(SITE, options={**SITE.options, **(options or {})})
    values: dict[str, Any] = {
        "shortcodes": SHORTCODES,
        "render_content": run_content,
        "render_excerpt": excerpt_text,
        **state,
    }
    return render_blocks(markup, Rendering(Facts(site, known), post or a_post(author=3), **values))


def a_news(number: int, title: str = "", **values: object) -> PostFacts:
    """A published post."""
    defaults: dict[str, object] = {
        "title": title or f"News {number}",
        "link": f"{HOME}/news-{number}/",
        "date": f"2025-05-{number:02} 08:00:00",
        "author": 3,
        "content": f"Words of {number}.",
    }
    return a_post(number, **{**defaults, **values})


def found(*posts: PostFacts, total: int | None = None) -> PostsFound:
    return PostsFound(posts, len(posts) if total is None else total)


def a_term(number: int, name: str, **values: Any) -> TermFacts:
    link = f"{HOME}/topics/{name.lower()}/"
    return TermFacts(
        **{"id": number, "taxonomy": "category", "name": name, "slug": name.lower(), "link": link, **values}
    )


def a_comment(number: int, **values: Any) -> CommentFacts:
    defaults: dict[str, Any] = {
        "post": 7,
        "author_name": "Noor",
        "author_email": "noor@mail.example",
        "author_url": "",
        "user": 0,
        "date": "2025-05-09 10:00:00",
        "date_gmt": "2025-05-09 10:00:00",
        "content": f"Remark {number}",
        "link": f"{HOME}/post/#comment-{number}",
    }
    return CommentFacts(**{"id": number, **defaults, **values})
