"""What happens to a text between the database and the reader, step by step.

Each kind of text has its table; the order matters and was observed, not chosen. Every step takes the text
and the state of rendering, and is cheap when there is nothing for it to do.

A content with blocks is not given paragraphs: its blocks have their own. Smilies come last, so that what a
shortcode shows is smiled at too. In the automatic excerpt the blocks are rendered before (see excerpt.py),
and pictures, which it does not show, get no attributes.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from copydesk.text.ascii import strip
from copydesk.text.attachment_page import prepend_attachment
from copydesk.text.autop import autop
from copydesk.text.balance import balance_tags
from copydesk.text.blocks.hooks import settle_blocks
from copydesk.text.blocks.render import render_blocks
from copydesk.text.characters import escape_bare_ampersands, spell_wordpress
from copydesk.text.clickable import make_clickable
from copydesk.text.embeds import run_embeds
from copydesk.text.excerpt import remove_blocks, remove_footnotes
from copydesk.text.facts import PostFacts
from copydesk.text.images import improve_images
from copydesk.text.pages import page_content
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import SHORTCODES
from copydesk.text.shortcodes import run_shortcodes, strip_shortcodes
from copydesk.text.smilies import convert_smilies
from copydesk.text.texturize import texturize
from copydesk.text.trimming import trim_words
from copydesk.text.unautop import unwrap_shortcodes

Step: TypeAlias = Callable[[str, Rendering], str]
Steps: TypeAlias = tuple[tuple[str, Step], ...]

EXCERPT_WORDS = 55
EXCERPT_MORE = " [&hellip;]"
PROTECTED_EXCERPT = "There is no excerpt because this is a protected post."


def _plain(function: Callable[[str], str]) -> Step:
    """A function that needs to know nothing of the site."""
    return lambda text, _rendering: function(text)


def _texturize(html: str, rendering: Rendering) -> str:
    return texturize(html, rendering.shortcodes)


def _link(html: str, rendering: Rendering) -> str:
    return make_clickable(html, rendering.facts.site.home, in_comment=True)


def _smile(html: str, rendering: Rendering) -> str:
    site = rendering.facts.site
    wanted = site.options.get("use_smilies", "1") not in ("", "0")
    return convert_smilies(html, site.siteurl) if wanted else html


def _unwrap_shortcodes(html: str, rendering: Rendering) -> str:
    return unwrap_shortcodes(html, rendering.shortcodes)


def _secure_home(html: str, rendering: Rendering) -> str:
    """A site that moved to https may hold its old address in texts; an option says that it did."""
    site = rendering.facts.site
    if not site.home.startswith("https:") or site.options.get("https_migration_required", "") in ("", "0"):
        return html
    return html.replace(f"http{site.home.removeprefix('https')}", site.home)


_PARAGRAPHS: tuple[str, Step] = ("paragraphs", _plain(autop))
_SPELLING: tuple[str, Step] = ("spelling", _plain(spell_wordpress))

CONTENT: Steps = (
    ("block hooks", _plain(settle_blocks)),
    ("embeds", run_embeds),
    ("blocks", render_blocks),
    ("texturize", _texturize),
    _PARAGRAPHS,
    ("unwrap shortcodes", _unwrap_shortcodes),
    ("attachment", prepend_attachment),
    ("secure home", _secure_home),
    _SPELLING,
    ("shortcodes", run_shortcodes),
    ("images", improve_images),
    ("smilies", _smile),
)
CONTENT_WITH_BLOCKS: Steps = tuple(step for step in CONTENT if step is not _PARAGRAPHS)
# WP 7.1: once a content with blocks was shown, the same answer's contents without are given paragraphs late,
# when shortcodes were already looked for in them (recorded: collections with classic galleries).
_LATE = CONTENT_WITH_BLOCKS.index(_SPELLING)
CONTENT_AFTER_BLOCKS: Steps = (*CONTENT_WITH_BLOCKS[:_LATE], _PARAGRAPHS, *CONTENT_WITH_BLOCKS[_LATE:])
_NOT_IN_EXCERPT = ("block hooks", "blocks", "images")
CONTENT_OF_EXCERPT: Steps = tuple(step for step in CONTENT if step[0] not in _NOT_IN_EXCERPT)

TITLE: Steps = (
    ("texturize", _texturize),
    ("ampersands", _plain(escape_bare_ampersands)),
    ("trim", _plain(strip)),
    ("spelling", _plain(partial(spell_wordpress, is_title=True))),
)
EXCERPT: Steps = (
    ("texturize", _texturize),
    ("smilies", _smile),
    ("ampersands", _plain(escape_bare_ampersands)),
    _PARAGRAPHS,
    ("unwrap shortcodes", _unwrap_shortcodes),
    ("images", improve_images),
)
COMMENT: Steps = (
    ("links", _link),
    ("texturize", _texturize),
    ("ampersands", _plain(escape_bare_ampersands)),
    ("smilies", _smile),
    ("balance", _plain(balance_tags)),
    _PARAGRAPHS,
    _SPELLING,
)
DESCRIPTION: Steps = (
    ("texturize", _texturize),
    ("ampersands", _plain(escape_bare_ampersands)),
    _PARAGRAPHS,
    ("unwrap shortcodes", _unwrap_shortcodes),
)


def run(steps: Steps, text: str, rendering: Rendering) -> str:
    """The text after all steps."""
    if not rendering.shortcodes:
        rendering.shortcodes = SHORTCODES
    for _name, step in steps:
        text = step(text, rendering)
    return text


def run_content(content: str, rendering: Rendering) -> str:
    """Any content, as if it were the post's."""
    steps = CONTENT_WITH_BLOCKS if has_blocks(content) else CONTENT
    return run(steps, content, _inside_content(rendering))


