"""core/post-template: the blocks inside, once for each post of the query around."""

from copydesk.text.blocks.around import within_post
from copydesk.text.blocks.attributes import is_set, members, whole_number
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import PostClassesNeed
from copydesk.text.blocks.own_classes import link_color
from copydesk.text.blocks.queries import query_page
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.blocks.turns import render_turn
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering


def render_post_template(block: Block, _html: str, rendering: Rendering) -> str:
    posts = query_page(rendering).posts
    if not posts:
        return ""
    keyed = is_set(rendering.context.get("enhancedPagination"))
    items = "".join(_item(block, post, rendering, keyed=keyed) for post in posts)
    return f"<ul {wrapper_attributes(block, rendering, _classes(block, rendering))}>{items}</ul>"


def _classes(block: Block, rendering: Rendering) -> list[str]:
    attrs = block.attrs or {}
    classes = []
    display = members(rendering.context.get("displayLayout"))  # how queries before 6.3 say it
    if display.get("type") == "flex":
        classes.append(f"is-flex-container columns-{whole_number(display.get('columns'))}")
    classes += link_color(attrs)
    layout = members(attrs.get("layout"))
    columns = whole_number(layout.get("columnCount"))
    if layout.get("type") == "grid" and columns:
        classes.append(f"columns-{columns}")
    return classes


def _item(block: Block, post: PostFacts, rendering: Rendering, *, keyed: bool) -> str:
    with within_post(rendering, post):
        html = render_turn(block, rendering)
    key = f'data-wp-key="post-template-item-{post.id}" ' if keyed else ""
    classes = ("wp-block-post", *(rendering.facts.ask(PostClassesNeed(post.id)) or ()))
    return f'<li {key}class="{escape_attribute(" ".join(classes))}">{html}</li>'


BLOCK = core_block("core/post-template", render_post_template, skip_inner_blocks=True)
