"""Block comments read and written again."""

from typing import Any

import pytest

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.parse import MOST_REPEATED, parse_blocks
from copydesk.text.blocks.serialize import serialize_block_attributes, serialize_blocks


def outline(blocks: list[Block]) -> list[Any]:
    return [(block.name, block.inner_html, outline(block.inner_blocks)) for block in blocks]


def attributes_of(json: str) -> dict[str, Any] | None:
    [block] = parse_blocks(f"<!-- wp:a {json} /-->")
    return block.attrs


def test_blocks_stand_between_text() -> None:
    assert outline(parse_blocks("one<!-- wp:a -->two<!-- /wp:a --><!-- wp:desk/b /-->three")) == [
        (None, "one", []),
        ("core/a", "two", []),
        ("desk/b", "", []),
        (None, "three", []),
    ]


def test_inner_blocks_leave_a_gap_in_the_content() -> None:
    [outer] = parse_blocks("<!-- wp:a --><ul><!-- wp:b -->x<!-- /wp:b --><!-- wp:c /--></ul><!-- /wp:a -->")
    assert outer.inner_content == ["<ul>", None, None, "</ul>"]
    assert outer.inner_html == "<ul></ul>"
    assert outline(outer.inner_blocks) == [("core/b", "x", []), ("core/c", "", [])]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no blocks",
        "<!-- wp:Upper /-->",
        "<!-- wp:4you /-->",
        "<!--wp:a /-->",
        "<!-- wp:a{} /-->",
        '<!-- wp:a {"b":1}/-->',
        "<!-- wp:a [1] /-->",
        "<!-- wp:a/B /-->",
        "<!-- wp:a",
        "<!-- wp:a {",
        "<!-- wp:a { <!-- wp:b { -->",
    ],
)
def test_what_is_no_block_comment_is_text(text: str) -> None:
    assert outline(parse_blocks(text)) == ([(None, text, [])] if text else [])


def test_a_closing_comment_closes_whatever_is_open() -> None:
    assert outline(parse_blocks("<!-- wp:a -->x<!-- /wp:b -->y")) == [("core/a", "x", []), (None, "y", [])]


def test_a_closing_comment_too_many_makes_the_rest_text() -> None:
    rest = "\n<!-- /wp:b --><!-- wp:c /-->"
    assert outline(parse_blocks(f"<!-- wp:a /-->{rest}")) == [("core/a", "", []), (None, rest, [])]


def test_a_block_left_open_takes_the_rest() -> None:
    assert outline(parse_blocks("<!-- wp:a -->x<!-- wp:b /-->y")) == [("core/a", "xy", [("core/b", "", [])])]


def test_blocks_left_open_do_not_nest_but_repeat() -> None:
    assert outline(parse_blocks("<!-- wp:a -->x<!-- wp:b -->y")) == [
        (None, "x", []),
        ("core/b", "y", []),
        ("core/a", "x<!-- wp:b -->y", []),
    ]


def test_too_much_repeating_is_kept_as_text() -> None:
    text = "first <!-- wp:a -->" + "<!-- wp:a -->" * (2 * MOST_REPEATED // 100_000) + "x" * 100_000
    assert outline(parse_blocks(text)) == [(None, text, [])]


@pytest.mark.parametrize(
    ("json", "attrs"),
    [
        ("{}", {}),
        ('{"a":[1,2.5,"x",null,true]}', {"a": [1, 2.5, "x", None, True]}),
        ('{"a":"}-->"}', {"a": "}-->"}),
        ('{"a":"\\u00e9\\ud83d\\ude00"}', {"a": "é😀"}),
        ('{"a":9223372036854775807}', {"a": 2**63 - 1}),
        ('{"a":9223372036854775808}', {"a": 2.0**63}),
        ('{"a":-9223372036854775808}', {"a": -(2**63)}),
        ('{"a":1e3}', {"a": 1000.0}),
        (f'{{"a":{"9" * 5000}}}', {"a": float("inf")}),
        ("{bad}", None),
        ('{"a":NaN}', None),
        ('{"a":"\\ud83d"}', None),
        ('{"a":"\udcff"}', None),
        ('{"a":"\t"}', None),
        ('{"a":' + "[" * 511 + "]" * 511 + "}", ...),
        ('{"a":' + "[" * 512 + "]" * 512 + "}", None),
        ('{"a":"' + "[" * 600 + '"}', {"a": "[" * 600}),
    ],
)
def test_attributes_are_json_as_php_reads_it(json: str, attrs: object) -> None:
    read = attributes_of(json)
    assert read is not None if attrs is ... else read == attrs


@pytest.mark.parametrize(
    "text",
    [
        "text",
        "<!-- wp:a /-->",
        '<!-- wp:desk/b {"c":1} -->x<!-- wp:a /--> <!-- /wp:desk/b -->\n\n',
        '<!-- wp:a {"b":"é/\\u003c\\u003e\\u0026\\u0022\\u002d\\u002d\\u005c","c":[],"d":{"e":0.1}} /-->',
        "<!-- wp:a -->" * 3000 + "x" + "<!-- /wp:a -->" * 3000,
    ],
)
def test_writing_gives_back_what_was_read(text: str) -> None:
    assert serialize_blocks(parse_blocks(text)) == text


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ('<!-- wp:core/a {"b": 1.50}  -->x<!-- /wp:core/a -->', '<!-- wp:a {"b":1.5} -->x<!-- /wp:a -->'),
        ("<!-- wp:a --><!-- /wp:a -->", "<!-- wp:a /-->"),
        ("<!-- wp:a -->0<!-- /wp:a -->", "<!-- wp:a /-->"),
        ("<!-- wp:a {bad} -->x<!-- /wp:a -->", "<!-- wp:a -->x<!-- /wp:a -->"),
        ('<!-- wp:a {"b":{},"c":{"0":1,"1":2}} /-->', '<!-- wp:a {"b":[],"c":[1,2]} /-->'),
    ],
)
def test_writing_has_one_spelling(read: str, written: str) -> None:
    assert serialize_blocks(parse_blocks(read)) == written


def test_attributes_without_json_are_empty() -> None:
    assert serialize_block_attributes({"a": float("inf")}) == ""
