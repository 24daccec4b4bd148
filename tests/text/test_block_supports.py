"""What supports are made of: tags edited, values as CSS, attributes of wrappers, defaults."""

from typing import Any

import pytest

from copydesk.text.blocks.block import Block, BlockType
from copydesk.text.blocks.defaults import with_defaults
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.blocks.supports.names import hashed_name
from copydesk.text.blocks.supports.opening_tag import (
    add_classes,
    find_tag,
    find_tags,
    read_attributes,
    set_attributes,
)
from copydesk.text.blocks.supports.values import css_value, fluid_size, kebab
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from tests.text.a_rendering import a_rendering


def names_in(html: str) -> list[str]:
    return [tag.name for tag in find_tags(html)]


def with_class(html: str, *classes: str) -> str:
    tag = find_tag(html)
    assert tag is not None
    return add_classes(html, tag, classes)


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("a <b>c</b> <I class=x>d", ["b", "i"]),
        ("<!-- <b> --><i>", ["i"]),
        ("<!-- <b>", []),
        ("</b><!doctype x><?php ?><i>", ["i"]),
        ("<script><b></SCRIPT><i>", ["script", "i"]),
        ("<script><b>", ["script"]),
        ("<a title='>'><b/>", ["a", "b"]),
        ("1 < 2 <3 <b>", ["b"]),
        ("<b class='x", []),
        ("<b", []),
        ("</b", []),
    ],
)
def test_tags_are_found_where_they_are(html: str, names: list[str]) -> None:
    assert names_in(html) == names


def test_attributes_are_read_as_browsers_read_them() -> None:
    html = """<a CLASS="x &amp; y" href='b' id=c download=" " class=z/disabled>"""
    tag = find_tag(html)
    assert tag is not None
    assert read_attributes(html, tag) == {"class": "x & y", "href": "b", "id": "c", "download": " "}


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ("<a>", '<a a1="&quot;&lt;" b2 href="#">'),
        ("<a HREF=x class=y>", '<a a1="&quot;&lt;" b2 href="#" class=y>'),
        ("text <a b2='1'>x</a>", 'text <a a1="&quot;&lt;" href="#" b2>x</a>'),
    ],
)
def test_attributes_are_set(html: str, changed: str) -> None:
    tag = find_tag(html)
    assert tag is not None
    assert set_attributes(html, tag, {"href": "#", "b2": True, "a1": '"<'}) == changed


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ("<p>", '<p class="a b">'),
        ("<p class=''>", '<p class="a b">'),
        ("<p class=b>", '<p class="b a">'),
        ('<p id="x" class="c  d &amp;">', '<p id="x" class="c  d &amp; a b">'),
        ('<p class="b a">', '<p class="b a">'),
    ],
)
def test_classes_are_added(html: str, changed: str) -> None:
    assert with_class(html, "a", "b") == changed


@pytest.mark.parametrize(
    ("value", "css"),
    [
        ("var:preset|spacing|40", "var(--wp--preset--spacing--40)"),
        ("var:preset|color|vividRed2", "var(--wp--preset--color--vivid-red-2)"),
        ("var:x", "var:x"),
        ("2px", "2px"),
        (1.50, "1.5"),
        (True, None),
        (None, None),
        ({}, None),
    ],
)
def test_values_become_css(value: object, css: str | None) -> None:
    assert css_value(value) == css


def test_names_in_classes_are_kebab() -> None:
    assert [kebab(name) for name in ("accent-3", "vividRed", "HTMLText", "2xl")] == [
        "accent-3",
        "vivid-red",
        "html-text",
        "2-xl",
    ]


@pytest.mark.parametrize(
    ("size", "fluid"),
    [
        ("12px", "12px"),
        ("2em", "clamp(1.25em, 1.25em + ((1vw - 0.2em) * 1.176), 2em)"),
        (32, "clamp(20px, 1.25rem + ((1vw - 3.2px) * 1.176), 32px)"),
        ("10vw", "10vw"),
        ("min(1rem, 2vw)", "min(1rem, 2vw)"),
        (None, None),
    ],
)
def test_font_sizes_follow_the_screen(size: object, fluid: str | None) -> None:
    assert fluid_size(size, 1340) == fluid


def wrapper_of(name: str, attrs: dict[str, Any], *classes: str, **more: str) -> str:
    rendering = a_rendering()
    rendering.block_types = BLOCK_TYPES
    return wrapper_attributes(Block(name, attrs), rendering, classes, **more)


def test_a_wrapper_carries_what_the_type_supports() -> None:
    attrs = {
        "align": "wide",
        "anchor": "top",
        "className": "lead b--c",
        "textColor": "base",
        "fontSize": "large",
        "fontFamily": "mono",
        "borderColor": "red",
        "style": {
            "color": {"gradient": "linear-gradient(red,blue)"},
            "typography": {"lineHeight": 1.5, "fontSize": "9px"},
            "border": {"radius": {"topLeft": 2}, "top": {"width": "1px", "color": "red"}, "width": "3px"},
            "spacing": {"padding": "1em", "margin": {"left": "0", "top": "2px", "inset": "x"}},
        },
    }
    assert wrapper_of("core/archives", attrs, "list", data_wp_x="1") == (
        'style="background:linear-gradient(red,blue);line-height:1.5;border-top-left-radius:2px;border-width:3px;'
        'border-top-width:1px;border-top-color:red;padding:1em;margin-left:0;margin-top:2px" '
        'class="list alignwide lead b--c wp-block-archives has-text-color has-base-color has-background '
        'has-large-font-size has-mono-font-family has-border-color has-red-border-color" id="top" data-wp-x="1"'
    )


