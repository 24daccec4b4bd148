"""core/tag-cloud: the most used terms by name, each as large as it is used."""

import math
import re
from typing import Any

from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import TermsNeed
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute, escape_html
from copydesk.text.facts import TermFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_SIZE = re.compile(r"^([0-9.]+)(.*)$", re.DOTALL)
_DIGITS = re.compile(r"(\d+)", re.ASCII)


def render_tag_cloud(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    need = TermsNeed(
        words_of(attrs["taxonomy"]),
        order_by="count",
        ascending=False,
        number=whole_number(attrs["numberOfTags"]),
    )
    terms = rendering.facts.ask(need)
    cloud = _cloud(block, terms) if terms else "There&#8217;s no content to show here yet."
    return f"<p {wrapper_attributes(block, rendering)}>{cloud}</p>"


def _cloud(block: Block, terms: tuple[TermFacts, ...]) -> str:
    attrs = block.attrs or {}
    smallest, unit = _read_size(attrs["smallestFontSize"])
    largest, _ = _read_size(attrs["largestFontSize"])
    weights = [round(math.log10(term.count + 1) * 100) for term in terms]
    spread = largest - smallest if largest >= smallest else 1
    step = spread / max(max(weights) - min(weights), 1)
    sizes = {
        term.id: smallest + (weight - min(weights)) * step
        for term, weight in zip(terms, weights, strict=True)
    }
    counts = is_set(attrs["showTagCounts"])
    links = [
        _link(term, place, f"{sizes[term.id]:.14g}{unit}", counts=counts)
        for place, term in enumerate(sorted(terms, key=_natural), start=1)
    ]
    return "\n".join(links)


def _link(term: TermFacts, place: int, size: str, *, counts: bool) -> str:
    items = "item" if term.count == 1 else "items"
    label = escape_attribute(f"{term.name} ({term.count:,} {items})")
    count = f'<span class="tag-link-count"> ({term.count:,})</span>' if counts else ""
    return (
        f'<a href="{escape_url(term.link)}" '
        f'class="tag-cloud-link tag-link-{term.id} tag-link-position-{place}" '
        f'style="font-size: {escape_attribute(size)};" aria-label="{label}">'
        f"{escape_html(term.name)}{count}</a>"
    )


def _read_size(size: Any) -> tuple[float, str]:
    found = _SIZE.match(words_of(size))
    try:
        return (float(found[1]), found[2]) if found else (0.0, "")
    except ValueError:
        return 0.0, ""


def _natural(term: TermFacts) -> list[tuple[int, int, bytes]]:
    """Digits compare as numbers, all else as bytes, capitals as small letters."""
    return [
        (0, int(piece[:18]), b"") if piece.isdigit() else (1, 0, piece.encode(errors="surrogatepass").lower())
        for piece in _DIGITS.split(term.name)
        if piece
    ]


BLOCK = core_block("core/tag-cloud", render_tag_cloud)
