"""Character references: normalised, decoded, repaired."""

import pytest

from copydesk.text.entities import (
    decode_entities,
    decode_numeric_entities,
    decode_special_characters,
    normalize_entities,
    normalize_xml_entities,
    repair_windows_entities,
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("no reference", "no reference"),
        ("A & B&", "A &amp; B&amp;"),
        ("&amp; &nbsp; &there4; &apos; &frac12;", "&amp; &nbsp; &there4; &apos; &frac12;"),
        ("&copy &bogus; &AMP; &1; &;", "&amp;copy &amp;bogus; &amp;AMP; &amp;1; &amp;;"),
        ("&#9; &#38; &#058; &#0000058; &#8211;", "&#009; &#038; &#058; &#058; &#8211;"),
        ("&#0; &#1; &#55296; &#65534; &#1114112; &#99999999;", None),
        ("&#x3a; &#X3A; &#x00e9; &#x1F600;", "&#x3a; &#x3A; &#xe9; &#x1F600;"),
        ("&#x0; &#xD800; &#x110000; &#x; &#xg; &#1234567890;", None),
        ("&#X1;", "&amp;#x1;"),
    ],
)
def test_normal_references_stay_and_others_are_escaped(text: str, normal: str | None) -> None:
    expected = text.replace("&", "&amp;") if normal is None else normal
    assert normalize_entities(text) == expected
    assert normalize_entities(expected) == expected


def test_xml_knows_five_names() -> None:
    assert normalize_xml_entities("plain") == "plain"
    text = "&lt;&apos;&hellip;&bogus;&#8211;&"
    assert normalize_xml_entities(text) == "&lt;&apos;…&amp;bogus;&#8211;&amp;"


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("plain", "plain"),
        ("&#97;&#x62;&#X63;", "abc"),
        ("&#97 &amp; &nbsp;", "&#97 &amp; &nbsp;"),
        ("&#1114112; &#55296; &#xD800; &#0;", "&#1114112; &#55296; &#xD800; \0"),
        (f"&#{'9' * 5000};", f"&#{'9' * 5000};"),
        (f"&#{'0' * 50}65;", "A"),
    ],
)
def test_numbers_become_characters(text: str, decoded: str) -> None:
    assert decode_numeric_entities(text) == decoded


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("plain", "plain"),
        ("&eacute;&apos;&amp;lt;", "é'&lt;"),
        ("&bogus; &#150; &#x80; &#129;", "&bogus; – € \x81"),
    ],
)
def test_attributes_are_read_as_browsers_read_them(text: str, decoded: str) -> None:
    assert decode_entities(text) == decoded


def test_special_characters_are_decoded_once() -> None:
    text = "&lt;&#60;&#x3C;&#062; &amp;amp;&#38;&#x0026; &quot;&#34; &#39;&#x27; &apos;"
    assert decode_special_characters("plain") == "plain"
    assert decode_special_characters(text) == "<<<> &amp;&& &quot;&#34; &#39;&#x27; &apos;"
    assert decode_special_characters(text, double_quotes=True) == '<<<> &amp;&& "" &#39;&#x27; &apos;'
    assert decode_special_characters(text, single_quotes=True) == "<<<> &amp;&& &quot;&#34; '' &apos;"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("&#133;&#150;&#159;", "&#8230;&#8211;&#376;"),
        ("a&#129;b", "ab"),
        ("&#127;&#160;&#1333; &#x96;", None),
        ("x", None),
    ],
)
def test_numbers_of_windows_1252_are_repaired(text: str, repaired: str | None) -> None:
    assert repair_windows_entities(text) == (text if repaired is None else repaired)
