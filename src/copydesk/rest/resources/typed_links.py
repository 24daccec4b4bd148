"""Links to posts of whatever type: one declaration for each type, so that each is embedded as its own."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from copydesk.content.types import PostType, Types
from copydesk.rest.page import Page
from copydesk.rest.resource import Link
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post

ReadId = Callable[[Any], int]


def typed_links(types: Types, rel: str, read_id: ReadId, *, with_id: bool = False) -> Iterator[Link]:
    """Links from rows to the posts whose ids `read_id` reads, 0 for none."""

    def load(page: Page, *, brief: bool) -> Mapping[int, Post]:
        ids = {row.id: read_id(row) for row in page.rows}
        posts = load_posts(page.call.db, {post_id for post_id in ids.values() if post_id}, brief=brief)
        return {row_id: posts[post_id] for row_id, post_id in ids.items() if post_id in posts}

    def load_brief(page: Page) -> Mapping[int, Post]:
        return load(page, brief=True)

    def load_whole(page: Page) -> Mapping[int, Post]:
        return load(page, brief=False)

    for post_type in types.posts.values():
        if post_type.rest_base:
            yield _typed_link(post_type, rel, (load_brief, load_whole), with_id=with_id)


Load = Callable[[Page], Mapping[int, Post]]


def _typed_link(post_type: PostType, rel: str, loaders: tuple[Load, Load], *, with_id: bool) -> Link:
    load_brief, load_whole = loaders

    def href(row: Any, page: Page) -> str | None:
        post = page.load(load_brief).get(row.id)
        is_ours = post is not None and post.type == post_type.name
        return page.call.url(f"{post_type.rest_base}/{read_target(row, page)}") if is_ours else None

    def read_target(row: Any, page: Page) -> int:
        return page.load(load_brief)[row.id].id

    def about(row: Any, page: Page) -> Mapping[str, Any]:
        said = {"embeddable": True, "post_type": post_type.name}
        return {**said, "id": read_target(row, page)} if with_id else said

    def load_own(page: Page) -> Mapping[int, Post]:
        return {row_id: post for row_id, post in page.load(load_whole).items() if post.type == post_type.name}

    return Link(rel, href, about, target=post_type.rest_base, load=load_own)
