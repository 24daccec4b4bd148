"""What a block stands in: its post, comment, term and query, as the block context names them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from copydesk.text.blocks.attributes import whole_number
from copydesk.text.blocks.needs import CommentNeed, TaxonomyNeed, TermNeed, Visit, VisitNeed
from copydesk.text.facts import CommentFacts, PostFacts, PostNeed, TermFacts
from copydesk.text.rendering import Rendering


def post_around(rendering: Rendering) -> PostFacts | None:
    """The post of the context, else the post whose text this is."""
    post_id = rendering.context.get("postId")
    if post_id is None or (rendering.post is not None and rendering.post.id == post_id):
        return rendering.post
    return rendering.facts.ask(PostNeed(whole_number(post_id)))


def comment_around(rendering: Rendering) -> CommentFacts | None:
    comment_id = whole_number(rendering.context.get("commentId"))
    return rendering.facts.ask(CommentNeed(comment_id)) if comment_id else None


def term_around(rendering: Rendering) -> TermFacts | None:
    term_id, taxonomy = whole_number(rendering.context.get("termId")), rendering.context.get("taxonomy")
    if not term_id or not isinstance(taxonomy, str) or rendering.facts.ask(TaxonomyNeed(taxonomy)) is None:
        return None
    return rendering.facts.ask(TermNeed(taxonomy, term_id))


def visit_around(rendering: Rendering) -> Visit:
    return rendering.facts.ask(VisitNeed()) or Visit()


@contextmanager
def block_context(rendering: Rendering, more: Mapping[str, Any]) -> Iterator[None]:
    """Adds to the block context for a while."""
    around = rendering.context
    rendering.context = {**around, **more}
    try:
        yield
    finally:
        rendering.context = around


@contextmanager
def fresh_context(rendering: Rendering, context: Mapping[str, Any]) -> Iterator[None]:
    """Makes this all of the block context for a while, as for a text of its own."""
    around = rendering.context
    rendering.context = dict(context)
    try:
        yield
    finally:
        rendering.context = around


@contextmanager
def within_post(rendering: Rendering, post: PostFacts) -> Iterator[None]:
    """Makes a post of a list the one that blocks show."""
    around = rendering.post
    rendering.post = post
    try:
        with block_context(rendering, {"postType": post.type, "postId": post.id}):
            yield
    finally:
        rendering.post = around
