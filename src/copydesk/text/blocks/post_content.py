"""core/post-content: the text of the post around; not inside that text itself."""

from dataclasses import replace

from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.facts import PostFacts
from copydesk.text.password_form import password_form
from copydesk.text.rendering import Rendering

_TAGS = frozenset({"article", "aside", "div", "footer", "header", "main", "section"})


def render_post_content(block: Block, _html: str, rendering: Rendering) -> str:
    post = post_around(rendering)
    if post is None or post.id in rendering.open_posts:
        return ""
    content = _content(post, rendering)
    if not content:
        return ""
    tag = words_of((block.attrs or {}).get("tagName"))
    tag = tag if tag in _TAGS else "div"
    wrapper = wrapper_attributes(block, rendering, ["entry-content"])
    return f"<{tag} {wrapper}>{content}</{tag}>"


def _content(post: PostFacts, rendering: Rendering) -> str:
    if rendering.render_content is None:
        return ""
    if post.password_required:
        return password_form(post, rendering.facts.site)
    inside = replace(rendering, post=post, context={}, open_posts=(*rendering.open_posts, post.id))
    return rendering.render_content(post.content, inside)


BLOCK = core_block("core/post-content", render_post_content)
