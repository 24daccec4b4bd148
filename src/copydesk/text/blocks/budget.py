"""How much a text may show of other texts and lists.

A list in a list in a list, or a block that shows another that shows others, grows without end; WordPress lets
it. Everything that is shown again or from elsewhere is paid for here, and what comes too late stays out.
"""

from copydesk.text.rendering import Rendering

MOST = 5_000_000  # characters, about
_PER_BLOCK = 50
SPENT = "shown from elsewhere"


def may_show(rendering: Rendering) -> bool:
    return rendering.counters[SPENT] < MOST


def pay(html: str, blocks: int, rendering: Rendering) -> str:
    """The html, which so many blocks made."""
    rendering.counters[SPENT] += len(html) + _PER_BLOCK * (blocks + 1)
    return html
