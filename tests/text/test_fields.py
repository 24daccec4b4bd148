"""Values of single fields."""

import pytest

from copydesk.text.fields import (
    clean_class,
    clean_color,
    clean_key,
    clean_line,
    clean_lines,
    clean_locale,
    clean_login,
    clean_mime_type,
    clean_trackback_urls,
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Gold  &\trupee\n ", "Gold & rupee"),
        ("<b>Gold</b><script>x</script> up", "Gold up"),
        ("1 < 2", "1 &lt; 2"),
        ("a <\nb> c", "a &lt; b> c"),
        ("50% of %41%%4142 all", "50% of all"),
        ("50 % %zz", "50 % %zz"),
        ("caf\udce9", ""),
    ],
)
def test_a_line_is_plain_text(text: str, line: str) -> None:
    assert clean_line(text) == line


def test_lines_keep_their_breaks() -> None:
    assert clean_lines(" a\n\n b\tc%20 <i>d</i> ") == "a\n\n b\tc d"
    assert clean_lines("a <\nb> c") == "a &lt;\nb> c"


def test_keys_are_lower_case_ascii() -> None:
    assert clean_key("Ad Min-1_x \u00c9\u212a") == "admin-1_x"


def test_a_class_has_a_fallback() -> None:
    assert clean_class("a%20b c\u00e9") == "abc"
    assert clean_class("\u00e9", "a b") == "ab"
    assert clean_class("\u00e9", "\u00e9") == ""
    assert clean_class("\u00e9") == ""


def test_mime_types_and_locales_keep_their_signs() -> None:
    assert clean_mime_type("application/atom+xml; x_y") == "application/atom+xmlxy"
    assert clean_locale("pt_BR<b>") == "pt_BRb"


@pytest.mark.parametrize(
    ("text", "color"), [("", ""), ("#fff", "#fff"), ("#A1b2C3", "#A1b2C3"), ("#ffff", None), ("fff", None)]
)
def test_colours(text: str, color: str | None) -> None:
    assert clean_color(text) == color


@pytest.mark.parametrize(
    ("text", "login", "strict"),
    [
        (" Zo\u00eb  O'Hara ", "Zoe O'Hara", "Zoe OHara"),
        ("<b>a</b>%20b&amp;c&d", "abc&d", "abcd"),
        ("a&;b;c", "ac", "ac"),
        ("a&b\nc;d", "a&b c;d", "abcd"),
        ("\u0928", "\u0928", ""),
    ],
)
def test_logins(text: str, login: str, strict: str) -> None:
    assert clean_login(text) == login
    assert clean_login(text, strict=True) == strict


def test_trackbacks_are_web_addresses_one_a_line() -> None:
    text = " http://a.example\thttps://b.example/x y ftp://c.example\nHTTP://d.example "
    assert clean_trackback_urls(text) == "http://a.example\nhttps://b.example/x\nhttp://d.example"
