"""The comments of a post as conversations, and the part of them that one page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.text.blocks.around import visit_around
from copydesk.text.blocks.attributes import is_set, whole_number
from copydesk.text.blocks.needs import PostCommentsNeed
from copydesk.text.facts import CommentFacts, PostFacts
from copydesk.text.rendering import Rendering


@dataclass(slots=True)
class Thread:
    """A comment and the replies to it."""

    comment: CommentFacts
    depth: int
    replies: list["Thread"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ThreadPage:
    threads: list[Thread]
    number: int = 1
    pages: int = 1


def thread_page(post: PostFacts, rendering: Rendering) -> ThreadPage:
    """All conversations, or a page of them where the site cuts them into pages."""
    options = rendering.facts.site.options
    comments = rendering.facts.ask(PostCommentsNeed(post.id)) or ()
    threads = _threads(comments, nested=is_set(options.get("thread_comments", "1")))
    if not is_set(options.get("page_comments")):
        return ThreadPage(threads)
    per_page = max(whole_number(options.get("comments_per_page"), 50), 1)
    pages = max(-(-len(threads) // per_page), 1)
    number = visit_around(rendering).comments_page
    if not number:
        number = 1 if options.get("default_comments_page") == "oldest" else pages
    start = (number - 1) * per_page
    return ThreadPage(threads[start : start + per_page], number, pages)


def _threads(comments: Sequence[CommentFacts], *, nested: bool) -> list[Thread]:
    """Replies to comments that are not there count as first ones; so do all where there is no nesting."""
    by_id: dict[int, Thread] = {}
    first: list[Thread] = []
    for comment in comments:
        above = by_id.get(comment.parent) if nested else None
        thread = Thread(comment, above.depth + 1 if above else 1)
        (above.replies if above else first).append(thread)
        by_id[comment.id] = thread
    return first


def depth_of(comment: CommentFacts, comments: Sequence[CommentFacts]) -> int:
    """1 for a comment on the post, 2 for a reply to it, and so on."""
    by_id: Mapping[int, CommentFacts] = {other.id: other for other in comments}
    depth, parent = 1, by_id.get(comment.parent)
    while parent is not None and depth <= len(by_id):
        depth, parent = depth + 1, by_id.get(parent.parent)
    return depth