def _inside_content(rendering: Rendering) -> Rendering:
    """The state in which blocks can render the contents and excerpts of other posts."""
    return replace(
        rendering,
        in_content=True,
        shortcodes=rendering.shortcodes or SHORTCODES,
        render_content=run_content,
        render_excerpt=excerpt_text,
    )


def render_content(post: PostFacts, rendering: Rendering, *, after_blocks: bool = False) -> str:
    """The whole content, all pages of it; nothing of a post whose password was not given.

    `after_blocks`: a content with blocks stands before it in the same answer.
    """
    if post.password_required:
        return ""
    if after_blocks and not has_blocks(post.content):
        return run(CONTENT_AFTER_BLOCKS, post.content, _inside_content(rendering))
    return run_content(post.content, rendering)


def has_blocks(content: str) -> bool:
    return "<!-- wp:" in content


def render_title(post: PostFacts, rendering: Rendering) -> str:
    """The title alone, as REST shows it."""
    return run(TITLE, post.title, rendering)


def render_marked_title(post: PostFacts, rendering: Rendering) -> str:
    """The title as pages show it: it says when a post is protected or private."""
    mark = "Protected: " if post.has_password else "Private: " if post.status == "private" else ""
    return run(TITLE, mark + post.title, rendering)


def render_excerpt(post: PostFacts, rendering: Rendering, words: int = EXCERPT_WORDS) -> str:
    """The excerpt as HTML; nothing of a post whose password was not given."""
    return "" if post.password_required else run(EXCERPT, excerpt_text(post, rendering, words), rendering)


def excerpt_text(post: PostFacts, rendering: Rendering, words: int = EXCERPT_WORDS) -> str:
    """The excerpt before its own steps: the author's, or the first words of the first page."""
    if post.password_required:
        return PROTECTED_EXCERPT
    if strip(post.excerpt):
        return post.excerpt
    inside = _inside_content(rendering)
    text = strip_shortcodes(page_content(post), inside.shortcodes)
    text = run(CONTENT_OF_EXCERPT, remove_footnotes(remove_blocks(text, inside)), inside)
    return trim_words(text.replace("]]>", "]]&gt;"), words, EXCERPT_MORE)


def render_alone(markup: str, rendering: Rendering) -> str:
    """Blocks that stand for themselves, outside of any content: what an editor's preview shows."""
    return render_blocks(markup, replace(_inside_content(rendering), in_content=False))


def render_comment(text: str, rendering: Rendering) -> str:
    return run(COMMENT, text, rendering)


def render_description(text: str, rendering: Rendering) -> str:
    """The description of a term."""
    return run(DESCRIPTION, text, rendering)
