"""The texts that rendering and cleaning are measured on."""

import json
import random
from pathlib import Path

from benchmarks.corpus import article_content
from copydesk.text.autop import autop
from copydesk.text.texturize import texturize

FOUNDING_DOCUMENT = Path(__file__).parents[2] / "shared/seed/post-10751.json"

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
TYPED = _SECTION * 11  # as a writer types it, and much in it to do: about 10 KB
PARAGRAPHS = autop(TYPED)
CURLED = autop(texturize(TYPED))
TITLE = 'Japan Cancels High-Level Security Talks with U.S. Over "Defense Spending" Dispute'
COMMENT = f"{_PARAGRAPH}\n\nSee http://example.com/ and <b>mind the gap</b> :("
PICTURES = (
    '<p><img class="size-full wp-image-3" src="https://news.example/files/a.jpg" alt="A rig" /></p>\n' * 20
)
BLOCKS = article_content(random.Random(240))  # one of about 9 KB


def classic_article() -> str:
    """The founding article, or one like it where the kit is absent: finished paragraphs without shortcodes."""
    if FOUNDING_DOCUMENT.exists():
        return str(json.loads(FOUNDING_DOCUMENT.read_text(encoding="utf-8"))["content"]["rendered"])
    return texturize(autop("\n\n".join([_PARAGRAPH.replace("\n", " ")] * 26)))


CLASSIC = classic_article()
