"""core/post-content: the text of the post around; not inside that text itself."""

from dataclasses import replace

from copydesk.text.blocks.around import post_around, visit_around
from copydesk.text.blocks.attributes import words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.budget import may_show, pay
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.shown import title_of
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.facts import PostFacts
from copydesk.text.pages import more_label, page_content, split_pages
from copydesk.text.password_form import password_form
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_TAGS = frozenset({"article", "aside", "div", "footer", "header", "main", "section"})


def render_post_content(block: Block, _html: str, rendering: Rendering) -> str:
    post = post_around(rendering)
    if post is None or post.id in rendering.open_posts or not may_show(rendering):
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
    locked = post.password_required
    raw = password_form(post, rendering.facts.site) if locked else _first_page(post, rendering)
    inside = replace(rendering, post=post, context={}, open_posts=(*rendering.open_posts, post.id))
    return pay(rendering.render_content(raw.replace("]]>", "]]&gt;"), inside), 0, rendering)


def _first_page(post: PostFacts, rendering: Rendering) -> str:
    """All of it on the post's own page; in lists up to the cut."""
    full = "<!--more" not in post.content or visit_around(rendering).object_id == post.id
    content = page_content(post, full=full, label=more_label(title_of(post)))
    pages = len(split_pages(post.content)) if "<!--nextpage-->" in post.content else 1
    return content + (_page_links(post, pages) if pages > 1 and "<!-- wp:nextpage" in post.content else "")


def _page_links(post: PostFacts, pages: int) -> str:
    current = '<span class="post-page-numbers current" aria-current="page">1</span>'
    joint = f"{post.link}&page=" if "?" in post.link else post.link
    links = [
        f'<a href="{escape_url(f"{joint}{number}" + ("" if "?" in post.link else "/"))}" '
        f'class="post-page-numbers">{number}</a>'
        for number in range(2, pages + 1)
    ]
    return f'<p class="post-nav-links">Pages: {" ".join((current, *links))}</p>'


BLOCK = core_block("core/post-content", render_post_content)
