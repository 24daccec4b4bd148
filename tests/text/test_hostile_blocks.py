"""Every block of WordPress with attributes of every kind of JSON, on a site whose every word is hostile."""

import json
from typing import Any

import pytest

from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.blocks.render import render_blocks
from tests.text.a_rendering import a_rendering
from tests.text.hostile import TEXTS, a_hostile_rendering

VALUES: list[Any] = [
    None, True, False, 0, -1, 3, 10**400, 1.5, 1e308, -0.0, "", "0", "a b", "-1", "\ud800<\udc80>'\"", "9" * 400,
    "var:preset|color|x", [], [1, "a", None], [[[]]], {}, {"a": 1}, {"0": 1}, {"color": {"text": []}},
    {"source": {"a": 1}, "top": [], "radius": {}, "url": 5, "id": "x", "type": [], "name": {}},
]  # fmt: skip
EVERYWHERE = (
    "align",
    "anchor",
    "className",
    "style",
    "layout",
    "metadata",
    "lock",
    "textAlign",
    "fontSize",
    "gradient",
)
STYLES = (
    "border",
    "color",
    "dimensions",
    "elements",
    "layout",
    "position",
    "shadow",
    "spacing",
    "typography",
    "background",
)
INSIDE = "<div class='x'><a href='y'><img src='z'>w</a><ul><li>v</li></ul></div>"

every_block = pytest.mark.parametrize("name", BLOCK_TYPES)


def written(name: str, attrs: dict[str, Any]) -> str:
    """Alone, and around text and another block."""
    said = json.dumps(attrs).replace("--", "\\u002d\\u002d")
    return f"<!-- wp:{name} {said} /--><!-- wp:{name} {said} -->{INSIDE}<!-- wp:paragraph /--><!-- /wp:{name} -->"


def show(markup: str) -> None:
    render_blocks(markup, a_rendering())
    render_blocks(markup, a_hostile_rendering(TEXTS[5]))


@every_block
def test_no_value_raises(name: str) -> None:
    names = (*BLOCK_TYPES[name].attributes, *EVERYWHERE)
    for value in VALUES:
        show(written(name, dict.fromkeys(names, value)))


@every_block
def test_no_style_raises(name: str) -> None:
    for value in VALUES:
        show(written(name, {"style": dict.fromkeys(STYLES, value), "layout": {"type": value}}))
        show(
            written(name, {"style": {key: {"text": value, "top": value, "radius": value} for key in STYLES}})
        )


@every_block
def test_no_words_of_the_site_raise(name: str) -> None:
    markup = written(name, {})
    for text in TEXTS:
        render_blocks(markup, a_hostile_rendering(text))


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_no_attribute_text_raises(text: str) -> None:
    for name in BLOCK_TYPES:
        render_blocks(f"<!-- wp:{name} {text} --><p>{text}</p><!-- /wp:{name} -->", a_rendering())
