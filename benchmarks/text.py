"""How long rendering takes: each text function on a generated article, best of several rounds.

python -m benchmarks.text [NAME ...]      only the functions whose names begin with one of these
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter
from typing import Any

from copydesk.text.autop import autop
from copydesk.text.balance import balance_tags
from copydesk.text.clickable import make_clickable
from copydesk.text.links import add_rel
from copydesk.text.smilies import convert_smilies
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
