"""How long rendering takes: each text function on a generated article, best of several rounds.

python -m benchmarks.text [NAME ...]      only the functions whose names begin with one of these
"""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from time import perf_counter
from typing import Any

from copydesk.text.autop import autop
from copydesk.text.balance import balance_tags
from copydesk.text.clickable import make_clickable
from copydesk.text.escape import escape_html
from copydesk.text.facts import AttachmentFacts, AttachmentNeed, Facts, Need, PostFacts, SiteFacts
from copydesk.text.fields import clean_line
from copydesk.text.images import improve_images
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import INLINE, POST
from copydesk.text.links import add_rel
from copydesk.text.pipeline import render_content, render_excerpt, render_title
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import SHORTCODES
from copydesk.text.shortcodes import run_shortcodes
from copydesk.text.smilies import convert_smilies
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.tags import split_html
from copydesk.text.texturize import texturize
from copydesk.text.unautop import unwrap_shortcodes

HOME = "https://news.example"
ROUNDS_SECONDS = 0.3

_PARAGRAPH = """\
Crude held "steady" on Friday -- as Brent's outlook 'brightened' for the '25-'26 season... The desk's 3x4 table
(see <a href="https://news.example/markets/">Markets</a>) shows 5" of rain & a 2.5% rise, said <strong>R&amp;D</strong>
head <em>O'Neil</em>: "We're watching it," :) at https://example.com/report?id=1&page=2."""
_SECTION = f"""<h2>What's next for crude?</h2>
{_PARAGRAPH}

{_PARAGRAPH}
<ul>
<li>Brent: 3.5% up</li>
<li>Gold's "rally" - 300 points</li>
</ul>
[caption id="attachment_3" align="aligncenter" width="300"]<img src="https://news.example/a.jpg" /> A rig[/caption]

[gallery ids="1,2,3"]
"""
CLASSIC = _SECTION * 11  # as typed: about 11 KB
PARAGRAPHS = autop(CLASSIC)
CURLED = autop(texturize(CLASSIC))
BLOCKS = "\n\n".join(
    f'<!-- wp:paragraph {{"align":"left"}} -->\n<p class="has-text-align-left">{text}</p>\n<!-- /wp:paragraph -->'
    for text in [_PARAGRAPH] * 28
)
TITLE = 'Japan Cancels High-Level Security Talks with U.S. Over "Defense Spending" Dispute'
IMAGES = (
    '<p><img class="size-full wp-image-3" src="https://news.example/files/a.jpg" alt="A rig" /></p>\n' * 20
)

_SITE = SiteFacts(HOME, HOME, "News", "", UTC, datetime(2025, 6, 1, tzinfo=UTC), f"{HOME}/files")
_SIZES = {
    f"{width}": {"file": f"a-{width}.jpg", "width": width, "height": width} for width in (150, 300, 768)
}
_PICTURE = {"width": 1200, "height": 1200, "file": "a.jpg", "sizes": _SIZES}
_KNOWN: dict[Need[Any], Any] = {
    AttachmentNeed(number): AttachmentFacts(number, f"{HOME}/files/a.jpg", "a.jpg", "image/jpeg", _PICTURE)
    for number in (1, 2, 3)
}


def on_post(render: Callable[[PostFacts, Rendering], str], field: str = "content") -> Callable[[str], str]:
    """A function of a post as one of a text."""

    def run(text: str) -> str:
        post = PostFacts(1, title=text) if field == "title" else PostFacts(1, content=text)
        return render(post, Rendering(Facts(_SITE, _KNOWN), post))

    return run


def on_text(function: Callable[[str, Rendering], str]) -> Callable[[str], str]:
    return lambda text: function(text, Rendering(Facts(_SITE, _KNOWN), PostFacts(1), shortcodes=SHORTCODES))


# (name, function, what it works on)
BENCHMARKS: tuple[tuple[str, Callable[[str], Any], str], ...] = (
    ("tags.split_html", split_html, PARAGRAPHS),
    ("texturize", texturize, CLASSIC),
    ("texturize, nothing to do", texturize, CURLED),
    ("autop", autop, CLASSIC),
    ("autop, paragraphs already", autop, PARAGRAPHS),
    ("unautop", unwrap_shortcodes, PARAGRAPHS),
    ("smilies", partial(convert_smilies, siteurl=HOME), PARAGRAPHS),
    ("clickable", partial(make_clickable, home=HOME), PARAGRAPHS),
    ("balance", balance_tags, PARAGRAPHS),
    ("shortcodes", on_text(run_shortcodes), PARAGRAPHS),
    ("images", on_text(improve_images), IMAGES),
    ("pipeline content, classic", on_post(render_content), CLASSIC),
    ("pipeline content, ready", on_post(render_content), CURLED),
    ("pipeline excerpt", on_post(render_excerpt), CLASSIC),
    ("pipeline title", on_post(render_title, "title"), TITLE),
    ("kses of a post", partial(clean_html, rules=POST), PARAGRAPHS),
    ("kses of a post with blocks", partial(clean_html, rules=POST), BLOCKS),
    ("kses of a comment", partial(clean_html, rules=INLINE), PARAGRAPHS),
    ("escape_html", escape_html, PARAGRAPHS),
    ("strip_all_tags", strip_all_tags, PARAGRAPHS),
    ("clean_line", clean_line, TITLE),
    ("links.add_rel", partial(add_rel, rel="nofollow ugc", home=HOME), PARAGRAPHS),
)


def milliseconds(function: Callable[[str], Any], text: str) -> float:
    """The shortest run within the time for one row."""
    best = float("inf")
    end = perf_counter() + ROUNDS_SECONDS
    while (start := perf_counter()) < end:
        function(text)
        best = min(best, perf_counter() - start)
    return best * 1000


def rows(prefixes: tuple[str, ...]) -> Iterator[str]:
    for name, function, text in BENCHMARKS:
        if name.startswith(prefixes):
            yield f"{name:<32}{len(text.encode()) / 1000:>8.1f} KB{milliseconds(function, text):>10.3f} ms"


if __name__ == "__main__":
    for row in rows(tuple(sys.argv[1:]) or ("",)):
        print(row)
