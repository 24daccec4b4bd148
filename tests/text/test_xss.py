"""Nothing that strangers write runs: known attacks, and made-up markup, read as a browser reads it."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import BIOGRAPHY, COMMENT, INLINE, POST, Rules
from copydesk.text.pipeline import (
    render_comment,
    render_content,
    render_description,
    render_excerpt,
    render_title,
)
from copydesk.text.rendering import Rendering
from copydesk.text.saving import FILTERED, UNFILTERED, Field, SavingSite, clean_for_saving
from tests.text.a_rendering import a_post, a_rendering
from tests.text.fixture_site import SHARED, needs_kit
from tests.text.what_runs import find_running

CORPUS = Path(__file__).parent / "xss"
# What an editor would change or hide is written out in the corpus.
WRITTEN_OUT = str.maketrans({"␀": "\0", "␁": "\x01", "→": "\t", "␤": "\n", "␍": "\r", "␌": "\f", "␣": " "})

FAMILIES = sorted(path.stem for path in CORPUS.glob("*.txt"))
READERS = {
    "posts": replace(POST, files_url="https://files.example/uploads"),
    "comments": COMMENT,
    "titles": INLINE,
    "biographies": BIOGRAPHY,
}

SITE = SavingSite(home="https://desk.example", files_url="https://files.example/uploads")
CLEANED_FIELDS = [(field, False) for field in FILTERED] + [
    (field, True) for field in FILTERED if UNFILTERED[field] is FILTERED[field]
]


def load_lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.translate(WRITTEN_OUT) for line in lines if line and not line.startswith("# ")]


def load_vectors(family: str) -> list[str]:
    return load_lines(CORPUS / f"{family}.txt")


def all_vectors() -> list[str]:
    return [vector for family in FAMILIES for vector in load_vectors(family)]


PIECES = load_lines(Path(__file__).parent / "xss_pieces.txt")
SCRAPS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
SHORT_SCRAPS = st.lists(st.sampled_from(PIECES), max_size=3).map("".join)
NAMES = st.sampled_from(
    [*POST.elements, "script", "style", "svg", "iframe", "annotation-xml", "mglyph", "form"]
)
ATTRIBUTES = st.builds(
    " {0}{1}{2}{3}{2}".format,
    st.sampled_from(
        ["href", "src", "style", "title", "data", "type", "xmlns", "data-x", "onclick", "class", "id"]
    ),
    st.sampled_from(["=", " = "]),
    st.sampled_from(['"', "'", ""]),
    SHORT_SCRAPS,
)
TAGS = st.builds(
    "<{}{}{}{}{}".format,
    st.sampled_from(["", "/"]),
    NAMES,
    st.lists(ATTRIBUTES, max_size=3).map("".join),
    st.sampled_from(["", "/", " /"]),
    st.sampled_from([">", "", " >"]),
)
MARKUP = st.lists(TAGS | SHORT_SCRAPS, max_size=8).map("".join) | SCRAPS
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)


def recorded_inputs(function: str) -> Iterator[str]:
    path = next((SHARED / "cases").glob(f"{function}.jsonl*"))
    recorded = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    inputs = (json.loads(line)["in"] for line in recorded.splitlines())
    return (html for html in inputs if isinstance(html, str) and len(html) < 5_000)


def assert_nothing_runs(html: str, rules: Rules) -> None:
    once = clean_html(html, rules)
    twice = clean_html(once, rules)
    for cleaned in (once, twice):
        assert find_running(cleaned) == [], (html, cleaned)


@pytest.mark.parametrize(("field", "trusted"), CLEANED_FIELDS)
def test_known_attacks_do_not_run_from_any_field(field: Field, trusted: bool) -> None:
    for vector in all_vectors():
        saved = save(field, vector, trusted=trusted)
        again = save(field, saved, trusted=trusted)
        assert find_running(saved) == find_running(again) == [], (vector, saved, again)


def save(field: Field, text: str, *, trusted: bool = False) -> str:
    return clean_for_saving(field, text, may_write_unfiltered_html=trusted, site=SITE)


@pytest.mark.parametrize(
    ("field", "show"),
    [
        ("comment_content", render_comment),
        ("term_description", render_description),
        ("post_title", lambda text, rendering: render_title(a_post(title=text), rendering)),
        ("post_excerpt", lambda text, rendering: render_excerpt(a_post(excerpt=text), rendering)),
        ("post_content", lambda text, rendering: render_content(a_post(content=text), rendering)),
    ],
)
def test_known_attacks_do_not_run_when_they_are_shown(
    field: Field, show: Callable[[str, Rendering], str]
) -> None:
    for vector in all_vectors():
        shown = show(save(field, vector), a_rendering())
        assert find_running(shown) == [], (vector, shown)


def test_the_corpus_is_large_and_the_judge_sees() -> None:
    known = all_vectors()
    assert len(known) > 600
    assert sum(bool(find_running(vector)) for vector in known) > len(known) * 0.7


@pytest.mark.parametrize("rules", READERS.values(), ids=READERS.keys())
@pytest.mark.parametrize("family", FAMILIES)
def test_known_attacks_do_not_run(family: str, rules: Rules) -> None:
    for vector in load_vectors(family):
        assert_nothing_runs(vector, rules)


@pytest.mark.parametrize(
    "wrapping", ["<p>{}</p>", "<!-- {} -->", '<a href="x" title="{}">y</a>', "<b {}>x</b>", "<math><mi>{}"]
)
def test_known_attacks_do_not_run_inside_others(wrapping: str) -> None:
    for vector in all_vectors():
        assert_nothing_runs(wrapping.replace("{}", vector), READERS["posts"])


@given(MARKUP, st.sampled_from(list(READERS)))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_made_up_markup_does_not_run(html: str, reader: str) -> None:
    assert_nothing_runs(html, READERS[reader])


@pytest.mark.slow
@given(MARKUP, st.sampled_from(list(READERS)))
@settings(max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_much_made_up_markup_does_not_run(html: str, reader: str) -> None:
    assert_nothing_runs(html, READERS[reader])


@given(ANYTHING | MARKUP)
@settings(max_examples=200, deadline=None)
def test_no_text_is_too_strange(html: str) -> None:
    for rules in READERS.values():
        clean_html(html, rules)


@needs_kit
@pytest.mark.slow
@pytest.mark.parametrize(
    "function", ["wp_kses_post", "content_save_pre", "pre_comment_content", "title_save_pre"]
)
def test_the_recorded_inputs_do_not_run(function: str) -> None:
    for html in recorded_inputs(function):
        for rules in READERS.values():
            assert_nothing_runs(html, rules)
