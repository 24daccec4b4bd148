"""How long rendering and cleaning take: the figures that were promised, then every function with its steps.

python -m benchmarks.text [NAME ...]      only the functions whose names begin with one of these

Every figure is the best of many runs on one core. WordPress's are of 7.1 on PHP 8.2 (opcache, no JIT) with the
same texts on such a machine. A function made of steps is followed by their shares of its time.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from time import perf_counter
from typing import Any

from benchmarks.texts import BLOCKS, CLASSIC, COMMENT, CURLED, PARAGRAPHS, PICTURES, TITLE, TYPED
from copydesk.text import pipeline, saving
from copydesk.text.autop import autop
from copydesk.text.balance import balance_tags
from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.render import render_blocks
from copydesk.text.blocks.serialize import serialize_blocks
from copydesk.text.clickable import make_clickable
from copydesk.text.escape import escape_html
from copydesk.text.facts import AttachmentFacts, AttachmentNeed, Facts, Need, PostFacts, SiteFacts
from copydesk.text.fields import clean_line
from copydesk.text.images import improve_images
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import COMMENT as COMMENT_RULES
from copydesk.text.kses_rules import POST
from copydesk.text.links import add_rel
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import SHORTCODES
from copydesk.text.shortcodes import run_shortcodes
from copydesk.text.slugs import slug_of
from copydesk.text.smilies import convert_smilies
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.tags import split_html
from copydesk.text.texturize import texturize
from copydesk.text.trimming import trim_words
from copydesk.text.unautop import unwrap_shortcodes

HOME = "https://news.example"
SECONDS_FOR_ONE = 0.3

_SITE = SiteFacts(HOME, HOME, "News", "", UTC, datetime(2025, 6, 1, tzinfo=UTC), f"{HOME}/files")
_SIZES = {
    f"{width}": {"file": f"a-{width}.jpg", "width": width, "height": width} for width in (150, 300, 768)
}
_PICTURE = {"width": 1200, "height": 1200, "file": "a.jpg", "sizes": _SIZES}
_KNOWN: dict[Need[Any], Any] = {
    AttachmentNeed(number): AttachmentFacts(number, f"{HOME}/files/a.jpg", "a.jpg", "image/jpeg", _PICTURE)
    for number in (1, 2, 3)
}
_POST = PostFacts(1)
_SAVING_SITE = saving.SavingSite(HOME, f"{HOME}/files")

Function = Callable[[str], Any]


def a_rendering(post: PostFacts = _POST) -> Rendering:
    return Rendering(
        Facts(_SITE, _KNOWN),
        post,
        in_content=True,
        shortcodes=SHORTCODES,
        render_content=pipeline.run_content,
        render_excerpt=pipeline.excerpt_text,
    )


def on_text(function: Callable[[str, Rendering], Any]) -> Function:
    return lambda text: function(text, a_rendering())


def on_post(render: Callable[[PostFacts, Rendering], str]) -> Function:
    """A function of a post as one of its content."""

    def run_on_content(text: str) -> str:
        post = PostFacts(1, content=text)
        return render(post, replace(a_rendering(post), in_content=False))

    return run_on_content


render_content = on_post(pipeline.render_content)
render_excerpt = on_post(pipeline.render_excerpt)


@dataclass(frozen=True, slots=True)
class Promise:
    """A figure of ours beside WordPress's."""

    name: str
    function: Function
    text: str
    most_ms: float
    wordpress_ms: float


PROMISES = (
    Promise("content of the founding article", render_content, CLASSIC, 1.5, 0.64),
    Promise("texturize of the founding article", texturize, CLASSIC, 0.5, 0.16),
    Promise("content of an article in blocks", render_content, BLOCKS, 3, 3.6),
    Promise("kses of the founding article", partial(clean_html, rules=POST), CLASSIC, 3, 1.6),
    Promise("kses of an article in blocks", partial(clean_html, rules=POST), BLOCKS, 3, 2.2),
)


@dataclass(frozen=True, slots=True)
class Benchmark:
    name: str
    function: Function
    text: str
    steps: Sequence[tuple[str, Function]] = ()


def content(name: str, text: str, steps: pipeline.Steps) -> Benchmark:
    return replace(displayed(name, text, steps), function=render_content)


def displayed(name: str, text: str, steps: pipeline.Steps) -> Benchmark:
    each = tuple((step_name, on_text(step)) for step_name, step in steps)
    return Benchmark(name, on_text(partial(pipeline.run, steps)), text, each)


def saved(name: str, text: str, field: saving.Field) -> Benchmark:
    def with_site(step: saving.Step) -> Function:
        return lambda value: step(value, _SAVING_SITE)

    each = tuple((step_name, with_site(step)) for step_name, step in saving.FILTERED[field])
    clean = partial(saving.clean_for_saving, field, may_write_unfiltered_html=False, site=_SAVING_SITE)
    return Benchmark(name, clean, text, each)