def test_a_wrapper_leaves_out_what_the_type_does_not_support() -> None:
    attrs = {
        "align": "wide",
        "style": {"color": {"text": "red"}, "border": {"color": "red"}, "shadow": "1px 1px red"},
    }
    assert wrapper_of("core/avatar", attrs) == 'class="alignwide wp-block-avatar"'
    assert wrapper_of("core/pattern", {"anchor": "x", "ariaLabel": "y"}) == 'class="wp-block-pattern"'


def test_a_wrapper_takes_no_declaration_that_is_not_allowed() -> None:
    attrs = {"style": {"color": {"background": "url(javascript:x)", "text": 'red" onclick="x'}}}
    html = wrapper_of("core/archives", attrs, style="--x: 1")
    assert html == 'style="--x: 1" class="wp-block-archives has-text-color has-background"'


def test_a_wrapper_of_an_unknown_block_has_its_class() -> None:
    assert wrapper_of("desk/ticker", {"className": "a"}) == 'class="a wp-block-desk-ticker"'


TICKER = BlockType(
    "desk/ticker",
    attributes={
        "rate": {"type": "number", "default": 5},
        "count": {"type": "integer"},
        "shown": {"type": "boolean", "default": True},
        "kind": {"type": "string", "enum": ["bond", "share"], "default": "bond"},
        "tags": {"type": "array"},
        "look": {"type": ["object", "null"]},
        "text": {"type": "rich-text"},
        "any": {},
    },
)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"rate": "1.5", "count": 2.0, "shown": "false"}, {"rate": "1.5", "count": 2.0, "shown": "false"}),
        ({"rate": "x", "count": 1.5, "shown": "no"}, {"rate": 5, "shown": True}),
        ({"rate": True, "count": "2", "shown": 1}, {"rate": 5, "count": "2", "shown": 1}),
        ({"kind": "share", "tags": "a,b", "look": None}, {"kind": "share", "tags": "a,b", "look": None}),
        ({"kind": "coin", "tags": {"a": 1}, "look": 5}, {"kind": "bond"}),
        ({"kind": 5, "tags": {}, "look": []}, {"kind": "bond", "tags": {}, "look": []}),
        ({"text": 5, "any": 6, "other": 7}, {"text": 5, "any": 6, "other": 7}),
        (None, {}),
    ],
)
def test_attributes_are_of_the_declared_type(given: dict[str, Any] | None, kept: dict[str, Any]) -> None:
    defaults = {"rate": 5, "shown": True, "kind": "bond"}
    assert with_defaults(Block("desk/ticker", given), TICKER).attrs == {**defaults, **kept}


def test_a_type_may_write_its_looks_itself() -> None:
    attrs = {
        "textColor": "base",
        "backgroundColor": "base",
        "fontSize": "large",
        "style": {
            "color": {"text": "red"},
            "typography": {"fontSize": "9px", "letterSpacing": "1px"},
            "border": {"width": "1px"},
            "shadow": "1px 1px red",
            "spacing": {"padding": {"top": "1px"}},
        },
    }
    assert wrapper_of("core/button", attrs) == 'class="wp-block-button"'
    assert wrapper_of("core/tag-cloud", attrs) == (
        'style="letter-spacing:1px;border-width:1px;padding-top:1px" class="wp-block-tag-cloud"'
    )
    assert wrapper_of("core/list-item", {"className": "x"}) == 'class="x"'
    assert wrapper_of("core/legacy-widget", {"className": "x"}) == 'class="wp-block-legacy-widget"'


def test_a_wrapper_takes_values_as_they_come() -> None:
    attrs = {
        "backgroundColor": "base",
        "gradient": "dusk",
        "style": {
            "color": {"text": {}, "background": "red"},
            "typography": {"textAlign": "left", "fontSize": 18},
            "border": {
                "color": "red",
                "style": "solid",
                "radius": 3,
                "left": "x",
                "right": {"style": "dotted"},
            },
            "spacing": {"padding": {}, "margin": ""},
            "dimensions": {"minHeight": "1px"},
            "shadow": "1px 1px red",
        },
    }
    assert wrapper_of("core/post-title", attrs) == (
        'style="font-size:clamp(14px, 0.875rem + ((1vw - 3.2px) * 0.392), 18px);border-color:red;border-radius:3px;'
        'border-style:solid;border-right-style:dotted" class="wp-block-post-title has-background '
        'has-base-background-color has-dusk-gradient-background has-text-align-left has-border-color"'
    )
    assert wrapper_of("core/column", attrs).count("box-shadow:1px 1px red") == 1
    assert wrapper_of(
        "core/post-content", {"style": {"dimensions": {"minHeight": "1px", "width": "2px"}}}
    ) == ('style="min-height:1px" class="wp-block-post-content"')
    assert wrapper_of("core/post-title", {"style": {"border": {"radius": {"topLeft": {}, "middle": 1}}}}) == (
        'class="wp-block-post-title"'
    )


def test_a_name_of_values_without_json_is_a_name_all_the_same() -> None:
    assert hashed_name("x-", [float("inf")]) == hashed_name("x-", [float("nan")])
    assert hashed_name("x-", {"layout": {}}) == hashed_name("x-", {"layout": []})
