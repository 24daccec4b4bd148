"""Escaping for content, attributes, text areas, JavaScript and XML."""

from collections.abc import Callable

import pytest

from copydesk.text.escape import (
    escape_attribute,
    escape_html,
    escape_js,
    escape_markup,
    escape_textarea,
    escape_unended_tags,
    escape_xml,
)

NOT_UTF8 = "caf\udce9"


@pytest.mark.parametrize("escape", [escape_html, escape_attribute])
def test_markup_and_quotes_are_escaped_once(escape: Callable[[str], str]) -> None:
    once = "&lt;a href=&quot;x&quot;&gt;R&amp;D&#039;s &eacute; &amp;apos;"
    assert escape('<a href="x">R&D\'s &eacute; &apos;') == once
    assert escape(once) == once


def test_names_keep_their_quotes() -> None:
    assert escape_markup('<b> & "it\'s"') == '&lt;b&gt; &amp; "it\'s"'


def test_text_areas_show_references_as_typed() -> None:
    assert escape_textarea("<b>&amp;\"'") == "&lt;b&gt;&amp;amp;&quot;&#039;"


def test_strings_of_javascript_stay_in_their_quotes() -> None:
    assert escape_js('it\'s "x"\r\n\\ &#39;&#x0027; \0</script>') == (
        "it\\'s &quot;x&quot;\\n\\\\ \\'\\' \\0&lt;/script&gt;"
    )


def test_xml_keeps_its_sections() -> None:
    text = "a < b <![CDATA[ <&> ]]> &hellip; 'c' \"d\""
    assert escape_xml(text) == "a &lt; b <![CDATA[ <&> ]]> … &apos;c&apos; &quot;d&quot;"


@pytest.mark.parametrize("escape", [escape_html, escape_attribute, escape_textarea, escape_js, escape_xml])
def test_text_that_is_not_utf8_vanishes(escape: Callable[[str], str]) -> None:
    assert escape(NOT_UTF8) == ""
    assert escape("caf\u00e9") == "caf\u00e9"


def test_only_tags_that_end_stay_tags() -> None:
    assert escape_unended_tags("plain") == "plain"
    assert escape_unended_tags('<b>a <i "b" <u>c</u> <') == "<b>a &lt;i &quot;b&quot; <u>c</u> &lt;"


def test_xml_sections_need_an_end() -> None:
    assert escape_xml("<![CDATA[a]]> <![CDATA[b") == "<![CDATA[a]]> &lt;![CDATA[b"
    assert escape_xml("<![CDATA[" * 50_000).startswith("&lt;![CDATA[&lt;")