BENCHMARKS = (
    content("content, founding article", CLASSIC, pipeline.CONTENT),
    content("content, much to do", TYPED, pipeline.CONTENT),
    content("content, blocks", BLOCKS, pipeline.CONTENT_WITH_BLOCKS),
    Benchmark("excerpt, founding article", render_excerpt, CLASSIC),
    Benchmark("excerpt, blocks", render_excerpt, BLOCKS),
    displayed("excerpt, written", COMMENT, pipeline.EXCERPT),
    displayed("title", TITLE, pipeline.TITLE),
    displayed("comment", COMMENT, pipeline.COMMENT),
    displayed("description", COMMENT, pipeline.DESCRIPTION),
    saved("save content, much to do", TYPED, "post_content"),
    saved("save content, blocks", BLOCKS, "post_content"),
    saved("save title", TITLE, "post_title"),
    saved("save comment", COMMENT, "comment_content"),
    saved("save name", TITLE, "user_name"),
    Benchmark("blocks.parse", parse_blocks, BLOCKS),
    Benchmark("blocks.parse, serialize", lambda text: serialize_blocks(parse_blocks(text)), BLOCKS),
    Benchmark("blocks.render", on_text(render_blocks), BLOCKS),
    Benchmark("texturize", texturize, TYPED),
    Benchmark("texturize, nothing to do", texturize, CURLED),
    Benchmark("autop", autop, TYPED),
    Benchmark("autop, paragraphs already", autop, PARAGRAPHS),
    Benchmark("unautop", unwrap_shortcodes, PARAGRAPHS),
    Benchmark("shortcodes", on_text(run_shortcodes), PARAGRAPHS),
    Benchmark("images", on_text(improve_images), PICTURES),
    Benchmark("smilies", partial(convert_smilies, siteurl=HOME), PARAGRAPHS),
    Benchmark("clickable", partial(make_clickable, home=HOME), PARAGRAPHS),
    Benchmark("balance", balance_tags, PARAGRAPHS),
    Benchmark("tags", split_html, PARAGRAPHS),
    Benchmark("kses of a post", partial(clean_html, rules=POST), PARAGRAPHS),
    Benchmark("kses of a comment", partial(clean_html, rules=COMMENT_RULES), PARAGRAPHS),
    Benchmark("escape_html", escape_html, PARAGRAPHS),
    Benchmark("strip_all_tags", strip_all_tags, PARAGRAPHS),
    Benchmark("trim_words", trim_words, PARAGRAPHS),
    Benchmark("clean_line", clean_line, TITLE),
    Benchmark("slug", slug_of, TITLE),
    Benchmark("links.add_rel", partial(add_rel, rel="nofollow ugc", home=HOME), PARAGRAPHS),
)


def milliseconds(function: Function, text: str, seconds: float = SECONDS_FOR_ONE) -> float:
    """The shortest run within the time for one."""
    best = float("inf")
    end = perf_counter() + seconds
    while (start := perf_counter()) < end:
        function(text)
        best = min(best, perf_counter() - start)
    return best * 1000


def promise_rows() -> Iterator[str]:
    yield f"{'promised':<34}{'text':>8}{'now':>12}{'at most':>9}{'WordPress':>11}"
    for promise in PROMISES:
        now = milliseconds(promise.function, promise.text)
        verdict = "met" if now <= promise.most_ms else "NOT MET"
        size = f"{len(promise.text.encode()) / 1000:.1f} KB"
        row = f"{promise.name:<34}{size:>8}{now:>9.3f} ms{promise.most_ms:>9g}{promise.wordpress_ms:>11g}"
        yield f"{row}   {verdict}, {now / promise.wordpress_ms:.1f} × WordPress"


def benchmark_rows(prefixes: tuple[str, ...]) -> Iterator[str]:
    for benchmark in BENCHMARKS:
        if benchmark.name.startswith(prefixes):
            now = milliseconds(benchmark.function, benchmark.text)
            size = f"{len(benchmark.text.encode()) / 1000:.1f} KB"
            yield f"{benchmark.name:<34}{size:>8}{now:>9.3f} ms"
            if benchmark.steps:
                yield f"    {' · '.join(_shares(benchmark))}"


def _shares(benchmark: Benchmark) -> Iterator[str]:
    """Each step's share, of what the steps took one by one."""
    text = benchmark.text
    times = {}
    for name, step in benchmark.steps:
        times[name] = milliseconds(step, text, SECONDS_FOR_ONE / 6)
        text = step(text)
    whole = sum(times.values())
    return (f"{name} {time / whole:.0%}" for name, time in times.items())


def main(prefixes: tuple[str, ...]) -> None:
    if not prefixes:
        print("\n".join((*promise_rows(), "")))
    for row in benchmark_rows(prefixes or ("",)):
        print(row)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
