"""core/comment-template: the blocks inside, once for each comment, replies below what they answer."""

from collections import Counter

from copydesk.text.blocks.around import block_context, post_around
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.blocks.threads import Thread, thread_page
from copydesk.text.blocks.turns import render_turn
from copydesk.text.facts import CommentFacts, PostFacts, UserNeed
from copydesk.text.rendering import Rendering


def render_comment_template(block: Block, _html: str, rendering: Rendering) -> str:
    post = post_around(rendering)
    if post is None or post.password_required:
        return ""
    threads = thread_page(post, rendering).threads
    if not threads:
        return ""
    return f"<ol {wrapper_attributes(block, rendering)}>{_items(block, threads, post, rendering)}</ol>"


def _items(block: Block, threads: list[Thread], post: PostFacts, rendering: Rendering) -> str:
    """A stack of our own: replies may nest deeper than Python likes."""
    counted: Counter[str] = Counter()
    out: list[str] = []
    stack: list[Thread | str] = list(reversed(threads))
    while stack:
        thread = stack.pop()
        if isinstance(thread, str):
            out.append(thread)
            continue
        out.append(_open_item(block, thread, post, rendering, counted))
        if thread.replies:
            out.append("<ol>")
            stack.append("</ol></li>")
            stack.extend(reversed(thread.replies))
        else:
            out.append("</li>")
    return "".join(out)


def _open_item(
    block: Block, thread: Thread, post: PostFacts, rendering: Rendering, counted: Counter[str]
) -> str:
    comment = thread.comment
    with block_context(rendering, {"commentId": comment.id}):
        html = render_turn(block, rendering)
    classes = " ".join(_classes(comment, thread.depth, post, rendering, counted))
    return f'<li id="comment-{comment.id}" class="{classes}">{html}'


def _classes(
    comment: CommentFacts, depth: int, post: PostFacts, rendering: Rendering, counted: Counter[str]
) -> list[str]:
    """Even and odd are counted over all comments, and over conversations."""
    classes = ["comment"]
    author = rendering.facts.ask(UserNeed(comment.user)) if comment.user else None
    if author is not None:
        classes += ["byuser", f"comment-author-{author.slug}"]
        classes += ["bypostauthor"] if author.id == post.author else []
    classes += ["odd", "alt"] if counted["comments"] % 2 else ["even"]
    counted["comments"] += 1
    if depth == 1:
        classes += ["thread-odd", "thread-alt"] if counted["threads"] % 2 else ["thread-even"]
        counted["threads"] += 1
    return [*classes, f"depth-{depth}"]


BLOCK = core_block("core/comment-template", render_comment_template, skip_inner_blocks=True)
